"""What leaves the print preview: the very document that is shown, into a file or to a printer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.preview_bench import LEFT, Open, opened, session
from tracker.metrics.scoring.book_scores import NoScheme
from tracker.ui.dialogs import print_preview
from tracker.ui.dialogs.preview_contents import Content
from tracker.ui.dialogs.preview_options import first_options, remembered
from tracker.ui.dialogs.preview_panel import TO_FILE
from tracker.ui.dialogs.preview_saving import with_ending, workbook_made
from tracker.ui.dialogs.print_preview import PrintPreview
from tracker.ui.printing import Destination, PrintFailed
from tracker.ui.session import Session

__all__ = ["opened", "session"]  # fixtures


def test_what_is_saved_is_what_is_shown(opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, Path]] = []
    monkeypatch.setattr(print_preview, "tell_result", lambda _parent, text, path: told.append((text, path)))
    asked: list[str] = []
    file = tmp_path / "sheet.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (asked.append(args[2]), (str(file), ""))[1])
    preview = opened()
    qtbot.mouseClick(preview.save_button, LEFT)
    assert told == [("The PDF is saved.", file)]
    assert file.read_bytes() == preview.document
    assert Path(asked[0]).name == "云山县2026年招商引资台账 2026-09 ranking.pdf"
    file.unlink()
    assert preview.panel.printer == TO_FILE
    qtbot.mouseClick(preview.print_button, LEFT)
    assert file.read_bytes() == preview.document, "the printer that is a file saves the very same bytes"


def test_the_page_is_copied_and_saved_as_a_picture(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(print_preview, "tell_result", lambda _parent, text, _path: told.append(text))
    preview = opened()
    qtbot.mouseClick(preview.bar.copy, LEFT)
    copied = QGuiApplication.clipboard().image()
    assert (copied.width(), copied.height()) == pytest.approx((1870, 1323), abs=2), "A4 lying"
    assert preview.bar.state.text() == "Picture copied; paste it in the chat."
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "sheet.pdf"), "Picture (*.png)"))
    qtbot.mouseClick(preview.save_button, LEFT)
    assert told == ["The picture is saved."]
    saved = QImage(str(tmp_path / "sheet.png"))
    assert saved.size() == copied.size()


def test_what_is_shown_is_saved_as_a_workbook(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(print_preview, "tell_result", lambda _parent, text, _path: told.append(text))
    opened().save_to(tmp_path / "sheet.xlsx")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == ["The workbook is saved."]
    assert any(str(cell.value).startswith("=") for row in load_workbook(tmp_path / "sheet.xlsx").active for cell in row)


@pytest.mark.parametrize("content", list(Content))
def test_every_sheet_has_its_workbook(session: Session, content: Content) -> None:
    assert session.book is not None
    assert session.live is not None
    options = first_options(session.live, (session.live.indicators[0].id, None), {}, date(2026, 10, 2))
    try:
        assert workbook_made(content, session.book, session.live, options)().startswith(b"PK")
    except NoScheme:
        assert content is Content.SCORES


@pytest.mark.parametrize(
    ("name", "kind", "saved"),
    [
        ("a.pdf", "", "a.pdf"),
        ("a.pdf", "Picture (*.png)", "a.png"),
        ("a.PNG", "Picture (*.png)", "a.PNG"),
        ("2026.9", "Excel (*.xlsx)", "2026.9.xlsx"),
    ],
)
def test_a_file_ends_as_the_chosen_kind_does(name: str, kind: str, saved: str) -> None:
    assert with_ending(Path(name), kind) == Path(saved)


def test_a_file_that_cannot_be_written_says_why(opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(print_preview, "tell", lambda _parent, text: told.append(text))
    opened().save_to(tmp_path / "nowhere" / "sheet.pdf")
    assert "folder" in told[0]


def offer_printer(preview: PrintPreview, name: str = "Gone") -> None:
    preview.panel.offer_printers([Destination(name, f"{name} in the corner", default=True)], "")


def test_a_printer_that_has_gone_is_told_and_the_preview_stays(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(print_preview, "tell", lambda _parent, text: told.append(text))
    preview = opened()
    offer_printer(preview)
    qtbot.mouseClick(preview.print_button, LEFT)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "There is no printer “Gone”" in told[0]
    qtbot.waitUntil(lambda: preview.print_button.text() == "Print")
    assert preview.isVisible()


def test_the_printer_gets_the_document_the_copies_and_a_title(
    opened: Open, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs: list[tuple[object, ...]] = []
    monkeypatch.setattr(print_preview, "printer_named", lambda name, copies, title: (name, copies, title))
    monkeypatch.setattr(
        print_preview, "print_pdf", lambda pdf, printer, progress: jobs.append((pdf, *printer)) or progress(0, 1) or 1
    )
    said: list[str] = []
    session.said.connect(said.append)
    preview = opened()
    offer_printer(preview, "Laser")
    preview.panel.copies.setValue(12)
    qtbot.mouseClick(preview.print_button, LEFT)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert jobs == [(preview.document, "Laser", 12, "云山县2026年招商引资台账 2026-09 ranking")]
    assert said == ["Sent to Laser in the corner: 1 pages × 12"]
    assert session.book is not None
    assert remembered(session.settings, session.book)["printer"] == "Laser"


def test_printing_is_stopped_by_the_same_button(
    opened: Open, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    def slow(_pdf: bytes, _printer: object, progress: Callable[[int, int], None]) -> int:
        for page in range(1000):
            progress(page, 1000)
            time.sleep(0.01)
        return 1000

    monkeypatch.setattr(print_preview, "printer_named", lambda _name, copies, title: None)
    monkeypatch.setattr(print_preview, "print_pdf", slow)
    preview = opened()
    offer_printer(preview, "Laser")
    qtbot.mouseClick(preview.print_button, LEFT)
    qtbot.waitUntil(lambda: "Printing page" in preview.bar.state.text())
    assert preview.print_button.text() == "Stop printing"
    assert not preview.save_button.isEnabled()
    qtbot.mouseClick(preview.print_button, LEFT)
    qtbot.waitUntil(lambda: not session.tasks.running, timeout=5_000)
    assert preview.print_button.text() == "Print"


def test_a_failed_job_is_told_even_when_the_preview_is_closed(
    opened: Open, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_pdf: bytes, _printer: object, progress: object) -> int:
        raise PrintFailed("Laser")

    told: list[str] = []
    monkeypatch.setattr(print_preview, "tell", lambda _parent, text: told.append(text))
    monkeypatch.setattr(print_preview, "printer_named", lambda _name, copies, title: None)
    monkeypatch.setattr(print_preview, "print_pdf", fail)
    preview = opened()
    offer_printer(preview, "Laser")
    qtbot.mouseClick(preview.print_button, LEFT)
    preview.close()
    qtbot.waitUntil(lambda: not session.tasks.running, timeout=5_000)
    assert told == [str(PrintFailed("Laser"))]


def test_the_printer_used_last_is_chosen_again(opened: Open) -> None:
    preview = opened()
    printers = [Destination("A", "A", default=True), Destination("B", "B", default=False)]
    preview.panel.offer_printers(printers, "B")
    assert preview.panel.printer == "B"
    preview.panel.offer_printers(printers, "C")
    assert preview.panel.printer == "A"
