"""The scheme (考核办法): a year's lines of points."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tracker.domain.scheme import Method, SchemeLine
from tracker.store import groups, indicators
from tracker.store.bounds import year_of
from tracker.store.faults import PointsOutOfRange
from tracker.store.texts import decimal_text, storable

if TYPE_CHECKING:
    from tracker.store.book import Book

_PARAMETERS = ("cap", "bonus", "bonus_cap", "step", "floor", "each")
_COLUMNS = f"year, group_id, indicator_id, points, method, {', '.join(_PARAMETERS)}, tiers, basis"


def scheme_lines(book: Book, year: int | None = None) -> list[SchemeLine]:
    """All lines, or those of one year, in the order in which they were given."""
    rows = book.rows(f"SELECT {_COLUMNS} FROM scheme_line WHERE ?1 IS NULL OR year = ?1 ORDER BY year, id", (year,))
    return [_line(row) for row in rows]


def set_scheme_lines(book: Book, year: int, lines: Iterable[SchemeLine]) -> None:
    """Put `lines` in place of the year's scheme; none removes it. Raises UnknownGroup, UnknownIndicator, PointsOutOfRange."""
    new = list(lines)
    year_of(year)
    if new == scheme_lines(book, year):
        return
    for line in new:
        _check(book, line, year)
    book.write("DELETE FROM scheme_line WHERE year = ?", (year,))
    marks = ", ".join("?" * (len(_PARAMETERS) + 7))
    book.write_many(f"INSERT INTO scheme_line ({_COLUMNS}) VALUES ({marks})", [_values(line) for line in new])


def _check(book: Book, line: SchemeLine, year: int) -> None:
    if line.year != year:
        raise ValueError(f"a line of {line.year} in the scheme of {year}")
    if line.points < 0:
        raise PointsOutOfRange(line.points)
    if line.group is not None:
        groups.group(book, line.group)
    indicators.indicator(book, line.indicator)


def _line(row: tuple[Any, ...]) -> SchemeLine:
    year, group, indicator, points, method, *parameters, tiers, basis = row
    numbers = {name: Decimal(text) for name, text in zip(_PARAMETERS, parameters, strict=True) if text is not None}
    pairs = (pair.split(":") for pair in tiers.split(";") if pair)
    return SchemeLine(
        year,
        group,
        indicator,
        Decimal(points),
        Method(method),
        tiers=tuple((Decimal(reached), Decimal(percent)) for reached, percent in pairs),
        basis=basis,
        **numbers,
    )


def _values(line: SchemeLine) -> tuple[object, ...]:
    parameters = (getattr(line, name) for name in _PARAMETERS)
    tiers = ";".join(f"{decimal_text(reached)}:{decimal_text(percent)}" for reached, percent in line.tiers)
    basis = None if line.basis is None else storable(line.basis)
    return (
        line.year,
        line.group,
        line.indicator,
        decimal_text(line.points),
        line.method.value,
        *(None if value is None else decimal_text(value) for value in parameters),
        tiers,
        basis,
    )
