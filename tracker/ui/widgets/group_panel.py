"""The groups beside the units: added, renamed, put in order, removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidgetItem, QWidget

from tracker.domain.unit import GroupId
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.store import groups, positions, units
from tracker.store.book import Book
from tracker.ui.dialogs.message import tell
from tracker.ui.session import Session
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, label, named, row, tool_button
from tracker.ui.widgets.list_line import DETAIL
from tracker.ui.widgets.ordered_list import OrderedList
from tracker.ui.widgets.total_row import Fill

WIDTH = 264
ID = Qt.ItemDataRole.UserRole


class GroupPanel(QWidget):
    """A list in the order of the tables; F2 or a double click renames, Alt+↑ and Alt+↓ move, Del removes."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("groupPanel")
        self.setFixedWidth(dp(WIDTH))
        self.field = named(QLineEdit(), tr("New group"))
        self.field.setPlaceholderText(tr("New group"))
        self.list = named(OrderedList(), tr("Groups"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.add_button = tool_button(tr("Add"), icon="plus")
        self.tools = [
            self._tool("caret-up", tr("Move the group up (Alt+↑)"), lambda: self.move_by(-1)),
            self._tool("caret-down", tr("Move the group down (Alt+↓)"), lambda: self.move_by(1)),
            self._tool("trash", tr("Remove the group (Del)"), self.remove),
        ]
        self._lay_out()
        self.add_button.clicked.connect(self.add)
        self.field.returnPressed.connect(self.add)
        self.list.itemChanged.connect(self._rename)
        self.list.move_asked.connect(self.move_by)
        self.list.remove_asked.connect(self.remove)

    def _tool(self, icon: str, tip: str, call: Callable[[], None]) -> QWidget:
        made = tool_button(tip=tip, icon=icon)
        made.clicked.connect(call)
        return made

    def _lay_out(self) -> None:
        outer = row(self)
        outer.addWidget(Fill("line2", width=1))
        inner = column(margin=dp(12), gap=dp(8))
        head = row(gap=dp(4))
        head.addWidget(label(tr("Groups"), name="section"))
        head.addStretch(1)
        for tool in self.tools:
            head.addWidget(tool)
        inner.addLayout(head)
        inner.addWidget(self.list, 1)
        line = row(gap=dp(4))
        line.addWidget(self.field, 1)
        line.addWidget(self.add_button)
        inner.addLayout(line)
        outer.addLayout(inner, 1)

    @property
    def current(self) -> GroupId | None:
        """The group in hand."""
        item: QListWidgetItem | None = self.list.currentItem()  # None in an empty list
        return GroupId(item.data(ID)) if item is not None else None

    def show_groups(self, book: Book) -> None:
        """List them as they are now, the one in hand still so."""
        sizes = Counter(unit.group for unit in units.units(book))
        before = self.current
        self.list.blockSignals(True)
        self.list.clear()
        for group in groups.groups(book):
            item = QListWidgetItem(group.name, self.list)
            item.setData(ID, group.id)
            item.setData(DETAIL, tr("{count} units", count=sizes[group.id]))
            editable = Qt.ItemFlag.NoItemFlags if book.read_only else Qt.ItemFlag.ItemIsEditable
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | editable)
        self.list.blockSignals(False)
        self.choose(before)
        for widget in (self.field, self.add_button, *self.tools):
            widget.setEnabled(not book.read_only)

    def choose(self, group: GroupId | None) -> None:
        """Take a group in hand."""
        for at in range(self.list.count()):
            if self.list.item(at).data(ID) == group:
                self.list.setCurrentRow(at)

    def add(self) -> None:
        """A group of the name in the field, behind the others."""
        name = self.field.text().strip()
        if not name:
            self.field.setFocus()
            return

        def change(book: Book) -> None:
            last = max((group.sort for group in groups.groups(book)), default=0)
            groups.add_group(book, name, sort=last + 1)

        if self._change(tr("Add group {name}", name=name), change):
            self.field.clear()

    def _rename(self, item: QListWidgetItem) -> None:
        book, group = self._session.book, GroupId(item.data(ID))
        if book is None:
            return
        old = groups.group(book, group).name
        if item.text().strip() != old:
            label_ = tr("Rename group {old} → {new}", old=old, new=item.text().strip())
            self._change(label_, lambda book: groups.update_group(book, group, name=item.text()))
        if self._session.book is not None:
            self.show_groups(self._session.book)

    def move_by(self, step: int) -> None:
        """Move the group in hand up or down."""
        book, at = self._session.book, self.list.currentRow()
        if book is None or at < 0 or not 0 <= at + step < self.list.count():
            return
        order = [GroupId(self.list.item(row).data(ID)) for row in range(self.list.count())]
        order[at], order[at + step] = order[at + step], order[at]
        name = self.list.item(at).text()
        self._change(tr("Move group {name}", name=name), lambda book: positions.order_groups(book, order))

    def remove(self) -> None:
        """Remove the group in hand; one that is still used is told with the way out."""
        group = self.current
        if group is not None:
            name = self.list.currentItem().text()
            self._change(tr("Remove group {name}", name=name), lambda book: groups.remove_group(book, group))

    def _change(self, words: str, do: Callable[[Book], None]) -> bool:
        """Do it in one change of that label; whether it was done. Why not is told."""
        book = self._session.book
        if book is None:
            return False
        try:
            with book.change(words):
                do(book)
        except TrackerError as error:
            tell(self.window(), str(error))
            return False
        return True
