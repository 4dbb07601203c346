"""The month's documents are printed together, through the window: into a folder and onto a printer."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tracker.domain.month_documents import DocumentKind
from tracker.domain.print_setup import Paper, PrintSetup
from tracker.reports import wording
from tracker.reports.document_file import save
from tracker.store.month_documents import printed_documents
from tracker.store.print_setup import set_print_setup
from tracker.ui import month_print_job, month_printing
from tracker.ui.dialogs.print_month import PrintMonthDialog
from tracker.ui.dialogs.question import QuestionDialog
from tracker.ui.printing import Destination, NoPrinter, open_pdf

LEFT, RETURN, ESCAPE = Qt.MouseButton.LeftButton, Qt.Key.Key_Return, Qt.Key.Key_Escape
SHEETS = ["2026年9月 月通报", "2026年9月 排名表 Funds", "2026年9月 排名表 Projects", "2026年9月 排名表 主要指标"]
CARDS = [f"2026年9月 进度卡 {name}" for name in ("Ashby", "Birch", "Cedar", "Dune Park")]
NAMES = SHEETS + CARDS


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder that is chosen when one is asked for."""
    chosen = tmp_path / "paper"
    chosen.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(chosen))
    return chosen


@pytest.fixture
def results(monkeypatch):
    """What was told at the end, and where it lies."""
    told = []
    monkeypatch.setattr(month_printing, "tell_result", lambda _window, text, path: told.append((text, path)))
    monkeypatch.setattr(month_printing, "tell", lambda _window, text, note="": told.append((text, note)))
    return told


@pytest.fixture
def printers(monkeypatch):
    """One printer on this computer; what is sent to it."""
    sent = []
    monkeypatch.setattr("tracker.ui.printing.destinations", lambda: [Destination("laser", "Laser", default=True)])
    monkeypatch.setattr(month_print_job, "printer_named", lambda name, copies, title: (name, copies, title))

    def send(pdfs, printer, progress):
        sent.append((list(pdfs), printer))
        progress(0, 1)
        return sum(open_pdf(pdf).pageCount() for pdf in pdfs)

    monkeypatch.setattr(month_print_job, "print_pdfs", send)
    return sent


def do(window, name="print_month"):
    window.commands.refresh()
    window.commands.action(name).trigger()


def confirm(dialog):
    assert isinstance(dialog, PrintMonthDialog)
    dialog.buttons.button(dialog.buttons.StandardButton.Ok).click()


@pytest.mark.skipif(wording.tr("Notes: ") == "Notes: ", reason="the translations are not compiled")
def test_every_document_lies_in_the_folder_and_the_result_says_so(window, qtbot, answer, folder, results):
    answer(confirm)
    do(window)
    qtbot.waitUntil(lambda: bool(results), timeout=30_000)
    assert sorted(path.stem for path in folder.iterdir()) == sorted(NAMES)
    assert all(path.read_bytes().startswith(b"%PDF") for path in folder.iterdir())
    assert results == [("8 documents of 2026-09 are saved as PDFs.", folder)]


def test_the_window_lives_and_the_work_can_be_given_up(window, qtbot, answer, folder, results, monkeypatch):
    def save_slowly(content, path):
        save(content, path)
        time.sleep(0.2)

    monkeypatch.setattr("tracker.reports.month_documents.save", save_slowly)
    answer(confirm)
    do(window)
    qtbot.waitUntil(lambda: any(folder.iterdir()), timeout=30_000)
    assert window.status_bar.progress.isVisible()
    window.turn_to("ranking")
    qtbot.mouseClick(window.status_bar.progress.cancel, LEFT)
    qtbot.waitUntil(lambda: not window.session.tasks.running, timeout=30_000)
    assert results == []
    assert 0 < len(list(folder.iterdir())) < 8


def test_files_that_are_there_are_replaced_only_when_agreed(window, qtbot, answer, folder, results):
    for name in NAMES:
        (folder / f"{name}.pdf").write_bytes(b"old")

    def refuse(dialog):
        assert isinstance(dialog, QuestionDialog)
        assert dialog.sentence.text() == "Replace 8 files of the same names?"
        qtbot.keyClick(dialog, ESCAPE)

    answer(lambda dialog: (confirm(dialog), answer(refuse)))
    do(window)
    assert not window.session.tasks.running
    assert all(path.read_bytes() == b"old" for path in folder.iterdir())


def test_it_is_one_job_of_one_paper_for_a_printer(window, qtbot, answer, printers, results):
    def look(dialog):
        assert dialog.printer == "laser"
        assert dialog.paper.value is Paper.A4
        assert dialog.note.text() == "8 documents in one job"
        dialog.copies.setValue(2)
        qtbot.keyClick(dialog, RETURN)

    answer(look)
    do(window)
    qtbot.waitUntil(lambda: bool(results), timeout=30_000)
    ((pdfs, printer),) = printers
    assert printer == ("laser", 2, "Small county 2026-09")
    assert {tuple(sorted(open_pdf(pdf).pagePointSize(0).toSize().toTuple())) for pdf in pdfs} == {(595, 842)}
    assert len(pdfs) == 8
    assert results[0][0].startswith("Sent to laser: 8 documents of 2026-09, ")


def test_what_is_ticked_is_kept_in_the_book_and_undone(window, qtbot, answer, printers, results):
    def untick(dialog):
        dialog.boxes[DocumentKind.BULLETIN].click()
        dialog.boxes[DocumentKind.INDICATORS].click()
        dialog.boxes[DocumentKind.CARDS].click()
        assert DocumentKind.SCORES not in dialog.boxes, "there is no scheme"
        confirm(dialog)

    answer(untick)
    do(window)
    qtbot.waitUntil(lambda: bool(results), timeout=30_000)
    assert len(printers[0][0]) == 1
    book = window.session.book
    assert printed_documents(book) == (DocumentKind.RANKING, DocumentKind.SCORES), "what the month has not stays as it was"

    def nothing(dialog):
        assert [kind for kind, box in dialog.boxes.items() if box.isChecked()] == [DocumentKind.RANKING]
        dialog.boxes[DocumentKind.RANKING].click()
        assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
        assert dialog.note.text() == "Tick what is to be printed."
        qtbot.keyClick(dialog, ESCAPE)

    answer(nothing)
    do(window)
    window.undo()
    assert printed_documents(book) == tuple(DocumentKind)


def test_the_paper_is_as_set_up_for_files_and_where_the_office_has_chosen_one(window, qtbot, answer, printers):
    with window.session.book.change("paper"):
        set_print_setup(window.session.book, PrintSetup(paper=Paper.A3))

    def look(dialog):
        assert dialog.paper.value is None
        assert "a job of their own" in dialog.note.text()
        dialog.paper._buttons.button(1).click()
        assert dialog.asked.paper is Paper.A4
        dialog.printers.setCurrentIndex(1)
        assert not dialog.copies.isEnabled()
        assert dialog.asked.paper is Paper.A4, "what the user chose stays"
        qtbot.keyClick(dialog, ESCAPE)

    answer(look)
    do(window)


def test_a_printer_that_is_gone_is_told(window, qtbot, answer, printers, results, monkeypatch):
    def gone(name, copies, title):
        raise NoPrinter(name)

    monkeypatch.setattr(month_print_job, "printer_named", gone)
    answer(confirm)
    do(window)
    qtbot.waitUntil(lambda: bool(results), timeout=30_000)
    assert results == [(str(NoPrinter("laser")), "")]


def test_the_months_page_has_a_button_for_it(window, qtbot, answer):
    page = window.turn_to("home")
    seen = answer(lambda dialog: qtbot.keyClick(dialog, ESCAPE))
    qtbot.mouseClick(page.steps.other, LEFT)
    assert isinstance(seen[0], PrintMonthDialog)
    assert Path(window.session.book.path).exists()
