"""Many units at once, as a list names them: groups that are not there yet are made, codes that are not given are found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from tracker.domain.unit import UnitId
from tracker.store import groups, units
from tracker.store.texts import name_of

if TYPE_CHECKING:
    from tracker.store.book import Book


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit to be: its name, its group's name, and its code, "" for the next free one (U01, U02 …)."""

    name: str
    group: str
    code: str = ""


def add_units(book: Book, lines: Sequence[UnitLine]) -> list[UnitId]:
    """Add the units behind those that are there, in the order given. Raises NameIsBlank, CodeIsTaken, TextUnusable."""
    there = units.units(book)
    ids = {group.name: group.id for group in groups.groups(book)}
    last_group = max((group.sort for group in groups.groups(book)), default=0)
    for name in dict.fromkeys(name_of(line.group) for line in lines):
        if name not in ids:
            last_group += 1
            ids[name] = groups.add_group(book, name, sort=last_group)
    given = [*(unit.code for unit in there), *(line.code.strip() for line in lines)]
    free, last = free_codes(given), max((unit.sort for unit in there), default=0)
    return [
        units.add_unit(book, code=line.code or next(free), name=line.name, group=ids[name_of(line.group)], sort=sort)
        for sort, line in enumerate(lines, start=last + 1)
    ]


def free_codes(taken: Sequence[str], letter: str = "U") -> Iterator[str]:
    """U01, U02 …, from after the highest such code that is taken."""
    numbers = [int(match[1]) for code in taken if (match := re.fullmatch(letter + r"([0-9]{1,6})", code))]
    return (f"{letter}{number:02d}" for number in count(max(numbers, default=0) + 1))
