import pytest

from tests.exchange.submissions.county import INDICATORS, MONTH, UNITS, sent, sheet
from tracker.domain.form_mark import SHEET, FormCell, FormMark, rows_of
from tracker.exchange.submissions.names import Names
from tracker.exchange.submissions.understanding import understand


def read(name, measure="亿元"):
    """The form of 城关镇's September that comes back under that name."""
    filled = sheet(["城关镇"], ["指标", "计量单位", "9月"], ["实际到位省外资金", measure, 5], name="月报表")
    mark = FormMark("our book", "U01", MONTH, "月报表", (FormCell("WZ", 2, 2),))
    return understand(
        sent(filled, sheet(*rows_of(mark), name=SHEET, hidden=True), name=name), Names(UNITS, INDICATORS, book="our book")
    )


@pytest.mark.parametrize("name", ["报表.xlsx", "城关镇2026年9月报表.xlsx", "城关镇9月(2).xlsx"])
def test_a_form_comes_back_as_what_it_says_it_is(name):
    understood = read(name)
    (figure,) = understood.figures
    assert (figure.unit, figure.month, figure.text, figure.measure) == (1, MONTH, "5", "亿元")
    assert not understood.remarks


@pytest.mark.parametrize("name", ["城关镇2026年10月报表.xlsx", "9月.zip › 青石镇9月.xlsx"])
def test_a_form_under_another_months_or_units_name_is_not_taken(name):
    understood = read(name)
    assert not understood.figures
    assert understood.remarks[0].where == name.rsplit(" › ", maxsplit=1)[-1]


def test_a_form_is_in_the_unit_of_measure_that_it_shows():
    assert read("报表.xlsx", "万元").figures[0].measure == "万元"
