"""The ranking as JSON for other programs: unrounded, amounts as exact numbers, null where the rules say —."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tracker.domain.unit import GroupId
from tracker.exchange.ranking.choice import Ranking
from tracker.metrics.row import Row, Total
from tracker.metrics.table import IndicatorTable

FIGURES = ("target", "month_value", "cumulative", "completion", "pace", "gap", "yoy", "mom", "share")
"""What a row and a total have in common, in this order."""

Value = Decimal | Fraction | int | str | tuple[str, ...] | None


def ranking_json(ranking: Ranking) -> Iterator[str]:
    """The parts of {"month": …, "indicators": {code: {"rows": […], "totals": […]}}}, one row a line.

    Percentages are fractions (0.9431), a gap is in points. An amount has all its digits, never an exponent; a rate is the nearest
    double of its exact fraction.
    """
    yield f'{{"month": "{ranking.month}", "indicators": {{'
    for position, table in enumerate(ranking.tables):
        yield ",\n" if position else "\n"
        yield f'{_text(table.indicator.code)}: {{"rows": [\n'
        yield from _rows(ranking, table)
        yield '],\n"totals": [\n'
        yield from _lines(_total(total) for total in ranking.totals(table))
        yield "]}"
    yield "\n}}\n"


def _lines(objects: Iterable[dict[str, Value]]) -> Iterator[str]:
    for position, values in enumerate(objects):
        yield ",\n" if position else ""
        yield "{" + ", ".join([f'"{name}": {_WRITTEN[type(value)](value)}' for name, value in values.items()]) + "}"
    yield "\n"


def _rows(ranking: Ranking, table: IndicatorTable) -> Iterator[str]:
    names = {group.id: group.name for group in table.roster.groups}
    return _lines(_row(row, names) for row in ranking.rows(table))


def _row(row: Row, names: dict[GroupId, str]) -> dict[str, Value]:
    return {
        "unit": row.unit.code,
        "name": row.unit.name,
        "group": names[row.unit.group],
        **{name: getattr(row, name) for name in FIGURES},
        "rank": row.rank,
        "rank_change": row.rank_change,
        "flags": row.flags,
    }


def _total(total: Total) -> dict[str, Value]:
    return {"group": total.group.name if total.group else "", **{name: getattr(total, name) for name in FIGURES}}


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _rate(value: Fraction) -> str:
    return repr(value.numerator / value.denominator)


# By type and not by a chain of ifs: a nation's month has twelve million figures.
_WRITTEN: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: "null",
    str: _text,
    int: str,
    Decimal: lambda value: format(value, "f"),
    Fraction: _rate,
    tuple: lambda texts: "[" + ", ".join(map(_text, texts)) + "]",
}
