"""The fields of 版式: what is printed in which order, on which paper, with which words and signatures, in which type."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QMenu, QPlainTextEdit, QToolButton, QWidget

from tracker.domain.indicator import Indicator
from tracker.domain.print_setup import OWN_FACE, Paper, PrintSetup, SheetColumn
from tracker.i18n import tr
from tracker.ui.models.print_words import COLUMNS, PAPERS, placeholders
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, named, row, tool_button
from tracker.ui.widgets.ranking_segments import Segments
from tracker.ui.widgets.ticked_order import TickedOrder

LISTS, LINES = 240, 3


class PrintSetupForm(QWidget):
    """Shows a set-up and says which one it has become; `changed` when any field is another one."""

    changed = Signal()

    def __init__(self, indicators: Sequence[Indicator], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._indicators = indicators
        self.columns = TickedOrder(tr("Columns of each indicator"))
        self.indicators = TickedOrder(tr("Indicators of the sheet"))
        self.total, self.paper, self.turned = Segments(tr("County's total")), Segments(tr("Paper")), Segments(tr("Orientation"))
        self.title = named(QLineEdit(), tr("Title, several indicators"))
        self.title_of_one = named(QLineEdit(), tr("Title, one indicator"))
        self.subtitle = named(QLineEdit(), tr("Line below it"))
        self.signatures = named(QPlainTextEdit(), tr("Signatures"))
        self.insert = tool_button(tr("Insert a placeholder"), icon="plus")
        self.title_face, self.body_face = named(QComboBox(), tr("Type of titles")), named(QComboBox(), tr("Type of figures"))
        self._last: QLineEdit | QPlainTextEdit = self.title
        self._lay_out()
        self._offer_placeholders()
        self._connect()
        self.setFocusProxy(self.columns.list)

    def _lay_out(self) -> None:
        self.signatures.setFixedHeight(self.signatures.fontMetrics().lineSpacing() * LINES + dp(12))
        self.signatures.setTabChangesFocus(True)
        self.signatures.setPlaceholderText(tr("One to a line: role, colon, name. Without a name there is a line to sign on."))
        for field in (self.title, self.title_of_one, self.subtitle):
            field.setPlaceholderText(tr("Left blank: as the program words it"))
        for combo in (self.title_face, self.body_face):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(12)
        lists = row(gap=dp(16))
        for listed in (self.columns, self.indicators):
            listed.setMinimumHeight(dp(LISTS))
            lists.addWidget(listed, 1)
        form = QFormLayout()
        form.setHorizontalSpacing(dp(12))
        form.setVerticalSpacing(dp(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        paper = row(gap=dp(12))
        for segments in (self.paper, self.turned):
            paper.addWidget(segments)
        paper.addStretch(1)
        form.addRow(tr("County's total"), self.total)
        form.addRow(tr("Paper"), paper)
        for field in (self.title, self.title_of_one, self.subtitle):
            form.addRow(field.accessibleName(), field)
        form.addRow(tr("Signatures"), self.signatures)
        form.addRow("", self.insert)
        for combo in (self.title_face, self.body_face):
            form.addRow(combo.accessibleName(), combo)
        box = column(self, margin=dp(4), gap=dp(12))
        box.addLayout(lists, 1)
        box.addLayout(form)

    def _offer_placeholders(self) -> None:
        self.insert.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.insert.setToolTip("\n".join(f"{word}  {meaning}" for word, meaning in placeholders()))
        menu = QMenu(self)
        for word, meaning in placeholders():
            action = QAction(f"{word}  {meaning}", menu)
            action.triggered.connect(lambda _checked=False, word=word: self._put(word))
            menu.addAction(action)
        self.insert.setMenu(menu)

    def _put(self, word: str) -> None:
        """The placeholder at the cursor of the text that was written in last."""
        if isinstance(self._last, QLineEdit):
            self._last.insert(word)
        else:
            self._last.insertPlainText(word)
        self._last.setFocus()

    def _connect(self) -> None:
        for listed in (self.columns, self.indicators):
            listed.changed.connect(self.changed)
        for segments in (self.total, self.paper, self.turned):
            segments.picked.connect(lambda _value: self.changed.emit())
        for field in (self.title, self.title_of_one, self.subtitle, self.signatures):
            field.textChanged.connect(self.changed)
            field.cursorPositionChanged.connect(lambda *_at, field=field: self._remember(field))
        for combo in (self.title_face, self.body_face):
            combo.activated.connect(lambda _at: self.changed.emit())

    def _remember(self, field: QLineEdit | QPlainTextEdit) -> None:
        self._last = field

    def show_setup(self, setup: PrintSetup) -> None:
        """Fill the fields."""
        self.blockSignals(True)
        codes = [indicator.code for indicator in self._indicators]
        self.columns.offer([(column, tr(text)) for column, text in COLUMNS.items()], setup.columns)
        names = [(indicator.code, indicator.name) for indicator in self._indicators]
        self.indicators.offer(names, [code for code in setup.indicators if code in codes] or codes)
        self.total.offer([(False, tr("below the groups")), (True, tr("above them"))], setup.total_first)
        self.paper.offer([(paper, tr(text)) for paper, text in PAPERS.items()], setup.paper)
        self.turned.offer([(False, tr("Landscape")), (True, tr("Portrait"))], setup.portrait)
        self.title.setText(setup.title)
        self.title_of_one.setText(setup.title_of_one)
        self.subtitle.setText(setup.subtitle)
        self.signatures.setPlainText("\n".join(setup.signatures))
        automatic = (tr("Xiaobiaosong where it is installed"), "")
        self._offer_faces(self.title_face, [automatic, (tr("The program's own"), OWN_FACE)], setup.title_face)
        self._offer_faces(self.body_face, [(tr("The program's own"), "")], setup.body_face)
        self._last = self.title
        self.blockSignals(False)

    def _offer_faces(self, combo: QComboBox, first: list[tuple[str, str]], chosen: str) -> None:
        combo.clear()
        for text, value in first:
            combo.addItem(text, value)
        for family in QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
            if combo.findData(family) < 0:
                combo.addItem(family, family)
        if combo.findData(chosen) < 0:
            combo.addItem(chosen, chosen)
        combo.setCurrentIndex(combo.findData(chosen))

    @property
    def setup(self) -> PrintSetup:
        """What the fields say now."""
        in_book = tuple(indicator.code for indicator in self._indicators)
        chosen = self.indicators.chosen
        return PrintSetup(
            columns=tuple(SheetColumn(value) for value in self.columns.chosen),
            indicators=() if chosen == in_book else chosen,
            total_first=bool(self.total.value),
            paper=Paper(str(self.paper.value)),
            portrait=bool(self.turned.value),
            title=self.title.text().strip(),
            title_of_one=self.title_of_one.text().strip(),
            subtitle=self.subtitle.text().strip(),
            signatures=tuple(line.strip() for line in self.signatures.toPlainText().splitlines() if line.strip()),
            title_face=str(self.title_face.currentData()),
            body_face=str(self.body_face.currentData()),
        )

    @property
    def none_chosen(self) -> bool:
        """Whether no indicator is ticked: then there is nothing to print."""
        return bool(self._indicators) and not self.indicators.chosen
