import csv
import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tracker.domain.figure import Figure
from tracker.domain.indicator import Direction
from tracker.domain.period import Month
from tracker.domain.target import PlanShare, Target
from tracker.exchange.publishing import publish_month
from tracker.store import figures, groups, indicators, plans, schemes, settings, targets, units
from tracker.store.book import Book
from tracker.store.corrections import correct


def close(told: object, expected: object) -> bool:
    """Whether a figure is the expected one; rates as far as doubles go."""
    if isinstance(expected, int | float) and isinstance(told, int | float):
        return abs(told - expected) <= 1e-9 * max(1.0, abs(expected))
    return told == expected


@pytest.mark.parametrize(("month", "target_set"), [("2026-01", "assigned"), ("2026-07", "assigned"), ("2026-09", "stretch")])
def test_json_equals_the_expected_results(run: Run, shared_data: Path, tmp_path: Path, month: str, target_set: str) -> None:
    book = tmp_path / "book1.tracker"
    assert run("load", book, shared_data / "books" / "book1").exit_code == 0
    told = run("rank", book, "--month", month, "--target-set", target_set, "--format", "json")
    assert told.exit_code == 0
    indicators = json.loads(told.stdout)["indicators"]
    expected = json.loads((shared_data / "books" / "book1" / "expected.json").read_bytes())[month][target_set]
    assert list(indicators) == list(expected)
    for code, table in expected.items():
        for part, key in (("rows", "unit"), ("totals", "group")):
            rows = {row[key]: row for row in indicators[code][part]}
            assert set(rows) == {row[key] for row in table[part]}
            for row in table[part]:
                wrong = {name for name, figure in row.items() if not close(rows[row[key]][name], figure)}
                assert not wrong, (code, row[key], wrong)


def test_json_goes_to_the_screen_or_to_a_file(run: Run, book: Path, tmp_path: Path) -> None:
    told = run("rank", book, "--month", "2026-01", "--indicator", "S", "--indicator", "M", "--format", "json")
    assert list(json.loads(told.stdout)["indicators"]) == ["S", "M"]
    written = run("rank", book, "--month", "2026-01", "--indicator", "S", "--indicator", "M", "-o", tmp_path / "out.json")
    assert (written.exit_code, written.stdout, written.stderr) == (0, f"Wrote {tmp_path / 'out.json'}.\n", "")
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == told.stdout


def test_csv_in_a_file_is_one_that_excel_reads(run: Run, book: Path, tmp_path: Path) -> None:
    told = run("rank", book, "--month", "2026-01", "--group", "乡镇", "--format", "csv")
    run("rank", book, "--month", "2026-01", "--group", "乡镇", "--format", "csv", "--output", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes() == b"\xef\xbb\xbf" + told.stdout.encode()
    rows = list(csv.DictReader(told.stdout.splitlines()))
    assert {row["group"] for row in rows} == {"乡镇"}
    assert rows[0]["completion_percent"] == "2.07"


def test_the_table_is_what_one_gets_unasked(run: Run, book: Path, tmp_path: Path) -> None:
    told = run("rank", book, "--month", "2026-01", "--indicator", "M")
    assert told.stdout.startswith("2026-01  到位资金 (亿元)  M\nRank  Move  Unit")
    run("rank", book, "--month", "2026-01", "--indicator", "M", "-o", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == told.stdout


def test_a_pdf_goes_to_a_file_or_into_a_pipe(run: Run, book: Path, tmp_path: Path) -> None:
    written = run("rank", book, "--month", "2026-01", "-o", tmp_path / "out.pdf")
    assert written.exit_code == 0, written.stderr
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")
    piped = run("rank", book, "--month", "2026-01", "--indicator", "M", "--group", "乡镇", "--format", "pdf")
    assert piped.stdout_bytes.startswith(b"%PDF-")
    assert piped.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo terminals")
def test_a_workbook_goes_to_a_file(run: Run, book: Path, tmp_path: Path) -> None:
    written = run("rank", book, "--month", "2026-01", "-o", tmp_path / "out.xlsx")
    assert written.exit_code == 0
    cells = [cell.value for row in openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0].iter_rows() for cell in row]
    assert any(str(value).startswith("=IF(ISNUMBER(") for value in cells)


def change_everything(book: Book) -> None:
    """Nothing is left as it was published, but for the published figures, which are locked."""
    rows = units.units(book)
    measures = indicators.indicators(book)
    with book.change("change everything"):
        for unit in rows:
            units.update_unit(
                book, unit.id, name=unit.name + "（新）", sort=-unit.sort, valid_from=None, valid_to=None, merged_into=None
            )
            targets.set_target(book, Target(2026, unit.id, measures[0].id, Decimal(unit.sort + 3)))
            figures.set_figure(book, Figure(unit.id, measures[0].id, Month(2025, 1), Decimal(5)))
        for group in groups.groups(book):
            groups.update_group(book, group.id, name=group.name + "（新）")
        units.add_unit(book, code="U9", name="新区", group=groups.groups(book)[0].id)
        indicators.update_indicator(book, measures[0].id, name="资金", direction=Direction.LOWER, unit="万元")
        plans.set_plan_share(book, PlanShare(2026, measures[0].id, 1, Decimal("0.9")))
        schemes.set_scheme_lines(book, 2026, [])
        settings.set_title(book, "别的县")
        settings.set_office(book, "别的办公室")
        settings.set_clerk(book, "别人")
        settings.set_rank_what_is_printed(book, printed=True)


def test_a_published_month_prints_the_same_for_ever(run: Run, book: Path, tmp_path: Path) -> None:
    with Book.open(book) as opened, opened.change("publish"):
        publish_month(opened, Month(2026, 1), today=date(2026, 2, 8))

    def printed(name: str) -> list[bytes]:
        paths = [tmp_path / f"{name}.{ending}" for ending in ("json", "csv", "txt", "pdf", "xlsx")]
        stretch = tmp_path / f"{name}-stretch.json"
        for path in paths:
            assert run("rank", book, "--month", "2026-01", "-o", path).exit_code == 0
        assert run("rank", book, "--month", "2026-01", "--target-set", "stretch", "-o", stretch).exit_code == 0
        return [path.read_bytes() for path in (*paths, stretch)]

    before = printed("before")
    assert b"2026-02-08" in before[3] or b"20260208" in before[3], "the document carries the day of its publication"
    with Book.open(book) as opened:
        change_everything(opened)
        with opened.change("correct"):
            place = units.units(opened)[0].id, indicators.indicators(opened)[1].id
            correct(opened, Month(2026, 1), [(*place, Decimal(9))], "a slip")
    assert printed("after") == before
    assert run("check", book).exit_code == 0


def test_a_pdf_is_not_poured_onto_a_terminal(book: Path, environment: dict[str, str]) -> None:
    import os

    leader, terminal = os.openpty()
    command = [sys.executable, "-m", "tracker", "rank", str(book), "--month", "2026-01", "--format", "pdf"]
    told = subprocess.run(command, stdout=terminal, stderr=subprocess.PIPE, encoding="utf-8", env=environment, check=False)
    os.close(terminal)
    os.close(leader)
    assert told.returncode == 2
    assert "give its name with -o" in told.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--month", "2026-03"], "There are no figures for 2026-03. The book has 2026-01 to 2026-01."),
        (["--month", "2026-01", "--indicator", "Z"], "There is no indicator “Z”. The book has: M, S, K, R."),
        (["--month", "2026-01", "--group", "园区"], "There is no group “园区”. The book has: 乡镇, 街道."),
    ],
)
def test_what_is_not_there_is_told(run: Run, book: Path, arguments: list[str], message: str) -> None:
    told = run("rank", book, *arguments)
    assert (told.exit_code, told.stdout, told.stderr) == (1, "", f"tracker: {message}\n")


def test_a_book_without_figures_is_told(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "new.tracker", "--title", "T")
    told = run("rank", tmp_path / "new.tracker", "--month", "2026-01")
    assert (told.exit_code, told.stderr) == (1, "tracker: The book has no figures yet. Enter or load some first.\n")


def test_a_file_that_cannot_be_written_is_told_by_its_own_name(run: Run, book: Path, tmp_path: Path) -> None:
    told = run("rank", book, "--month", "2026-01", "-o", tmp_path / "none" / "out.csv")
    assert (told.exit_code, told.stderr) == (1, f"tracker: {tmp_path / 'none' / 'out.csv'}: No such file or directory\n")
    told = run("rank", book, "--month", "2026-01", "-o", tmp_path / "none" / "out.pdf")
    assert (told.exit_code, told.stderr) == (1, f"tracker: {tmp_path / 'none' / 'out.pdf'}: No such file or directory\n")


def test_a_book_is_ranked_while_somebody_works_in_it(run: Run, book: Path) -> None:
    from tracker.store.book import Book

    with Book.open(book):
        assert run("rank", book, "--month", "2026-01").exit_code == 0
