"""Printing a PDF through QPrinter."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from tests.ui.paper import coverage, likeness, pages, sample_pdf, size_in_points
from tests.ui.ranking_county import make_county, open_county
from tracker.reports.sheet import Paper
from tracker.ui.print_job import Sheet, jobs, print_pdf, print_pdfs
from tracker.ui.printing import (
    NoPrinter,
    NoSuchPage,
    PrintFailed,
    UnreadablePdf,
    destinations,
    open_pdf,
    page_layout,
    printer_named,
    render,
)


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[Paper, bytes]:
    """The sample sheet on A4 and on A3."""
    path = tmp_path_factory.mktemp("paper") / "county.tracker"
    make_county(path)
    with open_county(path) as county:
        return {paper: sample_pdf(county, paper=paper) for paper in (Paper.A4, Paper.A3)}


@pytest.fixture
def sheet(sheets: dict[Paper, bytes], qapp: object) -> bytes:
    return sheets[Paper.A4]


def into(file: Path, *, resolution: int = 300) -> QPrinter:
    """A printer that prints into a PDF file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(resolution)
    return printer


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3])
def test_what_is_printed_is_what_was_set(paper: Paper, sheets: dict[Paper, bytes], tmp_path: Path, qapp: object) -> None:
    sheet, file = sheets[paper], tmp_path / "printed.pdf"
    assert print_pdf(sheet, into(file)) == len(pages(sheet))
    original, printed = pages(sheet), pages(file.read_bytes())
    assert len(printed) == len(original)
    for before, after in zip(original, printed, strict=True):
        assert after.shape == pytest.approx(before.shape, abs=2)
        assert coverage(after) == pytest.approx(coverage(before), rel=0.25)
        assert coverage(after) > 0.01, "the paper is not blank"
        assert likeness(before, after) > 0.95


def test_the_paper_is_the_pdfs_own(sheets: dict[Paper, bytes], tmp_path: Path, qapp: object) -> None:
    expected = {Paper.A4: (595, 842), Paper.A3: (842, 1191)}
    for paper, size in expected.items():
        file = tmp_path / f"{paper}.pdf"
        print_pdf(sheets[paper], into(file))
        assert size_in_points(file) == pytest.approx(size, abs=1.5)


def test_a_landscape_page_is_told_to_the_printer_as_turned_paper(sheets: dict[Paper, bytes], qapp: object) -> None:
    layout = page_layout(open_pdf(sheets[Paper.A4]), 0)
    assert layout.pageSize().id() == QPageSize.PageSizeId.A4
    assert layout.orientation() == QPageLayout.Orientation.Landscape
    assert layout.margins().isNull()


def test_chosen_pages_are_printed_in_the_order_asked_for(sheet: bytes, tmp_path: Path) -> None:
    file = tmp_path / "two.pdf"
    assert print_pdf(sheet, into(file), pages=[1, 1]) == 2
    assert len(pages(file.read_bytes())) == 2


def test_a_page_that_is_not_there_is_refused_before_anything_is_printed(sheet: bytes, tmp_path: Path) -> None:
    file = tmp_path / "none.pdf"
    with pytest.raises(NoSuchPage, match="There is no page 9"):
        print_pdf(sheet, into(file), pages=[9])
    assert not file.exists()


def test_no_pages_are_no_job(sheet: bytes, tmp_path: Path) -> None:
    file = tmp_path / "none.pdf"
    assert print_pdf(sheet, into(file), pages=[]) == 0
    assert not file.exists()


def test_copies_that_a_printer_cannot_make_are_sent_one_after_the_other(sheet: bytes, tmp_path: Path) -> None:
    file = tmp_path / "copies.pdf"
    printer = into(file)
    printer.setCopyCount(3)
    print_pdf(sheet, printer)
    expected = 1 if printer.supportsMultipleCopies() else 3
    assert len(pages(file.read_bytes())) == expected * len(pages(sheet))


def test_each_page_is_told_and_may_stop_the_job(sheet: bytes, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    print_pdf(sheet, into(tmp_path / "told.pdf"), pages=[1, 1], progress=lambda done, of: told.append((done, of)))
    assert told == [(0, 2), (1, 2)]

    class GivenUp(Exception):
        pass

    def stop(done: int, of: int) -> None:
        if done == 1:
            raise GivenUp

    with pytest.raises(GivenUp):
        print_pdf(sheet, into(tmp_path / "stopped.pdf"), pages=[1, 1], progress=stop)


def test_a_coarse_printer_still_gets_fine_rules(sheet: bytes, tmp_path: Path) -> None:
    printer = into(tmp_path / "coarse.pdf", resolution=72)
    print_pdf(sheet, printer)
    assert printer.resolution() == 300


def test_large_paper_is_rendered_as_finely_as_memory_allows(sheets: dict[Paper, bytes], tmp_path: Path, qapp: object) -> None:
    finest = {}
    for paper, sheet in sheets.items():
        printer = into(tmp_path / f"{paper}.pdf", resolution=1200)
        print_pdf(sheet, printer)
        finest[paper] = printer.resolution()
    assert finest[Paper.A4] == 600
    assert finest[Paper.A3] == 431


def test_what_is_no_pdf_is_refused(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(UnreadablePdf):
        print_pdf(b"not a PDF", into(tmp_path / "none.pdf"))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.qt_no_exception_capture
def test_a_place_that_cannot_be_written_is_a_failed_job(sheet: bytes, tmp_path: Path, qtlog: object) -> None:
    with qtlog.disabled(), pytest.raises(PrintFailed):  # type: ignore[attr-defined]
        print_pdf(sheet, into(tmp_path / "no such folder" / "printed.pdf"))


def test_a_printer_that_is_not_there_is_named(qapp: object) -> None:
    with pytest.raises(NoPrinter, match="There is no printer “Gone”"):
        printer_named("Gone")
    with pytest.raises(NoPrinter, match="No printer is set up"):
        printer_named("")


def test_the_default_printer_comes_first(qapp: object) -> None:
    found = destinations()
    assert all(not destination.default for destination in found[1:])


def test_black_type_is_rendered_grey_to_spare_memory(sheet: bytes) -> None:
    assert render(open_pdf(sheet), 0, QSize(400, 283)).depth() == 8


def test_several_documents_are_one_file_each_page_on_its_own_paper(
    sheets: dict[Paper, bytes], tmp_path: Path, qapp: object
) -> None:
    file, told = tmp_path / "stack.pdf", []
    count = print_pdfs(sheets.values(), into(file), progress=lambda done, of: told.append((done, of)))
    document = open_pdf(file.read_bytes())
    assert document.pageCount() == count == len(told)
    sizes = {tuple(document.pagePointSize(page).toSize().toTuple()) for page in range(count)}
    assert sizes == {(842, 595), (1191, 842)}


def test_a_job_is_of_one_paper_whichever_way_it_lies(sheets: dict[Paper, bytes], qapp: object) -> None:
    a4, a3 = open_pdf(sheets[Paper.A4]), open_pdf(sheets[Paper.A3])
    stack = [Sheet(a4, 0), Sheet(a4, 0), Sheet(a3, 0), Sheet(a4, 0)]
    assert [len(job) for job in jobs(stack, into_file=False)] == [2, 1, 1]
    assert [len(job) for job in jobs(stack, into_file=True)] == [4]
    assert jobs([], into_file=True) == jobs([], into_file=False) == []
    assert stack[0].paper == (595, 842)
    assert stack[0].lies
