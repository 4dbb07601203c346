"""The lines of the schemes (考核办法), all versions of a year together; scheme_versions takes them apart."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tracker.domain.scheme import Method, SchemeLine
from tracker.store import groups, indicators
from tracker.store.bounds import month_number, year_of
from tracker.store.faults import PointsOutOfRange
from tracker.store.texts import decimal_text, storable

if TYPE_CHECKING:
    from tracker.store.book import Book

_PARAMETERS = ("cap", "bonus", "bonus_cap", "step", "floor", "each")
_COLUMNS = f"year, group_id, indicator_id, points, method, {', '.join(_PARAMETERS)}, tiers, basis, from_month"
_WITHOUT_LINES = "from_month NOT IN (SELECT from_month FROM scheme_line WHERE year = ?1)"


def scheme_lines(book: Book, year: int | None = None) -> list[SchemeLine]:
    """All lines, or those of one year: by year and month of effect, then in the order in which they were given."""
    rows = book.rows(f"SELECT {_COLUMNS} FROM scheme_line WHERE ?1 IS NULL OR year = ?1 ORDER BY year, from_month, id", (year,))
    return [_line(row) for row in rows]


def set_scheme_lines(book: Book, year: int, lines: Iterable[SchemeLine]) -> None:
    """Put `lines` in place of all versions of the year's scheme; none removes it. Terms of a version without lines go with it.

    Raises UnknownGroup, UnknownIndicator, PointsOutOfRange, MonthNumberOutOfRange. Whether they can work, domain's rules tell.
    """
    new = sorted(lines, key=lambda line: line.from_month)
    year_of(year)
    if new == scheme_lines(book, year):
        return
    for line in new:
        _check(book, line, year)
    book.write("DELETE FROM scheme_line WHERE year = ?", (year,))
    marks = ", ".join("?" * (len(_PARAMETERS) + 8))
    book.write_many(f"INSERT INTO scheme_line ({_COLUMNS}) VALUES ({marks})", [_values(line) for line in new])
    book.write(f"DELETE FROM scheme_terms WHERE year = ?1 AND {_WITHOUT_LINES}", (year,))


def _check(book: Book, line: SchemeLine, year: int) -> None:
    if line.year != year:
        raise ValueError(f"a line of {line.year} in the scheme of {year}")
    month_number(line.from_month)
    if line.points < 0:
        raise PointsOutOfRange(line.points)
    if line.group is not None:
        groups.group(book, line.group)
    indicators.indicator(book, line.indicator)


def _line(row: tuple[Any, ...]) -> SchemeLine:
    year, group, indicator, points, method, *parameters, tiers, basis, from_month = row
    cap, bonus, bonus_cap, step, floor, each = (None if text is None else Decimal(text) for text in parameters)
    pairs = (pair.split(":") for pair in tiers.split(";") if pair)
    return SchemeLine(
        year,
        group,
        indicator,
        Decimal(points),
        Method(method),
        *(cap, bonus, bonus_cap, step, floor, each),
        tiers=tuple((Decimal(reached), Decimal(percent)) for reached, percent in pairs),
        basis=basis,
        from_month=from_month,
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
        line.from_month,
    )
