"""A line of the scheme in a row: which indicator, which groups, full points, method, its sentence; what is wrong below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from tracker.domain.indicator import Indicator
from tracker.domain.scheme import Method, SchemeLine
from tracker.domain.scheme_methods import methods_for, with_indicator, with_method
from tracker.domain.unit import Group, GroupId
from tracker.i18n import tr
from tracker.metrics.scoring.wording import method_name
from tracker.ui import theme
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, row
from tracker.ui.widgets.number_field import NumberField
from tracker.ui.widgets.quiet_combo import QuietCombo
from tracker.ui.widgets.scheme_sentence import Sentence
from tracker.ui.widgets.toned import toned

NUMBER, INDICATOR, GROUP, POINTS, METHOD, GAP = 24, 184, 132, 64, 188, 8
EDGE = 3


class SchemeLineRow(QWidget):
    """`told` comes with the line as it is after an edit; `entered` when the focus comes into the row."""

    told = Signal(object)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("schemeLine")
        self._line: SchemeLine | None = None
        self._indicators: dict[object, Indicator] = {}
        self._faults: Sequence[str] = ()
        self._current = False
        self.number = toned()
        self.indicator = QuietCombo(tr("Indicator"), width=INDICATOR)
        self.group = QuietCombo(tr("Group"), width=GROUP)
        self.points = NumberField(tr("Full points"), needed=True, width=POINTS)
        self.method = QuietCombo(tr("Scoring method"), width=METHOD)
        self.sentence = Sentence()
        self.faults = toned("", "red", wraps=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.number.setFixedWidth(dp(NUMBER))
        self.number.setFixedHeight(dp(28))
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        fields = row(gap=dp(GAP))
        for widget in (self.number, self.indicator, self.group, self.points, self.method):
            fields.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        fields.addStretch(1)
        under = column(gap=dp(4))
        under.setContentsMargins(dp(NUMBER + GAP), 0, 0, 0)
        under.addWidget(self.sentence)
        under.addWidget(self.faults)
        outer = column(self, gap=dp(4))
        outer.setContentsMargins(dp(8), dp(6), dp(12), dp(7))
        outer.addLayout(fields)
        outer.addLayout(under)
        self.faults.hide()

    def _connect(self) -> None:
        self.indicator.picked.connect(lambda chosen: self._tell(with_indicator(self.line, self._indicators[chosen])))
        self.group.picked.connect(lambda chosen: self._tell(replace(self.line, group=_group(chosen))))
        self.method.picked.connect(lambda chosen: self._tell(with_method(self.line, Method(str(chosen)))))
        self.points.told.connect(self._tell_points)
        self.sentence.told.connect(self.told)
        self.points.mistaken.connect(self._say)
        self.sentence.mistaken.connect(self._say)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    @property
    def line(self) -> SchemeLine:
        """The line that is shown."""
        if self._line is None:
            raise RuntimeError("no line is shown")
        return self._line

    def _tell(self, new: SchemeLine) -> None:
        self.told.emit(new)

    def _tell_points(self, points: Decimal) -> None:
        self._tell(replace(self.line, points=points))

    def show_line(self, number: int, line: SchemeLine, indicators: Sequence[Indicator], groups: Sequence[Group]) -> None:
        """Show a line; what is typed and cannot be read stays, unless the line is for another indicator now."""
        if self._line is not None and self._line.indicator != line.indicator:
            self.forget()
        self._line = line
        self._indicators = {one.id: one for one in indicators}
        indicator = self._indicators[line.indicator]
        self.number.setText(str(number))
        self.setAccessibleName(tr("Line {number}: {indicator}", number=number, indicator=indicator.name))
        self.indicator.offer([(one.id, one.name) for one in indicators], line.indicator)
        self.group.offer([(None, tr("All groups")), *((group.id, group.name) for group in groups)], line.group)
        self.points.show_value(line.points)
        methods = methods_for(indicator)
        offered = methods if line.method in methods else [*methods, line.method]
        self.method.offer([(method.value, method_name(method)) for method in offered], line.method.value)
        self.sentence.show_line(line, indicator)

    def forget(self) -> None:
        """Give up what is typed and could not be read."""
        for field in (self.points, *self.sentence.fields.values()):
            field.forget()

    def show_faults(self, faults: Sequence[str]) -> None:
        """Tell what is wrong with the line."""
        self._faults = faults
        self._say()

    def _say(self) -> None:
        mistakes = [self.points.mistake] if self.points.mistake else []
        words = " ".join([*mistakes, *self.sentence.mistakes, *self._faults])
        self.faults.setText(words)
        self.faults.setAccessibleName(words)
        self.faults.setVisible(bool(words))

    @property
    def first_fault(self) -> QWidget:
        """Where the hand goes to mend the line."""
        return next((field for field in (self.points, *self.sentence.fields.values()) if field.mistake), self.points)

    @property
    def is_faulty(self) -> bool:
        """Whether something is wrong with the line."""
        return bool(self.faults.text())

    def set_current(self, current: bool) -> None:
        """Mark the row that the buttons over the lines mean."""
        if current != self._current:
            self._current = current
            self.update()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.entered.emit()

    def mousePressEvent(self, event: QEvent) -> None:
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        colors, painter = theme.colors(), QPainter(self)
        painter.fillRect(self.rect(), colors.sel if self._current else colors.base)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colors.line)
        if self._current:
            painter.fillRect(0, 0, dp(EDGE), self.height(), colors.accent)
        painter.end()


def _group(chosen: object) -> GroupId | None:
    return GroupId(chosen) if isinstance(chosen, int) else None
