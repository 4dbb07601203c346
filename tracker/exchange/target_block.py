"""A block of targets as it is copied from a spreadsheet: units down, indicators across, matched by their names.

Chinese here is data: the words that stand over and under such blocks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.indicator import Indicator, Kind
from tracker.domain.parsing import read_amount
from tracker.domain.parsing_width import fold
from tracker.exchange.problems import Problem
from tracker.exchange.unit_list import is_heading
from tracker.i18n import tr

COUNTY_NAMES = ("全县", "全县目标", "全县合计", "县本级", "county")
TOTALS = ("合计", "小计", "总计")
_MEASURE = re.compile(r"[(\[].*[)\]]$")

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class BlockTarget:
    """One target: the unit's name, "" for the county itself, and the indicator's code."""

    unit: str
    indicator: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class TargetBlock:
    """What the block gives, and what in it could not be matched or read: nothing is dropped silently."""

    targets: tuple[BlockTarget, ...]
    problems: tuple[Problem, ...]


def read_target_block(rows: Rows, *, units: Sequence[str], indicators: Sequence[Indicator]) -> TargetBlock:
    """Read the block; its first row names the indicators, its first column with names the units. A blank cell is no target."""
    numbered = [(number, [cell.strip() for cell in row]) for number, row in enumerate(rows, start=1)]
    filled = [(number, row) for number, row in numbered if any(row)]
    if not filled:
        return TargetBlock((), ())
    reading = _Reading(units={_bare(name): name for name in units})
    reading.read_header(*filled[0], [one for one in indicators if one.kind is not Kind.RATIO])
    for number, row in filled[1:]:
        reading.read_row(number, row)
    return TargetBlock(tuple(reading.found.values()), tuple(reading.problems))


class _Reading:
    """Goes through the block row by row."""

    def __init__(self, units: Mapping[str, str]) -> None:
        self._units = units
        self._columns: dict[int, Indicator] = {}
        self.found: dict[tuple[str, str], BlockTarget] = {}
        self.problems: list[Problem] = []

    def read_header(self, number: int, row: Sequence[str], indicators: Sequence[Indicator]) -> None:
        """Match the columns; the first one, over the names, may be anything."""
        named = {_bare(name): one for one in indicators for name in (one.name, one.code, f"{one.name}{one.unit}")}
        for at, cell in enumerate(row):
            indicator = named.get(_bare(cell)) or named.get(_bare(_MEASURE.sub("", fold(cell))))
            if indicator is not None and indicator not in self._columns.values():
                self._columns[at] = indicator
            elif at > 0 and cell and not is_heading(cell):
                self._tell(number, cell, tr("No indicator of this name is in the book."), tr("The column is left out."))
        if not self._columns:
            advice = tr("Copy the block with the indicators' names in its first row.")
            self._tell(number, "", tr("No indicator's name is in the first row."), advice)

    def read_row(self, number: int, row: Sequence[str]) -> None:
        """Match the unit, then read its cells."""
        names = [cell for cell in row[: min(self._columns, default=0)] if cell]
        unit = next((self._units[_bare(name)] for name in names if _bare(name) in self._units), None)
        if unit is None and any(_bare(name) in COUNTY_NAMES for name in names):
            unit = ""
        if unit is None:
            if names and not any(_bare(name).endswith(TOTALS) for name in names):
                self._tell(number, names[-1], tr("No unit of this name is in the list."), tr("The row is left out."))
            return
        for at, indicator in self._columns.items():
            self._read_cell(number, unit, indicator, row[at] if at < len(row) else "")

    def _read_cell(self, number: int, unit: str, indicator: Indicator, text: str) -> None:
        reading = read_amount(text, unit=indicator.unit, decimals=indicator.decimals)
        if reading.reason:
            self._tell(number, indicator.name, tr("“{text}” is no target: {reason}", text=text, reason=reading.reason), "")
        elif reading.value is not None:
            self.found[unit, indicator.code] = BlockTarget(unit, indicator.code, reading.value)

    def _tell(self, number: int, column: str, what: str, advice: str) -> None:
        self.problems.append(Problem(tr("Targets"), number, column, what, advice))


def _bare(name: str) -> str:
    return fold(name).replace(" ", "").lower()
