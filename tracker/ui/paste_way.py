"""选择性粘贴: in which way a block is pasted, and what then goes into a cell."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.amount import plain
from tracker.domain.parsing import read_amount
from tracker.ui.clipboard import Block


@dataclass(frozen=True, slots=True)
class PasteWay:
    """How to paste; each may be combined with each.

    `values` puts in the figure alone, not the text or the calculation that it was written as. `transpose` turns rows into
    columns. `skip_blanks` leaves what is there where the block has nothing. `add` adds to what is there.
    """

    values: bool = False
    transpose: bool = False
    skip_blanks: bool = False
    add: bool = False

    def turned(self, block: Block) -> Block:
        """The block as it is to lie in the grid."""
        return [list(row) for row in zip(*block, strict=True)] if self.transpose else block


AS_IT_IS = PasteWay()
"""Ctrl+V."""
ONLY_VALUES = PasteWay(values=True)
"""Ctrl+Shift+V."""


@dataclass(frozen=True, slots=True)
class Target:
    """The cell pasted into: its measure and decimals, its figure, and whether it holds a text that could not be read."""

    measure: str
    decimals: int
    value: Decimal | None
    unreadable: bool


@dataclass(frozen=True, slots=True)
class Worked:
    """What to type into the cell, None to leave it as it is; `lost` where something should have been added and could not be."""

    text: str | None
    lost: bool = False


def worked(way: PasteWay, text: str, target: Target) -> Worked:
    """What comes of a pasted text.

    What cannot be read is pasted as it is, to be marked, but never added: it would take the place of the figure that is there.
    """
    if not text.strip() and (way.skip_blanks or way.add):
        return Worked(None)
    if not (way.values or way.add):
        return Worked(text)
    reading = read_amount(text, unit=target.measure, decimals=target.decimals)
    if not way.add:
        return Worked(text if reading.value is None else format(plain(reading.value), "f"))
    if reading.value is None:
        return Worked(None, lost=bool(reading.reason))
    if target.unreadable:
        return Worked(None, lost=True)
    return Worked(format(plain(reading.value + (target.value or 0)), "f"))
