from __future__ import annotations

from decimal import Decimal

import pytest

from tests.metrics.conftest import SmallCounty
from tracker.domain.period import Month
from tracker.domain.scheme import Method, SchemeLine
from tracker.domain.target import PlanShare
from tracker.domain.unit import GroupId
from tracker.metrics.live import Live
from tracker.metrics.scoring.award import Award, Remark, awards
from tracker.store.plans import set_plan_share

SEPTEMBER = Month(2026, 9)


def given(county: SmallCounty, indicator: str, method: Method, **fields: object) -> dict[str, Award]:
    """Each unit's award in September, by code."""
    group = fields.pop("group", None)
    line = SchemeLine(2026, group, county.indicator[indicator], Decimal(10), method, **fields)  # type: ignore[arg-type]
    found = awards(line, Live(county.book, month=SEPTEMBER).table(line.indicator))
    return {code: found[id_] for code, id_ in county.unit.items() if id_ in found}


def told(award: Award) -> tuple[object, Remark | None]:
    return award.points, award.remark


@pytest.mark.parametrize(
    ("method", "fields"),
    [
        (Method.PROPORTIONAL, {"cap": Decimal(1)}),
        (Method.EFFICACY, {"basis": "completion"}),
        (Method.RANK_POINTS, {"step": Decimal(1), "floor": Decimal(0)}),
    ],
)
def test_without_a_target_a_line_does_not_count(county: SmallCounty, method: Method, fields: dict[str, object]) -> None:
    county.aim("a", "money", "10")
    county.aim("c", "money", "0")
    for unit in "acd":
        county.report(unit, "money", "2026-09", "10")
    found = given(county, "money", method, **fields)
    assert told(found["a"]) == (10, None)
    assert told(found["c"]) == told(found["d"]) == (None, Remark.NO_TARGET)
    assert (found["a"].full, found["c"].full) == (10, 0)


def test_a_ratio_has_no_target_but_figures_to_compare(county: SmallCounty) -> None:
    for unit, count in (("a", "1"), ("c", "3")):
        county.report(unit, "count", "2026-09", count)
        county.report(unit, "worse", "2026-09", "4")
    assert told(given(county, "ratio", Method.ALL_OR_NOTHING)["a"]) == (None, Remark.NO_TARGET)
    assert told(given(county, "ratio", Method.EFFICACY, basis="cumulative")["a"]) == (6, None)
    steps = given(county, "ratio", Method.RANK_POINTS, step=Decimal(1), floor=Decimal(0))
    assert [told(steps[code]) for code in "acd"] == [(9, None), (10, None), (0, Remark.NO_FIGURE)]


def test_a_missing_figure_gives_nothing_and_is_no_extreme_of_the_others(county: SmallCounty) -> None:
    county.report("a", "count", "2026-09", "4")
    found = given(county, "count", Method.EFFICACY, basis="cumulative")
    assert told(found["a"]) == (10, None)
    assert told(found["c"]) == told(found["d"]) == (0, Remark.NO_FIGURE)
    assert told(given(county, "count", Method.PER_ITEM, each=Decimal(2))["c"]) == (0, Remark.NO_FIGURE)


def test_where_nothing_is_due_yet_the_pace_cannot_be_a_measure(county: SmallCounty) -> None:
    county.aim("a", "money", "10")
    county.report("a", "money", "2026-09", "5")
    with county.book.change("plan"):
        set_plan_share(county.book, PlanShare(2026, county.indicator["money"], 9, Decimal(0)))
    assert told(given(county, "money", Method.PACE, cap=Decimal(1))["a"]) == (None, Remark.NO_PACE)


def test_a_line_of_one_group_is_for_its_units_alone(county: SmallCounty) -> None:
    streets = next(group.id for group in Live(county.book).groups if group.name == "streets")
    assert set(given(county, "count", Method.PER_ITEM, each=Decimal(1), group=streets)) == {"d", "e"}
    assert given(county, "count", Method.PER_ITEM, each=Decimal(1), group=GroupId(99)) == {}
