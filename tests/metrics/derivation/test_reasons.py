"""Every number of the ranking has its reasons, down to the figures, of units and of totals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.metrics.conftest import SmallCounty
from tests.metrics.lists_county import SEPTEMBER, Towns
from tracker.domain.figure import Figure as Entered
from tracker.domain.indicator import EnteredBy, Kind
from tracker.domain.period import Month
from tracker.domain.target import Target, TargetSet
from tracker.metrics.derivation.figures import Figure
from tracker.metrics.derivation.ranks import place_step
from tracker.metrics.derivation.reasons import Place, reasons
from tracker.metrics.derivation.steps import Derivation, TargetSource
from tracker.metrics.derivation.sums import sides_of
from tracker.metrics.live import Live
from tracker.metrics.whose import Whole, Whose
from tracker.store.figures import set_figure
from tracker.store.indicators import add_indicator
from tracker.store.targets import set_target

COUNTY = Whole(None)


def of(towns: Towns, whose: Whose, asked: Figure | Place, month: Month = SEPTEMBER) -> Derivation:
    return reasons(towns.live(month).table(towns.money), whose, asked)


def told(derivation: Derivation) -> list[str]:
    return [f"{step.title}: {step.text}" for step in derivation.steps]


def parts(derivation: Derivation, at: int) -> list[tuple[str, str]]:
    return [(part.name, part.shown) for part in derivation.steps[at].parts]


def test_what_units_are_ranked_by_goes_on_to_pace_and_place(towns: Towns) -> None:
    towns.done(90, 80, 70, 60, 45)
    found = of(towns, towns.unit["c"], Figure.COMPLETION)
    assert found.shown == "70.00 %"
    assert told(found)[-2:] == [
        "Pace: 9 ÷ 12 = 0.75 → 75.00 %\n70.00 % − 75.00 % = −5.00 percentage points",
        "Rank: Ahead of its 70.00 %: 2, hence rank 3.\nNext above: b 80.00 %\nNext below: d 60.00 %",
    ]


def test_another_figure_ends_with_its_inputs(towns: Towns) -> None:
    towns.done(90, 80, 70, 60, 45)
    assert [step.title for step in of(towns, towns.unit["c"], Figure.CUMULATIVE).steps] == ["Rule", "Cumulative"]


def test_without_a_figure_there_is_no_place(towns: Towns) -> None:
    found = reasons(towns.live().table(towns.signed), towns.unit["a"], Figure.CUMULATIVE)
    assert (found.shown, [step.title for step in found.steps]) == ("—", ["Rule", "Cumulative"])
    assert place_step(towns.live().table(towns.signed), towns.unit["a"]) is None


def test_a_level_by_its_completion_has_no_pace(county: SmallCounty) -> None:
    with county.book.change("a level"):
        level = add_indicator(county.book, code="L", name="stock", unit="个", decimals=0, kind=Kind.STOCK)
        set_figure(county.book, Entered(county.unit["a"], level, SEPTEMBER, Decimal(3)))
        set_target(county.book, Target(2026, county.unit["a"], level, Decimal(6)))
    found = reasons(Live(county.book, month=SEPTEMBER).table(level), county.unit["a"], Figure.COMPLETION)
    assert [step.title for step in found.steps] == ["Rule", "Substituted", "Cumulative", "Target", "Rank"]


def test_a_rank_and_its_change(towns: Towns) -> None:
    towns.done(10, 20, 30, month=Month(2026, 8))
    towns.done(50, 0, 0)
    found = of(towns, towns.unit["a"], Place.CHANGE)
    assert (found.shown, found.exact) == ("+2", 2)
    assert told(found)[:3] == [
        "Rule: Change = last month's rank − this month's: above zero is up.",
        "Substituted: 3 − 1 = +2",
        "Rank: Ahead of its 60.00 %: 0, hence rank 1.",
    ]
    assert [of(towns, towns.unit[unit], Place.CHANGE).shown for unit in "bcd"] == ["−1", "−1", "0"]
    assert of(towns, towns.unit["a"], Place.RANK).shown == "1 of 5"


def test_where_no_change_can_be_told_the_reason_is(towns: Towns) -> None:
    towns.done(10, month=Month(2026, 1))
    assert told(of(towns, towns.unit["a"], Place.CHANGE, Month(2026, 1)))[1].endswith(
        "January has no month before it in its year."
    )
    unranked = reasons(towns.live().table(towns.signed), towns.unit["a"], Place.CHANGE)
    assert (unranked.shown, told(unranked)[1]) == ("—", "No figure: It had no rank last month, or has none now.")


def test_a_groups_completion_is_told_by_its_units(towns: Towns) -> None:
    towns.done(90, 80, None, 60, 45)
    found = of(towns, Whole(towns.group), Figure.COMPLETION)
    assert (found.shown, found.exact) == ("55.00 %", Fraction(275, 500))
    assert told(found)[1:] == [
        "Substituted: 275.00 亿元 ÷ 500.00 亿元 = 0.55, shown rounded once, half up: 55.00 %.",
        "Cumulative: 275.00 亿元, added up of 4 units.",
        "Target: The target of 2026 (assigned): 500.00 亿元. It is the sum of the units' targets.",
    ]
    assert parts(found, 2)[1:3] == [("b", "80.00"), ("c", "—")]
    assert parts(found, 3)[0] == ("a", "100.00")
    assert found.steps[2].total == "275.00"
    assert found.steps[2].parts[0].whose == towns.unit["a"]


def test_the_countys_is_told_by_its_groups_and_its_own_target(towns: Towns, county: SmallCounty) -> None:
    towns.done(90, 80, 70, 60, 45, 5)
    found = of(towns, COUNTY, Figure.COMPLETION)
    assert told(found)[2] == "Cumulative: 350.00 亿元, added up of 2 groups."
    assert parts(found, 2) == [("towns", "345.00"), ("streets", "5.00")]
    assert found.steps[2].parts[0].whose == Whole(towns.group)
    county.aim("a", "money", "10")
    county.aim(None, "money", "8.125")
    own = reasons(Live(county.book, month=SEPTEMBER).table(county.indicator["money"]), COUNTY, Figure.TARGET)
    assert own.steps[1].text == (
        "The target of 2026 (assigned): 8.125 亿元. It is the county's own; the units' targets add up to 10.00 亿元."
    )
    assert own.steps[1].goals == (TargetSource(2026, None, county.indicator["money"], TargetSet.ASSIGNED, 3),)


def test_a_total_has_no_rank_and_answers_with_what_its_units_are_ranked_by(towns: Towns) -> None:
    towns.done(90)
    assert of(towns, COUNTY, Place.RANK) == of(towns, COUNTY, Figure.COMPLETION)


def test_where_there_is_one_group_the_county_is_told_by_its_units(towns: Towns, county: SmallCounty) -> None:
    live = Live(county.book, month=Month(2026, 4))
    with county.book.change("leave"):
        county.book.write("DELETE FROM unit WHERE code IN ('d', 'e')")
    county.report("a", "money", "2026-04", "3")
    found = reasons(live.table(county.indicator["money"]), COUNTY, Figure.MONTH_VALUE)
    assert dict(parts(found, 1)) == {"a": "3.00", "b": "—", "c": "—"}


def test_the_month_and_growth_of_a_total(towns: Towns) -> None:
    towns.done(4, 5, month=Month(2026, 8))
    towns.done(6, 12)
    month = of(towns, Whole(towns.group), Figure.MONTH_VALUE)
    assert (month.shown, told(month)[1]) == ("18.00 亿元", "Month: 18.00 亿元, added up of 2 units.")
    grown = of(towns, Whole(towns.group), Figure.MOM)
    assert [(str(term.month), term.shown, term.sources) for term in grown.steps[2].terms] == [
        *(("2026-08", "9.00", ()), ("2026-09", "18.00", ())),
    ]
    assert of(towns, Whole(towns.group), Figure.SHARE).steps[0].text == "Share = the total ÷ the county's."
    assert of(towns, Whole(towns.group), Figure.CUMULATIVE).steps[0].text == "A total = the figures of its units, added up."
    assert of(towns, Whole(towns.group), Figure.YOY).shown == "—"


def test_a_months_own_figure(towns: Towns, county: SmallCounty) -> None:
    towns.done(6)
    found = of(towns, towns.unit["a"], Figure.MONTH_VALUE)
    assert (found.shown, told(found)) == (
        "6.00 亿元",
        ["Rule: The month's own figure, as it was reported.", "Month: 6.00 亿元"],
    )
    assert len(found.sources) == 1
    assert told(of(towns, towns.unit["b"], Figure.MONTH_VALUE))[1] == "Month: Nothing was reported."
    live = Live(county.book, month=SEPTEMBER)
    ratio = reasons(live.table(county.indicator["ratio"]), county.unit["a"], Figure.MONTH_VALUE)
    assert ratio.steps[0].text == "A ratio is made of cumulatives; it has no month of its own."


@pytest.mark.parametrize(("group", "formula"), [("towns", "3 ÷ 4"), ("streets", "4 ÷ 8"), (None, "7 ÷ 12")])
def test_a_totals_ratio_has_its_two_sides(county: SmallCounty, group: str | None, formula: str) -> None:
    for unit, count, worse in (("a", "1", "2"), ("c", "2", "2"), ("d", "4", "8")):
        county.report(unit, "count", "2026-09", count)
        county.report(unit, "worse", "2026-09", worse)
    live = Live(county.book, month=SEPTEMBER)
    table = live.table(county.indicator["ratio"])
    whole = Whole(next((each.id for each in table.roster.groups if each.name == group), None))
    found = reasons(table, whole, Figure.CUMULATIVE, sides=sides_of(live, table.indicator.id))
    assert found.steps[1].text.startswith(f"{formula} × 100 = ")
    assert found.exact == table.total(whole.group).cumulative
    assert [step.title for step in found.steps[2:]] == ["count", "worse"]
    assert all(step.parts for step in found.steps[2:])


def test_what_is_reported_as_a_cumulative_says_so(county: SmallCounty) -> None:
    with county.book.change("by cumulative"):
        done = add_indicator(county.book, code="D", name="done", unit="个", decimals=0, entered_by=EnteredBy.CUMULATIVE)
    found = reasons(Live(county.book, month=SEPTEMBER).table(done), county.unit["a"], Figure.MONTH_VALUE)
    assert found.steps[0].text == "Month = the figure to date, as it was reported, less that of the month before."


def test_who_is_not_listed_is_an_error(county: SmallCounty) -> None:
    table = Live(county.book, month=SEPTEMBER).table(county.indicator["money"])
    for asked in (Figure.COMPLETION, Place.RANK, Place.CHANGE):
        with pytest.raises(KeyError):
            reasons(table, county.unit["b"], asked)
