"""How a line of a list at a page's side is painted: as usual, the one in hand as a checked button is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.ui import theme


class SideLine(QStyledItemDelegate):
    """Icon, box to tick and text in the quiet colours of what is checked."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        palette.setColor(QPalette.ColorRole.Highlight, theme.colors().accent_soft)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.colors().accent)
        option.palette = palette  # type: ignore[attr-defined]
        option.font = theme.font(13, bold=bool(state & QStyle.StateFlag.State_Selected))  # type: ignore[attr-defined]
