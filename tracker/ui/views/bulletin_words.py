"""What the office decides of the bulletin, at the left of the page: its number, its own words, the indicators it tells of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QWidget

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.office_text import OfficeText, OfficeTextKind
from tracker.i18n import tr
from tracker.reports.bulletin.month_bulletin import OfficeWords
from tracker.ui import theme
from tracker.ui.months import month_text
from tracker.ui.theme import dp
from tracker.ui.widgets.building import CutLabel, column, label, named, row
from tracker.ui.widgets.ticked_order import TickedOrder
from tracker.ui.widgets.typed_text import TypedLine, TypedText

LEAST_LIST = 92
PARTS = (OfficeTextKind.PROBLEMS, OfficeTextKind.NEXT_STEPS)
"""The parts that are some paragraphs long."""


class BulletinWords(QWidget):
    """Fields for what is typed; `told` when one is to be stored, `typed` at every key."""

    told = Signal(object, str)
    """An OfficeTextKind and its text."""
    typed = Signal()
    take_over_asked = Signal(object)
    """An OfficeTextKind whose text of the month before is wanted."""
    chosen = Signal(object)
    """The codes of the indicators that are ticked, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.number = TypedLine()
        self.texts = {
            OfficeTextKind.PROBLEMS: named(TypedText(), tr("Problems of the month")),
            OfficeTextKind.NEXT_STEPS: named(TypedText(), tr("Next steps")),
        }
        self._fields: list[TypedLine | TypedText] = [self.number, *self.texts.values()]
        self.take_over = {kind: _link() for kind in PARTS}
        self.indicators = TickedOrder(tr("Indicators in the bulletin"))
        self._offered: list[tuple[str, str]] = []
        self._kept: tuple[str, ...] = ()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        outer = column(self, margin=dp(16), gap=dp(6))
        number = _heading(tr("Number of the document"))
        number.setBuddy(self.number)
        outer.addWidget(number)
        outer.addWidget(self.number)
        outer.addSpacing(dp(8))
        for kind, title in zip(PARTS, (tr("Problems of the month"), tr("Next steps")), strict=True):
            self._add_part(outer, kind, title)
        self.indicators.list.setMinimumHeight(dp(LEAST_LIST))
        outer.addWidget(self.indicators, 3)
        note = CutLabel("sectionNote")  # a label that wraps would ask for more height than there is
        note.setText(tr("The first one ranks the units. Kept from this month on."))
        outer.addWidget(note)

    def _add_part(self, outer: QBoxLayout, kind: OfficeTextKind, title: str) -> None:
        field = self.texts[kind]
        heading = _heading(title)
        heading.setBuddy(field)
        over = row(gap=dp(4))
        over.addWidget(heading, 1)
        over.addWidget(self.take_over[kind])
        outer.addLayout(over)
        field.setPlaceholderText(tr("A paragraph a line. Left blank, the bulletin has no such part."))
        outer.addWidget(field, 4)
        outer.addSpacing(dp(8))

    def _connect(self) -> None:
        self.number.typing.told.connect(lambda: self.told.emit(OfficeTextKind.NUMBER, self.number.text()))
        self.number.typing.typed.connect(self.typed)
        for kind, field in self.texts.items():
            field.typing.told.connect(lambda kind=kind, field=field: self.told.emit(kind, field.text))
            field.typing.typed.connect(self.typed)
            self.take_over[kind].clicked.connect(lambda _checked=False, kind=kind: self.take_over_asked.emit(kind))
        self.indicators.changed.connect(self._choose)

    @property
    def words(self) -> OfficeWords:
        """What stands in the fields now, stored or not."""
        problems, next_steps = (self.texts[kind].text for kind in PARTS)
        return OfficeWords(self.number.text().strip(), problems, next_steps)

    def finish(self) -> None:
        """Have stored whatever is typed and is not yet."""
        for field in self._fields:
            field.typing.finish()

    def show_texts(self, texts: Mapping[OfficeTextKind, str], before: Mapping[OfficeTextKind, OfficeText]) -> None:
        """Show what is stored of the month, and from which month before something can be taken over."""
        self.number.show_text(texts[OfficeTextKind.NUMBER])
        earlier = before.get(OfficeTextKind.NUMBER)
        self.number.setPlaceholderText(
            "" if earlier is None else tr("{month}: {text}", month=month_text(earlier.month), text=earlier.text)
        )
        for kind, field in self.texts.items():
            field.show_text(texts[kind])
            found, button = before.get(kind), self.take_over[kind]
            button.setVisible(found is not None)
            if found is not None:
                button.setText(tr("As in {month}", month=month_text(found.month)))
                button.setToolTip(found.text)

    def show_indicators(self, indicators: Sequence[Indicator], chosen: Sequence[IndicatorId]) -> None:
        """Show which indicators the bulletin tells of; a list that shows just that is left alone, with the entry in hand."""
        texts = [(one.code, one.name) for one in indicators]
        by_id = {one.id: one.code for one in indicators}
        wanted = tuple(by_id[id_] for id_ in chosen)
        if (texts, wanted) != (self._offered, self.indicators.chosen):
            self._offered = texts
            self.indicators.offer(texts, wanted)
        self._kept = wanted

    def _choose(self) -> None:
        """Tell what is ticked; a bulletin of nothing helps nobody, so that the last tick stays."""
        if self.indicators.chosen:
            self.chosen.emit(self.indicators.chosen)
        else:
            self.indicators.offer(self._offered, self._kept)

    def set_writable(self, writable: bool) -> None:
        """Whether anything can be changed."""
        for field in self._fields:
            field.setReadOnly(not writable)
        for widget in (*self.take_over.values(), self.indicators):
            widget.setEnabled(writable)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colors().window)


def _heading(text: str) -> QLabel:
    return label(text, name="sectionTitle")


def _link() -> QPushButton:
    button = QPushButton()
    button.setProperty("role", "link")
    button.setAutoDefault(False)
    return button
