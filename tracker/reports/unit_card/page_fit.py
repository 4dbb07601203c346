"""How closely a card is set: as roomily as it still is one page; roomily again where it takes several anyway. Lengths in pt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tracker.reports.unit_card.chart_layout import chart_height
from tracker.reports.unit_card.content import UnitCard
from tracker.reports.unit_card.measures import TEXT_HEIGHT, USABLE, CardMeasures
from tracker.reports.unit_card.table_layout import months_layout, needs_layout, progress_layout

LOWER, LOWEST = 0.88, 11.6
"""The rows of the tables but the first one are so much lower, and never lower than that."""
LINE, LINE_PADDING = 10.5, 5.0
"""The pitch of names that take several lines, and the space round them."""
HEADING, TABLE_HEAD, BETWEEN_HALVES = 13.0, 16.5, 8.0
NOTE_SIZE, NOTE_PITCH, NOTES_GAP = 9.0, 13.5, 10.0
SAFETY = 6.0


@dataclass(frozen=True, slots=True)
class Density:
    """The height of a row of the first table and of the chart's plot, the largest type of tables, the gap above a heading."""

    pitch: float
    plot: float
    largest: float
    gap: float


DENSITIES = (
    Density(18.6, 132.0, 9.5, 16.0),
    Density(17.4, 132.0, 9.5, 16.0),
    Density(16.2, 132.0, 9.5, 16.0),
    Density(15.0, 126.0, 9.5, 15.0),
    Density(14.2, 114.0, 9.5, 13.0),
    Density(13.4, 98.0, 9.0, 11.0),
    Density(12.6, 84.0, 8.5, 9.0),
)


@dataclass(frozen=True, slots=True)
class Tables:
    """The card's tables as they are drawn."""

    progress: dict[str, Any]
    months: list[dict[str, Any]]
    needs: dict[str, Any] | None

    def __iter__(self) -> Iterator[dict[str, Any]]:
        yield self.progress
        yield from self.months
        if self.needs is not None:
            yield self.needs

    @property
    def height(self) -> float:
        """All of them without what is above their headings."""
        return sum((HEADING if table["heading"] else BETWEEN_HALVES) + TABLE_HEAD + _rows(table) for table in self)


def tables_that_fit(card: UnitCard, measures: CardMeasures, *, above: float) -> tuple[Tables, Density]:
    """The tables and the density; `above` is the height of the card's head."""
    notes = sum(-(-measures.serif.em(note) * NOTE_SIZE // (USABLE - NOTE_SIZE * 2)) for note in card.notes)
    fixed = above + NOTES_GAP + notes * NOTE_PITCH + SAFETY
    for density in DENSITIES:
        tables = _tables(card, measures, density)
        sections = sum(1 for table in tables if table["heading"]) + (card.chart is not None)
        chart = chart_height(density.plot) if card.chart is not None else 0.0
        if fixed + tables.height + chart + sections * density.gap <= TEXT_HEIGHT:
            return tables, density
    return _tables(card, measures, DENSITIES[0]), DENSITIES[0]


def _tables(card: UnitCard, measures: CardMeasures, density: Density) -> Tables:
    largest, lower = density.largest, max(LOWEST, density.pitch * LOWER)
    needs = None if card.needs is None else _set(needs_layout(card, card.needs, measures, largest), lower)
    months = [_set(table, lower) for table in months_layout(card, measures, largest)]
    return Tables(_set(progress_layout(card, measures, largest), density.pitch), months, needs)


def _set(table: dict[str, Any], pitch: float) -> dict[str, Any]:
    """The table with the heights of its rows; one that is longer than half a page may be parted."""
    rows = [{**row, "height": _height(row, pitch)} for row in table["rows"]]
    return {**table, "rows": rows, "long": sum(row["height"] for row in rows) > TEXT_HEIGHT / 2}


def _height(row: Mapping[str, Any], pitch: float) -> float:
    lines = len(row["name"])
    return pitch if lines == 1 else max(pitch, lines * LINE + LINE_PADDING)


def _rows(table: Mapping[str, Any]) -> float:
    return float(sum(row["height"] for row in table["rows"]))
