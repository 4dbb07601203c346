from __future__ import annotations

from decimal import Decimal

import pytest

from tests.metrics.conftest import SmallCounty
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.domain.unit import GroupId
from tracker.metrics.live import Live
from tracker.metrics.scoring.guards import Caution, Guard, cautions
from tracker.store.units import add_unit


def found(county: SmallCounty, indicator: str, method: Method = Method.EFFICACY, group: GroupId | None = None) -> list[Caution]:
    line = SchemeLine(2026, group, county.indicator[indicator], Decimal(10), method, basis="cumulative", cap=Decimal(1))
    return cautions(Live(county.book, month=Month(2026, 9)), Scheme(2026, 1, (line,)))


def report(county: SmallCounty, *counts: int) -> list[str]:
    """Towns a, c and new ones with these counts; their codes."""
    towns = next(unit.group for unit in Live(county.book).units if unit.code == "a")
    codes = ["a", "c", *(f"t{at}" for at in range(len(counts)))][: len(counts)]
    for code, count in zip(codes, counts, strict=True):
        if code not in county.unit:
            with county.book.change("town"):
                county.unit[code] = add_unit(county.book, code=code, name=code, group=towns)
        county.report(code, "count", "2026-09", str(count))
    return codes


def test_a_sole_unit_and_equal_units_are_told(county: SmallCounty) -> None:
    county.report("d", "count", "2026-09", "3")
    report(county, 5, 5)
    equal, sole = found(county, "count")
    assert (equal.guard, equal.group and equal.group.name, equal.unit) == (Guard.EQUAL, "towns", None)
    assert (sole.guard, sole.unit and sole.unit.code) == (Guard.SOLE, "d")
    assert sole.text == "count, streets: d is the only one with a figure and gets full points."
    assert equal.text == "count, towns: all figures are equal, so that everybody gets full points."


@pytest.mark.parametrize(
    ("counts", "outlier"),
    [((1, 2, 3, 9), 3), ((9, 8, 7, 1), 3), ((1, 2, 3, 8), None), ((1, 2, 9), None), ((0, 4, 4, 4, 4), 0)],
)
def test_an_outlier_leaves_the_rest_within_a_quarter_of_the_span(
    county: SmallCounty, counts: tuple[int, ...], outlier: int | None
) -> None:
    codes = report(county, *counts)
    told = found(county, "count")
    assert [caution.unit and caution.unit.code for caution in told] == ([] if outlier is None else [codes[outlier]])
    assert {caution.guard for caution in told} <= {Guard.OUTLIER}


def test_a_line_of_one_group_looks_at_that_group_alone(county: SmallCounty) -> None:
    report(county, 5)
    county.report("d", "count", "2026-09", "3")
    streets = next(unit.group for unit in Live(county.book).units if unit.code == "d")
    assert [caution.group and caution.group.name for caution in found(county, "count", group=streets)] == ["streets"]


def test_paying_for_more_of_what_should_be_less_is_told(county: SmallCounty) -> None:
    (caution,) = found(county, "worse", Method.PROPORTIONAL)
    assert (caution.guard, caution.group) == (Guard.LOWER, None)
    assert found(county, "worse", Method.RANK_POINTS) == []
    assert found(county, "money", Method.PROPORTIONAL) == []
