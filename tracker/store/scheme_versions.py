"""The versions of a year's scheme (考核办法), each in force from its month until the next one is.

A published month needs no protection here: it keeps the scheme it was published with in its snapshot.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from tracker.domain.period import Month
from tracker.domain.scheme import Scheme, Terms
from tracker.domain.scheme_rules import SchemeFault, Setting, faults
from tracker.store import groups, indicators, plans
from tracker.store.bounds import month_number, year_of
from tracker.store.scheme_faults import SchemeHasNoLines, SchemeRefused
from tracker.store.schemes import scheme_lines, set_scheme_lines
from tracker.store.texts import decimal_text

if TYPE_CHECKING:
    from tracker.store.book import Book

_TERMS = "total, late, missing, most"


def versions(book: Book, year: int) -> list[Scheme]:
    """The year's versions by their month; none where the year has no scheme."""
    rows = book.rows(f"SELECT from_month, {_TERMS} FROM scheme_terms WHERE year = ?", (year,))
    terms = {month: _terms(row) for month, *row in rows}
    by_month = groupby(scheme_lines(book, year), key=lambda line: line.from_month)
    return [Scheme(year, month, tuple(lines), terms.get(month, Terms())) for month, lines in by_month]


def scheme_of(book: Book, month: Month) -> Scheme | None:
    """The version in force in the month; None where there is none yet."""
    begun = [version for version in versions(book, month.year) if version.from_month <= month.number]
    return begun[-1] if begun else None


def faults_of(book: Book, scheme: Scheme, *, months: Iterable[int] | None = None) -> list[SchemeFault]:
    """What is wrong with a version in this book, for some months of its year; without them for all from its own on."""
    asked = range(scheme.from_month, 13) if months is None else months
    known = {indicator.id: indicator for indicator in indicators.indicators(book)}
    return faults(scheme, Setting(known, groups.groups(book), plans.plan(book), frozenset(asked)))


def set_scheme(book: Book, scheme: Scheme) -> None:
    """Store a version in place of the one that is in force from that month, if any; the year's other versions stay.

    Raises SchemeRefused with everything that is wrong with it, SchemeHasNoLines, UnknownGroup, UnknownIndicator, YearOutOfRange,
    MonthNumberOutOfRange.
    """
    year_of(scheme.year)
    month_number(scheme.from_month)
    if not scheme.lines:
        raise SchemeHasNoLines
    _check_lines(book, scheme)
    found = faults_of(book, scheme)
    if found:
        raise SchemeRefused(fault.text for fault in found)
    others = (line for line in scheme_lines(book, scheme.year) if line.from_month != scheme.from_month)
    set_scheme_lines(book, scheme.year, [*others, *scheme.lines])
    set_terms(book, scheme.year, scheme.from_month, scheme.terms)


def remove_scheme(book: Book, year: int, from_month: int) -> None:
    """Remove a version, so that the one before it stays in force; harmless where there is none."""
    set_scheme_lines(book, year, [line for line in scheme_lines(book, year) if line.from_month != from_month])


def terms(book: Book) -> list[tuple[int, int, Terms]]:
    """The terms of all versions that have any, with their year and month."""
    rows = book.rows(f"SELECT year, from_month, {_TERMS} FROM scheme_terms ORDER BY year, from_month")
    return [(year, month, _terms(row)) for year, month, *row in rows]


def set_terms(book: Book, year: int, from_month: int, new: Terms) -> None:
    """Store a version's terms; those that say nothing are removed."""
    key = (year_of(year), month_number(from_month))
    if new == Terms():
        book.write("DELETE FROM scheme_terms WHERE year = ? AND from_month = ?", key)
        return
    values = (_text(new.total), decimal_text(new.late), decimal_text(new.missing), _text(new.most))
    book.write(
        f"INSERT INTO scheme_terms (year, from_month, {_TERMS}) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (year, from_month) "
        "DO UPDATE SET total = excluded.total, late = excluded.late, missing = excluded.missing, most = excluded.most",
        (*key, *values),
    )


def _check_lines(book: Book, scheme: Scheme) -> None:
    for line in scheme.lines:
        if (line.year, line.from_month) != (scheme.year, scheme.from_month):
            raise ValueError(f"a line of {line.year}-{line.from_month} in the version of {scheme.year}-{scheme.from_month}")
        if line.group is not None:
            groups.group(book, line.group)
        indicators.indicator(book, line.indicator)


def _terms(row: list[Any]) -> Terms:
    total, late, missing, most = row
    return Terms(_decimal(total), Decimal(late), Decimal(missing), _decimal(most))


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else decimal_text(value)
