"""单元格说明: all that there is to say of one cell of the entry grid, in words and figures ready to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.amount import MISSING, format_number
from tracker.domain.figure import Figure
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.parsing import read_amount
from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.metrics.row import Rates
from tracker.metrics.table import IndicatorTable
from tracker.store.book import Book
from tracker.store.figures import figure
from tracker.store.journal import FigureEvent, history
from tracker.ui.models.columns import Part, Subject
from tracker.ui.models.entry_figures import total_of, value_of
from tracker.ui.models.entry_spot import Spot
from tracker.ui.models.entry_writing import is_calculation
from tracker.ui.models.explained_facts import Fact, facts_of
from tracker.ui.models.explained_rules import how_it_counts
from tracker.ui.months import month_text

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One month of the chart: its value and that of the year before, None where nothing was reported."""

    month: Month
    value: Decimal | None
    last_year: Decimal | None


@dataclass(frozen=True, slots=True)
class Summand:
    """One unit of a subtotal, with its figure; "—" where it has none."""

    name: str
    figure: str


@dataclass(frozen=True, slots=True)
class Explained:
    """What the panel shows. `figure` is "" for a blank, `problem` says why a text could not be read.

    `history` is newest first and shown with `decimals`; `summands` is empty but for subtotals; `counting` has sentences.
    """

    place: str
    title: str
    figure: str
    measure: str
    typed: str
    problem: str
    facts: tuple[Fact, ...]
    bars: tuple[Bar, ...]
    history: tuple[FigureEvent, ...]
    summands: tuple[Summand, ...]
    counting: tuple[str, ...]
    definition: str
    note: str
    decimals: int


def explained(book: Book, live: Live, spot: Spot, *, unreadable: str = "") -> Explained | None:
    """All of it, the figures from `live` alone; `unreadable` is the cell's text where it could not be read.

    None where the spot shows no indicator, or whose figure it is is not listed in its month.
    """
    indicator = next((one for one in live.indicators if one.id == spot.indicator), None)
    if indicator is None:
        return None
    table = live.table(indicator.id, spot.month)
    rates = _rates(table, spot)
    if rates is None:
        return None
    subject = Subject(indicator, spot.month, spot.part, typed=False)
    value = value_of(subject, rates) if spot.unit is not None else total_of(subject, rates)
    stored = figure(book, *spot.figure) if spot.figure is not None else None
    return Explained(
        place=_place(live, subject, spot),
        title=indicator.name,
        figure=unreadable or format_number(value, subject.decimals),
        measure=subject.measure,
        typed=_typed(stored),
        problem=_problem(indicator, unreadable),
        facts=facts_of(table, rates),
        bars=_bars(table, spot),
        history=tuple(history(book, *spot.figure)) if spot.figure is not None else (),
        summands=() if spot.unit is not None else _summands(table, subject, spot),
        counting=how_it_counts(indicator, live, group=_group_name(live, spot)),
        definition=indicator.definition,
        note=stored.note if stored is not None else "",
        decimals=indicator.decimals,
    )


def _problem(indicator: Indicator, text: str) -> str:
    """Why the text cannot be read."""
    return read_amount(text, unit=indicator.unit, decimals=indicator.decimals).reason if text else ""


def _rates(table: IndicatorTable, spot: Spot) -> Rates | None:
    if spot.unit is not None:
        return table.rates(spot.unit)
    if spot.group is not None and spot.group not in {group.id for group in table.roster.groups}:
        return None
    return table.total(spot.group)


def _place(live: Live, subject: Subject, spot: Spot) -> str:
    """云溪镇 · 2026年9月 · 当月."""
    unit = next((one.name for one in live.units if one.id == spot.unit), None)
    whose = unit or _group_name(live, spot) or tr("County total")
    return " · ".join((whose, month_text(spot.month), subject.title))


def _group_name(live: Live, spot: Spot) -> str:
    return next((one.name for one in live.groups if one.id == spot.group), "")


def _typed(stored: Figure | None) -> str:
    """The text that was typed for a figure, where it says more than the figure."""
    return stored.typed if stored is not None and stored.value is not None and is_calculation(stored.typed) else ""


def _bars(table: IndicatorTable, spot: Spot) -> tuple[Bar, ...]:
    """The last twelve months up to the spot's, oldest first; none for a ratio."""
    twice = table.series(spot.unit, 2 * MONTHS) if spot.unit is not None else table.total_series(spot.group, 2 * MONTHS)
    pairs: Sequence[tuple[Decimal | None, Decimal | None]] = list(zip(twice[MONTHS:], twice[:MONTHS], strict=False))
    return tuple(Bar(spot.month.plus(at - MONTHS + 1), now, before) for at, (now, before) in enumerate(pairs))


def _summands(table: IndicatorTable, subject: Subject, spot: Spot) -> tuple[Summand, ...]:
    """The units of a subtotal, or of the county; a ratio's are not added up."""
    if subject.indicator.kind is Kind.RATIO or subject.part is Part.COMPLETION:
        return ()
    units = [unit for unit in table.roster.units if spot.group in (None, unit.group)]
    found = [(unit.name, table.rates(unit.id)) for unit in units]
    return tuple(
        Summand(name, format_number(total_of(subject, rates), subject.decimals) or MISSING) for name, rates in found if rates
    )


def spoken(told: Explained) -> str:
    """The head of it in one sentence, for people who hear the screen."""
    return f"{told.place}, {told.title}: {told.figure or tr('blank')} {told.measure}"
