"""列: the order of the entry grid's indicators and the width of each column, by keyboard as well as by mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QWidget,
)

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.models.columns import Column
from tracker.ui.widgets.building import column as vertical
from tracker.ui.widgets.building import named, row
from tracker.ui.widgets.header_hands import LEAST

WIDEST = 600
SIZE = 480, 460
ROW = 26
BLOCK = Qt.ItemDataRole.UserRole + 1
"""The block that an item belongs to: its columns move together."""
COLUMN = BLOCK + 1


@dataclass(frozen=True)
class Arranged:
    """What was asked for: the columns as they usually are, or the codes of the indicators in order and the widths that differ."""

    usual: bool
    order: list[str]
    widths: dict[str, int]


class ArrangeColumns(QDialog):
    """A line for each column; two buttons move its block where blocks can be moved, a field gives its width."""

    def __init__(self, parent: QWidget | None, columns: Sequence[tuple[Column, int]], *, movable: bool) -> None:
        """`columns` with their widths in px at the program's zoom."""
        super().__init__(parent)
        self.setWindowTitle(tr("Columns"))
        self._before = {column.key: width for column, width in columns}
        self._widths = dict(self._before)
        self._usual = False
        self._movable = movable
        self.list = named(QListWidget(), tr("Columns"))
        self.up, self.down = QPushButton(tr("Move &up")), QPushButton(tr("Move &down"))
        self.width_field = named(QSpinBox(), tr("Width"))
        self.width_field.setRange(theme.dp(LEAST), theme.dp(WIDEST))
        self.width_field.setSuffix(tr(" px"))
        self.usual = QPushButton(tr("&Usual columns"))
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(tr("OK"))
        self.buttons.button(kinds.Cancel).setText(tr("Cancel"))
        self._fill([column for column, _ in columns])
        self._lay_out()
        self._connect()
        self.list.setCurrentRow(0)

    def _fill(self, columns: Sequence[Column]) -> None:
        for column in columns:
            item = QListWidgetItem(tr("{title}, {part}", title=column.block, part=column.title), self.list)
            item.setSizeHint(QSize(0, theme.dp(ROW)))
            item.setData(BLOCK, column.indicator.code if column.indicator is not None else column.block)
            item.setData(COLUMN, column.key)

    def _lay_out(self) -> None:
        label = QLabel(tr("&Width"))
        label.setBuddy(self.width_field)
        beside = vertical(gap=theme.dp(8))
        for button in (self.up, self.down):
            button.setVisible(self._movable)
            beside.addWidget(button)
        beside.addWidget(label)
        beside.addWidget(self.width_field)
        beside.addStretch(1)
        beside.addWidget(self.usual)
        body = row(gap=theme.dp(16))
        body.addWidget(self.list, 1)
        body.addLayout(beside)
        outer = vertical(self, margin=theme.dp(20), gap=theme.dp(16))
        outer.addLayout(body, 1)
        outer.addWidget(self.buttons)
        self.resize(*map(theme.dp, SIZE))

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._show_item)
        self.width_field.valueChanged.connect(self._set_width)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.usual.clicked.connect(self._take_usual)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    @property
    def arranged(self) -> Arranged:
        """What is asked for now."""
        widths = {key: width for key, width in self._widths.items() if width != self._before[key]}
        return Arranged(self._usual, self._blocks() if self._movable else [], widths)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _blocks(self) -> list[str]:
        return [block for block, _ in groupby(item.data(BLOCK) for item in self._items())]

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self.width_field.blockSignals(True)
        self.width_field.setValue(self._widths[item.data(COLUMN)])
        self.width_field.blockSignals(False)
        blocks, at = self._blocks(), item.data(BLOCK)
        self.up.setEnabled(at != blocks[0])
        self.down.setEnabled(at != blocks[-1])

    def _set_width(self, width: int) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._widths[item.data(COLUMN)] = width

    def _move(self, step: int) -> None:
        """Put the current column's block one block further up or down."""
        current = self.list.currentItem()
        blocks = self._blocks()
        at = blocks.index(current.data(BLOCK))
        blocks.insert(at + step, blocks.pop(at))
        place = {block: at for at, block in enumerate(blocks)}
        items = sorted(self._items(), key=lambda item: place[item.data(BLOCK)])
        self.list.blockSignals(True)
        while self.list.count():
            self.list.takeItem(0)
        for item in items:
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentItem(current)
        self._show_item(current)

    def _take_usual(self) -> None:
        self._usual = True
        self.accept()
