"""How a line of the scheme gives its points, as a sentence with fields in it: 每超 1 个百分点加 [0.1] 分，最多加 [3] 分."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any
from unicodedata import category

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from tracker.domain.indicator import Indicator
from tracker.domain.scheme import Method, SchemeLine
from tracker.domain.scheme_methods import bases_for
from tracker.domain.scheme_rules import PARAMETERS
from tracker.i18n import tr
from tracker.ui.models.scheme_words import SIZE, TIER, basis_name, pieces, sentence
from tracker.ui.theme import dp
from tracker.ui.widgets.building import row, tool_button
from tracker.ui.widgets.flow_layout import FlowLayout
from tracker.ui.widgets.number_field import NumberField
from tracker.ui.widgets.quiet_combo import QuietCombo
from tracker.ui.widgets.toned import toned

PUNCTUATION = "Po"
IN_PERCENT = frozenset({"cap"})
Tiers = tuple[tuple[Decimal, Decimal], ...]


class Sentence(QWidget):
    """Built anew only where other fields are asked for, so that the hand stays where it is."""

    told = Signal(object)
    """The line with what was typed in it."""
    mistaken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, margins=QMargins(0, 0, 0, 0), gap=dp(6))
        self._line: SchemeLine | None = None
        self._form: object = None
        self._show: list[Callable[[SchemeLine], None]] = []
        self.fields: dict[str, NumberField] = {}
        self.basis: QuietCombo | None = None
        self.adding: list[QToolButton] = []
        self.dropping: list[QToolButton] = []

    @property
    def mistakes(self) -> list[str]:
        """Why what stands in the fields is no number."""
        return [field.mistake for field in self.fields.values() if field.mistake]

    def show_line(self, line: SchemeLine, indicator: Indicator) -> None:
        """Show the parameters of a line for that indicator."""
        form = (line.method, len(line.tiers), indicator.unit, indicator.kind)
        self._line = line
        if form != self._form:
            self._form = form
            self._build(line, indicator)
        for show in self._show:
            show(line)

    def _build(self, line: SchemeLine, indicator: Indicator) -> None:
        self._clear()
        for piece in sentence(line.method, indicator):
            if not piece.field:
                self._flow.addWidget(toned(piece.words))
            elif piece.field == "basis":
                self._flow.addWidget(_glued(self._make_basis(indicator), piece.words))
            else:
                self._flow.addWidget(_glued(self._make_number(piece.field), piece.words))
        if line.method in (Method.TIERS, Method.PROPORTIONAL_BONUS):
            self._add_tiers(line, indicator)
        self.updateGeometry()

    def _clear(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._show.clear()
        self.fields.clear()
        self.adding.clear()
        self.dropping.clear()
        self.basis = None

    def _make_number(self, name: str) -> NumberField:
        field = self._number(name, tr(PARAMETERS[name]), percent=name in IN_PERCENT)
        self._show.append(lambda line: field.show_value(getattr(line, name)))
        field.told.connect(lambda value: self._tell(**{name: value}))
        return field

    def _number(self, key: str, name: str, *, percent: bool, needed: bool = False) -> NumberField:
        field = NumberField(name, percent=percent, needed=needed)
        field.mistaken.connect(self.mistaken)
        self.fields[key] = field
        return field

    def _make_basis(self, indicator: Indicator) -> QuietCombo:
        box = self.basis = QuietCombo(tr(PARAMETERS["basis"]))
        choices = [(basis, basis_name(basis)) for basis in bases_for(indicator)]
        self._show.append(lambda line: box.offer(choices, line.basis))
        box.picked.connect(lambda value: self._tell(basis=str(value)))
        return box

    def _add_tiers(self, line: SchemeLine, indicator: Indicator) -> None:
        """A pair of fields for each tier, and a button that adds one."""
        by_completion = line.method is Method.TIERS
        for at in range(len(line.tiers)):
            self._flow.addWidget(self._tier(at, TIER if by_completion else SIZE, indicator, percent=by_completion))
        words = tr("Add a tier") if by_completion else tr("By size of target")
        add = tool_button(words, icon="plus")
        add.clicked.connect(self._add_tier)
        self.adding.append(add)
        self._flow.addWidget(add)

    def _tier(self, at: int, template: str, indicator: Indicator, *, percent: bool) -> QWidget:
        holder = QWidget()
        line = FlowLayout(holder, margins=QMargins(0, 0, 0, 0), gap=dp(6))
        for piece in pieces(template, indicator):
            if not piece.field:
                line.addWidget(toned(piece.words))
                continue
            first = piece.field == "least"
            name = tr("Tier {number}: from", number=at + 1) if first else tr("Tier {number}: value", number=at + 1)
            field = self._number(f"{piece.field}{at}", name, percent=percent and first, needed=True)
            line.addWidget(_glued(field, piece.words))
            self._show.append(_shows(field, at, 0 if first else 1))
            field.told.connect(self._tells(at, 0 if first else 1))
        drop = tool_button(tip=tr("Remove tier {number}", number=at + 1), icon="x")
        drop.clicked.connect(lambda: self._set_tiers([*self._tiers[:at], *self._tiers[at + 1 :]]))
        self.dropping.append(drop)
        line.addWidget(drop)
        return holder

    def _tells(self, at: int, side: int) -> Callable[[Decimal], None]:
        def tell(value: Decimal) -> None:
            pair = list(self._tiers[at])
            pair[side] = value
            self._set_tiers([*self._tiers[:at], (pair[0], pair[1]), *self._tiers[at + 1 :]])

        return tell

    @property
    def _tiers(self) -> Tiers:
        return () if self._line is None else self._line.tiers

    def _add_tier(self) -> None:
        """Below the lowest one; the first of a bonus begins at 0, for it must be there."""
        if self._line is None:
            return
        if self._line.method is Method.PROPORTIONAL_BONUS:
            bonus = self._line.bonus or Decimal("0.1")
            lowest = (Decimal(0), bonus) if not self._tiers else (self._tiers[0][0] + 1, self._tiers[0][1])
        else:
            lowest = (self._tiers[-1][0] / 2, self._tiers[-1][1] / 2) if self._tiers else (Decimal(1), Decimal(100))
        self._set_tiers([*self._tiers, lowest])

    def _set_tiers(self, tiers: list[tuple[Decimal, Decimal]]) -> None:
        """The highest first, as they are read."""
        self._tell(tiers=tuple(sorted(tiers, key=lambda pair: pair[0], reverse=True)))

    def _tell(self, **fields: Any) -> None:
        if self._line is not None:
            self.told.emit(replace(self._line, **fields))


def _shows(field: NumberField, at: int, side: int) -> Callable[[SchemeLine], None]:
    return lambda line: field.show_value(line.tiers[at][side])


def _glued(field: QWidget, words: str) -> QWidget:
    """The field and the words that belong to it, never on two lines."""
    holder = QWidget()
    line = row(holder, gap=dp(1 if words and words[0] != "%" and category(words[0]) == PUNCTUATION else 6))
    line.addWidget(field)
    if words:
        line.addWidget(toned(words))
    return holder
