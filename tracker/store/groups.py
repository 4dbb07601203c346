"""The groups (分组) in which units are ranked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict, Unpack

from tracker.domain.unit import Group, GroupId
from tracker.i18n import tr
from tracker.store.bounds import position_of
from tracker.store.faults import NameIsTaken, StillUsed, UnknownGroup
from tracker.store.list_names import group_renamed
from tracker.store.texts import name_of

if TYPE_CHECKING:
    from tracker.store.book import Book


class GroupFields(TypedDict, total=False):
    """What `update_group` can change."""

    name: str
    sort: int


def groups(book: Book) -> list[Group]:
    """All groups by their position."""
    return [Group(*row) for row in book.rows("SELECT id, name, sort FROM unit_group ORDER BY sort, id")]


def group(book: Book, group_id: GroupId) -> Group:
    """One group; raises UnknownGroup."""
    row = book.row("SELECT id, name, sort FROM unit_group WHERE id = ?", (group_id,))
    if not row:
        raise UnknownGroup
    return Group(*row)


def add_group(book: Book, name: str, *, sort: int = 0) -> GroupId:
    """A new group; raises NameIsBlank, NameIsTaken."""
    valid = _valid(book, Group(GroupId(0), name, sort))
    return GroupId(book.write("INSERT INTO unit_group (name, sort) VALUES (?, ?)", (valid.name, valid.sort)))


def update_group(book: Book, group_id: GroupId, **fields: Unpack[GroupFields]) -> None:
    """Rename or move a group; raises as `add_group`, and UnknownGroup."""
    old = group(book, group_id)
    valid = _valid(book, replace(old, **fields))
    book.write("UPDATE unit_group SET name = ?, sort = ? WHERE id = ?", (valid.name, valid.sort, group_id))
    group_renamed(book, old.name, valid.name)


def remove_group(book: Book, group_id: GroupId) -> None:
    """Remove an empty group; raises StillUsed while units or lines of the scheme are in it."""
    name = group(book, group_id).name
    if book.row("SELECT 1 FROM unit WHERE group_id = ?", (group_id,)):
        raise StillUsed(name, uses=tr("units are in it"), way_out=tr("Move its units to another group first."))
    if book.row("SELECT 1 FROM scheme_line WHERE group_id = ?", (group_id,)):
        raise StillUsed(name, uses=tr("the scheme has lines for it"), way_out=tr("Remove those lines first."))
    book.write("DELETE FROM unit_group WHERE id = ?", (group_id,))


def _valid(book: Book, new: Group) -> Group:
    name = name_of(new.name)
    if book.row("SELECT 1 FROM unit_group WHERE name = ? AND id <> ?", (name, new.id)):
        raise NameIsTaken(name)
    return replace(new, name=name, sort=position_of(new.sort))
