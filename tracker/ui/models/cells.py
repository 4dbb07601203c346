"""One cell of a grid as it is painted and read aloud; what a model hands to the delegate."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import Qt


class CellKind(Enum):
    """What a cell is, which decides its fill: one may type in it, it is computed, a group's subtotal, the county's total."""

    TYPED = "typed"
    COMPUTED = "computed"
    GROUP = "group"
    TOTAL = "total"


class Role(IntEnum):
    """The roles of a grid's cells beside Qt's own."""

    CELL = Qt.ItemDataRole.UserRole + 1
    """The whole Cell, or NameCell in the first column."""
    KIND = CELL + 1
    HINT = CELL + 2
    """The reason to look again, "" for none."""
    NOTE = CELL + 3
    LOCKED = CELL + 4
    BLOCK_END = CELL + 5
    """Whether an indicator's block of columns ends here."""
    VALUE = CELL + 6
    """The unrounded number, for sorting and sums; None where there is none."""
    BLOCK = CELL + 7
    """A header's HeaderBlock."""
    WORDS = CELL + 8
    """Of a header: whether words stand under it, and so at the left."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure: the text that is shown, and all that decides how."""

    text: str
    kind: CellKind = CellKind.TYPED
    negative: bool = False
    missing: bool = False
    """The text is "—": there is nothing to divide by."""
    unreadable: bool = False
    hint: str = ""
    note: str = ""
    locked: bool = False
    block_end: bool = False
    words: bool = False
    """The text is words, which stand at the left and may be cut short."""


@dataclass(frozen=True, slots=True)
class NameCell:
    """The first column: a unit's name with the tag that it has not reported, or a group's with its size and chevron."""

    text: str
    kind: CellKind = CellKind.TYPED
    detail: str = ""
    tag: str = ""
    folded: bool | None = None
    """None where there is nothing to fold."""


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """The upper level of a column's header: its words, and the block's first and last column (both included)."""

    title: str
    measure: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure to compare with, behind its word; `bad` where the word is a reason instead."""

    word: str
    figure: str = ""
    bad: bool = False
