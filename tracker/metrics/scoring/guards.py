"""What a reader must know before trusting points that come from comparing: who is alone, who are equal, who squeezes the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tracker.domain.indicator import Direction, Indicator
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.domain.unit import Group, Unit
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.metrics.row import Row
from tracker.metrics.scoring.by_comparison import compared

FEWEST = 4
"""Of fewer units nobody can say which one is the outlier."""
SQUEEZED = Fraction(1, 4)
"""The rest is squeezed within a quarter of the span: then 10 of the 40 percent that are to tell units apart are left for it."""


class Guard(StrEnum):
    """sole: nobody to compare with. equal: all figures are. outlier: one makes the span. lower: more is worse, and is paid."""

    SOLE = "sole"
    EQUAL = "equal"
    OUTLIER = "outlier"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Caution:
    """One such thing, in a sentence; `unit` is the sole one or the outlier, `group` None where it is true of all of them."""

    guard: Guard
    line: SchemeLine
    group: Group | None
    unit: Unit | None
    text: str


def cautions(live: Live, scheme: Scheme, *, month: Month | None = None) -> list[Caution]:
    """What is to be known of a month's points, line by line."""
    found: list[Caution] = []
    for line in scheme.lines:
        table = live.table(line.indicator, month)
        if table.indicator.direction is Direction.LOWER and line.method is not Method.RANK_POINTS:
            found.append(_lower(line, table.indicator))
        if line.method is Method.EFFICACY:
            for group in table.roster.groups:
                if line.group in (None, group.id):
                    rows = [row for row in table.rows if row.unit.group == group.id]
                    found.extend(_compared(line, table.indicator, group, rows))
    return found


def _lower(line: SchemeLine, indicator: Indicator) -> Caution:
    text = tr("{indicator}: less is better, but this line gives more points for more.", indicator=indicator.name)
    return Caution(Guard.LOWER, line, None, None, text)


def _compared(line: SchemeLine, indicator: Indicator, group: Group, rows: Sequence[Row]) -> Iterator[Caution]:
    figures = [(figure, row.unit) for row in rows if (figure := compared(line, row)) is not None]
    figures.sort(key=lambda pair: pair[0])
    names = {"indicator": indicator.name, "group": group.name}
    if len(figures) == 1:
        unit = figures[0][1]
        text = tr("{indicator}, {group}: {unit} is the only one with a figure and gets full points.", unit=unit.name, **names)
        yield Caution(Guard.SOLE, line, group, unit, text)
    elif figures and figures[0][0] == figures[-1][0]:
        text = tr("{indicator}, {group}: all figures are equal, so that everybody gets full points.", **names)
        yield Caution(Guard.EQUAL, line, group, None, text)
    elif (outlier := _outlier(figures)) is not None:
        text = tr("{indicator}, {group}: {unit} is so far off that the others lie close together.", unit=outlier.name, **names)
        yield Caution(Guard.OUTLIER, line, group, outlier, text)


def _outlier(ordered: Sequence[tuple[Fraction, Unit]]) -> Unit | None:
    """The one unit without which the span would be a quarter of what it is, or less."""
    if len(ordered) < FEWEST:
        return None
    values = [figure for figure, _ in ordered]
    squeezed = (values[-1] - values[0]) * SQUEEZED
    if values[-2] - values[0] <= squeezed:
        return ordered[-1][1]
    return ordered[0][1] if values[-1] - values[1] <= squeezed else None
