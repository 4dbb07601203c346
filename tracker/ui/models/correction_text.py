"""Corrections (更正) in words: what was published, what is right, and which ranks that moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from tracker.domain.amount import MISSING, decimals_of, format_number
from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import Unit, UnitId
from tracker.i18n import tr
from tracker.store.corrections import Correction
from tracker.ui.models.journal_model import when_text
from tracker.ui.models.record_model import RecordColumn
from tracker.ui.months import month_text

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.metrics.moves import Move


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """One figure of a correction: whose, from what, to what."""

    unit: Unit
    indicator: Indicator
    old: Decimal | None
    new: Decimal | None

    @property
    def place(self) -> tuple[UnitId, IndicatorId]:
        """Which figure of the month it is."""
        return self.unit.id, self.indicator.id

    def __str__(self) -> str:
        name, old, new = self.indicator.name, amount_text(self.old, self.indicator), amount_text(self.new, self.indicator)
        return tr("{unit} {indicator} {old} → {new}", unit=self.unit.name, indicator=name, old=old, new=new)


def amount_text(value: Decimal | None, indicator: Indicator) -> str:
    """The figure with the decimals of its indicator; a dash for nothing."""
    return MISSING if value is None else format_number(value, max(indicator.decimals, decimals_of(value)))


def figure_columns() -> list[RecordColumn[CorrectionLine]]:
    """Whose figure, what it is before the correction, what is right."""
    return [
        RecordColumn(tr("Unit"), lambda line: line.unit.name, 140, strong=True),
        RecordColumn(tr("Indicator"), lambda line: line.indicator.name),
        RecordColumn(tr("Before it"), lambda line: amount_text(line.old, line.indicator), 100, numeric=True, color=_quiet),
        RecordColumn(tr("Right"), lambda line: amount_text(line.new, line.indicator), 100, numeric=True, strong=True),
    ]


def move_columns() -> list[RecordColumn[Move]]:
    """Who moves in which indicator, from which place to which."""
    return [
        RecordColumn(tr("Unit"), lambda move: move.unit.name, 140, strong=True),
        RecordColumn(tr("Indicator"), lambda move: move.indicator.name),
        RecordColumn(tr("Place"), places_text, 160, numeric=True),
    ]


def places_text(move: Move) -> str:
    """第 3 → 5 位; a dash where there is no rank."""
    before, after = (MISSING if rank is None else str(rank) for rank in (move.rank_before, move.rank_after))
    return tr("no. {before} → {rank}", before=before, rank=after)


def correction_lines(correction: Correction, live: Live) -> list[CorrectionLine]:
    """The correction's figures, with the names that the book has now."""
    units = {unit.id: unit for unit in live.units}
    indicators = {indicator.id: indicator for indicator in live.indicators}
    return [
        CorrectionLine(units[figure.unit], indicators[figure.indicator], figure.old, figure.new)
        for figure in correction.figures
        if figure.unit in units and figure.indicator in indicators
    ]


def correction_text(month: Month, correction: Correction, lines: Sequence[CorrectionLine], moved: Sequence[Move]) -> str:
    """The whole correction, to be copied into a letter or a chat."""
    head = tr("{month}, correction no. {number}", month=month_text(month), number=correction.number)
    signed = tr("{who}, {when}", who=correction.by, when=when_text(correction.at))
    told = [tr("{name} ({user})", name=head, user=signed), *map(str, lines), tr("Reason: {reason}", reason=correction.reason)]
    if moved:
        told.append(tr("Changes of rank: {moves}", moves=tr("; ").join(map(move_text, moved))))
    else:
        told.append(tr("No rank is another one."))
    return "\n".join(told)


def move_text(move: Move) -> str:
    """云溪镇 实际到位省外资金 第 4 → 6 位."""
    return f"{move.unit.name} {move.indicator.name} {places_text(move)}"


def _quiet(_record: object) -> str:
    return "text2"
