from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.reports.conftest import pages_of
from tracker.store.book import Book


def test_all_cards_of_the_newest_month_are_one_pdf(run: Run, book: Path, tmp_path: Path) -> None:
    file = tmp_path / "cards.pdf"
    told = run("card", book, "-o", file)
    assert (told.exit_code, told.stdout) == (0, f"Wrote {file}.\n")
    assert pages_of(file.read_bytes()) == 2


@pytest.mark.parametrize("unit", ["U1", "城关镇"])
def test_one_units_card_is_asked_for_by_code_or_name(run: Run, book: Path, tmp_path: Path, unit: str) -> None:
    file = tmp_path / "card.pdf"
    assert run("card", book, "--month", "2026-01", "--unit", unit, "-o", file).exit_code == 0
    assert pages_of(file.read_bytes()) == 1


def test_a_group_alone_has_its_own_cards(run: Run, book: Path, tmp_path: Path) -> None:
    file = tmp_path / "cards.pdf"
    assert run("card", book, "--group", "乡镇", "-o", file).exit_code == 0
    assert pages_of(file.read_bytes()) == 2


def test_a_card_is_a_workbook_too_and_a_picture_a_page(run: Run, book: Path, tmp_path: Path) -> None:
    assert run("card", book, "-o", tmp_path / "cards.xlsx").exit_code == 0
    assert openpyxl.load_workbook(tmp_path / "cards.xlsx").sheetnames[:2] == ["城关镇", "青石镇"]
    assert run("card", book, "-o", tmp_path / "cards.png").exit_code == 0
    assert {path.name for path in tmp_path.glob("*.png")} == {"cards.png", "cards-2.png"}
    assert (tmp_path / "cards-2.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--unit", "无此镇"], 1, "No unit “无此镇” is listed in 2026-01. Give its name or its code."),
        (["--group", "无此组"], 1, "There is no group “无此组”."),
        (["--month", "1999-01"], 1, "There are no figures for 1999-01."),
        (["--month", "x"], 2, "month"),
    ],
)
def test_what_is_not_there_is_told(run: Run, book: Path, tmp_path: Path, arguments: list[str], code: int, message: str) -> None:
    told = run("card", book, *arguments, "-o", tmp_path / "card.pdf")
    assert told.exit_code == code
    assert message in " ".join(told.stderr.split())


def test_a_card_is_no_word_file(run: Run, book: Path, tmp_path: Path) -> None:
    told = run("card", book, "-o", tmp_path / "card.docx")
    assert told.exit_code == 2
    assert "A card's file ends in .pdf, .xlsx, .png." in " ".join(told.stderr.split())


def test_a_book_without_figures_has_no_newest_month(run: Run, tmp_path: Path) -> None:
    with Book.create(tmp_path / "empty.tracker"):
        pass
    told = run("card", tmp_path / "empty.tracker", "-o", tmp_path / "card.pdf")
    assert told.exit_code == 1
    assert "The book has no figures yet." in told.stderr
