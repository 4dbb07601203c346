"""How a bulletin names units by rank: the first three, ties by their common place, then the others in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from tracker.domain.indicator import Direction, Indicator, Kind, RankBy
from tracker.metrics.row import Row
from tracker.reports.bulletin.phrases import amount, growth_text, percent
from tracker.reports.note_lists import listed
from tracker.reports.wording import one_line, tr

NAMED_FIRST = 3


def basis(indicator: Indicator) -> str:
    """What the units are ranked by, and in which direction: 按实际到位省外资金完成率由高到低排名."""
    name = one_line(indicator.name)
    if indicator.kind is not Kind.RATIO and indicator.rank_by is RankBy.COMPLETION:
        name = tr("completion of {indicator}", indicator=name)
    elif indicator.kind is not Kind.RATIO and indicator.rank_by is RankBy.YOY:
        name = tr("growth of {indicator}", indicator=name)
    if indicator.direction is Direction.LOWER:
        return tr("Ranked by {basis}, lowest first", basis=name)
    return tr("Ranked by {basis}, highest first", basis=name)


def standings(rows: Sequence[Row], indicator: Indicator) -> str:
    """A group's ranked units in order, the first three named as such; "" where none is ranked. `rows` may come in any order."""
    ranked = sorted((row for row in rows if row.rank is not None), key=lambda row: row.rank or 0)
    if not ranked:
        return ""
    if len(ranked) == 1:
        return tr("only {unit} is ranked", unit=_place(ranked, indicator))
    first = [row for row in ranked if (row.rank or 0) <= NAMED_FIRST]
    places, rest = listed(list(_places(first, indicator))), ranked[len(first) :]
    if not rest:
        return tr("in order: {units}", units=places)
    if len(first) == NAMED_FIRST:
        said = tr("the first three are {units}", units=places)
    else:
        said = tr("at the head are {units}", units=places)
    return said + tr("; then follow {units}", units=listed(list(_places(rest, indicator))))


def measured_by(row: Row, indicator: Indicator) -> str:
    """The figure that the unit is ranked by, as it is printed."""
    if indicator.kind is not Kind.RATIO and indicator.rank_by is RankBy.COMPLETION:
        return percent(row.completion or Fraction(0))
    if indicator.kind is not Kind.RATIO and indicator.rank_by is RankBy.YOY:
        return growth_text(row.yoy or Fraction(0))
    return amount(row.cumulative or Fraction(0), indicator)


def _places(rows: Sequence[Row], indicator: Indicator) -> Iterator[str]:
    for _, tied in groupby(rows, key=lambda row: row.rank):
        yield _place(list(tied), indicator)


def _place(tied: Sequence[Row], indicator: Indicator) -> str:
    """云溪镇（98.00%）, or those that share a place: 石桥镇、柳林镇（并列第2位，82.00%）."""
    names, figure = listed([one_line(row.unit.name) for row in tied]), measured_by(tied[0], indicator)
    if len(tied) == 1:
        return tr("{unit} ({figure})", unit=names, figure=figure)
    return tr("{units} (tied for place {place}, {figure})", units=names, place=tied[0].rank, figure=figure)
