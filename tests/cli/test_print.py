"""`tracker print`."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tracker.domain.month_documents import DocumentKind
from tracker.domain.print_setup import PrintSetup
from tracker.reports import wording
from tracker.store.book import Book
from tracker.store.indicators import indicators
from tracker.store.month_documents import set_printed_documents
from tracker.store.print_setup import set_print_setup

pytestmark = pytest.mark.skipif(wording.tr("Notes: ") == "Notes: ", reason="the translations are not compiled: make setup")


def test_a_months_documents_are_written_into_a_folder(run: Run, book: Path, tmp_path: Path) -> None:
    told = run("print", book, "--month", "2026-01", "-o", tmp_path / "paper")
    assert told.exit_code == 0
    names = sorted(path.name for path in (tmp_path / "paper").iterdir())
    assert "2026年1月 月通报.pdf" in names
    assert told.stdout.count("Wrote ") == len(names) > 5


def test_what_the_office_ticked_or_what_is_asked_for_is_written(run: Run, book: Path, tmp_path: Path) -> None:
    with Book.open(book) as opened, opened.change("tick"):
        set_printed_documents(opened, [DocumentKind.RANKING])
    run("print", book, "--month", "2026-01", "-o", tmp_path / "ticked")
    assert [path.name for path in (tmp_path / "ticked").iterdir()] == ["2026年1月 排名表 主要指标.pdf"]
    run("print", book, "--month", "2026-01", "--document", "bulletin", "-o", tmp_path / "asked")
    assert [path.name for path in (tmp_path / "asked").iterdir()] == ["2026年1月 月通报.pdf"]


def test_the_ranking_document_is_of_the_indicators_that_the_office_prints(run: Run, book: Path, tmp_path: Path) -> None:
    with Book.open(book) as opened:
        codes = [indicator.code for indicator in indicators(opened)]
        with opened.change("set up"):
            set_print_setup(opened, PrintSetup(indicators=(codes[-1],)))
    sheet = tmp_path / "ranking.xlsx"
    assert run("rank", book, "--month", "2026-01", "-o", sheet).exit_code == 0
    few = openpyxl.load_workbook(sheet).worksheets[0].max_column
    assert run("rank", book, "--month", "2026-01", "--indicator", codes[0], "--indicator", codes[-1], "-o", sheet).exit_code == 0
    assert openpyxl.load_workbook(sheet).worksheets[0].max_column > few


def test_a_month_without_figures_is_refused(run: Run, book: Path, tmp_path: Path) -> None:
    told = run("print", book, "--month", "2031-01", "-o", tmp_path / "paper")
    assert told.exit_code == 1
    assert "There are no figures for 2031-01" in told.stderr
    assert not (tmp_path / "paper").exists()
