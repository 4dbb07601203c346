"""A month in memory follows every change, and is what computing it anew gives, and what the rules say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.metrics.conftest import SmallCounty
from tests.metrics.oracle import County, month_of
from tracker.domain.figure import Figure
from tracker.domain.indicator import IndicatorId, RankBy
from tracker.domain.period import Month
from tracker.domain.scheme import Scheme
from tracker.domain.target import PlanShare, TargetSet
from tracker.domain.unit import UnitId
from tracker.metrics.cube import SumTooLarge
from tracker.metrics.live import Live
from tracker.metrics.row import Row
from tracker.store.book import Book
from tracker.store.figures import figures, set_figure
from tracker.store.indicators import add_indicator, indicators, update_indicator
from tracker.store.plans import plan, set_plan_share
from tracker.store.publications import publish
from tracker.store.reports import set_arrival
from tracker.store.scheme_drafts import keep_draft
from tracker.store.settings import set_rank_what_is_printed, set_title
from tracker.store.targets import targets
from tracker.store.units import units, update_unit

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def live(county: SmallCounty) -> Iterator[Live]:
    found = Live(county.book, month=SEPTEMBER)
    yield found
    found.close()


def row(county: SmallCounty, live: Live, unit: str, indicator: str) -> Row:
    found = live.table(county.indicator[indicator]).row(county.unit[unit])
    assert found is not None
    return found


def test_an_empty_book_shows_rows_without_figures(county: SmallCounty, live: Live) -> None:
    empty = row(county, live, "a", "money")
    assert (empty.month_value, empty.cumulative, empty.completion, empty.rank) == (None, None, None, None)
    assert empty.flags == ("unreported", "no_figures", "no_target", "no_base", "merged", "unranked")
    assert live.table(county.indicator["money"]).total(None).cumulative is None
    assert [group.name for group in live.groups] == ["towns", "streets"]


def test_a_book_without_units_has_the_countys_empty_total_alone(tmp_path: Path) -> None:
    with Book.create(tmp_path / "empty.tracker") as book:
        with book.change("set up"):
            money = add_indicator(book, code="money", name="money", unit="亿元", decimals=2)
        (total,) = Live(book, month=SEPTEMBER).table(money).totals
        assert (total.group, total.units, total.cumulative) == (None, 0, None)


def test_without_a_month_the_newest_with_a_figure_is_shown(county: SmallCounty) -> None:
    assert Live(county.book).month == Month(1900, 1)
    county.report("a", "money", "2026-03", "1.5")
    assert Live(county.book).month == Month(2026, 3)


def test_sums_carry_no_binary_dust(county: SmallCounty, live: Live) -> None:
    county.report("a", "money", "2026-01", "0.10")
    county.report("a", "money", "2026-02", "0.20")
    county.report("c", "money", "2026-01", "0.30")
    county.aim("a", "money", "3")
    county.aim("c", "money", "3")
    assert row(county, live, "a", "money").cumulative == Decimal("0.3")
    assert row(county, live, "a", "money").rank == row(county, live, "c", "money").rank == 1


def test_a_blank_is_not_zero_but_counts_as_zero_for_completion(county: SmallCounty, live: Live) -> None:
    county.aim("a", "money", "10")
    county.aim("c", "money", "10")
    county.report("c", "money", "2026-09", "0")
    blank, zero = row(county, live, "a", "money"), row(county, live, "c", "money")
    assert (blank.cumulative, blank.completion, blank.rank) == (None, 0, 1)
    assert (zero.cumulative, zero.completion, zero.rank) == (0, 0, 1)
    assert "unreported" in blank.flags
    assert "unreported" not in zero.flags


def test_a_stock_without_a_figure_is_not_ranked_by_completion_either(county: SmallCounty, live: Live) -> None:
    level = county.indicator["level"]
    with county.book.change("ranked by completion"):
        update_indicator(county.book, level, rank_by=RankBy.COMPLETION)
    for unit in "acd":
        county.aim(unit, "level", "10")
    county.report("a", "level", "2026-09", "5")
    rows = {row.unit.code: row for row in live.table(level).rows}
    assert (rows["a"].completion, rows["a"].rank, rows["a"].ranked) == (Fraction(1, 2), 1, 1)
    assert (rows["c"].completion, rows["c"].rank) == (None, None)
    assert [total.completion for total in live.table(level).totals] == [Fraction(1, 4), None, Fraction(1, 6)]


@pytest.mark.parametrize("target", [None, "0"])
def test_without_a_target_there_is_no_rank_and_the_others_count_without_it(
    county: SmallCounty, live: Live, target: str | None
) -> None:
    county.aim("c", "money", "10")
    if target is not None:
        county.aim("a", "money", target)
    county.report("a", "money", "2026-09", "99")
    county.report("c", "money", "2026-09", "1")
    without, ranked = row(county, live, "a", "money"), row(county, live, "c", "money")
    assert (without.completion, without.gap, without.rank) == (None, None, None)
    assert "no_target" in without.flags
    assert (ranked.rank, ranked.ranked) == (1, 1)


def test_the_countys_own_target_wins_and_both_are_shown(county: SmallCounty, live: Live) -> None:
    county.aim("a", "money", "10")
    county.aim("d", "money", "10")
    county.aim(None, "money", "15")
    county.report("a", "money", "2026-09", "3")
    total = live.table(county.indicator["money"]).total(None)
    assert (total.target, total.targets_sum, total.completion) == (15, 20, Fraction(1, 5))


def test_a_merged_unit_brings_history_targets_and_base_along(county: SmallCounty, live: Live) -> None:
    for unit, value in (("a", "1"), ("b", "2")):
        county.report(unit, "money", "2025-09", value)
        county.report(unit, "money", "2026-06", value)
        county.aim(unit, "money", "10")
    heir = row(county, live, "a", "money")
    assert (heir.cumulative, heir.target, heir.last_year) == (3, 20, 3)
    assert "merged" in heir.flags
    assert live.table(county.indicator["money"]).row(county.unit["b"]) is None
    live.show(Month(2026, 6))
    assert row(county, live, "a", "money").cumulative == 1
    assert row(county, live, "b", "money").cumulative == 2


def test_a_unit_that_ended_without_an_heir_leaves_nothing_behind(county: SmallCounty, live: Live) -> None:
    county.report("d", "money", "2026-03", "5")
    with county.book.change("end"):
        update_unit(county.book, county.unit["d"], valid_to=Month(2026, 4))
    assert live.table(county.indicator["money"]).total(None).cumulative is None


def test_january_has_no_rank_change_and_compares_with_december(county: SmallCounty, live: Live) -> None:
    county.report("a", "money", "2025-12", "2")
    county.report("a", "money", "2026-01", "3")
    county.aim("a", "money", "10")
    live.show(Month(2026, 1))
    january = row(county, live, "a", "money")
    assert (january.mom, january.rank_change) == (Fraction(1, 2), None)
    assert (january.month_before, january.same_month) == (2, None)


def test_a_rank_change_is_last_months_rank_less_this_months(county: SmallCounty, live: Live) -> None:
    for unit, august, september in (("a", "5", "0"), ("c", "1", "9")):
        county.aim(unit, "money", "10")
        county.report(unit, "money", "2026-08", august)
        county.report(unit, "money", "2026-09", september)
    assert row(county, live, "c", "money").rank_change == 1
    assert row(county, live, "a", "money").rank_change == -1
    county.report("a", "money", "2026-08", "0.5")
    assert row(county, live, "c", "money").rank_change == 0


def test_two_sets_of_targets_stand_side_by_side(county: SmallCounty, live: Live) -> None:
    county.report("a", "money", "2026-09", "6")
    county.aim("a", "money", "10")
    county.aim("a", "money", "12", TargetSet.STRETCH)
    assert row(county, live, "a", "money").completion == Fraction(3, 5)
    live.show(target_set=TargetSet.STRETCH)
    assert live.target_set is TargetSet.STRETCH
    assert row(county, live, "a", "money").completion == Fraction(1, 2)


def test_an_indicators_own_plan_is_its_pace(county: SmallCounty, live: Live) -> None:
    county.aim("a", "money", "10")
    county.report("a", "money", "2026-09", "6")
    assert row(county, live, "a", "money").gap == -15
    with county.book.change("plan"):
        set_plan_share(county.book, PlanShare(2026, county.indicator["money"], 9, Decimal("0.5")))
    assert row(county, live, "a", "money").gap == 10


def test_units_that_print_the_same_are_ranked_apart_unless_the_book_says_otherwise(county: SmallCounty, live: Live) -> None:
    for unit, value in (("a", "94.310"), ("c", "94.313")):
        county.aim(unit, "grown", "1")
        county.aim(unit, "money", "10000")
        county.report(unit, "money", "2026-09", f"{Decimal(value) * 100:.2f}")
        county.report(unit, "grown", "2025-09", "100")
        county.report(unit, "grown", "2026-09", f"{Decimal(value):.2f}")
        county.report(unit, "count", "2026-09", "3")
        county.report(unit, "worse", "2026-09", "7")
    assert [row(county, live, unit, "money").rank for unit in "ac"] == [2, 1]
    told: list[object] = []
    live.on_refresh(told.append)
    with county.book.change("as printed"):
        set_rank_what_is_printed(county.book, True)
    assert told == [None]
    assert live.as_printed
    assert [row(county, live, unit, "money").rank for unit in "ac"] == [1, 1]
    assert [row(county, live, unit, "grown").rank for unit in "ac"] == [1, 1]
    assert [row(county, live, unit, "count").rank for unit in "ac"] == [1, 1]
    assert [row(county, live, unit, "ratio").rank for unit in "ac"] == [1, 1]


def test_a_sparkline_has_the_months_up_to_the_one_shown(county: SmallCounty, live: Live) -> None:
    county.report("a", "money", "2025-10", "1.25")
    county.report("a", "money", "2026-09", "2")
    county.report("a", "money", "2026-10", "3")
    series = live.table(county.indicator["money"]).series(county.unit["a"])
    assert series == [Decimal("1.25"), *[None] * 10, 2]
    assert live.table(county.indicator["money"]).series(UnitId(99)) == []
    assert live.table(county.indicator["ratio"]).series(county.unit["a"]) == []


def test_a_total_has_a_sparkline_of_what_its_units_reported_together(county: SmallCounty, live: Live) -> None:
    county.report("a", "money", "2025-10", "1.25")
    county.report("b", "money", "2025-10", "1")
    county.report("c", "money", "2026-09", "2")
    county.report("d", "money", "2026-09", "0.5")
    table = live.table(county.indicator["money"])
    assert table.total_series(None) == [Decimal("2.25"), *[None] * 10, Decimal("2.5")]
    assert [table.total_series(group.id)[-1] for group in live.groups] == [2, Decimal("0.5")]
    assert table.total_series(None, 24)[12:] == table.total_series(None)
    assert live.table(county.indicator["ratio"]).total_series(None) == []


def test_a_month_grows_over_the_same_month_of_last_year(county: SmallCounty, live: Live) -> None:
    county.report("a", "money", "2025-09", "2")
    county.report("a", "money", "2026-09", "3")
    assert row(county, live, "a", "money").month_yoy == Fraction(1, 2)
    assert row(county, live, "c", "money").month_yoy is None


def test_only_what_an_edit_touches_is_computed_again(county: SmallCounty, live: Live) -> None:
    before = {code: live.table(indicator) for code, indicator in county.indicator.items()}
    told: list[object] = []
    stop = live.on_refresh(told.append)
    county.report("a", "count", "2026-09", "4")
    after = {code: live.table(indicator) for code, indicator in county.indicator.items()}
    assert {table.indicator.code for table in before.values() if table not in after.values()} == {"count", "ratio"}
    assert told == [frozenset({county.indicator["count"], county.indicator["ratio"]})]
    stop()
    county.report("a", "count", "2026-09", "5")
    assert len(told) == 1


def test_any_month_has_its_table_beside_the_one_in_view(county: SmallCounty, live: Live) -> None:
    money, a, b = county.indicator["money"], county.unit["a"], county.unit["b"]
    county.report("a", "money", "2026-05", "2")
    county.report("b", "money", "2026-05", "3")
    county.report("a", "money", "2025-05", "4")
    may = live.table(money, Month(2026, 5))
    assert (may.month, live.month) == (Month(2026, 5), SEPTEMBER)
    assert [rates.cumulative for rates in (may.rates(a), may.rates(b)) if rates is not None] == [2, 3]
    july = live.table(money, Month(2026, 7))
    assert july.rates(b) is None
    assert [may.month_value(unit) for unit in (a, b, UnitId(99))] == [2, 3, None]
    assert live.table(county.indicator["ratio"]).month_value(a) is None
    heir = july.rates(a)
    assert heir is not None
    assert heir.cumulative == 5  # what was merged into it counts from the month after
    last_year = live.table(money, Month(2025, 5)).rates(a)
    assert last_year is not None
    assert last_year.month_value == 4
    live.show(Month(2025, 6))
    assert live.table(money, Month(2026, 5)).rates(b) == may.rates(b)


def test_an_edit_touches_its_month_and_those_after_it_alone(county: SmallCounty, live: Live) -> None:
    money = county.indicator["money"]
    months = [Month(2025, 5), *(Month(2026, number) for number in range(1, 13)), Month(2028, 12), Month(2029, 1)]
    before = {month: live.table(money, month) for month in months}
    for table in before.values():
        assert not table.ranks_before.any()
    county.report("a", "money", "2026-05", "2")
    same = [month for month in months if live.table(money, month) is before[month]]
    assert same == [Month(2025, 5), *(Month(2026, number) for number in range(1, 5)), Month(2029, 1)]
    before = {month: live.table(money, month) for month in months}
    county.aim("a", "money", "10")
    assert [month for month in months if live.table(money, month) is before[month]] == [Month(2025, 5), *months[-2:]]
    with county.book.change("several months, then another indicator's"):
        for number in (8, 6):
            set_figure(county.book, Figure(county.unit["a"], money, Month(2026, number), Decimal(number)))
    assert live.table(money, Month(2026, 7)).ranks_before.any()
    assert [live.table(money, Month(2026, number)).rates(county.unit["a"]) is not None for number in (5, 6)] == [True, True]


def test_a_months_state_and_arrivals_touch_no_figure(county: SmallCounty, live: Live) -> None:
    before = live.table(county.indicator["money"])
    with county.book.change("publish"):
        set_arrival(county.book, county.unit["a"], SEPTEMBER, date(2026, 10, 3))
        publish(county.book, SEPTEMBER, today=date(2026, 10, 10))
    assert live.table(county.indicator["money"]) is before
    with county.book.change("title"):
        set_title(county.book, "Another")
    assert live.table(county.indicator["money"]) is not before


def test_a_draft_of_a_scheme_touches_no_figure_and_any_other_setting_does(county: SmallCounty, live: Live) -> None:
    told: list[object] = []
    live.on_refresh(told.append)
    with county.book.change("draft"):
        keep_draft(county.book, Scheme(2026, 1, ()))
    county.book.undo()
    assert told == [frozenset(), frozenset()]
    with county.book.change("both"):
        keep_draft(county.book, Scheme(2026, 1, ()))
        set_rank_what_is_printed(county.book, printed=True)
    assert told[2:] == [None]


def test_a_groups_ratio_is_the_ratio_of_its_sums(county: SmallCounty, live: Live) -> None:
    for unit, top, bottom in (("a", "1", "2"), ("c", "9", "10"), ("d", "5", "0")):
        county.report(unit, "count", "2026-09", top)
        county.report(unit, "worse", "2026-09", bottom)
    towns, streets, whole = live.table(county.indicator["ratio"]).totals
    assert (towns.cumulative, streets.cumulative, whole.cumulative) == (Fraction(1000, 12), None, Fraction(1500, 12))
    assert (towns.units, streets.units, whole.units, whole.targets_sum) == (2, 2, 4, None)
    assert "no_figures" in row(county, live, "d", "ratio").flags


def test_a_groups_rates_are_made_of_its_sums(county: SmallCounty, live: Live) -> None:
    for unit, target, last_year, value in (("a", "10", "4", "6"), ("c", "30", "4", "6"), ("d", "10", "2", "4")):
        county.aim(unit, "money", target)
        county.report(unit, "money", "2025-09", last_year)
        county.report(unit, "money", "2026-09", value)
    towns, streets, whole = live.table(county.indicator["money"]).totals
    assert (towns.completion, towns.yoy, towns.share, towns.targets_sum) == (
        Fraction(12, 40),
        Fraction(1, 2),
        Fraction(12, 16),
        40,
    )
    assert (whole.cumulative, whole.completion, whole.share) == (16, Fraction(16, 50), 1)
    assert streets.group is not None
    assert streets.group.name == "streets"


def test_an_indicator_that_is_not_there_is_a_key_error(live: Live) -> None:
    with pytest.raises(KeyError):
        live.table(IndicatorId(99))


def test_another_years_month_reads_its_own_two_years(county: SmallCounty, live: Live) -> None:
    county.report("a", "money", "2024-05", "2")
    county.report("a", "money", "2025-05", "3")
    live.show(Month(2025, 5))
    assert row(county, live, "a", "money").yoy == Fraction(1, 2)
    county.report("a", "money", "2027-01", "9")
    assert row(county, live, "a", "money").cumulative == 3


def test_a_large_change_is_read_anew_at_once(county: SmallCounty, live: Live) -> None:
    live.table(county.indicator["money"])
    with county.book.change("much"):
        for month in range(1, 10):
            set_figure(county.book, Figure(county.unit["a"], county.indicator["money"], Month(2026, month), Decimal(month)))
        for unit in "cde":
            for year in range(1900, 3600):
                set_figure(county.book, Figure(county.unit[unit], county.indicator["money"], Month(year, 1), Decimal(1)))
    assert row(county, live, "a", "money").cumulative == 45


def test_sums_that_would_pass_64_bits_are_refused_and_not_wrapped(county: SmallCounty, live: Live) -> None:
    money = county.indicator["money"]
    live.table(money)
    with county.book.change("enormous"):
        for unit in "acde":
            for year in (2025, 2026):
                for month in range(1, 13):
                    set_figure(county.book, Figure(county.unit[unit], money, Month(year, month), Decimal(99999999999)))
    with pytest.raises(SumTooLarge, match="larger unit of measure"):
        live.table(money)
    county.book.undo()
    assert live.table(money).total(None).cumulative is None


def as_county(county: SmallCounty) -> County:
    book = county.book
    return County(
        units=units(book),
        indicators={indicator.id: indicator for indicator in indicators(book)},
        figures={(one.unit, one.indicator, one.month): Fraction(one.value) for one in figures(book) if one.value is not None},
        targets={
            (one.year, one.unit, one.indicator): Fraction(one.value) for one in targets(book) if one.set is TargetSet.ASSIGNED
        },
        plan={(one.year, one.indicator, one.month): Fraction(one.share) for one in plan(book)},
    )


def shown(live: Live, indicator: IndicatorId, month: Month | None = None) -> dict[UnitId, dict[str, object]]:
    names = ("target", "month_value", "cumulative", "completion", "pace", "gap", "yoy", "mom", "share", "rank", "rank_change")
    return {one.unit.id: {name: getattr(one, name) for name in names} for one in live.table(indicator, month).rows}


def every_table(live: Live) -> dict[tuple[IndicatorId, Month], dict[UnitId, dict[str, object]]]:
    """What is shown of every indicator in every month that the edits below are in."""
    return {(one.id, month): shown(live, one.id, month) for one in live.indicators for month in MONTHS}


MONTHS = [Month(2025, 6), Month(2025, 9), Month(2026, 1), Month(2026, 6), Month(2026, 7), Month(2026, 8), SEPTEMBER]
months = st.sampled_from(MONTHS)
figures_typed = st.sampled_from([None, "0", "1", "2", "3", "-1", "7"])
steps = st.one_of(
    st.tuples(
        st.just("report"),
        st.sampled_from("abcde"),
        st.sampled_from(["money", "count", "grown", "level", "worse"]),
        months,
        figures_typed,
    ),
    st.tuples(st.just("aim"), st.sampled_from("abcde"), st.sampled_from(["money", "worse"]), st.sampled_from(["0", "2", "3"])),
    st.tuples(st.just("show"), months),
    st.tuples(st.just("undo")),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(steps, min_size=15, max_size=30))
def test_after_any_edits_every_month_is_what_the_rules_say(county: SmallCounty, todo: list[tuple[object, ...]]) -> None:
    county.book.forget_steps()
    live = Live(county.book, month=SEPTEMBER)
    for kind, *what in todo:
        every_table(live)
        match kind:
            case "report":
                unit, indicator_code, of, value = what
                county.report(unit, indicator_code, str(of), value)  # type: ignore[arg-type]
            case "aim":
                county.aim(*what)  # type: ignore[arg-type]
            case "show":
                live.show(*what)  # type: ignore[arg-type]
            case _ if county.book.undo_label:
                county.book.undo()
    expected = as_county(county)
    for (indicator, month), rows in every_table(live).items():
        assert rows == month_of(expected, indicator, month)
    while county.book.undo_label:
        county.book.undo()
    assert figures(county.book) == []
    live.close()


def test_the_first_years_that_there_are_have_none_before_them(county: SmallCounty) -> None:
    county.report("a", "money", "1900-02", "1.5")
    live = Live(county.book, month=Month(1900, 2))
    assert row(county, live, "a", "money").cumulative == Decimal("1.5")
    live.close()
