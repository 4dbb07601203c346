"""A chart drawn for the page 趋势, or as a file: made from the book's file in any thread, so that the window never waits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.i18n import language
from tracker.metrics.live import Live
from tracker.metrics.shown import live_of
from tracker.reports.charts.chart import Canvas, Chart, ChartChoice, chart_of
from tracker.reports.charts.look import PAPER, PIXELS_PER_INCH, Look, screen_look
from tracker.reports.charts.marks import Mark
from tracker.reports.titles import place_and_subject, whole
from tracker.reports.wording import LANGUAGE
from tracker.store import settings
from tracker.store.book import Book
from tracker.store.months import published

if TYPE_CHECKING:
    from matplotlib.figure import Figure

CLIPBOARD_DOTS = 192


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which chart of which book's month, held against which targets."""

    path: Path
    month: Month
    choice: ChartChoice
    target_set: TargetSet = TargetSet.ASSIGNED


@dataclass(frozen=True, slots=True)
class Room:
    """The room on the screen: its size in pixels at 100 %, and how many of the screen's own there are to one of these.

    `is_small`: it is for a picture beside other things.
    """

    width: float
    height: float
    scale: float
    dark: bool
    is_small: bool = False


@dataclass(frozen=True)
class PlacedMark:
    """A figure and where it lies in the picture, in pixels at 100 % from the top left."""

    mark: Mark
    x: float
    y: float


@dataclass(frozen=True)
class DrawnChart:
    """A picture of `width` × `height` of the screen's pixels, four bytes each (RGBA), with its sentence and its figures."""

    wanted: Wanted
    title: str
    pixels: bytes
    width: int
    height: int
    scale: float
    marks: tuple[PlacedMark, ...]
    look: Look


def drawn_chart(wanted: Wanted, room: Room) -> DrawnChart:
    """The chart as large as the room, or higher where its rows need it; raises TrackerError where there is nothing to draw."""
    with _opened(wanted) as (book, live):
        look = screen_look(dark=room.dark, county=_county(book), titled=False)
        canvas = Canvas(look, room.width, room.height, room.is_small)
        chart = chart_of(live, wanted.choice, canvas, published_months=published(book))
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure = chart.figure
    figure.set_dpi(PIXELS_PER_INCH * room.scale)
    paint = FigureCanvasAgg(figure)
    paint.draw()  # type: ignore[no-untyped-call]
    width, height = paint.get_width_height()
    pixels = bytes(paint.buffer_rgba())  # type: ignore[no-untyped-call]
    return DrawnChart(wanted, chart.title, pixels, width, height, room.scale, tuple(_placed(chart, height, room.scale)), look)


def chart_file(wanted: Wanted, form: str) -> bytes:
    """The chart with its title as "png", "svg" or "pdf"; raises as `drawn_chart`."""
    from tracker.reports.charts.out import bytes_of

    return bytes_of(_titled(wanted), form)


def chart_picture(wanted: Wanted) -> bytes:
    """The chart with its title as a PNG for the clipboard; raises as `drawn_chart`."""
    from tracker.reports.charts.out import png_bytes

    return png_bytes(_titled(wanted), CLIPBOARD_DOTS)


def _titled(wanted: Wanted) -> Figure:
    with _opened(wanted) as (book, live):
        look = replace(screen_look(dark=False, county=_county(book)), palette=PAPER)
        return chart_of(live, wanted.choice, Canvas(look), published_months=published(book)).figure


@contextmanager
def _opened(wanted: Wanted) -> Iterator[tuple[Book, Live]]:
    with Book.open(wanted.path, read_only=True) as book, _live(book, wanted) as live:
        yield book, live


def _live(book: Book, wanted: Wanted) -> closing[Live]:
    return closing(live_of(book, wanted.month, target_set=wanted.target_set))


def _county(book: Book) -> str:
    """What the county is called by its book's title: 全县, 全区; "" where other words than Chinese are spoken."""
    return whole(place_and_subject(settings.title(book))[0]) if language() == LANGUAGE else ""


def _placed(chart: Chart, height: float, scale: float) -> Iterator[PlacedMark]:
    """The marks in pixels from the top left, axes by axes."""
    for number, axes in enumerate(chart.figure.axes):
        marks = [mark for mark in chart.marks if mark.axes == number]
        if marks:
            places = axes.transData.transform([(mark.x, mark.y) for mark in marks])
            for mark, (x, y) in zip(marks, places, strict=True):
                yield PlacedMark(mark, float(x) / scale, (height - float(y)) / scale)
