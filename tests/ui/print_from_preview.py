"""Opens the print preview on a book and prints two copies with its own button: `python print_from_preview.py BOOK PRINTER`.

A program of its own, because the print service to use is read from the environment when the first printer is asked for.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.ranking_county import SEPTEMBER
from tracker.ui import theme
from tracker.ui.dialogs.print_preview import PrintPreview
from tracker.ui.session import Session
from tracker.ui.settings import Settings

PATIENCE = 60


def wait_for(reached: Callable[[], bool]) -> bool:
    """Whether it was reached within a minute, the event loop going on meanwhile."""
    until = time.monotonic() + PATIENCE
    while not reached() and time.monotonic() < until:
        QTest.qWait(20)
    return reached()


def main(book: Path, printer: str) -> int:
    """Print, and write what was shown beside the book; 0 when the job was taken."""
    app = QApplication([])
    theme.apply(app, theme.Scheme.LIGHT)
    session = Session(Settings(book.with_suffix(".ini")))
    session.open(book)
    session.set_month(SEPTEMBER)
    assert session.live is not None
    preview = PrintPreview(session, lead=session.live.indicators[0].id)
    preview.show()
    said: list[str] = []
    session.said.connect(said.append)
    assert wait_for(lambda: preview.document is not None), "the sheet was not set"
    assert wait_for(lambda: preview.panel.printers.findData(printer) >= 0), "the printer is not offered"
    preview.panel.printers.setCurrentIndex(preview.panel.printers.findData(printer))
    preview.panel.copies.setValue(2)
    QTest.mouseClick(preview.print_button, Qt.MouseButton.LeftButton)
    assert wait_for(lambda: not session.tasks.running), "printing did not end"
    assert said, "nothing was said"
    assert preview.document is not None
    book.with_suffix(".pdf").write_bytes(preview.document)
    preview.close()
    session.tasks.close()
    session.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
