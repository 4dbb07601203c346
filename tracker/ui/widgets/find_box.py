"""找单位、指标: type part of a name, choose, and the page goes there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.icons import paint_icon

PLACE = Qt.ItemDataRole.UserRole
NAME = Qt.ItemDataRole.UserRole + 1
"""What is compared with the typed text: the name without its detail, or 镇 would find all of 二类乡镇."""


@dataclass(frozen=True, slots=True)
class Place:
    """What can be found: a unit or an indicator; `words` is what one types, `detail` tells namesakes apart."""

    words: str
    detail: str
    unit: UnitId | None = None
    indicator: IndicatorId | None = None


class FindBox(QLineEdit):
    """A line with suggestions; any part of a name finds it."""

    found = Signal(object)
    """A Place."""
    given_up = Signal()
    """Esc was pressed: the focus should go back to the page."""
    nothing_found = Signal(str)
    entered = Signal()
    """The cursor came into the box: what can be found should be up to date."""
    left = Signal()

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBox")
        self.setPlaceholderText(tr("Find a unit, an indicator"))
        self.setAccessibleName(tr("Find a unit, an indicator"))
        self._keys = keys
        self._make_room()
        self.textChanged.connect(self._make_room)
        self._model = QStandardItemModel(self)
        self._completer = self._make_completer()
        self.returnPressed.connect(self._go_to_only)

    def _make_room(self) -> None:
        """Keep the text clear of the glass and, while it is empty, of the keys."""
        keys = 0 if self.text() else QFontMetrics(theme.font(12)).horizontalAdvance(self._keys) + theme.dp(8)
        self.setTextMargins(theme.dp(24), 0, keys, 0)
        if keys:
            words = QFontMetrics(theme.font(13)).horizontalAdvance(self.placeholderText())
            self.setFixedWidth(max(theme.dp(168), theme.dp(24 + 24) + words + keys))

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._model, self)
        completer.setCompletionRole(NAME)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        completer.popup().setMinimumWidth(theme.dp(280))
        completer.popup().setAccessibleName(tr("Suggestions"))
        completer.activated[QModelIndex].connect(self._go_to)  # type: ignore[index]  # PySide picks the overload so
        self.setCompleter(completer)
        return completer

    def set_places(self, places: Iterable[Place]) -> None:
        """Offer these."""
        self._model.clear()
        for place in places:
            item = QStandardItem(f"{place.words}  {place.detail}")
            item.setData(place, PLACE)
            item.setData(place.words, NAME)
            item.setSizeHint(QSize(0, theme.dp(26)))
            self._model.appendRow(item)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, a glass at its left, and while it is empty its keys at the right."""
        super().paintEvent(event)
        painter, colors, side = QPainter(self), theme.colors(), theme.dp(16)
        paint_icon(painter, QRect(theme.dp(8), (self.height() - side) // 2, side, side), "magnifying-glass", colors.text2)
        if not self.text():
            painter.setFont(theme.font(12))
            painter.setPen(colors.text3)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect().adjusted(0, 0, -theme.dp(10), 0), right, self._keys)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.entered.emit()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # the suggestions are still the box
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _go_to(self, index: QModelIndex) -> None:
        self._leave(index.data(PLACE))

    def _go_to_only(self) -> None:
        """Enter without a choice takes the first suggestion."""
        text = self.text().strip()
        if not text or self._completer.popup().isVisible():
            return
        self._completer.setCompletionPrefix(text)
        place = self._completer.currentIndex().data(PLACE) if self._completer.completionCount() else None
        if place is None:
            self.nothing_found.emit(text)
        else:
            self._leave(place)

    def _leave(self, place: Place) -> None:
        self.clear()
        self.found.emit(place)
