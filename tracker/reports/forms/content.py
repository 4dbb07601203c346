"""What a unit's form says: its indicators, with the target and the figures so far beside the ones to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.indicator import EnteredBy, Indicator, Kind
from tracker.domain.period import Month
from tracker.domain.unit import Unit
from tracker.metrics.live import Live
from tracker.reports.titles import date_text, place_and_subject
from tracker.reports.wording import one_line, tr
from tracker.store import settings
from tracker.store.identity import identity
from tracker.store.reports import deadline


@dataclass(frozen=True, slots=True)
class FormLine:
    """One indicator's row: target, last month's figure and the cumulative up to it, in its unit of measure; None is blank."""

    indicator: Indicator
    target: Decimal | None
    last_month: Decimal | None
    before: Decimal | None
    takes_cumulative: bool


@dataclass(frozen=True, slots=True)
class UnitForm:
    """A unit's form of a month. `book` is the book's identity."""

    book: str
    unit: Unit
    month: Month
    title: str
    office: str
    due: str
    lines: tuple[FormLine, ...]


def unit_form(live: Live, unit: Unit) -> UnitForm:
    """The form of the month that `live` shows; computed indicators have no row."""
    month = live.month
    place, subject = place_and_subject(settings.title(live.book))
    return UnitForm(
        book=identity(live.book),
        unit=unit,
        month=month,
        title=tr("{place}: monthly report of {subject}", place=place, subject=subject),
        office=one_line(settings.office(live.book)),
        due=date_text(deadline(live.book, month)),
        lines=tuple(_line(live, unit, one) for one in live.indicators if one.kind is not Kind.RATIO),
    )


def _line(live: Live, unit: Unit, indicator: Indicator) -> FormLine:
    row = live.table(indicator.id).row(unit.id)
    target = row.target if row is not None else None
    takes_cumulative = indicator.kind is Kind.FLOW and indicator.entered_by is EnteredBy.CUMULATIVE
    if live.month.number == 1 and indicator.kind is Kind.FLOW:
        return FormLine(indicator, target, None, None, takes_cumulative)
    last = live.table(indicator.id, live.month.plus(-1)).row(unit.id)
    if last is None:
        return FormLine(indicator, target, None, None, takes_cumulative)
    before = last.cumulative if indicator.kind is Kind.FLOW and isinstance(last.cumulative, Decimal) else None
    return FormLine(indicator, target, last.month_value, before, takes_cumulative)
