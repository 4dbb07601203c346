"""Small windows that open under a button of the top bar: a year of months to choose from, a list of units to go to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QToolButton,
    QWidget,
)

from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.widgets.building import column, label, row, tool_button

KEY = Qt.ItemDataRole.UserRole


class Popup(QFrame):
    """Opens under a widget, closes by Esc or a click elsewhere, and is gone then."""

    def __init__(self, parent: QWidget, heading: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.setAccessibleName(heading)
        self._column = column(self, margin=theme.dp(12), gap=theme.dp(8))

    def open_under(self, anchor: QWidget) -> None:
        """Show it with its left edge at the anchor's, inside the screen."""
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + theme.dp(4)))
        screen = anchor.screen().availableGeometry()
        x = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        y = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()


class MonthPopup(Popup):
    """The twelve months of a year; ‹ › and PgUp, PgDn change the year, arrows move, Enter chooses."""

    chosen = Signal(object)
    """A Month."""

    def __init__(self, parent: QWidget, month: Month, *, known: tuple[Month, Month] | None, name: Callable[[Month], str]) -> None:
        super().__init__(parent, tr("Choose a month"))
        self._month = month
        self._known = known
        self._name = name
        self.year = month.year
        self._heading = label(name="heading")
        self._heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._months = [self._month_button(number) for number in range(1, 13)]
        self._lay_out()
        self._show_year(month.year)
        self._months[month.number - 1].setFocus()

    def _lay_out(self) -> None:
        head = row()
        head.addWidget(_step("caret-left", tr("The year before"), lambda: self._show_year(self.year - 1)))
        head.addWidget(self._heading, 1)
        head.addWidget(_step("caret-right", tr("The year after"), lambda: self._show_year(self.year + 1)))
        self._column.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(theme.dp(4))
        for position, button in enumerate(self._months):
            grid.addWidget(button, position // 4, position % 4)
        self._column.addLayout(grid)

    def _month_button(self, number: int) -> QToolButton:
        button = tool_button()
        button.setCheckable(True)
        button.setMinimumSize(QSize(theme.dp(60), theme.dp(32)))
        button.clicked.connect(lambda: self._choose(number))
        return button

    def _show_year(self, year: int) -> None:
        self.year = max(1900, min(9998, year))
        self._heading.setText(tr("Year {year}", year=self.year))
        for number, button in enumerate(self._months, 1):
            month = Month(self.year, number)
            button.setText(tr("month {number}", number=number))
            button.setAccessibleName(self._name(month))
            button.setChecked(month == self._month)
            known = self._known is not None and self._known[0] <= month <= self._known[1]
            button.setToolTip("" if known else tr("No figures yet"))
            button.setProperty("role", "" if known else "empty")
            button.style().polish(button)

    def _choose(self, number: int) -> None:
        self.close()
        self.chosen.emit(Month(self.year, number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -4, Qt.Key.Key_Down: 4}
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._show_year(self.year + (1 if key == Qt.Key.Key_PageDown else -1))
        elif key in steps:
            self._move_focus(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() in self._months:
            self._choose(1 + self._months.index(self.focusWidget()))  # type: ignore[arg-type]
        else:
            super().keyPressEvent(event)

    def _move_focus(self, step: int) -> None:
        at = next((i for i, button in enumerate(self._months) if button.hasFocus()), self._month.number - 1) + step
        if not 0 <= at < 12:
            self._show_year(self.year + (1 if at > 0 else -1))
        self._months[at % 12].setFocus()


def _step(icon_name: str, tip: str, call: Callable[[], None]) -> QToolButton:
    button = tool_button(tip=tip, icon=icon_name)
    button.setFixedSize(theme.dp(32), theme.dp(28))
    button.clicked.connect(call)
    return button
