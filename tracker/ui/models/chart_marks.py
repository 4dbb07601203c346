"""Which figure of a chart is meant: the one under the pointer, or the one that an arrow key leads to; and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from tracker.domain.amount import MISSING, format_number
from tracker.i18n import tr
from tracker.metrics.rates import PERCENT_DECIMALS, printed_gap
from tracker.metrics.row import Rates, Row
from tracker.reports.charts.chart import ChartKind
from tracker.reports.charts.figures import amount, percent
from tracker.reports.charts.headlines import months_text
from tracker.reports.charts.look import Look
from tracker.reports.charts.marks import Mark
from tracker.ui.models.drawn_chart import PlacedMark

REACH = 26.0
IN_ROWS = frozenset({ChartKind.STANDING, ChartKind.HEAT, ChartKind.INDICATORS, ChartKind.COMPOSITION, ChartKind.FUNNEL})
"""Kinds whose figures are cells and bars, not points."""
ACROSS = {
    ChartKind.STANDING: 0.02,
    ChartKind.FUNNEL: 0.1,
    ChartKind.HEAT: 0.5,
    ChartKind.INDICATORS: 0.3,
    ChartKind.COMPOSITION: 0.6,
}
"""How much less a pixel across counts than one down, where figures lie in rows."""


class Way(Enum):
    """Where an arrow key leads."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def mark_at(marks: Sequence[PlacedMark], x: float, y: float, kind: ChartKind) -> int | None:
    """The nearest mark to a place in the picture; None where none is within reach."""
    across = ACROSS.get(kind, 1.0)

    def distance(at: int) -> float:
        return ((marks[at].x - x) * across) ** 2 + (marks[at].y - y) ** 2

    found = min(range(len(marks)), key=distance, default=None)
    return found if found is not None and distance(found) <= REACH**2 else None


def mark_beside(marks: Sequence[PlacedMark], at: int, way: Way) -> int:
    """The mark that the arrow leads to: to the side one of the same owner, else the nearest that way; itself at the end."""
    here = marks[at]
    ahead = [other for other in range(len(marks)) if other != at and _ahead(here, marks[other], way) > 0.5]
    if way in (Way.LEFT, Way.RIGHT):
        own = [other for other in ahead if marks[other].mark.subject == here.mark.subject]
        ahead = own or ahead
    return min(ahead, key=lambda other: _ahead(here, marks[other], way) + 3 * _aside(here, marks[other], way), default=at)


def heading_of(mark: Mark, look: Look) -> str:
    """云溪镇 2026年1-6月 实际到位省外资金."""
    name = " ".join(mark.indicator.name.split())
    return f"{look.name(mark.subject.name)}  {months_text(mark.month, look)}  {name}"


def rows_of(mark: Mark) -> list[tuple[str, str]]:
    """What is known of the figure, each with its name: cumulative, month, completion, pace, gap, growth, share, rank."""
    found = [] if mark.rates is None else _rates_rows(mark, mark.rates)
    if mark.amount is not None:
        found.append((tr("Cumulative"), amount(mark.amount, mark.indicator)))
    if mark.share is not None:
        found.append((tr("Share"), f"{percent(mark.share)}%"))
    if mark.conversion is not None:
        found.append((tr("Conversion"), f"{percent(mark.conversion)}%"))
    rank = mark.rates.rank if isinstance(mark.rates, Row) else mark.rank
    if rank is not None:
        found.append((tr("Rank"), str(rank)))
    return found


def told(mark: Mark, look: Look) -> str:
    """All of it in one line, for those who hear the screen."""
    return tr("; ").join([heading_of(mark, look), *(f"{name} {value}" for name, value in rows_of(mark))])


def _rates_rows(mark: Mark, rates: Rates) -> list[tuple[str, str]]:
    found = []
    if rates.cumulative is not None:
        found.append((tr("Cumulative"), amount(rates.cumulative, mark.indicator)))
    if rates.month_value is not None:
        found.append((tr("Month"), amount(rates.month_value, mark.indicator)))
    if rates.completion is not None:
        found.append((tr("Completion"), f"{percent(rates.completion)}%"))
    gap = printed_gap(rates.completion, rates.pace)
    if rates.pace is not None and gap is not None:
        found.append((tr("Pace"), f"{percent(rates.pace)}%"))
        found.append((tr("Gap"), format_number(gap, PERCENT_DECIMALS, signed=True)))
    if rates.yoy is not None:
        found.append((tr("YoY"), f"{percent(rates.yoy, signed=True)}%"))
    return found or [(tr("Cumulative"), MISSING)]


def _ahead(here: PlacedMark, there: PlacedMark, way: Way) -> float:
    x, y = way.value
    return (there.x - here.x) * x + (there.y - here.y) * y


def _aside(here: PlacedMark, there: PlacedMark, way: Way) -> float:
    x, y = way.value
    return abs((there.x - here.x) * y) + abs((there.y - here.y) * x)
