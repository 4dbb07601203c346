"""Zero reports and late reporters in the bulletin. Reported 0 is not the same as blank, and each is named as what it is."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from tracker.domain.indicator import Direction, Kind
from tracker.domain.period import Month
from tracker.domain.unit import Unit
from tracker.metrics.live import Live
from tracker.metrics.reporting import MonthReports, Standing, month_reports
from tracker.metrics.row import Row
from tracker.metrics.table import IndicatorTable
from tracker.reports.bulletin.as_of import by_the_end
from tracker.reports.bulletin.content import Paragraph
from tracker.reports.note_lists import listed
from tracker.reports.titles import date_text
from tracker.reports.wording import one_line, tr
from tracker.store.list_rules import list_rules


def reporting_paragraphs(live: Live, tables: Sequence[IndicatorTable], today: datetime.date) -> list[Paragraph]:
    """Who has nothing of what, then who did not report for the month, or came late."""
    reports = month_reports(live.book, live, today=today)
    said = [text for table in _watched(live, tables) if (text := _zeros(table))]
    return [*map(Paragraph, said), Paragraph(_arrivals(live.month, reports))]


def _watched(live: Live, tables: Sequence[IndicatorTable]) -> list[IndicatorTable]:
    """Of what nobody may have nothing: what the office's rules name, by the month they name, else every indicator by now."""
    rules = list_rules(live.book).zero
    if not rules:
        return list(tables)
    known = {table.indicator.id for table in tables}
    due = [rule for rule in rules if rule.indicator in known and rule.month <= live.month.number]
    return [live.table(rule.indicator, Month(live.month.year, rule.month)) for rule in due]


def _zeros(table: IndicatorTable) -> str:
    """Of what adds up, should be high, and is somebody's task."""
    indicator = table.indicator
    if indicator.kind is not Kind.FLOW or indicator.direction is Direction.LOWER:
        return ""
    name, when = one_line(indicator.name), by_the_end(table.month)
    said = []
    if zero := _units(table, lambda row: row.cumulative == 0):
        said.append(tr("{when}, {indicator} is zero in {count} units: {units}.", **_named(zero), when=when, indicator=name))
    if blank := _units(table, lambda row: row.cumulative is None):
        said.append(
            tr("{when}, {indicator} was never reported by {count} units: {units}.", **_named(blank), when=when, indicator=name)
        )
    return "".join(said)


def _units(table: IndicatorTable, chosen: Callable[[Row], bool]) -> list[Unit]:
    """The units with a target of which `chosen` is true."""
    return [row.unit for row in table.rows if "no_target" not in row.flags and chosen(row)]


def _arrivals(month: Month, reports: MonthReports) -> str:
    missing = [
        report.unit
        for report in reports.reports
        if report.standing in {Standing.MISSING, Standing.ARRIVED} and report.received is None
    ]
    late = [report.unit for report in reports.reports if report.late and report.received is not None]
    said = []
    if missing:
        said.append(tr("For month {month}, {count} units have not reported: {units}.", **_named(missing), month=month.number))
    if late:
        due = date_text(reports.deadline)
        said.append(
            tr("For month {month}, {count} units reported after {due}: {units}.", **_named(late), month=month.number, due=due)
        )
    if said:
        return "".join(said)
    if all(report.received is not None for report in reports.reports):
        return tr("All units reported for month {month} in time.", month=month.number)
    return tr("All units have reported for month {month}.", month=month.number)


def _named(units: Sequence[Unit]) -> dict[str, object]:
    return {"count": len(units), "units": listed([one_line(unit.name) for unit in units])}
