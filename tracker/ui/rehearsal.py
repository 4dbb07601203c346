"""What a clerk does, done once by the program itself: type a figure, see the ranks move, undo it; for the self-test."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tracker.domain.indicator import EnteredBy, IndicatorId
from tracker.domain.unit import UnitId
from tracker.i18n import mark
from tracker.metrics.row import Row
from tracker.ui.main_window import MainWindow


class RehearsalFailed(AssertionError):
    """Something on the screen is not as it must be: a fault of ours or of the installation."""


def rehearse(window: MainWindow, picture: Path) -> Iterator[str]:
    """Do it all in a shown window with an open, writable book that has ranks; yields each step's name, English, once it is done.

    The book holds the same figures afterwards. Raises RehearsalFailed.
    """
    indicator, last = _last_in_its_group(window)
    figure = str(1 + int((last.target or Decimal(1)) * 2))
    entry = window.turn_to("entry")
    _expect(entry.jump_to(last.unit.id, indicator), "the grid shows the unit")
    _press(figure)
    now = _row(window, indicator, last.unit.id)
    _expect(now.month_value == Decimal(figure), "the typed figure is in the book")
    yield mark("type a figure in the grid")
    _expect(now.rank == 1, "the unit is ranked first now")
    window.turn_to("ranking")
    _save(window, picture)
    yield mark("see the ranks move")
    window.undo()
    back = _row(window, indicator, last.unit.id)
    _expect((back.month_value, back.rank) == (last.month_value, last.rank), "figure and rank are as before")
    window.turn_to("entry")
    yield mark("undo it")


def _last_in_its_group(window: MainWindow) -> tuple[IndicatorId, Row]:
    """An indicator that is typed month by month, and the unit in it with the lowest rank."""
    live = window.session.live
    if live is None:
        raise RehearsalFailed("no book is open")
    for indicator in live.indicators:
        rows = [row for row in live.table(indicator.id).rows if (row.rank or 0) > 1 and row.month_value is not None]
        if rows and indicator.entered_by is EnteredBy.MONTH:
            return indicator.id, max(rows, key=lambda row: row.rank or 0)
    raise RehearsalFailed("no indicator has ranks")


def _row(window: MainWindow, indicator: IndicatorId, unit: UnitId) -> Row:
    live = window.session.live
    row = live.table(indicator).row(unit) if live is not None else None
    if row is None:
        raise RehearsalFailed("the unit has no row")
    return row


def _press(text: str) -> None:
    """Type the text and Enter into whatever has the focus, key by key."""
    for character in text:
        _send(Qt.Key(ord(character)), character)
    _send(Qt.Key.Key_Return, "\r")


def _send(key: Qt.Key, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        receiver = QApplication.focusWidget()
        if receiver is None:
            raise RehearsalFailed("nothing has the focus")
        QApplication.sendEvent(receiver, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    QApplication.processEvents()


def _save(window: MainWindow, picture: Path) -> None:
    """Grab the window as it is drawn now; an empty picture is a failure."""
    QApplication.processEvents()
    drawn = window.grab()
    image = drawn.toImage()
    colors = {image.pixel(x, y) for x in range(0, image.width(), 16) for y in range(0, image.height(), 16)}
    _expect(len(colors) > 4, "the window draws itself")
    _expect(drawn.save(str(picture), "PNG"), "the picture can be saved")


def _expect(holds: bool, what: str) -> None:
    if not holds:
        raise RehearsalFailed(what)
