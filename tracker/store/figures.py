"""The figures (数据): what each unit reported for each indicator in each month."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from tracker.domain.amount import PLACES, from_millionths, to_millionths
from tracker.domain.figure import Figure
from tracker.domain.indicator import IndicatorId, Kind
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.errors import TooManyDecimals
from tracker.store import months
from tracker.store.faults import MonthIsPublished, RatioHasNoFigures, UnknownIndicator, UnknownUnit
from tracker.store.sqlite_faults import faults_of
from tracker.store.texts import storable

if TYPE_CHECKING:
    from tracker.store.book import Book

_COLUMNS = "unit_id, indicator_id, month, value, typed, note, source"
_AT_ONCE = 1000

_PUT = f"""
    INSERT INTO figure ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (month, unit_id, indicator_id) DO UPDATE SET
        value = excluded.value, typed = excluded.typed, source = excluded.source,
        note = CASE excluded.note WHEN '' THEN note ELSE excluded.note END
"""
_KEY = "unit_id = ? AND indicator_id = ? AND month = ?"
_RULES = "SELECT id, name, kind, decimals FROM indicator"
_BLANK = (None, "", "")

# One scan of the covering index figure_packed, in its order: both texts list the same figures in the same order.
_PACKED = """
    SELECT indicator_id, group_concat(unit_id * 1000000 + month), group_concat(value) FROM figure INDEXED BY figure_packed
    WHERE value IS NOT NULL AND month BETWEEN ? AND ? {which} GROUP BY indicator_id
"""


def figure(book: Book, unit: UnitId, indicator: IndicatorId, month: Month) -> Figure | None:
    """One figure, None where there is nothing."""
    row = book.row(f"SELECT {_COLUMNS} FROM figure WHERE {_KEY}", (unit, indicator, month.key))
    return _figure(row) if row else None


def figures(
    book: Book,
    *,
    month: Month | None = None,
    unit: UnitId | None = None,
    indicator: IndicatorId | None = None,
) -> list[Figure]:
    """The figures of a month, of a unit, of an indicator or of what is given of them together; by month, unit, indicator."""
    wanted = {
        "month = ?": month and month.key,
        # By way of the indicators, so that the index on (indicator, unit, …) finds one unit's figures.
        "indicator_id IN (SELECT id FROM indicator) AND unit_id = ?": unit,
        "indicator_id = ?": indicator,
    }
    given = {condition: value for condition, value in wanted.items() if value is not None}
    where = " AND ".join(given) or "1"
    statement = f"SELECT {_COLUMNS} FROM figure WHERE {where} ORDER BY month, unit_id, indicator_id"
    return [_figure(row) for row in book.rows(statement, tuple(given.values()))]


def unreadable(book: Book, month: Month) -> list[Figure]:
    """The figures of a month whose typed text could not be read."""
    statement = f"SELECT {_COLUMNS} FROM figure WHERE month = ? AND value IS NULL AND typed <> '' ORDER BY unit_id, indicator_id"
    return [_figure(row) for row in book.rows(statement, (month.key,))]


def marked(book: Book, month: Month) -> list[Figure]:
    """The figures of a month that have a note, or a typed text that could not be read."""
    statement = f"SELECT {_COLUMNS} FROM figure WHERE month = ? AND (value IS NULL OR note <> '') ORDER BY unit_id, indicator_id"
    return [_figure(row) for row in book.rows(statement, (month.key,))]


def filled_cells(book: Book, month: Month) -> dict[UnitId, int]:
    """How many cells of a month hold anything, readable or not, for each unit that has one."""
    statement = "SELECT unit_id, count(*) FROM figure WHERE month = ? AND (value IS NOT NULL OR typed <> '') GROUP BY unit_id"
    return {UnitId(unit): count for unit, count in book.rows(statement, (month.key,))}


def first_month(book: Book) -> Month | None:
    """The earliest month with a figure, None in an empty book."""
    return _month(book.row("SELECT min(month) FROM figure"))


def last_month(book: Book) -> Month | None:
    """The newest month with a figure, None in an empty book."""
    return _month(book.row("SELECT max(month) FROM figure"))


def packed(book: Book, first: Month, last: Month, indicator: IndicatorId | None = None) -> Iterator[tuple[IndicatorId, str, str]]:
    """All values from `first` to `last`, of one indicator or of all, packed for computing, one triple an indicator.

    Of two comma-separated texts the first holds keys, unit × 1,000,000 + month (unit 17 in 2026-09 is 17202609), the second the
    values in millionths, both in the same order: by unit, then month. Blank and unreadable figures are left out. To be read to
    its end at once: until then other processes cannot write.
    """
    which, values = (
        ("", (first.key, last.key)) if indicator is None else ("AND indicator_id = ?", (first.key, last.key, indicator))
    )
    with faults_of(book.path), closing(book.connection.execute(_PACKED.format(which=which), values)) as rows:
        yield from rows


def set_figure(book: Book, figure: Figure) -> None:
    """Store a figure in place of the one that is there; one without value, typed text and note is removed.

    A stored note stays where `figure.note` is "": see `set_note`. Raises MonthIsPublished where it would change something in such
    a month, RatioHasNoFigures, TooManyDecimals, AmountTooLarge, UnknownUnit, UnknownIndicator, TextUnusable.
    """
    new = _news(book, figure)
    if new is None:
        return
    if months.state(book, figure.month) is months.MonthState.PUBLISHED:
        raise MonthIsPublished(figure.month)
    _put(book, [new])


def overwrite(book: Book, figure: Figure) -> None:
    """Store a figure as `set_figure` does, in a published month too: for corrections alone."""
    new = _news(book, figure)
    if new is not None:
        _put(book, [new])


def set_figures(book: Book, figures: Iterable[Figure]) -> None:
    """Store many figures, each as `set_figure` does; the last one counts where several are for the same place."""
    rules = {id_: rule for id_, *rule in book.rows(_RULES)}
    known = {id_ for (id_,) in book.rows("SELECT id FROM unit")}
    frozen = months.published(book)
    given = iter(figures)
    while chunk := list(islice(given, _AT_ONCE)):
        for is_frozen, some in groupby(chunk, key=lambda figure: figure.month in frozen):
            if is_frozen:
                for figure in some:
                    set_figure(book, figure)
            else:
                _put(book, [_checked(figure, rules, known) for figure in some])


def set_note(book: Book, unit: UnitId, indicator: IndicatorId, month: Month, *, note: str) -> None:
    """Put a note to a figure or to an empty place, or remove it (""); raises as `set_figure`."""
    there = figure(book, unit, indicator, month) or Figure(unit, indicator, month, None)
    if note or (there.value is None and not there.typed):
        set_figure(book, replace(there, note=note))
    elif there.note:
        if months.state(book, month) is months.MonthState.PUBLISHED:
            raise MonthIsPublished(month)
        book.write(f"UPDATE figure SET note = '' WHERE {_KEY}", (unit, indicator, month.key))


_Row = tuple[int, int, int, int | None, str, str, str]
_Kept = tuple[int | None, str, str, str]


def _news(book: Book, figure: Figure) -> _Row | None:
    """The figure's stored columns; None where just that is stored already."""
    rules = {id_: rule for id_, *rule in book.rows(_RULES + " WHERE id = ?", (figure.indicator,))}
    new = _checked(figure, rules)
    old = book.row(f"SELECT value, typed, note, source FROM figure WHERE {_KEY}", new[:3])
    if old == _kept(old, new):
        return None
    if not book.row("SELECT 1 FROM unit WHERE id = ?", (figure.unit,)):
        raise UnknownUnit
    return new


def _put(book: Book, rows: list[_Row]) -> None:
    for blank, some in groupby(rows, key=lambda row: row[3:6] == _BLANK):
        if blank:
            book.write_many(f"DELETE FROM figure WHERE {_KEY}", [row[:3] for row in some])
        else:
            book.write_many(_PUT, some)


def _kept(old: _Kept | None, new: _Row) -> _Kept | None:
    """What would be stored: a note that is there stays unless there is a new one."""
    value, typed, note, source = new[3:]
    if (value, typed, note) == _BLANK:
        return None
    return value, typed, note or (old[2] if old else ""), source


def _checked(figure: Figure, rules: Mapping[int, Sequence[Any]], known: Container[int] | None = None) -> _Row:
    """The figure's stored columns."""
    if figure.indicator not in rules:
        raise UnknownIndicator
    if known is not None and figure.unit not in known:
        raise UnknownUnit
    name, kind, decimals = rules[figure.indicator]
    if kind == Kind.RATIO:
        raise RatioHasNoFigures(name)
    value = None if figure.value is None else to_millionths(figure.value)
    if value is not None and figure.value is not None and value % 10 ** (PLACES - decimals):
        raise TooManyDecimals(figure.value, decimals)
    texts = storable(figure.typed), storable(figure.note), storable(figure.source)
    return figure.unit, figure.indicator, figure.month.key, value, *texts


def _figure(row: tuple[Any, ...]) -> Figure:
    unit, indicator, key, value, *texts = row
    return Figure(unit, indicator, Month.from_key(key), None if value is None else from_millionths(value), *texts)


def _month(row: tuple[int | None]) -> Month | None:
    return None if row[0] is None else Month.from_key(row[0])
