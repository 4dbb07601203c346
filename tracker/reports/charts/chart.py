"""A chart of a book's month by its kind: the one place that goes from what was chosen to what is computed and drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import GroupId, Unit, UnitId
from tracker.i18n import mark, tr
from tracker.metrics.live import Live
from tracker.metrics.trends.bump import bump_trend
from tracker.metrics.trends.composition import composition
from tracker.metrics.trends.funnel import funnel
from tracker.metrics.trends.heat import HeatMap, heat_of_indicators, heat_of_months
from tracker.metrics.trends.multiples import multiples
from tracker.metrics.trends.pace import PaceTrend, pace_trend
from tracker.metrics.trends.standing import standing
from tracker.metrics.trends.subject import COUNTY, Subject
from tracker.reports.charts import marks
from tracker.reports.charts.bump import bump_figure, bump_size, bump_title
from tracker.reports.charts.composition import composition_figure, composition_title
from tracker.reports.charts.funnel import funnel_figure, funnel_size, funnel_title
from tracker.reports.charts.headlines import pace_title, standing_title
from tracker.reports.charts.heat import heat_figure, heat_size, heat_title
from tracker.reports.charts.look import Look
from tracker.reports.charts.marks import Mark
from tracker.reports.charts.multiples import multiples_figure, multiples_size, multiples_title
from tracker.reports.charts.pace import pace_figure
from tracker.reports.charts.small_pace import SIZE as SMALL_SIZE
from tracker.reports.charts.small_pace import small_pace_figure
from tracker.reports.charts.standing import standing_figure, standing_size
from tracker.reports.errors import NoIndicatorToPrint, NoUnitToPrint

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Size = tuple[float, float]


class ChartKind(StrEnum):
    """The question that a chart answers."""

    PACE = "pace"
    STANDING = "standing"
    BUMP = "bump"
    HEAT = "heat"
    INDICATORS = "indicators"
    COMPOSITION = "composition"
    FUNNEL = "funnel"
    MULTIPLES = "multiples"


class Beside(StrEnum):
    """What a course is drawn against."""

    PACE = "pace"
    LAST_YEAR = "last_year"
    OTHERS = "others"


NAMES = {
    ChartKind.PACE: mark("Course against the pace"),
    ChartKind.STANDING: mark("Completion in order"),
    ChartKind.BUMP: mark("Ranks over the months"),
    ChartKind.HEAT: mark("Ahead and behind by month"),
    ChartKind.INDICATORS: mark("Ahead and behind by indicator"),
    ChartKind.COMPOSITION: mark("Parts of the total"),
    ChartKind.FUNNEL: mark("From signing to production"),
    ChartKind.MULTIPLES: mark("All units side by side"),
}


def kind_name(kind: ChartKind) -> str:
    """What the kind is called, in the language spoken now."""
    return tr(NAMES[kind])


ALL = frozenset(Beside)


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """What is to be drawn. Without indicators the first one (all of them, or the stages, where several are drawn).

    `group` is None for the county, `units` whom the chart is of or who is strong in it, `years` how many it runs over, `beside`
    what a course is drawn against.
    """

    kind: ChartKind
    indicators: tuple[IndicatorId, ...] = ()
    group: GroupId | None = None
    units: tuple[UnitId, ...] = ()
    years: int = 1
    beside: frozenset[Beside] = ALL

    def over(self, years: int) -> ChartChoice:
        """The same over so many years."""
        return replace(self, years=years)


@dataclass(frozen=True)
class Chart:
    """A figure, the sentence that it says, and where its figures lie."""

    figure: Figure
    title: str
    marks: list[Mark]


@dataclass(frozen=True)
class Canvas:
    """In what look, how wide in pixels and how high (None: as high as it needs) a chart is drawn.

    `is_small`: as a picture beside other things, with little on it; of the kinds PACE alone can be that.
    """

    look: Look
    width: float = 1000.0
    height: float | None = None
    is_small: bool = False

    def size(self, needed: Size) -> Size:
        """The size of a chart that needs this one: never less than what its rows take."""
        return needed[0], needed[1] if self.height is None else max(needed[1], self.height)

    def fixed(self, usual: float) -> Size:
        """The size of a chart that takes whatever there is."""
        return self.width, self.height or usual


Maker = Callable[[Live, ChartChoice, Canvas, "frozenset[Month] | None"], Chart]


def chart_of(live: Live, choice: ChartChoice, canvas: Canvas, *, published_months: Iterable[Month] | None = None) -> Chart:
    """The chart of the month that `live` shows; raises NoIndicatorToPrint, NoUnitToPrint, NoStages, RatioHasNoParts."""
    if not live.indicators:
        raise NoIndicatorToPrint
    if not live.roster.units:
        raise NoUnitToPrint(live.month)
    known = None if published_months is None else frozenset(published_months)
    return MAKERS[choice.kind](live, choice, canvas, known)


def _pace(live: Live, choice: ChartChoice, canvas: Canvas, known: frozenset[Month] | None) -> Chart:
    found = pace_trend(live, _indicator(live, choice), _subject(live, choice), published_months=known)
    if canvas.is_small:
        found = _only(found, choice.beside - {Beside.OTHERS})
        figure = small_pace_figure(found, canvas.look, canvas.fixed(SMALL_SIZE[1]))
    else:
        found = _only(found, choice.beside)
        figure = pace_figure(found, canvas.look, canvas.fixed(620))
    return Chart(figure, pace_title(found, canvas.look), marks.pace_marks(found))


def _only(trend: PaceTrend, beside: frozenset[Beside]) -> PaceTrend:
    """The course with no more beside it than is wanted."""
    nothing = (None,) * 12
    return replace(
        trend,
        pace=trend.pace if Beside.PACE in beside else nothing,
        last_year=trend.last_year if Beside.LAST_YEAR in beside else nothing,
        others=trend.others if Beside.OTHERS in beside else (),
    )


def _standing(live: Live, choice: ChartChoice, canvas: Canvas, known: frozenset[Month] | None) -> Chart:
    found = standing(live, _indicator(live, choice), choice.group, published_months=known)
    figure = standing_figure(found, canvas.look, canvas.size(standing_size(found, canvas.width)))
    return Chart(figure, standing_title(found, canvas.look), marks.standing_marks(found))


def _bump(live: Live, choice: ChartChoice, canvas: Canvas, known: frozenset[Month] | None) -> Chart:
    group = choice.group if choice.group is not None else _group(live, choice)
    trend = bump_trend(live, _indicator(live, choice), group, years=choice.years, published_months=known)
    found = trend.choosing(unit for unit in choice.units if unit in {line.unit.id for line in trend.lines})
    figure = bump_figure(found, canvas.look, canvas.size(bump_size(found, canvas.width)))
    return Chart(figure, bump_title(found, canvas.look), marks.bump_marks(found))


def _heat(live: Live, choice: ChartChoice, canvas: Canvas, known: frozenset[Month] | None) -> Chart:
    heat = heat_of_months(live, _indicator(live, choice), choice.group, years=choice.years, published_months=known)
    return _heat_chart(heat, choice, canvas)


def _indicators(live: Live, choice: ChartChoice, canvas: Canvas, known: frozenset[Month] | None) -> Chart:
    chosen = choice.indicators or tuple(indicator.id for indicator in live.indicators)
    return _heat_chart(heat_of_indicators(live, chosen, choice.group, published_months=known), choice, canvas)


def _heat_chart(heat: HeatMap, choice: ChartChoice, canvas: Canvas) -> Chart:
    figure = heat_figure(heat, canvas.look, canvas.size(heat_size(heat, canvas.width)), chosen=choice.units)
    return Chart(figure, heat_title(heat, canvas.look), marks.heat_marks(heat))


def _composition(live: Live, choice: ChartChoice, canvas: Canvas, known: frozenset[Month] | None) -> Chart:
    found = composition(live, _indicator(live, choice), choice.group, years=choice.years, published_months=known)
    figure = composition_figure(found, canvas.look, canvas.fixed(520))
    return Chart(figure, composition_title(found, canvas.look), marks.composition_marks(found))


def _funnel(live: Live, choice: ChartChoice, canvas: Canvas, known: frozenset[Month] | None) -> Chart:
    found = funnel(live, choice.indicators, published_months=known)
    figure = funnel_figure(found, canvas.look, canvas.size(funnel_size(found, canvas.width)))
    return Chart(figure, funnel_title(found, canvas.look), marks.funnel_marks(found))


def _multiples(live: Live, choice: ChartChoice, canvas: Canvas, known: frozenset[Month] | None) -> Chart:
    found = multiples(live, _indicator(live, choice), choice.group, years=choice.years, published_months=known)
    figure = multiples_figure(found, canvas.look, canvas.size(multiples_size(found, canvas.width)))
    return Chart(figure, multiples_title(found, canvas.look), marks.multiples_marks(found, figure))


MAKERS: dict[ChartKind, Maker] = {
    ChartKind.PACE: _pace,
    ChartKind.STANDING: _standing,
    ChartKind.BUMP: _bump,
    ChartKind.HEAT: _heat,
    ChartKind.INDICATORS: _indicators,
    ChartKind.COMPOSITION: _composition,
    ChartKind.FUNNEL: _funnel,
    ChartKind.MULTIPLES: _multiples,
}


def _indicator(live: Live, choice: ChartChoice) -> IndicatorId:
    return choice.indicators[0] if choice.indicators else live.indicators[0].id


def _unit(live: Live, choice: ChartChoice) -> Unit | None:
    """The first of the chosen units that is listed in the month."""
    listed = {unit.id: unit for unit in live.roster.units}
    return next((listed[unit] for unit in choice.units if unit in listed), None)


def _group(live: Live, choice: ChartChoice) -> GroupId:
    """The group of the chosen unit, else the first one."""
    unit = _unit(live, choice)
    return unit.group if unit is not None else live.roster.groups[0].id


def _subject(live: Live, choice: ChartChoice) -> Subject:
    """The first chosen unit, else the group, else the county."""
    unit = _unit(live, choice)
    if unit is not None:
        return Subject(unit=unit)
    group = next((group for group in live.roster.groups if group.id == choice.group), None)
    return COUNTY if group is None else Subject(group=group)
