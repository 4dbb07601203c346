"""Every figure is derived to the very number that its row has, from the months that were entered."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.metrics.conftest import SmallCounty
from tracker.domain.period import Month
from tracker.domain.target import PlanShare, TargetSet
from tracker.metrics.derivation.figures import Figure, derive
from tracker.metrics.derivation.steps import Derivation
from tracker.metrics.derivation.sums import sides_of
from tracker.metrics.live import Live
from tracker.store.plans import set_plan_share

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def reported(county: SmallCounty) -> SmallCounty:
    """a with b merged into it, c beside it."""
    county.aim("a", "money", "9")
    county.aim("a", "money", "12", TargetSet.STRETCH)
    for unit, month, value in (
        *(("a", "2025-03", "2"), ("a", "2025-08", "4"), ("b", "2026-02", "0.51")),
        *(("a", "2026-08", "2"), ("a", "2026-09", "4"), ("c", "2026-09", "6.51")),
    ):
        county.report(unit, "money", month, value)
    return county


def derived(county: SmallCounty, figure: Figure, *, unit: str = "a", indicator: str = "money") -> Derivation:
    live = Live(county.book, month=SEPTEMBER)
    sides = sides_of(live, county.indicator[indicator])
    return derive(live.table(county.indicator[indicator]), county.unit[unit], figure, sides=sides)


def told(derivation: Derivation) -> list[str]:
    return [f"{step.title}: {step.text}" for step in derivation.steps]


def test_a_completion_is_told_down_to_its_months(reported: SmallCounty) -> None:
    found = derived(reported, Figure.COMPLETION)
    assert (found.shown, found.exact) == ("72.33 %", Fraction(651, 900))
    assert told(found) == [
        "Rule: Completion = cumulative ÷ year's target.",
        "Substituted: 6.51 亿元 ÷ 9.00 亿元 = 0.723333…, shown rounded once, half up: 72.33 %.",
        "Cumulative: 6.51 亿元, added up of 3 months that were reported. The figures of who was merged into it are in it.",
        "Target: The target of 2026 (assigned): 9.00 亿元.",
    ]
    assert [(str(term.month), term.value) for term in found.steps[2].terms] == [
        ("2026-02", Decimal("0.51")),
        ("2026-08", 2),
        ("2026-09", 4),
    ]
    merged = {source.unit for source in found.sources}
    assert merged == {reported.unit["a"], reported.unit["b"]}


def test_a_gap_tells_how_it_is_printed(reported: SmallCounty) -> None:
    found = derived(reported, Figure.GAP)
    assert (found.shown, found.exact) == ("−2.67 percentage points", Fraction(-8, 3))
    assert told(found)[1] == (
        "Substituted: (0.723333… − 0.75) × 100 = −2.666666…. Printed is the printed completion less the printed pace, "
        "72.33 % − 75.00 %: −2.67 percentage points."
    )
    assert told(found)[-1] == "Pace: 9 ÷ 12 = 0.75 → 75.00 %"


def test_an_own_plan_is_told(reported: SmallCounty) -> None:
    with reported.book.change("plan"):
        set_plan_share(reported.book, PlanShare(2026, reported.indicator["money"], 9, Decimal("0.8")))
    found = derived(reported, Figure.PACE)
    assert (found.shown, told(found)[1]) == ("80.00 %", "Pace: By its plan, 80.00 % of the target is due by month 9.")


def test_growth_is_told_with_both_sides(reported: SmallCounty) -> None:
    found = derived(reported, Figure.YOY)
    assert (found.shown, found.exact) == ("8.50 %", Fraction(51, 600))
    assert [step.title for step in found.steps] == ["Rule", "Substituted", "Cumulative", "Same months last year"]
    assert [str(term.month) for term in found.steps[3].terms] == ["2025-03", "2025-08"]
    found = derived(reported, Figure.MOM)
    assert (found.shown, [str(term.month) for term in found.steps[2].terms]) == ("100.00 %", ["2026-08", "2026-09"])


def test_a_share_and_a_cumulative(reported: SmallCounty) -> None:
    assert derived(reported, Figure.SHARE).exact == Fraction(1, 2)
    assert [derived(reported, Figure.CUMULATIVE).shown, derived(reported, Figure.CUMULATIVE, unit="c").shown] == [
        "6.51 亿元",
        "6.51 亿元",
    ]


def test_a_level_is_its_months_own_figure(county: SmallCounty) -> None:
    county.report("a", "level", "2026-09", "7")
    found = derived(county, Figure.CUMULATIVE, unit="a", indicator="level")
    assert (found.shown, told(found)[0]) == ("7 个", "Rule: A level is its month's own figure.")
    assert told(found)[1].startswith("Cumulative: The level at the end of 2026-09: 7 个.")
    assert told(derived(county, Figure.PACE, indicator="level"))[1] == "No figure: A level and a ratio have no pace."


def test_a_ratio_has_its_two_sides(county: SmallCounty) -> None:
    county.report("c", "count", "2026-09", "1")
    county.report("c", "worse", "2026-09", "3")
    found = derived(county, Figure.CUMULATIVE, unit="c", indicator="ratio")
    assert (found.shown, found.exact) == ("33.33 %", Fraction(100, 3))
    assert told(found)[1] == "Substituted: 1 ÷ 3 × 100 = 33.333333…, shown rounded once, half up: 33.33 %."
    assert [(step.title, [str(term.value) for term in step.terms]) for step in found.steps[2:]] == [
        *(("count", ["1"]), ("worse", ["3"])),
    ]
    assert {source.indicator for source in found.sources} == {county.indicator["count"], county.indicator["worse"]}
    empty = derived(county, Figure.CUMULATIVE, unit="d", indicator="ratio")
    assert (empty.shown, empty.exact) == ("—", None)
    assert told(empty)[1].endswith("nothing reported ÷ nothing reported × 100.")


@pytest.mark.parametrize("figure", [Figure.COMPLETION, Figure.GAP, Figure.YOY, Figure.MOM, Figure.SHARE])
def test_where_there_is_no_figure_the_reason_is_told(county: SmallCounty, figure: Figure) -> None:
    found = derived(county, figure, unit="d")
    assert (found.shown, found.exact) == ("—", None)
    assert "No figure" in [step.title for step in found.steps]


def test_the_set_of_targets_is_told(reported: SmallCounty) -> None:
    live = Live(reported.book, month=SEPTEMBER, target_set=TargetSet.STRETCH)
    found = derive(live.table(reported.indicator["money"]), reported.unit["a"], Figure.COMPLETION)
    assert told(found)[-1] == "Target: The target of 2026 (stretch): 12.00 亿元."


def test_a_unit_that_is_not_listed_is_an_error(county: SmallCounty) -> None:
    with pytest.raises(KeyError):
        derived(county, Figure.COMPLETION, unit="b")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.lists(st.none() | st.integers(-3, 9), min_size=4, max_size=4), st.integers(-1, 9))
def test_every_derivation_ends_at_the_rows_own_figure(county: SmallCounty, values: list[int | None], target: int) -> None:
    months = ("2025-09", "2026-07", "2026-08", "2026-09")
    for month, value in zip(months, values, strict=True):
        county.report("a", "money", month, None if value is None else str(value))
    county.aim("a", "money", str(target))
    table = Live(county.book, month=SEPTEMBER).table(county.indicator["money"])
    row = table.row(county.unit["a"])
    assert row is not None
    for figure in Figure:
        own = getattr(row, figure)
        assert derive(table, row.unit.id, figure).exact == (None if own is None else Fraction(own))
