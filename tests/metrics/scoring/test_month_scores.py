"""Scores equal what exact fractions gave for the shared books, and what the rules say of a small county."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.metrics.conftest import SmallCounty
from tracker.domain.adjustment import Adjustment
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.exchange.data_folder import load
from tracker.metrics.live import Live
from tracker.metrics.scoring.forms import Forms
from tracker.metrics.scoring.month_scores import Beside, score_table
from tracker.metrics.scoring.score import Score, ScoreTable
from tracker.store.book import Book
from tracker.store.scheme_versions import versions
from tracker.store.settings import set_rank_what_is_printed

SEPTEMBER = Month(2026, 9)


def line(county: SmallCounty, indicator: str, points: int, method: Method, **fields: object) -> SchemeLine:
    return SchemeLine(2026, None, county.indicator[indicator], Decimal(points), method, **fields)  # type: ignore[arg-type]


def scheme(*lines: SchemeLine) -> Scheme:
    return Scheme(2026, 1, lines)


def scored(county: SmallCounty, lines: Sequence[SchemeLine], month: Month = SEPTEMBER) -> dict[str, Score]:
    table = score_table(Live(county.book, month=month), scheme(*lines))
    return {score.unit.code: score for score in table.by_unit.values()}


@pytest.mark.parametrize("name", ["book1", "book2", "book3"])
def test_every_score_and_rank_is_as_exact_fractions_give_it(shared_data: Path, tmp_path: Path, name: str) -> None:
    folder = shared_data / "books" / name
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    with Book.create(tmp_path / "book.tracker") as book:
        load(book, folder)
        live, (version,) = Live(book), versions(book, 2026)
        for month, content in expected.items():
            table = score_table(live, version, month=Month.parse(month))
            told = {of_group.group.name: {row.unit.code: row for row in of_group.rows} for of_group in table.groups}
            assert {group: set(rows) for group, rows in told.items()} == {
                group: {row["unit"] for row in rows} for group, rows in content["scores"].items()
            }
            for group, rows in content["scores"].items():
                for row in rows:
                    mine = told[group][row["unit"]]
                    assert mine.value is not None
                    assert (float(mine.value), mine.rank) == (pytest.approx(row["score"], rel=1e-12), row["rank"])


def test_what_does_not_count_for_a_unit_is_left_out_of_its_full_points(county: SmallCounty) -> None:
    lines = [
        line(county, "money", 30, Method.PROPORTIONAL, cap=Decimal(1)),
        line(county, "count", 10, Method.PER_ITEM, each=Decimal(1)),
    ]
    county.aim("c", "money", "10")
    for unit in "ac":
        county.report(unit, "money", "2026-09", "5")
        county.report(unit, "count", "2026-09", "5")
    found = scored(county, lines)
    assert (found["a"].got, found["a"].full, found["a"].total, found["a"].value) == (5, 10, 40, 20)
    assert (found["c"].got, found["c"].full, found["c"].value, found["c"].printed) == (20, 40, 20, Decimal("20.00"))
    assert [found[code].rank for code in "acde"] == [1, 1, 1, 1]
    assert found["a"].ranked == 2


def test_a_unit_for_which_no_line_counts_has_no_score_and_no_rank(county: SmallCounty) -> None:
    county.aim("a", "money", "10")
    found = scored(county, [line(county, "money", 30, Method.ALL_OR_NOTHING)])
    assert (found["a"].value, found["a"].rank, found["a"].ranked) == (0, 1, 1)
    assert (found["c"].value, found["c"].printed, found["c"].rank) == (None, None, None)


def test_a_groups_own_line_comes_in_addition(county: SmallCounty) -> None:
    live = Live(county.book, month=SEPTEMBER)
    streets = next(group.id for group in live.groups if group.name == "streets")
    for_all = line(county, "count", 10, Method.PER_ITEM, each=Decimal(1))
    own = SchemeLine(2026, streets, county.indicator["count"], Decimal(5), Method.PER_ITEM, each=Decimal(1))
    county.report("d", "count", "2026-09", "7")
    table = score_table(live, scheme(for_all, own))
    assert [of_group.total for of_group in table.groups] == [10, 15]
    assert [award.points for award in table.by_unit[county.unit["d"]].awards] == [7, 5]
    assert len(table.by_unit[county.unit["a"]].awards) == 1


def test_scores_that_print_the_same_are_ranked_apart_unless_the_book_says_otherwise(county: SmallCounty) -> None:
    lines = [line(county, "money", 10, Method.PROPORTIONAL, cap=Decimal(1))]
    for unit, done in (("a", "50.00"), ("c", "50.01")):
        county.aim(unit, "money", "100")
        county.report(unit, "money", "2026-09", done)
    assert [scored(county, lines)[code].rank for code in "ac"] == [2, 1]
    with county.book.change("as printed"):
        set_rank_what_is_printed(county.book, True)
    assert [scored(county, lines)[code].printed for code in "ac"] == [Decimal("5.00"), Decimal("5.00")]
    assert [scored(county, lines)[code].rank for code in "ac"] == [1, 1]


def test_moves_are_counted_from_the_ranks_before(county: SmallCounty) -> None:
    live, by_item = Live(county.book, month=SEPTEMBER), scheme(line(county, "count", 10, Method.PER_ITEM, each=Decimal(1)))
    for unit, august, september in (("a", "3", "0"), ("c", "1", "5")):
        county.report(unit, "count", "2026-08", august)
        county.report(unit, "count", "2026-09", september)
    before = score_table(live, by_item, month=Month(2026, 8)).ranks
    table = score_table(live, by_item, beside=Beside(ranks_before=before))
    assert [table.by_unit[county.unit[code]].rank_change for code in "ac"] == [-1, 1]
    assert score_table(live, by_item).by_unit[county.unit["a"]].rank_change is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.integers(0, 40), min_size=4, max_size=4))
def test_a_score_never_passes_the_schemes_total_and_the_first_has_the_highest(county: SmallCounty, figures: list[int]) -> None:
    for unit, figure in zip("acde", figures, strict=True):
        county.aim(unit, "money", "20")
        county.report(unit, "money", "2026-09", str(figure))
        county.report(unit, "count", "2026-09", str(figure))
    lines = [
        line(county, "money", 60, Method.PROPORTIONAL, cap=Decimal(1)),
        line(county, "count", 40, Method.EFFICACY, basis="cumulative"),
    ]
    table: ScoreTable = score_table(Live(county.book, month=SEPTEMBER), scheme(*lines))
    for of_group in table.groups:
        values = [row.value for row in of_group.rows]
        assert all(value is not None and 0 < value <= of_group.total for value in values)
        assert sorted(values, reverse=True) == [row.value for row in sorted(of_group.rows, key=lambda row: row.rank or 0)]


def test_scores_are_fractions_without_binary_dust(county: SmallCounty) -> None:
    county.aim("a", "money", "3")
    county.report("a", "money", "2026-09", "1")
    value = scored(county, [line(county, "money", 10, Method.PROPORTIONAL, cap=Decimal(1))])["a"].value
    assert value == Fraction(10, 3)


def test_points_by_hand_and_forms_are_added_to_what_the_lines_give(county: SmallCounty) -> None:
    county.report("a", "count", "2026-09", "6")
    of_count = line(county, "count", 10, Method.PER_ITEM, each=Decimal(1))
    by_item = scheme(of_count, line(county, "money", 30, Method.ALL_OR_NOTHING))
    given = Adjustment(county.unit["a"], SEPTEMBER, Decimal("1.5"), "表彰", "3号")
    late = Forms((Month(2026, 3),), (), Fraction(-1))
    beside = Beside(by_hand=[given, given], forms={county.unit["a"]: late})
    found = score_table(Live(county.book, month=SEPTEMBER), by_item, beside=beside).by_unit
    with_all, without = found[county.unit["a"]], found[county.unit["c"]]
    assert (with_all.by_hand, with_all.forms) == ((given, given), late)
    assert (with_all.of_lines, with_all.added, with_all.value) == (24, 2, 26)
    assert (without.by_hand, without.forms, without.added, without.value) == ((), None, 0, 0)
