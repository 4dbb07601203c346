"""The county in the bulletin: a paragraph per indicator, and who is behind the pace."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from tracker.domain.indicator import Direction, Kind
from tracker.metrics.rates import printed_gap
from tracker.metrics.row import Row
from tracker.metrics.table import IndicatorTable
from tracker.reports.bulletin import phrases
from tracker.reports.bulletin.as_of import by_the_end, months
from tracker.reports.bulletin.content import Paragraph
from tracker.reports.note_lists import listed
from tracker.reports.wording import one_line, tr


def county_paragraphs(tables: Sequence[IndicatorTable], county: str) -> list[Paragraph]:
    """What the county has done of each indicator."""
    return [Paragraph(_county(table, county)) for table in tables]


def behind_paragraphs(tables: Sequence[IndicatorTable]) -> list[Paragraph]:
    """Who is behind the pace of what and by how many points, the furthest first; nothing where no pace is to be kept."""
    held = [table for table in tables if any(_points(row) is not None for row in table.rows)]
    late = [(table, _behind(table)) for table in held]
    said = [Paragraph(_behind_text(table, units)) for table, units in late if units]
    if held and not said:
        return [Paragraph(tr("All units keep the pace."))]
    return said


def _county(table: IndicatorTable, county: str) -> str:
    total, indicator, month = table.total(None), table.indicator, table.month
    when = by_the_end(month) if indicator.kind is Kind.STOCK else months(month)
    if total.cumulative is None:
        name = one_line(indicator.name)
        return tr("{when}, {county} has no figures of {indicator}.", when=when, county=county, indicator=name)
    what = phrases.figure(indicator.name, phrases.amount(total.cumulative, indicator))
    said = phrases.joined(
        what, phrases.completion(total, indicator), _own_pace(table), phrases.gap(total, indicator), phrases.yoy(total)
    )
    return tr("{when}, {county} {said}.", when=when, county=county, said=said)


def _own_pace(table: IndicatorTable) -> str:
    """The pace where it is a plan’s, not the month ÷ 12 that anybody can work out: the gap can be checked by hand."""
    total = table.total(None)
    if total.completion is None or total.pace is None or total.pace == Fraction(table.month.number, 12):
        return ""
    return tr("the pace is {pace}", pace=phrases.percent(total.pace))


def _points(row: Row) -> Decimal | None:
    """How far the unit is from the pace, as it is printed."""
    return printed_gap(row.completion, row.pace)


def _behind(table: IndicatorTable) -> list[tuple[Decimal, str]]:
    """(points, unit) of those that are on the wrong side of the pace, the furthest first."""
    wrong = 1 if table.indicator.direction is Direction.LOWER else -1
    found = [
        (points, one_line(row.unit.name)) for row in table.rows if (points := _points(row)) is not None and points * wrong > 0
    ]
    return sorted(found, key=lambda one: -abs(one[0]))


def _behind_text(table: IndicatorTable, units: Sequence[tuple[Decimal, str]]) -> str:
    pace = table.total(None).pace
    lower = table.indicator.direction is Direction.LOWER
    said = [tr("{unit} by {points} percentage points", unit=unit, points=phrases.points_text(points)) for points, unit in units]
    values = {
        "when": by_the_end(table.month),
        "indicator": one_line(table.indicator.name),
        "pace": "" if pace is None else phrases.percent(pace),
        "count": len(units),
        "units": listed(said),
    }
    if lower:
        return tr("{when}, above the pace of {pace} in {indicator} are {count} units: {units}.", **values)
    return tr("{when}, behind the pace of {pace} in {indicator} are {count} units: {units}.", **values)
