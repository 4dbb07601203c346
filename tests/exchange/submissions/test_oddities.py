from hypothesis import given, settings

from tests.exchange.submissions.county import INDICATORS, MONTH, forms, names, summaries
from tracker.exchange.submissions.amounts import amount_of
from tracker.exchange.submissions.understanding import Usual, understand
from tracker.exchange.submissions.words import Basis

BY_ID = {indicator.id: indicator for indicator in INDICATORS}


def read(file):
    """What is understood of the file: the months' values, and the remarks."""
    understood = understand(file, names(), usual=Usual(year=MONTH.year))
    found = {}
    for figure in understood.figures:
        amount = amount_of(figure.text, BY_ID[figure.indicator], figure.measure)
        assert figure.basis is Basis.MONTH
        assert not amount.reason, amount.reason
        found[figure.unit, figure.indicator, figure.month] = amount.value
    return found, understood.remarks


@settings(deadline=None, max_examples=150)
@given(forms())
def test_a_units_own_form_is_understood_in_any_combination(made):
    found, remarks = read(made.file)
    assert found == made.figures
    assert not remarks


@settings(deadline=None, max_examples=150)
@given(summaries())
def test_a_summary_of_many_units_is_understood_in_any_combination(made):
    found, remarks = read(made.file)
    assert found == made.figures
    assert not remarks
