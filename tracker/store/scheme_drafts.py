"""Drafts of schemes (考核办法草稿): versions that are being written, faults and all, kept in the book until they are adopted.

They are one setting of the book, so that each edit is on disk and can be undone. Nothing is scored by a draft.
"""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tracker.domain.indicator import IndicatorId
from tracker.domain.scheme import Method, Scheme, SchemeLine, Terms
from tracker.domain.unit import GroupId
from tracker.store import groups, indicators, settings
from tracker.store.bounds import month_number, year_of
from tracker.store.scheme_versions import set_scheme
from tracker.store.texts import decimal_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.store.book import Book

DRAFTS = "scheme_drafts"
_NUMBERS = ("cap", "bonus", "bonus_cap", "step", "floor", "each")


def drafts(book: Book, year: int | None = None) -> list[Scheme]:
    """All drafts, or those of a year, by year and month; without lines for indicators and groups that are gone."""
    return [_known(book, draft) for draft in _stored(book) if year in (None, draft.year)]


def draft_of(book: Book, year: int, from_month: int) -> Scheme | None:
    """The draft of one version; None where there is none."""
    return next((draft for draft in drafts(book, year) if draft.from_month == from_month), None)


def keep_draft(book: Book, draft: Scheme) -> None:
    """Keep a draft in place of the one of the same version. Raises YearOutOfRange, MonthNumberOutOfRange."""
    year_of(draft.year)
    month_number(draft.from_month)
    _put(book, [*_without(book, draft.year, draft.from_month), draft])


def drop_draft(book: Book, year: int, from_month: int) -> None:
    """Give a draft up; harmless where there is none."""
    _put(book, _without(book, year, from_month))


def adopt_draft(book: Book, year: int, from_month: int) -> None:
    """Let a draft count from now on; harmless where there is none. Raises as `set_scheme`, and then the draft stays."""
    draft = draft_of(book, year, from_month)
    if draft is not None:
        set_scheme(book, draft)
        drop_draft(book, year, from_month)


def drafts_in(text: str) -> list[Scheme]:
    """The drafts that a text of the setting holds; for the journal, which keeps older ones."""
    return [_draft(one) for one in json.loads(text)] if text else []


def _stored(book: Book) -> list[Scheme]:
    return drafts_in(settings.get(book, DRAFTS))


def _without(book: Book, year: int, from_month: int) -> list[Scheme]:
    return [draft for draft in _stored(book) if (draft.year, draft.from_month) != (year, from_month)]


def _put(book: Book, kept: Iterable[Scheme]) -> None:
    ordered = sorted(kept, key=lambda draft: (draft.year, draft.from_month))
    settings.put(book, DRAFTS, json.dumps([_plain(draft) for draft in ordered]) if ordered else "")


def _known(book: Book, draft: Scheme) -> Scheme:
    there = {indicator.id for indicator in indicators.indicators(book)}
    grouped = {None, *(group.id for group in groups.groups(book))}
    return replace(draft, lines=tuple(line for line in draft.lines if line.indicator in there and line.group in grouped))


def _plain(draft: Scheme) -> dict[str, Any]:
    terms = draft.terms
    return {
        "year": draft.year,
        "from_month": draft.from_month,
        "terms": [_text(terms.total), _text(terms.late), _text(terms.missing), _text(terms.most)],
        "lines": [_plain_line(line) for line in draft.lines],
    }


def _plain_line(line: SchemeLine) -> dict[str, Any]:
    said = {
        "group": line.group,
        "indicator": line.indicator,
        "points": _text(line.points),
        "method": line.method.value,
        "basis": line.basis,
        "tiers": [[_text(least), _text(value)] for least, value in line.tiers],
    } | {name: _text(getattr(line, name)) for name in _NUMBERS}
    return {name: value for name, value in said.items() if value not in (None, [])}


def _draft(said: dict[str, Any]) -> Scheme:
    total, late, missing, most = (_decimal(text) for text in said["terms"])
    year, from_month = said["year"], said["from_month"]
    lines = tuple(_line(line, year, from_month) for line in said["lines"])
    return Scheme(year, from_month, lines, Terms(total, late or Decimal(0), missing or Decimal(0), most))


def _line(said: dict[str, Any], year: int, from_month: int) -> SchemeLine:
    return SchemeLine(
        year,
        None if said.get("group") is None else GroupId(said["group"]),
        IndicatorId(said["indicator"]),
        Decimal(said["points"]),
        Method(said["method"]),
        **{name: _decimal(said.get(name)) for name in _NUMBERS},
        tiers=tuple((Decimal(least), Decimal(value)) for least, value in said.get("tiers", ())),
        basis=said.get("basis"),
        from_month=from_month,
    )


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else decimal_text(value)
