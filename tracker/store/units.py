"""The units (单位) that report: towns, streets, parks, departments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from tracker.domain.period import Month
from tracker.domain.unit import GroupId, Unit, UnitId
from tracker.i18n import tr
from tracker.store import groups
from tracker.store.bounds import position_of
from tracker.store.faults import (
    CodeIsTaken,
    MergedIntoItself,
    MergerHasNoEnd,
    MonthsReversed,
    StillUsed,
    UnknownUnit,
)
from tracker.store.texts import name_of, storable

if TYPE_CHECKING:
    from tracker.store.book import Book

_FIELDS = ("code", "name", "group_id", "sort", "valid_from", "valid_to", "merged_into", "contact")
_COLUMNS = ", ".join(f"unit.{field}" for field in ("id", *_FIELDS))


class PlaceFields(TypedDict, total=False):
    """Where and in which months a unit is listed, and whom to call; what Unit's fields of these names say."""

    sort: int
    valid_from: Month | None
    valid_to: Month | None
    merged_into: UnitId | None
    contact: str


class UnitFields(PlaceFields, total=False):
    """What `update_unit` can change."""

    code: str
    name: str
    group: GroupId


def units(book: Book) -> list[Unit]:
    """All units, those of former months too, by their group's position and their own."""
    return [
        _unit(row)
        for row in book.rows(
            f"SELECT {_COLUMNS} FROM unit JOIN unit_group ON unit_group.id = unit.group_id "
            "ORDER BY unit_group.sort, unit_group.id, unit.sort, unit.id"
        )
    ]


def unit(book: Book, unit_id: UnitId) -> Unit:
    """One unit; raises UnknownUnit."""
    row = book.row(f"SELECT {_COLUMNS} FROM unit WHERE id = ?", (unit_id,))
    if not row:
        raise UnknownUnit
    return _unit(row)


def add_unit(
    book: Book,
    *,
    code: str,
    name: str,
    group: GroupId,
    **fields: Unpack[PlaceFields],
) -> UnitId:
    """A new unit, listed from `valid_from` to `valid_to`, both included.

    Raises NameIsBlank, CodeIsTaken, TextUnusable, UnknownGroup, MonthsReversed, UnknownUnit, MergerHasNoEnd.
    """
    new = replace(Unit(UnitId(0), code, name, group, sort=0), **fields)
    statement = f"INSERT INTO unit ({', '.join(_FIELDS)}) VALUES ({', '.join('?' * len(_FIELDS))})"
    return UnitId(book.write(statement, _values(_valid(book, new))))


def update_unit(book: Book, unit_id: UnitId, **fields: Unpack[UnitFields]) -> None:
    """Change some fields of a unit; raises as `add_unit`, and MergedIntoItself."""
    new = _valid(book, replace(unit(book, unit_id), **fields))
    assignments = ", ".join(f"{field} = ?" for field in _FIELDS)
    book.write(f"UPDATE unit SET {assignments} WHERE id = ?", (*_values(new), unit_id))


def remove_unit(book: Book, unit_id: UnitId) -> None:
    """Remove a unit that has never reported, with its arrivals, accepted hints, exemptions and words.

    Raises StillUsed while figures, corrections, targets, points by hand or mergers hang on it.
    """
    name = unit(book, unit_id).name
    end_it = tr("To take it out of the table, give it a last month instead.")
    # By way of the indicators, so that the index on figures (indicator, unit, …) answers without reading all of them.
    if book.row("SELECT 1 FROM figure WHERE unit_id = ? AND indicator_id IN (SELECT id FROM indicator)", (unit_id,)):
        raise StillUsed(name, uses=tr("it has figures"), way_out=end_it)
    if book.row("SELECT 1 FROM correction_figure WHERE unit_id = ?", (unit_id,)):
        raise StillUsed(name, uses=tr("a published figure of it was corrected"), way_out=end_it)
    if book.row("SELECT 1 FROM target WHERE unit_id = ?", (unit_id,)):
        raise StillUsed(name, uses=tr("it has targets"), way_out=tr("Remove its targets first."))
    if book.row("SELECT 1 FROM adjustment WHERE unit_id = ?", (unit_id,)):
        raise StillUsed(name, uses=tr("it has points by hand"), way_out=tr("Take those back first."))
    if book.row("SELECT 1 FROM unit WHERE merged_into = ?", (unit_id,)):
        raise StillUsed(name, uses=tr("another unit is merged into it"), way_out=tr("Change that merger first."))
    book.write("DELETE FROM report WHERE unit_id = ?", (unit_id,))
    book.write("DELETE FROM acceptance WHERE unit_id = ?", (unit_id,))
    book.write("DELETE FROM exemption WHERE unit_id = ?", (unit_id,))
    book.write("DELETE FROM sender_word WHERE unit_id = ?", (unit_id,))
    book.write("DELETE FROM unit WHERE id = ?", (unit_id,))


def _unit(row: tuple[Any, ...]) -> Unit:
    id_, code, name, group, sort, valid_from, valid_to, merged_into, contact = row
    return Unit(id_, code, name, group, sort, _month(valid_from), _month(valid_to), merged_into, contact)


def _month(key: int | None) -> Month | None:
    return None if key is None else Month.from_key(key)


def _values(new: Unit) -> tuple[object, ...]:
    keys = (month and month.key for month in (new.valid_from, new.valid_to))
    return (new.code, new.name, new.group, new.sort, *keys, new.merged_into, new.contact)


def _valid(book: Book, new: Unit) -> Unit:
    """The unit as it may be stored.

    Names may repeat, as a nation's towns' do (hundreds are called 城关镇): it is the code that tells units apart.
    """
    new = replace(new, code=name_of(new.code), name=name_of(new.name), sort=position_of(new.sort))
    new = replace(new, contact=storable(new.contact).strip())
    if book.row("SELECT 1 FROM unit WHERE code = ? AND id <> ?", (new.code, new.id)):
        raise CodeIsTaken(new.code)
    groups.group(book, new.group)
    if new.valid_from and new.valid_to and new.valid_to < new.valid_from:
        raise MonthsReversed(new.name)
    if new.merged_into is not None:
        _check_merger(book, new, new.merged_into)
    return new


def _check_merger(book: Book, new: Unit, into: UnitId) -> None:
    if new.valid_to is None:
        raise MergerHasNoEnd(new.name)
    following: UnitId | None = into
    passed = {new.id}
    while following is not None:
        if following in passed:
            raise MergedIntoItself(new.name)
        passed.add(following)
        following = unit(book, following).merged_into
