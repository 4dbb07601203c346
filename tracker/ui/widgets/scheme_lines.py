"""The lines of the scheme under each other, one of them in hand: Alt+↑, Alt+↓ move it, Alt+Del removes it, Alt+Ins adds one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from tracker.domain.indicator import Indicator
from tracker.domain.scheme import SchemeLine
from tracker.domain.unit import Group
from tracker.i18n import tr
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, row
from tracker.ui.widgets.scheme_line_row import GAP, GROUP, INDICATOR, METHOD, NUMBER, POINTS, SchemeLineRow
from tracker.ui.widgets.toned import toned
from tracker.ui.widgets.total_row import Fill


class SchemeLines(QWidget):
    """`told` comes with a line's position and the line as it is after an edit."""

    told = Signal(int, object)
    move_asked = Signal(int)
    remove_asked = Signal()
    add_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SchemeLineRow] = []
        self.current = 0
        self._inner = QWidget()
        self._inner.setObjectName("schemeLines")
        self._box = column(self._inner)
        self._box.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(self._inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Lines of the scheme"))
        outer = column(self)
        outer.addWidget(self._headings())
        outer.addWidget(Fill("line2", height=1))
        outer.addWidget(self._area, 1)
        self._add_keys()

    def _headings(self) -> QWidget:
        """Over the fields, and scrolled sideways with them."""
        holder, moved = QWidget(), QWidget()
        moved.setParent(holder)
        line = row(moved, gap=dp(GAP))
        line.setContentsMargins(dp(8), dp(4), dp(12), dp(4))
        words = ("", tr("Indicator"), tr("Groups scored"), tr("Full points"), tr("Scoring method"))
        for text, width in zip(words, (NUMBER, INDICATOR, GROUP, POINTS, METHOD), strict=True):
            heading = toned(text)
            heading.setFixedWidth(dp(width))
            line.addWidget(heading)
        moved.adjustSize()
        holder.setFixedHeight(moved.height())
        self._area.horizontalScrollBar().valueChanged.connect(lambda value: moved.move(-value, 0))
        return holder

    def _add_keys(self) -> None:
        calls: Mapping[str, Callable[[], None]] = {
            "Alt+Up": lambda: self.move_asked.emit(-1),
            "Alt+Down": lambda: self.move_asked.emit(1),
            "Alt+Del": self.remove_asked.emit,
            "Alt+Ins": self.add_asked.emit,
        }
        for keys, call in calls.items():
            shortcut = QShortcut(QKeySequence(keys), self, call)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_lines(self, lines: Sequence[SchemeLine], indicators: Sequence[Indicator], groups: Sequence[Group]) -> None:
        """Show these; rows that are there already are filled anew, so that the hand stays where it is."""
        while len(self.rows) < len(lines):
            self._add_row()
        while len(self.rows) > len(lines):
            self._drop_row()
        for at, (shown, line) in enumerate(zip(self.rows, lines, strict=True)):
            shown.show_line(at + 1, line, indicators, groups)
        self.set_current(min(self.current, len(lines) - 1))

    def _add_row(self) -> None:
        at, made = len(self.rows), SchemeLineRow()
        made.told.connect(partial(self._tell, at))
        made.entered.connect(partial(self.set_current, at))
        self.rows.append(made)
        self._box.insertWidget(at, made)

    def _drop_row(self) -> None:
        gone = self.rows.pop()
        self._box.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def _tell(self, at: int, line: object) -> None:
        self.told.emit(at, line)

    def set_current(self, at: int) -> None:
        """Take a line in hand."""
        self.current = max(at, 0)
        for number, shown in enumerate(self.rows):
            shown.set_current(number == self.current)

    def go_to(self, at: int, widget: QWidget | None = None) -> None:
        """Take a line in hand, with the keyboard in its first field or that one."""
        if 0 <= at < len(self.rows):
            self.set_current(at)
            aimed = widget or self.rows[at].indicator
            aimed.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(self.rows[at])

    def show_faults(self, faults: Sequence[Sequence[str]]) -> None:
        """Tell at each line what is wrong with it."""
        for shown, texts in zip(self.rows, faults, strict=True):
            shown.show_faults(texts)

    def forget(self) -> None:
        """Give up what is typed and could not be read: another version comes."""
        for shown in self.rows:
            shown.forget()

    def set_writable(self, writable: bool) -> None:
        """Let them be changed, or only be read."""
        self._inner.setEnabled(writable)
