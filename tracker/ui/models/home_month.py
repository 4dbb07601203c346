"""What the page 本月 tells of a month, gathered at once from the book and its figures."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.exemption import exempt_units
from tracker.domain.hint import Hint
from tracker.domain.indicator import Direction, Indicator, Kind
from tracker.domain.light import Light, LightRule
from tracker.domain.office_text import OfficeTextKind
from tracker.domain.unit import Group, Unit
from tracker.i18n import tr
from tracker.metrics.ends import GroupEnds, group_ends, moved
from tracker.metrics.lists_reviews import reviews_by_indicator
from tracker.metrics.lists_running import running_last
from tracker.metrics.lists_zero import zero_list, zero_lists
from tracker.metrics.reporting import MonthReports, UnitReport, month_reports
from tracker.metrics.row import Row, Total
from tracker.store import journal
from tracker.store.exemptions import exemptions
from tracker.store.journal import Entry
from tracker.store.list_rules import list_rules
from tracker.store.office_texts import office_text
from tracker.ui.months import span_text

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.metrics.live_hints import LiveHints
    from tracker.metrics.table import IndicatorTable
    from tracker.store.book import Book

RECENT = 5
TO_WRITE = (OfficeTextKind.PROBLEMS, OfficeTextKind.NEXT_STEPS)


@dataclass(frozen=True, slots=True)
class GroupReports:
    """How far one group is with its reports."""

    group: Group
    reports: tuple[UnitReport, ...]


@dataclass(frozen=True, slots=True)
class CountyLine:
    """The county's figures for one indicator, and its light by the office's rule."""

    indicator: Indicator
    total: Total
    light: Light | None
    light_rule: LightRule


@dataclass(frozen=True, slots=True)
class Check:
    """One figure that deserves a look: whose it is, and why."""

    unit: Unit
    indicator: Indicator
    hint: Hint


@dataclass(frozen=True, slots=True)
class Named:
    """Who is to be named, and for what; nobody, as often as not."""

    why: str
    units: tuple[Unit, ...]
    indicator: Indicator


@dataclass(frozen=True, slots=True)
class HomeMonth:
    """One month at a glance; what is ranked is ranked by the `lead` indicator, None where there is none."""

    reports: MonthReports
    groups: tuple[GroupReports, ...]
    checks: tuple[Check, ...]
    county: tuple[CountyLine, ...]
    lead: Indicator | None
    ends: tuple[GroupEnds, ...]
    moved: tuple[Row, ...]
    named: tuple[Named, ...]
    recent: tuple[Entry, ...]
    unwritten: frozenset[OfficeTextKind]
    """What the office has not written for the month’s bulletin yet, of what every bulletin has."""


def home_month(book: Book, live: Live, ranked: Live, hints: LiveHints, *, today: datetime.date) -> HomeMonth:
    """The month that `live` shows; `ranked` has the figures that it is ranked by, those it was published with where it was."""
    found = month_reports(book, live, today=today)
    lead = next((indicator for indicator in ranked.indicators if _is_ranked(ranked, indicator)), None)
    table = None if lead is None else ranked.table(lead.id)
    tables = [ranked.table(indicator.id) for indicator in ranked.indicators]
    return HomeMonth(
        reports=found,
        groups=_by_group(found),
        checks=tuple(_checks(live, hints)),
        county=tuple(_county_line(each) for each in tables),
        lead=lead,
        ends=() if table is None else tuple(group_ends(table)),
        moved=() if table is None else tuple(moved(table)),
        named=() if lead is None else (_last_running(book, ranked, lead), *_without(ranked, tables)),
        recent=tuple(journal.entries(book, newest_first=True, limit=RECENT)),
        unwritten=frozenset(kind for kind in TO_WRITE if not office_text(book, live.month, kind)),
    )


def _county_line(table: IndicatorTable) -> CountyLine:
    total = table.total(None)
    return CountyLine(table.indicator, total, table.light(total), table.light_rule)


def _last_running(book: Book, ranked: Live, lead: Indicator) -> Named:
    """连续靠后, by the office's rules."""
    rules = list_rules(ranked.book)
    exempt = exempt_units(exemptions(ranked.book), lead.id, ranked.month)
    found = running_last(reviews_by_indicator(book, ranked, lead.id), rules, exempt)
    why = tr("among the last {count} times running", count=rules.reviews)
    return Named(why, tuple(one.unit for one in found.units), lead)


def _without(ranked: Live, tables: Sequence[IndicatorTable]) -> Iterator[Named]:
    """零报告, by the office's rules; without any, who has a target and nothing of what adds up and should grow."""
    rules = list_rules(ranked.book).zero
    if rules:
        found = [(one, tuple(of.unit for of in one.units)) for one in zero_lists(ranked, rules)]
    else:
        usual = (zero_list(table) for table in tables if _should_grow(table.indicator))
        found = [(one, tuple(of.unit for of in one.units if of.has_target)) for one in usual]
    for one, units in found:
        if units:
            why = tr("{span}, none: {indicator}", span=span_text(one.month), indicator=one.indicator.name)
            yield Named(why, units, one.indicator)


def _should_grow(indicator: Indicator) -> bool:
    return indicator.kind is Kind.FLOW and indicator.direction is Direction.HIGHER


def _checks(live: Live, hints: LiveHints) -> Iterator[Check]:
    units = {unit.id: unit for unit in live.units}
    indicators = {indicator.id: indicator for indicator in live.indicators}
    for hint in hints.open():
        yield Check(units[hint.unit], indicators[hint.indicator], hint)


def _is_ranked(live: Live, indicator: Indicator) -> bool:
    return any(row.rank for row in live.table(indicator.id).rows)


def _by_group(found: MonthReports) -> tuple[GroupReports, ...]:
    """The reports group by group, in their order."""
    groups = {report.group.id: report.group for report in found.reports}
    return tuple(
        GroupReports(group, tuple(report for report in found.reports if report.group.id == id_)) for id_, group in groups.items()
    )
