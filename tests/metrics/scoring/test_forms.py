from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.metrics.conftest import SmallCounty
from tracker.domain.period import Month
from tracker.domain.scheme import Terms
from tracker.metrics.live import Live
from tracker.metrics.scoring.forms import Forms, forms
from tracker.store.reports import set_arrival

MARCH = Month(2026, 3)
ONE_EACH = Terms(late=Decimal(1), missing=Decimal(2))


def found(county: SmallCounty, terms: Terms = ONE_EACH, *, today: date = date(2026, 5, 1)) -> dict[str, Forms]:
    told = forms(Live(county.book, month=MARCH), MARCH, terms, today=today)
    return {code: told[id_] for code, id_ in county.unit.items() if id_ in told}


def arrive(county: SmallCounty, unit: str, month: Month, day: date) -> None:
    with county.book.change("arrive"):
        set_arrival(county.book, county.unit[unit], month, day)


def test_late_and_missing_forms_cost_their_points(county: SmallCounty) -> None:
    for number in (1, 2, 3):
        for unit in "abd":
            arrive(county, unit, Month(2026, number), date(2026, number + 1, 5))
    arrive(county, "a", Month(2026, 1), date(2026, 2, 6))
    arrive(county, "a", MARCH, date(2026, 4, 30))
    assert found(county) == {
        "a": Forms((Month(2026, 1), MARCH), (), -2),
        "c": Forms((), (Month(2026, 1), Month(2026, 2), MARCH), -6),
    }


def test_the_cap_is_the_most_that_forms_cost(county: SmallCounty) -> None:
    arrive(county, "a", MARCH, date(2026, 4, 1))
    assert {form.points for form in found(county, Terms(missing=Decimal(3), most=Decimal(2))).values()} == {-2}


def test_nothing_is_missing_before_its_deadline_is_over(county: SmallCounty) -> None:
    arrive(county, "a", MARCH, date(2026, 4, 1))
    assert found(county, today=date(2026, 4, 5)) == {}
    assert set(found(county, today=date(2026, 4, 6))) == {"b", "c", "d"}


def test_figures_whose_arrival_nobody_noted_cost_nothing(county: SmallCounty) -> None:
    for unit in "abcd":
        county.report(unit, "money", "2026-03", "1")
    assert found(county) == {}


def test_a_scheme_without_terms_deducts_nothing(county: SmallCounty) -> None:
    arrive(county, "a", MARCH, date(2026, 4, 30))
    assert found(county, Terms()) == {}
