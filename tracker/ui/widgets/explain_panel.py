"""单元格说明: the panel at the grid's side that says what the current cell is; it shows what it is given."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tracker.i18n import tr
from tracker.ui.models.explained import Explained, spoken
from tracker.ui.theme import BODY, SMALL, dp, font
from tracker.ui.widgets.building import column, label, named, row, tool_button
from tracker.ui.widgets.explain_text import history_html, summands_html
from tracker.ui.widgets.total_row import Fill
from tracker.ui.widgets.year_bars import Legend, YearBars

WIDTH, PADDING = 304, 16
FIGURE, SECTION = 28, 13
FACTS = 5


class ExplainPanel(QFrame):
    """F6 and Esc lead back to the grid, the arrows scroll."""

    closed = Signal()
    note_asked = Signal()
    journal_asked = Signal()
    reasons_asked = Signal()
    """How the unit's numbers of the indicator come about is wanted."""
    left = Signal()
    """The focus should go back to the grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("explainPanel")
        self.setAccessibleName(tr("What this cell is"))
        self.setFixedWidth(dp(WIDTH))
        self._told: Explained | None = None
        self.place = _words(BODY, tone="quiet")
        self.title = _words(SECTION, bold=True)
        self.figure = _words(FIGURE, bold=True, wraps=False)
        self.measure, self.typed = _words(BODY, tone="quiet", wraps=False), _words(BODY, tone="quiet")
        self.problem = _words(SMALL, tone="red")
        self.facts = QGridLayout()
        self.bars = YearBars()
        self.history, self.summands = _words(SMALL), _words(SMALL)
        for listed in (self.history, self.summands):
            listed.setTextFormat(Qt.TextFormat.RichText)
        self.counting, self.definition = _words(BODY, tone="quiet"), _words(BODY, tone="quiet")
        self.note = _words(BODY)
        self.add_note = tool_button(tr("Note…"), icon="chat-text", tip="Shift+F2")
        self.add_note.setProperty("role", "outlined")
        self.whole_history = tool_button(tr("All changes"), icon="clock-counter-clockwise")
        self.whole_history.setProperty("role", "outlined")
        self.reasons = QPushButton(tr("How it comes about"))
        self.reasons.setProperty("role", "link")
        self.close_button = tool_button(tip=tr("Close (F1)"), icon="x")
        self._sections: dict[str, QWidget] = {}
        self._lay_out()
        self.add_note.clicked.connect(self.note_asked)
        self.whole_history.clicked.connect(self.journal_asked)
        self.reasons.clicked.connect(lambda: self.reasons_asked.emit())  # noqa: PLW0108 - without `checked`
        self.close_button.clicked.connect(self.closed)
        self.show_cell(None)

    def _lay_out(self) -> None:
        outer = column(self)
        outer.addWidget(self._head())
        outer.addWidget(Fill("line", height=1))
        self.area = named(QScrollArea(), tr("What this cell is"))
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body = QWidget()
        body.setObjectName("explainBody")
        stack = column(body)
        self._fill(stack)
        stack.addStretch(1)
        self.area.setWidget(body)
        outer.addWidget(self.area, 1)
        outer.addWidget(self._foot())

    def _head(self) -> QWidget:
        head = QWidget()
        head.setFixedHeight(dp(40))
        line = row(head, gap=dp(8))
        line.setContentsMargins(dp(PADDING), 0, dp(8), 0)
        line.addWidget(_said(tr("What this cell is"), bold=True))
        line.addWidget(_said("F1", size=SMALL, tone="quiet"))
        line.addStretch(1)
        line.addWidget(self.close_button)
        return head

    def _fill(self, stack: QVBoxLayout) -> None:
        """The sections from top to bottom, a line above each but the first."""
        self._section(stack, "figure", self.place, self.title, self._figure_line(), self.problem)
        facts = QWidget()
        facts.setLayout(self.facts)
        self.facts.setContentsMargins(0, 0, 0, 0)
        self.facts.setHorizontalSpacing(dp(12))
        self.facts.setVerticalSpacing(dp(4))
        self.facts.setColumnStretch(1, 1)
        for line in range(FACTS):
            for at, tone in enumerate(("quiet", "", "quiet")):
                words = _words(BODY, tone=tone, wraps=False)
                words.setAlignment(Qt.AlignmentFlag.AlignLeft if at == 0 else Qt.AlignmentFlag.AlignRight)
                self.facts.addWidget(words, line, at)
        self._section(stack, "facts", facts)
        self._section(stack, "bars", self._bars_head(), self.bars)
        self._section(stack, "note", _said(tr("Note"), bold=True), self.note)
        self._section(stack, "summands", _said(tr("What it sums"), bold=True), self.summands)
        self._section(stack, "history", _said(tr("Who entered it and when"), bold=True), self.history)
        self._section(stack, "counting", _said(tr("How it counts"), bold=True), self.counting, self.reasons)
        self._section(stack, "definition", _said(tr("Definition"), bold=True), self.definition)

    def _section(self, stack: QVBoxLayout, name: str, *widgets: QWidget) -> None:
        section = QWidget()
        box = column(section)
        if self._sections:
            box.addWidget(Fill("line", height=1))
        inner = column(gap=dp(4))
        inner.setContentsMargins(dp(PADDING), dp(12), dp(PADDING), dp(12))
        for widget in widgets:
            left = Qt.AlignmentFlag.AlignLeft if isinstance(widget, QPushButton) else Qt.AlignmentFlag(0)
            inner.addWidget(widget, 0, left)
        box.addLayout(inner)
        self._sections[name] = section
        stack.addWidget(section)

    def _figure_line(self) -> QWidget:
        line = QWidget()
        box = row(line, gap=dp(8))
        bottom = Qt.AlignmentFlag.AlignBottom
        box.addWidget(self.figure, 0, bottom)
        for words in (self.measure, self.typed):
            words.setContentsMargins(0, 0, 0, dp(5))
        box.addWidget(self.measure, 0, bottom)
        self.typed.setAlignment(Qt.AlignmentFlag.AlignRight | bottom)
        box.addWidget(self.typed, 1, bottom)
        return line

    def _bars_head(self) -> QWidget:
        head = QWidget()
        line = row(head, gap=dp(8))
        line.addWidget(_said(tr("The last 12 months"), bold=True))
        line.addWidget(Legend(), 1)
        return head

    def _foot(self) -> QWidget:
        """The buttons, always in sight."""
        self.foot = QWidget()
        box = column(self.foot)
        box.addWidget(Fill("line", height=1))
        line = row(gap=dp(8))
        line.setContentsMargins(dp(PADDING), dp(8), dp(PADDING), dp(8))
        line.addWidget(self.add_note)
        line.addWidget(self.whole_history)
        line.addStretch(1)
        box.addLayout(line)
        return self.foot

    def show_cell(self, told: Explained | None, *, may_note: bool = False, ranked: bool = False) -> None:
        """Show all that is told of a cell; None clears the panel. `ranked`: the ranking tells how its numbers come about."""
        self._told = told
        shown = self._shown(told) if told is not None else frozenset()
        for name, section in self._sections.items():
            section.setVisible(name in shown)
        self.add_note.setVisible(may_note)
        self.reasons.setVisible(ranked)
        self.whole_history.setVisible(told is not None and bool(told.history))
        self.foot.setVisible(may_note or (told is not None and bool(told.history)))
        if told is None:
            return
        self.place.setText(told.place)
        self.title.setText(told.title)
        self.figure.setText(told.figure or tr("blank"))
        _tone(self.figure, "red" if told.problem else "" if told.figure else "quiet")
        self.measure.setText("" if told.problem else told.measure)
        self.typed.setText(told.typed)
        self.problem.setText(told.problem)
        self.problem.setVisible(bool(told.problem))
        self._show_facts(told)
        self.bars.show_bars(told.bars, decimals=told.decimals)
        self._show_texts(told)
        self.counting.setText("\n".join(told.counting))
        self.definition.setText(told.definition)
        self.note.setText(told.note)
        self.add_note.setText(tr("Change the note…") if told.note else tr("Note…"))
        self.setAccessibleDescription(spoken(told))

    def _shown(self, told: Explained) -> frozenset[str]:
        """The sections that have something to say."""
        wanted = {
            "figure": True,
            "facts": bool(told.facts),
            "bars": any(bar.value is not None or bar.last_year is not None for bar in told.bars),
            "summands": bool(told.summands),
            "history": bool(told.history),
            "counting": True,
            "definition": bool(told.definition),
            "note": bool(told.note),
        }
        return frozenset(name for name, there in wanted.items() if there)

    def _show_facts(self, told: Explained) -> None:
        for line in range(FACTS):
            fact = told.facts[line] if line < len(told.facts) else None
            texts = (fact.word, fact.figure, fact.remark) if fact is not None else ("", "", "")
            for at, text in enumerate(texts):
                item = self.facts.itemAtPosition(line, at)
                words = item.widget() if item is not None else None
                if isinstance(words, QLabel):
                    words.setText(text)
                    words.setVisible(fact is not None)
                    if at == 2 and fact is not None:
                        _tone(words, fact.light or "quiet")

    def _show_texts(self, told: Explained) -> None:
        """What has colours in its text is made anew with the scheme."""
        self.history.setText(history_html(told.history, decimals=told.decimals))
        self.summands.setText(summands_html(told.summands))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._told is not None:
            self._show_texts(self._told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F6, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _tone(words: QLabel, tone: str) -> None:
    """Give a label another tone; the style sheet is asked again only where it is another one: that is dear."""
    if words.property("tone") != tone:
        words.setProperty("tone", tone)
        words.style().polish(words)


def _words(size: float, *, bold: bool = False, tone: str = "", wraps: bool = True) -> QLabel:
    """A label that will be filled; `tone` is the style sheet's."""
    made = label(wraps=wraps)
    made.setFont(font(size, bold=bold))
    made.setProperty("tone", tone)
    return made


def _said(text: str, *, size: float = SECTION, bold: bool = False, tone: str = "") -> QLabel:
    made = _words(size, bold=bold, tone=tone, wraps=False)
    made.setText(text)
    return made
