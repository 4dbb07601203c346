"""The book's side of a plan: what it has of each figure, and what speaks against another one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from tracker.domain.figure import Figure
from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.exchange.submissions.month_words import month_name
from tracker.exchange.submissions.plan import PlannedCell, Status
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.store import figures, journal, months

if TYPE_CHECKING:
    from tracker.exchange.submissions.file_amounts import SentAmount


@dataclass(frozen=True, slots=True)
class _Objection:
    """Why a figure is not simply written: the status it has instead, and the sentence."""

    status: Status
    reason: str
    locked: bool = False


class AgainstBook:
    """Answers for one plan; the book must not change while it is made."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._units = {unit.id: unit for unit in live.units}
        self._indicators = {one.id: one for one in live.indicators}
        self._published = months.published(live.book)
        self._figures: dict[Month, dict[tuple[UnitId, IndicatorId], Figure]] = {}

    def indicator(self, id_: IndicatorId) -> Indicator:
        """The indicator of that id."""
        return self._indicators[id_]

    def value(self, unit: UnitId, indicator: IndicatorId, month: Month) -> Decimal | None:
        """The month's own value, None for a blank."""
        there = self._figure(unit, indicator, month)
        return there.value if there else None

    def cumulative(self, unit: UnitId, indicator: IndicatorId, month: Month) -> Decimal:
        """January to that month, as the metrics compute it; 0 where nothing is reported yet."""
        row = self._live.table(indicator, month).row(unit)
        found = row.cumulative if row is not None else None
        return found if isinstance(found, Decimal) else Decimal(0)

    def cell(self, amount: SentAmount, saved: datetime | None) -> PlannedCell:
        """What the amount would do to its figure; `saved` is when its file was last saved."""
        sent = amount.figure
        there = self._figure(sent.unit, sent.indicator, sent.month)
        old = there.value if there else None
        objection = self._objection(amount, there, saved)
        if objection is None:
            change = Status.NEW if old is None else Status.CHANGED
            objection = _Objection(Status.SAME if old == amount.value else change, "")
        return PlannedCell(
            self._units[sent.unit],
            self._indicators[sent.indicator],
            sent.month,
            amount.value,
            objection.status,
            old,
            sent.text,
            sent.where,
            objection.reason,
            objection.locked,
        )

    def _objection(self, amount: SentAmount, there: Figure | None, saved: datetime | None) -> _Objection | None:
        sent = amount.figure
        unit, month = self._units[sent.unit], sent.month
        if amount.value is None:
            return _Objection(Status.REFUSED, amount.reason)
        if not unit.listed_in(month):
            return _Objection(Status.REFUSED, tr("{unit} is not listed in {month}.", unit=unit.name, month=month_name(month)))
        if there is not None and there.value == amount.value:
            return None
        if month in self._published:
            reason = tr("{month} is published: its figures change by a numbered correction alone.", month=month_name(month))
            return _Objection(Status.CONFLICT, reason, locked=True)
        typed = None if there is None else self._typed_later(there, saved)
        if typed is not None:
            reason = tr(
                "{value} was typed by hand on {day}, after this file was saved. Choose one.", value=typed, day=self._day(there)
            )
            return _Objection(Status.CONFLICT, reason)
        return None

    def _typed_later(self, there: Figure, saved: datetime | None) -> str | None:
        """The text of a figure that was typed after the file was saved; None where it was not."""
        if there.source or not there.typed or saved is None:
            return None
        events = journal.history(self._live.book, there.unit, there.indicator, there.month)
        return there.typed if events and events[0].at > saved else None

    def _day(self, there: Figure | None) -> str:
        if there is None:
            return ""
        return journal.history(self._live.book, there.unit, there.indicator, there.month)[0].at.astimezone().date().isoformat()

    def _figure(self, unit: UnitId, indicator: IndicatorId, month: Month) -> Figure | None:
        if month not in self._figures:
            self._figures[month] = {(one.unit, one.indicator): one for one in figures.figures(self._live.book, month=month)}
        return self._figures[month].get((unit, indicator))
