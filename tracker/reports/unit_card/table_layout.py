"""The tables of the card: the size of type and the widths at which their texts have room, names broken; lengths in pt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tracker.reports.unit_card.content import Name, Table, UnitCard
from tracker.reports.unit_card.measures import USABLE, CardMeasures

SIZES = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5)
NARROWEST_NAME, WIDEST_NAME = 72.0, 190.0
BAR = 72.0
BAR_AT = 5
"""Where the bar stands among the columns."""
BOLD = (3, 6)
"""The figures in bold: completion and rank."""
NEEDS_COLUMN = 110.0


@dataclass(frozen=True, slots=True)
class _Widths:
    """The widths of the first table's columns at a size of type; no bar where there is no room for it."""

    size: float
    name: float
    figures: tuple[float, ...]
    bar: float


def progress_layout(card: UnitCard, measures: CardMeasures, largest: float) -> dict[str, Any]:
    """The table of every indicator; the bar gives way where the figures are long."""
    widths = _progress_widths(card, measures, largest)
    name, (target, month, cumulative, completion, *standing) = widths.name, widths.figures
    return {
        "heading": card.progress.heading,
        "heads": card.progress.heads,
        "widths": [name, target, month, cumulative, completion, widths.bar, *standing],
        "size": widths.size,
        "bar": widths.bar,
        "rows": [
            {
                **_row(row.of, [*row.amounts, *row.standing], measures.broken(row.of, widths.size, name)),
                "bar": row.bar,
                "pace": row.pace,
            }
            for row in card.progress_rows
        ],
    }


def _progress_widths(card: UnitCard, measures: CardMeasures, largest: float) -> _Widths:
    """The largest size at which names, bar and figures have room; what is left over is spread."""
    heads, rows = card.progress.heads, card.progress_rows
    headed = (*heads[1:BAR_AT], *heads[BAR_AT + 1 :])
    texts = [[(*row.amounts, *row.standing)[at] for row in rows] for at in range(len(headed))]

    def least(size: float) -> list[float]:
        pairs = enumerate(zip(headed, texts, strict=True))
        return [measures.column(head, column, size, bold=at in BOLD) for at, (head, column) in pairs]

    narrowest = measures.column(heads[BAR_AT], (), SIZES[0])
    fitting = (size for size in _sizes(largest) if USABLE - sum(least(size)) >= NARROWEST_NAME + narrowest)
    size = next(fitting, SIZES[-1])
    figures = least(size)
    spare = USABLE - sum(figures)
    wanted = min(WIDEST_NAME, max((measures.name(row.of, size) for row in rows), default=0.0))
    bar = max(narrowest, min(BAR, spare - wanted)) if spare >= NARROWEST_NAME + narrowest else 0.0
    name = min(wanted, spare - bar)
    loose = (spare - bar - name) / (len(figures) + 1)
    return _Widths(size, name + loose, tuple(width + loose for width in figures), bar)


def months_layout(card: UnitCard, measures: CardMeasures, largest: float) -> list[dict[str, Any]]:
    """The table of the months; two of half a year each where the figures are too long for one."""
    for size in _sizes(largest)[:-2]:
        if USABLE - 12 * _month_width(card, measures, size) >= NARROWEST_NAME:
            return [_months_part(card, measures, size, range(12))]
    fitting = (size for size in _sizes(largest) if USABLE - 6 * _month_width(card, measures, size) >= NARROWEST_NAME)
    size = next(fitting, SIZES[-1])
    return [_months_part(card, measures, size, half) for half in (range(6), range(6, 12))]


def _month_width(card: UnitCard, measures: CardMeasures, size: float) -> float:
    """The least width of a month's column: all are as wide as the widest."""
    return measures.column(card.months.heads[-1], (text for row in card.months_rows for text in row.values), size)


def _months_part(card: UnitCard, measures: CardMeasures, size: float, months: range) -> dict[str, Any]:
    table, count = card.months, len(months)
    longest = max((measures.name(row.of, size) for row in card.months_rows), default=0.0)
    name = min(WIDEST_NAME, max(NARROWEST_NAME, longest), USABLE - count * _month_width(card, measures, size))
    return {
        "heading": "" if months.start else table.heading,
        "heads": [table.heads[0], *(table.heads[1 + month] for month in months)],
        "widths": [name, *[(USABLE - name) / count] * count],
        "size": size,
        "rows": [
            _row(row.of, [row.values[month] for month in months], measures.broken(row.of, size, name)) for row in card.months_rows
        ],
    }


def needs_layout(card: UnitCard, table: Table, measures: CardMeasures, largest: float) -> dict[str, Any]:
    """The table of what is still needed."""
    rows, size = card.needs_rows, largest
    texts = ([row.missing for row in rows], [row.monthly for row in rows], [row.mean for row in rows])
    least = max(measures.column(head, found, size, bold=True) for head, found in zip(table.heads[1:], texts, strict=True))
    longest = max(measures.name(row.of, size) for row in rows)
    column = max(least, min(NEEDS_COLUMN, (USABLE - longest) / len(texts)))
    name = USABLE - len(texts) * column
    return {
        "heading": table.heading,
        "heads": table.heads,
        "widths": [name, *[column] * len(texts)],
        "size": size,
        "rows": [_row(row.of, [row.missing, row.monthly, row.mean], measures.broken(row.of, size, name)) for row in rows],
    }


def _sizes(largest: float) -> tuple[float, ...]:
    """The sizes of type from that one down."""
    return tuple(size for size in SIZES if size <= largest)


def _row(of: Name, values: Sequence[str], lines: list[str]) -> dict[str, Any]:
    return {"name": lines, "unit": of.unit, "values": values}
