"""Every rule on exact cases: when it speaks, what it says, what it suggests, and when it keeps quiet."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.metrics.conftest import SmallCounty
from tracker.domain.figure import Figure
from tracker.domain.hint import Hint, HintRules, Level, Rule
from tracker.domain.indicator import EnteredBy, Kind
from tracker.domain.period import Month
from tracker.metrics.hints import Arrived, hints_of
from tracker.metrics.hints_wording import about
from tracker.metrics.live import Live
from tracker.store.figures import set_figures
from tracker.store.indicators import add_indicator, update_indicator

SEPTEMBER = Month(2026, 9)
USUAL = HintRules()
STEADY = "1.00 1.20 0.90 1.10 1.00 0.80 1.20 1.00"
"""January to August: median 1.00, between 0.80 and 1.20."""


def fill(county: SmallCounty, unit: str, indicator: str, texts: str, last: Month = SEPTEMBER) -> None:
    """Enter the figures of the months up to `last`; a "-" is a blank."""
    values = texts.split()
    months = [last.plus(at + 1 - len(values)) for at in range(len(values))]
    with county.book.change("fill"):
        set_figures(
            county.book,
            [
                Figure(county.unit[unit], county.indicator[indicator], month, None if text == "-" else Decimal(text))
                for month, text in zip(months, values, strict=True)
            ],
        )


def hints(
    county: SmallCounty,
    indicator: str,
    rules: HintRules = USUAL,
    unit: str = "a",
    *,
    month: Month = SEPTEMBER,
    unreadable: str = "",
    reported: bool = False,
) -> tuple[Hint, ...]:
    """One unit's hints of an indicator."""
    id_ = county.unit[unit]
    arrived = Arrived({id_: unreadable} if unreadable else {}, {id_} if reported else ())
    live = Live(county.book, month=month)
    found = hints_of(live.table(county.indicator[indicator]), rules, arrived)
    live.close()
    return found.get(id_, ())


def only(found: tuple[Hint, ...]) -> Hint:
    (hint,) = found
    return hint


def told(hint: Hint) -> tuple[Rule, Level, str, Decimal | None]:
    return hint.rule, hint.level, hint.reason, hint.suggestion


@pytest.mark.parametrize(
    ("now", "times", "meant"),
    [
        ("14.00", "14 times", "1.4"),
        ("5.00", "5 times", "0.5"),
        ("20.00", "20 times", "2"),
        ("9800.00", "9,800 times", "0.98"),
        ("9812.34", "9,800 times", "0.98"),
        ("0.10", "1/10", "1"),
        ("0.07", "1/14", "0.7"),
        ("-12.00", "12 times", "-1.2"),
    ],
)
def test_a_figure_of_another_unit_of_measure_is_a_slip(county: SmallCounty, now: str, times: str, meant: str) -> None:
    fill(county, "c", "money", f"{STEADY} {now}")
    hint = hints(county, "money", unit="c")[0]
    assert (hint.rule, hint.level, hint.value) == (Rule.SLIP, Level.LIKELY, Decimal(now))
    assert times in hint.reason
    assert "1.00, the median of 8 months with figures" in hint.reason
    assert hint.suggestion == Decimal(meant)


def test_the_sentence_of_a_slip_has_its_numbers(county: SmallCounty) -> None:
    fill(county, "c", "count", "28 30 25 28 29 27 400")
    assert only(hints(county, "count", unit="c")).reason == (
        "400 is about 14 times 28, the median of 6 months with figures; the unit of measure may be wrong."
    )


def test_a_median_between_two_whole_numbers_is_shown_as_such(county: SmallCounty) -> None:
    fill(county, "c", "count", "28 30 25 26 29 27 400")
    assert "15 times 27.5, the median" in only(hints(county, "count", unit="c")).reason


@pytest.mark.parametrize("now", ["1.90", "4.90", "20.10", "200.00", "0.45", "0.00"])
def test_what_is_no_round_factor_is_no_slip(county: SmallCounty, now: str) -> None:
    fill(county, "c", "money", f"{STEADY} {now}")
    assert Rule.SLIP not in {hint.rule for hint in hints(county, "money", unit="c")}


def test_a_slip_explains_the_outlier(county: SmallCounty) -> None:
    fill(county, "c", "money", f"{STEADY} 14.00")
    assert only(hints(county, "money", unit="c")).rule is Rule.SLIP
    without = HintRules(off=frozenset({Rule.SLIP}))
    assert only(hints(county, "money", without, "c")).rule is Rule.OUTLIER


def test_units_whose_months_scatter_that_much_make_no_slips(county: SmallCounty) -> None:
    fill(county, "c", "money", "0.30 9.00 1.00 4.00 1.00 8.00 0.20 1.00 10.00")
    assert only(hints(county, "money", unit="c")).rule is Rule.OUTLIER


def test_months_of_zero_tell_nothing_about_the_unit_of_measure(county: SmallCounty) -> None:
    fill(county, "c", "money", "0 3.00 0 0 3.00 0 0 3.00 0 0 3.00 0 0 3.00 0 0 3.00 0 0 3.00 30000.00")
    hint = only(hints(county, "money", unit="c"))
    assert (hint.rule, hint.suggestion) == (Rule.SLIP, Decimal(3))
    assert "3.00, the median of 7 months with figures" in hint.reason


def test_an_odd_count_with_a_digit_too_many_is_told_without_a_guess(county: SmallCounty) -> None:
    fill(county, "c", "count", "28 30 25 28 29 27 403")
    assert told(only(hints(county, "count", unit="c")))[-1] is None


def test_what_would_be_rounded_away_is_not_suggested(county: SmallCounty) -> None:
    fill(county, "c", "count", "1 1 1 1 1 1 4001")
    hint = only(hints(county, "count", unit="c"))
    assert (hint.rule, hint.suggestion) == (Rule.SLIP, None)


def test_a_typed_cumulative_is_compared_with_the_last_one_and_a_usual_month(county: SmallCounty) -> None:
    with county.book.change("by cumulative"):
        update_indicator(county.book, county.indicator["money"], entered_by=EnteredBy.CUMULATIVE)
    fill(county, "c", "money", f"{STEADY} 83.80")  # 8.20 until August; 92.00 was typed for 9.20
    assert told(only(hints(county, "money", unit="c"))) == (
        Rule.SLIP,
        Level.LIKELY,
        "92.00 to date is about 10 times the 9.20 to be expected; the unit of measure may be wrong.",
        Decimal(1),
    )
    fill(county, "c", "money", "-7.28")  # 0.92 was typed
    assert told(only(hints(county, "money", unit="c"))) == (
        Rule.SLIP,
        Level.LIKELY,
        "0.92 to date is about 1/10 of the 9.20 to be expected; the unit of measure may be wrong.",
        Decimal(1),
    )
    fill(county, "c", "money", "70.00")  # 78.20, for 7.82, which would be a fall
    assert only(hints(county, "money", unit="c")).suggestion is None


def test_a_cumulative_that_falls_is_told_as_one_where_it_is_typed(county: SmallCounty) -> None:
    fill(county, "c", "money", "2.00 0.63 -0.35")
    assert told(only(hints(county, "money", unit="c"))) == (Rule.NEGATIVE, Level.LIKELY, "−0.35 is below zero.", None)
    with county.book.change("by cumulative"):
        update_indicator(county.book, county.indicator["money"], entered_by=EnteredBy.CUMULATIVE)
    fall = (Rule.FALL, Level.LIKELY, "2.28 to date is 0.35 less than last month's 2.63.", None)
    assert told(only(hints(county, "money", unit="c"))) == fall


def test_a_month_below_zero_is_told_once_by_whichever_rule_is_on(county: SmallCounty) -> None:
    fill(county, "c", "money", "2.63 -0.35")
    no_negative, no_fall = HintRules(off=frozenset({Rule.NEGATIVE})), HintRules(off=frozenset({Rule.FALL}))
    neither = HintRules(off=frozenset({Rule.NEGATIVE, Rule.FALL}))
    assert [only(hints(county, "money", rules, "c")).rule for rules in (no_negative, no_fall)] == [Rule.FALL, Rule.NEGATIVE]
    assert hints(county, "money", neither, "c") == ()
    with county.book.change("by cumulative"):
        update_indicator(county.book, county.indicator["money"], entered_by=EnteredBy.CUMULATIVE)
    assert [only(hints(county, "money", rules, "c")).rule for rules in (no_negative, no_fall)] == [Rule.FALL, Rule.NEGATIVE]


def test_a_cumulative_begins_anew_in_january(county: SmallCounty) -> None:
    january = Month(2026, 1)
    fill(county, "c", "money", "3.00 3.00 0.50", january)
    assert hints(county, "money", unit="c", month=january) == ()
    with county.book.change("by cumulative"):
        update_indicator(county.book, county.indicator["money"], entered_by=EnteredBy.CUMULATIVE)
    assert hints(county, "money", unit="c", month=january) == ()
    fill(county, "c", "money", "-0.50", january)
    assert told(only(hints(county, "money", unit="c", month=january)))[0] is Rule.FALL


def test_a_level_below_zero_is_negative_and_does_not_fall(county: SmallCounty) -> None:
    fill(county, "c", "level", "5 -2")
    assert told(only(hints(county, "level", unit="c"))) == (Rule.NEGATIVE, Level.LIKELY, "−2 is below zero.", None)
    assert hints(county, "level", HintRules(off=frozenset({Rule.NEGATIVE})), "c") == ()


def test_a_level_below_last_months_is_nothing_odd(county: SmallCounty) -> None:
    fill(county, "c", "level", "9 5")
    assert hints(county, "level", unit="c") == ()


def test_what_could_not_be_read_is_red_and_cannot_be_switched_off(county: SmallCounty) -> None:
    every_rule_off = HintRules(off=frozenset(Rule))
    hint = only(hints(county, "money", every_rule_off, unreadable="约30万"))
    assert told(hint) == (
        Rule.UNREADABLE,
        Level.UNREADABLE,
        "“约30万” cannot be read: This is not an exact figure. Type the exact one.",
        None,
    )
    assert not hint.acceptable


def test_a_text_with_too_many_decimals_offers_the_rounded_figure(county: SmallCounty) -> None:
    hint = only(hints(county, "money", unreadable="12.345"))
    assert (hint.rule, hint.level, hint.value, hint.suggestion) == (Rule.DECIMALS, Level.UNREADABLE, None, Decimal("12.35"))
    assert hint.reason == "“12.345” cannot be read: More decimals (3) than the indicator has (2)."


def test_a_stored_figure_finer_than_its_indicator_offers_the_rounded_one(county: SmallCounty) -> None:
    with county.book.change("finer"):
        update_indicator(county.book, county.indicator["money"], decimals=4)
    fill(county, "c", "money", "1.2345")
    with county.book.change("as no command does it"):
        county.book.write("UPDATE indicator SET decimals = 2 WHERE code = 'money'")
    hint = only(hints(county, "money", unit="c"))
    assert told(hint) == (
        Rule.DECIMALS,
        Level.LIKELY,
        "1.2345 has more decimals than the indicator (2).",
        Decimal("1.23"),
    )
    assert hint.acceptable


def test_a_ratio_over_a_hundred_percent_is_told_with_its_shown_value(county: SmallCounty) -> None:
    fill(county, "c", "count", "4")
    fill(county, "c", "worse", "3")
    hint = only(hints(county, "ratio", unit="c"))
    assert told(hint) == (Rule.PERCENT, Level.LIKELY, "133.33% is more than 100%.", None)
    assert hint.value == Decimal("133.33")
    assert hints(county, "ratio", HintRules(off=frozenset({Rule.PERCENT})), "c") == ()


def test_a_ratio_of_a_hundred_percent_or_of_nothing_is_fine(county: SmallCounty) -> None:
    fill(county, "c", "count", "3")
    assert hints(county, "ratio", unit="c") == ()
    fill(county, "c", "worse", "3")
    assert hints(county, "ratio", unit="c") == ()


def test_a_ratio_that_is_no_percentage_may_be_anything(county: SmallCounty) -> None:
    with county.book.change("per thing"):
        update_indicator(county.book, county.indicator["ratio"], unit="个")
    fill(county, "c", "count", "40")
    fill(county, "c", "worse", "3")
    assert hints(county, "ratio", unit="c") == ()


@pytest.mark.parametrize(("unit", "value", "over"), [("%", "100.5", True), ("%", "100", False), ("‰", "100.5", False)])
def test_a_reported_rate_has_the_same_bound(county: SmallCounty, unit: str, value: str, over: bool) -> None:
    with county.book.change("rate"):
        rate = add_indicator(county.book, code="rate", name="rate", unit=unit, decimals=1, kind=Kind.STOCK)
    county.indicator["rate"] = rate
    fill(county, "c", "rate", value)
    assert [hint.rule for hint in hints(county, "rate", unit="c")] == [Rule.PERCENT] * over


def test_an_outlier_is_told_with_the_median_of_the_months_before(county: SmallCounty) -> None:
    fill(county, "c", "money", f"{STEADY} 3.19")
    assert told(only(hints(county, "money", unit="c"))) == (
        Rule.OUTLIER,
        Level.UNUSUAL,
        "3.19 is about 3.2 times 1.00, the median of the last 8 months.",
        None,
    )


@pytest.mark.parametrize(("now", "is_outlier"), [("1.67", False), ("1.68", True), ("0.33", False), ("0.32", True), ("0", True)])
def test_the_bound_of_outliers_is_a_robust_score(county: SmallCounty, now: str, is_outlier: bool) -> None:
    # The deviations' median, MAD, is 0.13, and 3.5 × 0.13 ÷ 0.6745 is 0.6746.
    fill(county, "c", "money", f"1.00 1.20 0.87 1.13 1.00 0.80 1.20 1.00 0.87 {now}")
    assert bool(hints(county, "money", unit="c")) is is_outlier


def test_far_below_the_usual_is_told_without_times(county: SmallCounty) -> None:
    fill(county, "c", "money", f"{STEADY} 0")
    assert only(hints(county, "money", unit="c")).reason == "0.00 is far from 1.00, the median of the last 8 months."


def test_where_most_months_are_alike_the_mean_deviation_takes_over(county: SmallCounty) -> None:
    fill(county, "c", "money", "2.00 2.00 2.00 2.00 2.00 2.00 2.00 3.00 2.50")  # MeanAD 0.125: 2.50 scores 3.19
    assert hints(county, "money", unit="c") == ()
    fill(county, "c", "money", "2.60")
    assert only(hints(county, "money", unit="c")).rule is Rule.OUTLIER


def test_months_that_are_all_alike_tell_nothing_of_how_far_is_far(county: SmallCounty) -> None:
    fill(county, "c", "money", "2.00 2.00 2.00 2.00 2.00 2.00 2.60")
    assert hints(county, "money", unit="c") == ()


def test_small_counts_may_jump_by_chance(county: SmallCounty) -> None:
    fill(county, "c", "count", "0 0 1 0 0 0 1 0 3")
    assert hints(county, "count", unit="c") == ()
    fill(county, "c", "count", "4")
    assert only(hints(county, "count", unit="c")).rule is Rule.OUTLIER


def test_the_first_months_are_compared_with_nothing(county: SmallCounty) -> None:
    fill(county, "c", "money", "1.00 1.20 0.90 1.10 1.00 14.00")
    assert hints(county, "money", unit="c") == ()
    assert only(hints(county, "money", HintRules(least=5), "c")).rule is Rule.SLIP


def test_as_many_months_are_looked_at_as_the_office_says(county: SmallCounty) -> None:
    fill(county, "c", "money", "14 12 15 13 14 12 1.00 1.20 0.90 1.10 1.00 0.80 14.00")
    assert hints(county, "money", unit="c") == ()
    assert only(hints(county, "money", HintRules(months=6), "c")).rule is Rule.SLIP


def test_a_blank_is_told_where_last_month_had_a_figure_once_the_unit_has_reported(county: SmallCounty) -> None:
    fill(county, "c", "money", "1.07 -")
    assert hints(county, "money", unit="c") == ()
    hint = only(hints(county, "money", unit="c", reported=True))
    assert told(hint) == (Rule.BLANK, Level.UNUSUAL, "Blank; last month there was 1.07.", None)
    assert hint.value is None
    assert hints(county, "money", HintRules(off=frozenset({Rule.BLANK})), "c", reported=True) == ()


def test_a_zero_is_no_blank_and_two_blanks_are_usual(county: SmallCounty) -> None:
    fill(county, "c", "money", "1.07 0")
    assert hints(county, "money", unit="c", reported=True) == ()
    fill(county, "c", "money", "- -")
    assert hints(county, "money", unit="c", reported=True) == ()


def test_a_unit_with_which_others_were_merged_is_compared_with_their_months_too(county: SmallCounty) -> None:
    june = Month(2026, 6)
    fill(county, "a", "money", "1.00 1.00 1.10 1.00 1.00 1.00", june)
    fill(county, "b", "money", "2.00 2.00 2.20 2.00 2.00 2.00", june)
    fill(county, "a", "money", "3.00 3.10 3.00")
    assert hints(county, "money") == ()
    fill(county, "a", "money", "30.00")
    assert only(hints(county, "money")).suggestion == Decimal(3)


def test_the_most_serious_hint_of_a_cell_comes_first(county: SmallCounty) -> None:
    with county.book.change("a rate"):
        county.indicator["rate"] = add_indicator(county.book, code="rate", name="rate", unit="%", decimals=1, kind=Kind.STOCK)
    fill(county, "c", "rate", "20 21 19 20 22 18 20 200")
    assert [hint.rule for hint in hints(county, "rate", unit="c")] == [Rule.SLIP, Rule.PERCENT]
    fill(county, "c", "rate", "50 51 49 50 52 48 50 120")
    assert [hint.rule for hint in hints(county, "rate", unit="c")] == [Rule.PERCENT, Rule.OUTLIER]


def test_only_the_rows_that_are_asked_for_are_looked_at(county: SmallCounty) -> None:
    for unit in "cd":
        fill(county, unit, "money", "-1")
    live = Live(county.book, month=SEPTEMBER)
    table = live.table(county.indicator["money"])
    row = table.roster.row_of[county.unit["d"]]
    assert set(hints_of(table, USUAL, Arrived(), rows=[row])) == {county.unit["d"]}
    assert set(hints_of(table, USUAL, Arrived())) == {county.unit["c"], county.unit["d"]}
    live.close()


def test_times_are_told_in_as_many_digits_as_about_bears() -> None:
    assert [about(Decimal(text)) for text in ("2.44", "2.96", "9.96", "14.4", "99.6", "249", "9812", "10000")] == [
        "2.4",
        "3",
        "10",
        "14",
        "100",
        "200",
        "9,800",
        "10,000",
    ]


SERIES = st.lists(st.integers(1, 10**6), min_size=7, max_size=24)
FEW = settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])


def rules_of_series(county: SmallCounty, cents: list[int], rules: HintRules = USUAL) -> list[Rule]:
    """What is told of the last one of these months, before which there is nothing."""
    texts = ["-"] * (25 - len(cents)) + [str(Decimal(value) / 100) for value in cents]
    fill(county, "c", "money", " ".join(texts))
    return [hint.rule for hint in hints(county, "money", rules, "c")]


@FEW
@given(cents=st.integers(0, 10**9), months=st.integers(1, 25))
def test_a_unit_that_always_reports_the_same_has_no_hints(county: SmallCounty, cents: int, months: int) -> None:
    assert rules_of_series(county, [cents] * months) == []


@FEW
@given(series=SERIES, factor=st.integers(2, 1000))
def test_in_a_smaller_unit_of_measure_the_same_hints_are_given(county: SmallCounty, series: list[int], factor: int) -> None:
    assert rules_of_series(county, series) == rules_of_series(county, [factor * cents for cents in series])


@FEW
@given(series=SERIES)
def test_a_higher_bound_gives_no_new_outliers(county: SmallCounty, series: list[int]) -> None:
    bounds = (HintRules(off=frozenset({Rule.SLIP}), score=Decimal(score)) for score in (1, 3, 10))
    found = [set(rules_of_series(county, series, rules)) for rules in bounds]
    assert all(later <= earlier for earlier, later in pairwise(found))


@FEW
@given(cents=st.integers(100, 10**6), factor=st.sampled_from([10, 10_000]))
def test_a_slip_of_a_steady_unit_is_found_and_mended(county: SmallCounty, cents: int, factor: int) -> None:
    around = [cents, cents + cents // 5, cents - cents // 5]
    assert rules_of_series(county, [*around, *around, cents * factor]) == [Rule.SLIP]
    assert hints(county, "money", unit="c")[0].suggestion == Decimal(cents) / 100
