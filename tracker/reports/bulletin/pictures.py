"""A bulletin's charts: the county's course of the year against the pace, and who stands where, of the leading indicator.

They depend on nothing but what the month shows, so that a published month's are the same for ever. matplotlib is imported when
they are drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.domain.indicator import IndicatorId
from tracker.metrics.live import Live
from tracker.reports.bulletin.content import Picture
from tracker.reports.titles import place_and_subject, whole
from tracker.reports.wording import tr
from tracker.store import settings

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_BARS = 40
"""Of more units the chart would not fit on a page, nor be read."""
WIDTH, COURSE_HEIGHT = 680.0, 500.0
"""In pixels: as wide as the type area, their texts are then 8 pt."""
DOTS_PER_INCH = 220


def month_pictures(live: Live, indicators: Sequence[IndicatorId] = ()) -> tuple[Picture, ...]:
    """The charts of the month that `live` shows, of the first of these indicators (none: of the book's first one).

    Nothing where there is nothing to draw: no indicator, no unit, no figure.
    """
    chosen = tuple(indicators) or tuple(indicator.id for indicator in live.indicators)
    if not chosen or live.table(chosen[0]).total(None).cumulative is None:
        return ()
    return tuple(_picture(figure, told) for figure, told in _figures(live, chosen[0]))


def _figures(live: Live, indicator: IndicatorId) -> list[tuple[Figure, str]]:
    """Each chart with the sentence that it says."""
    from tracker.metrics.trends.pace import pace_trend
    from tracker.metrics.trends.standing import standing
    from tracker.reports.charts.headlines import pace_title, standing_title
    from tracker.reports.charts.look import paper_look
    from tracker.reports.charts.pace import pace_figure
    from tracker.reports.charts.standing import standing_figure, standing_size

    place, _ = place_and_subject(settings.title(live.book))
    look = paper_look(whole(place) or tr("all units together"))
    course = pace_trend(live, indicator, published_months=())
    order = standing(live, indicator, published_months=())
    found = [(pace_figure(course, look, (WIDTH, COURSE_HEIGHT)), pace_title(course, look))]
    if len(order.bars) <= MOST_BARS:
        found.append((standing_figure(order, look, standing_size(order, WIDTH)), standing_title(order, look)))
    return found


def _picture(figure: Figure, told: str) -> Picture:
    from tracker.reports.charts.out import png_bytes, svg_bytes

    return Picture(told, svg_bytes(figure), png_bytes(figure, DOTS_PER_INCH))
