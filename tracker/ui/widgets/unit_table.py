"""The units that are about to be added: each ticked or not, its name and group to be changed by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTreeWidgetItem, QWidget

from tracker.i18n import tr
from tracker.store.unit_lists import UnitLine
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, label, row, tool_button, word_table

ROW = 26
LINE = Qt.ItemDataRole.UserRole


class UnitTable(QWidget):
    """Space ticks, F2 or a double click edits; the count above says how many will be added."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.count = label(name="section")
        self.tick_all = tool_button(tr("All"), tip=tr("Tick all"))
        self.tick_none = tool_button(tr("None"), tip=tr("Tick none"))
        self.list = word_table(tr("Units to add"), [tr("Name"), tr("Group"), tr("Code")])
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.list.setColumnWidth(0, dp(180))
        self.list.setColumnWidth(1, dp(110))
        self.list.setMinimumWidth(dp(380))
        head = row(gap=dp(4))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.tick_all)
        head.addWidget(self.tick_none)
        outer = column(self, gap=dp(8))
        outer.addLayout(head)
        outer.addWidget(self.list, 1)
        self.tick_all.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self.tick_none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        self.list.itemChanged.connect(self._tell)
        self._tell()

    def show_lines(self, lines: Sequence[UnitLine]) -> None:
        """Offer these, all ticked."""
        self.list.blockSignals(True)
        self.list.clear()
        for line in lines:
            item = QTreeWidgetItem([line.name, line.group, line.code])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked)
            item.setSizeHint(0, QSize(0, dp(ROW)))
            self.list.addTopLevelItem(item)
        self.list.blockSignals(False)
        self._tell()

    @property
    def lines(self) -> list[UnitLine]:
        """Those that are ticked and have a name, in order."""
        ticked = (item for item in self._items() if item.checkState(0) is Qt.CheckState.Checked)
        texts = [[item.text(at).strip() for at in range(3)] for item in ticked]
        return [UnitLine(name, group or tr("Units"), code) for name, group, code in texts if name]

    def _items(self) -> Iterator[QTreeWidgetItem]:
        items = (self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount()))
        return (item for item in items if item is not None)

    def _tick(self, state: Qt.CheckState) -> None:
        self.list.blockSignals(True)
        for item in self._items():
            item.setCheckState(0, state)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self._tell()

    def _tell(self) -> None:
        self.count.setText(tr("{count} units to add", count=len(self.lines)))
        self.changed.emit()
