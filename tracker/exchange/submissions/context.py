"""What a sheet as a whole says of its figures, above its table and by its name: who sends it, the month, 当月 or 累计."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.exchange.submissions.facts import Facts
from tracker.exchange.submissions.measure_words import measure_in
from tracker.exchange.submissions.month_words import month_in
from tracker.exchange.submissions.names import Names
from tracker.exchange.submissions.sheet import SentFile, Sheet, address
from tracker.exchange.submissions.words import Basis, bare, basis_of, sender_in, without_filled_on

_Fact = TypeVar("_Fact")


@dataclass(frozen=True, slots=True)
class Said(Generic[_Fact]):
    """One thing that was said, with the place that says it."""

    value: _Fact
    where: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the sheet says: the facts, the sender's name as it is written, every place that says something of unit and month."""

    facts: Facts
    sender: str
    units: tuple[Said[UnitId], ...]
    months: tuple[Said[Month], ...]
    texts: tuple[str, ...] = ()


def context_of(
    sheet: Sheet,
    file: SentFile,
    above: Sequence[tuple[int, int, str]],
    names: Names,
    usual: tuple[Month | None, int | None],
) -> Context:
    """The facts of a sheet, from what stands `above` its table (row, column, text) first, then from its name, then the file's.

    `usual` are the month of a sheet that names none, and the year of a month without one.
    """
    texts = [(text, address(row, column)) for row, column, text in above if not _is_day_of_filling(sheet, row, column)]
    default, usual_year = usual
    year = next((month.year for text, _ in texts if (month := month_in(text, year=None))), usual_year)
    sender, told = _sender(sheet, above)
    named = (*texts, (sheet.name, sheet.name))
    months = [Said(month, where) for text, where in named if (month := month_in(text, year=year)) is not None]
    units = [Said(unit, told) for unit in [names.unit(sender) if sender else None] if unit is not None]
    if not sender:
        units = [Said(unit, where) for text, where in texts if (unit := names.unit_within(text)) is not None]
        units += [Said(unit, sheet.name) for unit in [names.unit(sheet.name)] if unit is not None]
    stem = PurePosixPath(file.own_name).stem
    if not months and (month := month_in(stem, year=year)) is not None:
        months = [Said(month, file.own_name)]
    if not units and not sender and (unit := names.unit_within(stem)) is not None:
        units = [Said(unit, file.own_name)]
    return Context(
        Facts(
            unit=units[0].value if units else None,
            indicator=next((one for text, _ in texts if (one := names.indicator_within(text)) is not None), None),
            month=months[0].value if months else default,
            basis=_basis(texts, sheet.name),
            measure=next((name for text, _ in texts if (name := measure_in(text))), ""),
        ),
        sender,
        tuple(units),
        tuple(months),
        tuple(text for text, _ in texts),
    )


def differing(said: Sequence[Said[_Fact]]) -> list[str]:
    """The places that say something else than the first one."""
    return [one.where for one in said if one.value != said[0].value]


def _sender(sheet: Sheet, above: Sequence[tuple[int, int, str]]) -> tuple[str, str]:
    """The name behind “填报单位：” and its place, or in the cell after it; "" where there is no such line."""
    for row, column, text in above:
        name = sender_in(text)
        if name is None:
            continue
        if name:
            return name, address(row, column)
        for further in range(column + 1, len(sheet.rows[row])):
            if sheet.cell(row, further) not in {"", text}:
                return bare(sheet.cell(row, further)), address(row, further)
    return "", ""


def _is_day_of_filling(sheet: Sheet, row: int, column: int) -> bool:
    """Whether the cell is the one after “填报时间：”, which says when the sheet was filled in, not what it is about."""
    before = next((text for at in range(column - 1, -1, -1) if (text := sheet.cell(row, at))), "")
    return before != "" and without_filled_on(before) == ""


def _basis(texts: Sequence[tuple[str, str]], sheet_name: str) -> Basis | None:
    return next((said for text in (*(text for text, _ in texts), sheet_name) if (said := basis_of(text)) is not None), None)
