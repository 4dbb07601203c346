"""A month's documents: which there are, what their files are called, and that a published month's stay the same."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports.conftest import DAY, Sample, text_of
from tracker.domain.figure import Figure
from tracker.domain.month_documents import DocumentKind
from tracker.domain.period import Month
from tracker.domain.print_setup import Paper, PrintSetup
from tracker.metrics.live import Live
from tracker.metrics.shown import live_of
from tracker.reports.errors import DocumentNotSaved, NoIndicatorToPrint
from tracker.reports.month_documents import MonthDocument, Stack, file_paths, month_documents, pdfs, save_documents
from tracker.store import figures
from tracker.store.book import Book
from tracker.store.months import MonthState, set_state
from tracker.store.print_setup import set_print_setup
from tracker.store.publications import publish

pytestmark = pytest.mark.usefixtures("chinese")
ALL = tuple(DocumentKind)
SHEETS = (DocumentKind.BULLETIN, DocumentKind.RANKING, DocumentKind.INDICATORS)


def stack(sample: Sample) -> Stack:
    return Stack(sample.book, sample.live, DAY)


def silent(done: int, of: int) -> None:
    assert done < of


def test_the_stack_has_the_bulletin_the_sheets_and_the_cards(sample: Sample) -> None:
    found = month_documents(stack(sample), ALL)
    assert [document.name for document in found[:4]] == [
        "2026年9月 月通报",
        "2026年9月 排名表 主要指标",
        "2026年9月 排名表 综合得分",
        "2026年9月 排名表 实际到位省外资金",
    ]
    assert found[-1].name == "2026年9月 进度卡 县工信局"
    assert len(found) == 3 + len(sample.live.indicators) + len(sample.live.roster.units)
    assert [one.kind for one in month_documents(stack(sample), [DocumentKind.RANKING])] == [DocumentKind.RANKING]


def test_there_is_no_sheet_of_scores_without_a_scheme(sample: Sample) -> None:
    with sample.book.change("no scheme"):
        sample.book.write("DELETE FROM scheme_line")
    assert month_documents(stack(sample), [DocumentKind.SCORES]) == []


def test_the_office_s_indicators_are_those_that_get_a_sheet(sample: Sample) -> None:
    with sample.book.change("set up"):
        set_print_setup(sample.book, PrintSetup(indicators=("WZ", "SWZJ")))
    names = [document.name for document in month_documents(stack(sample), [DocumentKind.INDICATORS])]
    assert names == ["2026年9月 排名表 实际利用外资", "2026年9月 排名表 实际到位省外资金"]


def test_every_document_is_written_under_its_name_with_progress(sample: Sample, tmp_path: Path) -> None:
    with sample.book.change("set up"):
        set_print_setup(sample.book, PrintSetup(indicators=("WZ", "SWZJ")))
    told: list[tuple[int, int]] = []
    documents = month_documents(stack(sample), SHEETS)
    paths = save_documents(documents, tmp_path / "new" / "folder", lambda done, of: told.append((done, of)))
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == sorted(path.name for path in paths)
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert "实际利用外资" in text_of(paths[2].read_bytes())
    assert paths[0].name == "2026年9月 月通报.pdf"


def test_a_cancelled_job_leaves_whole_files(sample: Sample, tmp_path: Path) -> None:
    def cancel(done: int, of: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    documents = month_documents(stack(sample), [DocumentKind.INDICATORS])
    with pytest.raises(KeyboardInterrupt):
        save_documents(documents, tmp_path / "pdf", cancel)
    (only,) = (tmp_path / "pdf").iterdir()
    assert only.read_bytes().endswith(b"%%EOF")


def test_names_are_fit_for_files_and_differ(sample: Sample, tmp_path: Path) -> None:
    make: Callable[[], object] = month_documents(stack(sample), ALL)[0].make
    named = [MonthDocument(DocumentKind.RANKING, name, make) for name in ("表 a/b", "表 a:b", "表")]  # type: ignore[arg-type]
    assert [path.name for path in file_paths(named, tmp_path)] == ["表 a b.pdf", "表 a b (2).pdf", "表.pdf"]


def test_a_folder_that_cannot_be_made_is_told(sample: Sample, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DocumentNotSaved):
        save_documents(month_documents(stack(sample), [DocumentKind.RANKING]), tmp_path / "file" / "x", silent)


def test_one_paper_for_all_of_them(sample: Sample) -> None:
    for document, content in pdfs(month_documents(replace(stack(sample), paper=Paper.A4), ALL[:3]), silent):
        assert b"1190.55" not in content, document.name


def test_a_published_month_prints_the_same_stack_for_ever(sample: Sample, tmp_path: Path) -> None:
    book, month = sample.book, Month(2026, 9)
    with book.change("publish"):
        set_print_setup(book, PrintSetup(indicators=("WZ", "SWZJ")))
        publish(book, month, today=datetime.date(2026, 10, 9))

    def printed(today: datetime.date) -> list[bytes]:
        with closing(live_of(book, month)) as live:
            return [content for _, content in pdfs(month_documents(Stack(book, live, today), ALL), silent)]

    first = printed(datetime.date(2026, 10, 9))
    with book.change("later"):
        set_print_setup(book, PrintSetup(total_first=True, signatures=(), title="{县}"))
        set_state(book, month, MonthState.OPEN)
        figures.set_figure(book, Figure(sample.unit["城关镇"], sample.indicator["WZ"], month, None))
        set_state(book, month, MonthState.PUBLISHED)
    assert printed(datetime.date(2027, 1, 1)) == first


def test_a_book_without_indicators_has_no_documents(tmp_path: Path) -> None:
    with Book.create(tmp_path / "empty.tracker", title="云山县") as book:
        live = Live(book, month=Month(2026, 9))
        with pytest.raises(NoIndicatorToPrint):
            month_documents(Stack(book, live, DAY), ALL)
        live.close()
