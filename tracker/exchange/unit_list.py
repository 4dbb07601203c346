"""A list of units as offices have it: names alone, or code, name and group side by side, with or without a header.

Chinese here is data: the words that stand over such lists.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tracker.domain.parsing_width import fold
from tracker.domain.township import sort_of
from tracker.exchange.problems import Problem
from tracker.i18n import tr
from tracker.store.unit_lists import UnitLine

NAME, CODE, GROUP, NUMBER = "name", "code", "group", "number"
_HEADINGS = {
    NAME: ("单位", "名称", "单位名称", "乡镇", "乡镇名称", "填报单位", "name", "unit"),
    CODE: ("代码", "编码", "单位代码", "区划代码", "code"),
    GROUP: ("分组", "组别", "类别", "类型", "group"),
    NUMBER: ("序号", "编号", "no", "no."),
}
_CODE = re.compile(r"[0-9A-Za-z._-]+")

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class UnitList:
    """The units that a list names, and what in it could not be taken, with its row."""

    lines: tuple[UnitLine, ...]
    problems: tuple[Problem, ...]


def read_unit_list(rows: Rows, *, source: str, known: Collection[str] = ()) -> UnitList:
    """Read the list; a unit without a group gets the one that its name tells of. `known` are names that are there already."""
    cells = [(number, [cell.strip() for cell in row]) for number, row in enumerate(rows, start=1)]
    filled = [(number, row) for number, row in cells if any(row)]
    if not filled:
        return UnitList((), ())
    columns = _headed(filled[0][1])
    if columns:
        filled = filled[1:]
    else:
        columns = _guessed([row for _number, row in filled])
    lines: list[UnitLine] = []
    problems: list[Problem] = []
    seen = set(known)
    for number, row in filled:
        line = _line(row, columns)
        what = _fault(line, seen, {one.code for one in lines if one.code})
        if what:
            problems.append(Problem(source, number, "", what, tr("It is left out.")))
        else:
            seen.add(line.name)
            lines.append(line)
    return UnitList(tuple(lines), tuple(problems))


def _headed(row: Sequence[str]) -> dict[str, int]:
    """The columns by what the header says; empty where the row is no header."""
    found: dict[str, int] = {}
    for at, cell in enumerate(row):
        for meaning, words in _HEADINGS.items():
            if fold(cell).replace(" ", "").lower() in words:
                found.setdefault(meaning, at)
    return found if NAME in found else {}


def is_heading(cell: str) -> bool:
    """Whether the cell stands over names, codes, groups or running numbers."""
    bare = fold(cell).replace(" ", "").lower()
    return any(bare in words for words in _HEADINGS.values())


def _guessed(rows: Rows) -> dict[str, int]:
    """The columns of a list without a header: a running number is passed over, and Latin letters or digits are a code."""
    used = [at for at in range(max(map(len, rows))) if any(at < len(row) and row[at] for row in rows)]
    if len(used) > 1 and [_at(row, used[0]) for row in rows] == [str(number) for number in range(1, len(rows) + 1)]:
        used = used[1:]
    columns: dict[str, int] = {}
    if len(used) > 1 and all(_CODE.fullmatch(_at(row, used[0])) for row in rows if _at(row, used[0])):
        columns[CODE], used = used[0], used[1:]
    columns |= dict(zip((NAME, GROUP), used, strict=False))
    return columns


def _line(row: Sequence[str], columns: dict[str, int]) -> UnitLine:
    name, code, group = (_at(row, columns[meaning]) if meaning in columns else "" for meaning in (NAME, CODE, GROUP))
    return UnitLine(name, group or sort_of(name), code)


def _fault(line: UnitLine, seen: Collection[str], codes: Collection[str]) -> str:
    if not line.name:
        return tr("There is no name in this row.")
    if line.name in seen:
        return tr("“{name}” is there already.", name=line.name)
    return tr("The code {code} stands in an earlier row.", code=line.code) if line.code in codes else ""


def _at(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""
