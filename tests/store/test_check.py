from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.store.county import SEPTEMBER, County, add_county
from tracker.domain.figure import Figure
from tracker.domain.target import PlanShare
from tracker.store import check_data, figures, plans, units
from tracker.store.book import Book
from tracker.store.check import Problem, check
from tracker.store.publications import publish


@pytest.fixture
def tampered(county: County) -> Callable[..., list[Problem]]:
    """Run statements past every rule of the book and check it; what the journal notices of it is left out."""
    county.put("1.25")

    def tamper(*statements: str) -> list[Problem]:
        connection = county.book.connection
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for table in ("figure", "unit", "indicator", "target", "plan_share"):
            for op in ("insert", "update", "delete"):
                connection.execute(f"DROP TRIGGER record_{table}_{op}")
        for statement in statements:
            connection.execute(statement)
        connection.execute("PRAGMA ignore_check_constraints = OFF")
        return [problem for problem in check(county.book) if "journal knows nothing" not in problem.text]

    return tamper


def test_a_sound_book_has_no_problems(county: County) -> None:
    county.put("1")
    county.book.undo()
    assert check(county.book) == []


def test_a_figure_of_a_ratio(tampered: Callable[..., list[Problem]]) -> None:
    (problem,) = tampered("UPDATE figure SET indicator_id = 4")
    assert problem.where == "figure · 城关镇 · 开工率 · 2026-09"
    assert "counts nowhere" in problem.text


@pytest.mark.parametrize("months", ["valid_from = 202610", "valid_to = 202608"])
def test_a_figure_outside_its_units_months(county: County, tampered: Callable[..., list[Problem]], months: str) -> None:
    (problem,) = tampered(f"UPDATE unit SET {months} WHERE id = {county.chengguan}")
    assert problem.where == "figure · 城关镇 · 实际到位省外资金 · 2026-09"
    assert "does not report in this month" in problem.text


def test_a_blank_outside_its_units_months_is_no_problem(county: County, tampered: Callable[..., list[Problem]]) -> None:
    statements = (
        f"UPDATE unit SET valid_to = 202608 WHERE id = {county.chengguan}",
        "UPDATE figure SET value = NULL, note = 'x'",
    )
    assert tampered(*statements) == []


@pytest.mark.parametrize(
    ("decimals", "value", "wrong"), [(0, 1_000_000, 0), (0, 1_500_000, 1), (2, -1_255_000, 1), (5, 10, 0), (5, 1, 1), (6, 1, 0)]
)
def test_a_figure_with_more_decimals_than_its_indicator(
    county: County, tampered: Callable[..., list[Problem]], decimals: int, value: int, wrong: int
) -> None:
    problems = tampered(
        f"UPDATE indicator SET decimals = {decimals} WHERE id = {county.money}", f"UPDATE figure SET value = {value}"
    )
    assert ["more decimals" in problem.text for problem in problems] == [True] * wrong


@pytest.mark.parametrize(
    "parts", ["numerator = 4, denominator = 1", "numerator = 1, denominator = 4", "numerator = 77, denominator = 1"]
)
def test_a_ratio_of_what_is_none(county: County, tampered: Callable[..., list[Problem]], parts: str) -> None:
    problems = tampered("DELETE FROM figure", f"UPDATE indicator SET kind = 'ratio', {parts} WHERE id = {county.money}")
    assert ("indicator · 实际到位省外资金", True) in [
        (problem.where, "no ratios themselves" in problem.text) for problem in problems
    ]


def test_a_target_of_a_ratio_and_a_target_of_nobody(tampered: Callable[..., list[Problem]]) -> None:
    own, towns, unknown = tampered(
        "INSERT INTO target (year, unit_id, indicator_id, target_set, value) VALUES (2026, 77, 1, 'assigned', 1)",
        "INSERT INTO target (year, unit_id, indicator_id, target_set, value) VALUES (2026, NULL, 4, 'assigned', 1)",
        "INSERT INTO target (year, unit_id, indicator_id, target_set, value) VALUES (2026, 3, 4, 'assigned', 1)",
    )[::-1]
    assert (unknown.where, unknown.text) == ("target · 1", "It belongs to something that is missing: unit.")
    assert {own.where, towns.where} == {"target · 开工率 · 2026", "target · 城关镇 · 开工率 · 2026"}
    assert "no target" in own.text


def test_mergers_in_a_circle(county: County, tampered: Callable[..., list[Problem]]) -> None:
    pairs = ((county.chengguan, county.qingshi), (county.qingshi, county.yunfeng), (county.yunfeng, county.qingshi))
    problems = tampered(*(f"UPDATE unit SET valid_to = 202612, merged_into = {into} WHERE id = {id_}" for id_, into in pairs))
    assert sorted(problem.where for problem in problems if "into itself" in problem.text) == ["unit · 云峰街道", "unit · 青石镇"]


def test_a_merger_into_a_unit_that_had_ended(county: County) -> None:
    with county.book.change("merge"):
        units.update_unit(county.book, county.yunfeng, valid_to=SEPTEMBER)
        units.update_unit(county.book, county.qingshi, valid_to=SEPTEMBER, merged_into=county.yunfeng)
    (problem,) = check(county.book)
    assert problem.where == "unit · 青石镇 · 云峰街道"
    assert "had ended by then" in problem.text


def test_plans_that_fall_or_leave_their_range(county: County) -> None:
    with county.book.change("plan"):
        for indicator in (county.money, county.signed):
            for month, share in ((1, "0.1"), (2, "0.3"), (3, "0.2"), (4, "0.2")):
                plans.set_plan_share(county.book, PlanShare(2026, indicator, month, Decimal(share)))
        county.book.write("UPDATE plan_share SET share = '1.5' WHERE indicator_id = ? AND month = 2", (county.signed,))
        county.book.write("UPDATE plan_share SET share = 'x' WHERE indicator_id = ? AND month = 1", (county.signed,))
    told = [(problem.where, problem.text.split(",")[0].split(":")[0]) for problem in check(county.book)]
    assert told == [
        (
            f"pace plan · {county.book.row('SELECT id FROM plan_share WHERE share = ?', ('x',))[0]}",
            "“x” is not a number. Enter it again.",
        ),
        ("pace plan · 实际到位省外资金 · 2026-03", "The share is smaller than the month before"),
        ("pace plan · 新签约项目 · 2026-02", "A share lies between 0 and 1"),
        ("pace plan · 新签约项目 · 2026-03", "The share is smaller than the month before"),
    ]


@pytest.mark.parametrize("text", ["", "NaN", "Infinity", "1,5"])
def test_a_number_that_is_none(county: County, tampered: Callable[..., list[Problem]], text: str) -> None:
    problems = tampered(f"UPDATE indicator SET factor = '{text}' WHERE id = {county.rate}")
    assert f"“{text}” is not a number. Enter it again." in [problem.text for problem in problems]


def test_what_was_written_past_the_journal(county: County) -> None:
    county.put("1")
    county.put("1", month=Month8)
    county.book.close()
    with Book.open(county.book.path) as book:
        book.connection.execute("PRAGMA query_only = OFF")
        book.connection.execute("UPDATE figure SET value = 2000000 WHERE id = 1")
        book.connection.execute("DELETE FROM figure WHERE id = 2")
        book.connection.execute("INSERT INTO figure VALUES (9, 1, 1, 202601, 0, '', '', '')")
        assert [(problem.where, "journal knows nothing" in problem.text) for problem in check(book)] == [
            ("figure · 9", True),
            ("figure · 1", True),
            ("figure · 2", True),
        ]


Month8 = SEPTEMBER.plus(-1)


@pytest.fixture
def published(county: County) -> County:
    with county.book.change("publish"):
        publish(county.book, SEPTEMBER, today=date(2026, 10, 10))
    assert check(county.book) == []
    county.book.connection.execute("PRAGMA foreign_keys = OFF")
    return county


def test_what_was_published_must_be_what_is_kept(published: County) -> None:
    published.book.connection.execute("UPDATE blob SET content = x'00'")
    (problem,) = check(published.book)
    assert problem.where == "publication · 2026-09 · 1"
    assert problem.text == "What was published is not what is kept of it. Open a backup."


def test_what_was_published_must_be_there(published: County) -> None:
    published.book.connection.execute("DELETE FROM blob")
    (problem,) = check(published.book)
    assert (problem.where, problem.text) == ("publication · 1", "It belongs to something that is missing: kept content.")


@pytest.mark.parametrize("column", ["unit_id", "indicator_id", "month"])
def test_a_change_must_be_found_where_it_belongs(county: County, column: str) -> None:
    county.put("1")
    county.book.connection.execute(f"UPDATE journal_change SET {column} = 7 WHERE entry_id = 2")
    (problem,) = check(county.book)
    assert (problem.where, problem.text) == ("journal", "Entry 2 is not as it was written. Compare with a backup.")


def test_a_broken_journal_is_told_with_its_entry(county: County) -> None:
    county.put("1")
    county.book.connection.execute("UPDATE journal SET label = 'x' WHERE id = 2")
    (problem,) = check(county.book)
    assert (problem.where, problem.text) == ("journal", "Entry 2 is not as it was written. Compare with a backup.")


def test_a_constraint_that_no_longer_holds(tampered: Callable[..., list[Problem]]) -> None:
    (problem,) = tampered("UPDATE unit SET name = ' ' WHERE id = 1")
    assert problem.where == "file"
    assert "CHECK constraint failed in unit" in problem.text


def test_damaged_pages_end_one_look_and_nothing_is_raised(path: Path) -> None:
    with Book.open(path) as book:
        county = add_county(book)
        county.put("1")
        root = book.row("SELECT rootpage FROM sqlite_schema WHERE name = 'journal'")[0]
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\x55" * 4096
    path.write_bytes(content)
    with Book.open(path) as book:
        problems = check(book)
    assert [(problem.where, "cannot be read" in problem.text) for problem in problems] == [("file", True)]


def test_a_long_list_of_the_same_problem_is_cut(county: County) -> None:
    figures_outside = [Figure(county.qingshi, county.money, SEPTEMBER.plus(number), Decimal(1)) for number in range(300)]
    with county.book.change("end"):
        figures.set_figures(county.book, figures_outside)
        units.update_unit(county.book, county.qingshi, valid_to=SEPTEMBER.plus(-1))
    problems = check(county.book)
    assert len(problems) == 201
    assert problems[-1].text.endswith("There are more like this.")


def test_every_rules_query_names_its_place(county: County) -> None:
    for rule in check_data.RULES:
        assert county.book.rows(rule.broken) == []
