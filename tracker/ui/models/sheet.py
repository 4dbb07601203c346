"""What a sheet of the setup page is: lines and columns of words and figures, and what typing into each cell does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from tracker.i18n import mark
from tracker.ui.models.cells import Cell, CellKind, NameCell


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """`title` stands under `block`, the words over all columns that share them; `width` is in px at 100 %.

    `decimals` is None where the column holds words.
    """

    key: Hashable
    title: str
    block: str = ""
    measure: str = ""
    width: int = 84
    decimals: int | None = None

    @property
    def full_title(self) -> str:
        """Block and title in one, for the ear and the status bar."""
        return " ".join(filter(None, (self.block, self.title)))


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line under its name; one whose `kind` is GROUP is computed throughout."""

    key: Hashable
    name: NameCell

    @property
    def typed(self) -> bool:
        return self.name.kind is CellKind.TYPED


class Typing(NamedTuple):
    """A text for the cell where a line and a column meet."""

    row: int
    column: int
    text: str


class Sheet(ABC):
    """One state of a sheet, made anew after every change of the book. Rows and columns count from 0 here."""

    lines: Sequence[SheetLine]
    columns: Sequence[SheetColumn]
    corner = mark("Unit")
    """What stands over the names."""

    @abstractmethod
    def cell(self, row: int, column: int) -> Cell:
        """The cell as it is shown."""

    def text(self, row: int, column: int) -> str:
        """What the editor begins with, and what is copied."""
        return self.cell(row, column).text

    def value(self, row: int, column: int) -> Decimal | None:
        """The figure of the cell, for sums; None where there is none."""
        return None

    def total(self, column: int) -> Cell | None:
        """What stands under the column; None where the sheet has no totals."""
        return None

    def refusal(self, row: int, column: int) -> str:
        """Why one cannot type in the cell of a line that is typed; "" where one can."""
        return ""

    @abstractmethod
    def reason(self, row: int, column: int, text: str) -> str:
        """Why the text cannot be what is meant for the cell, found without the book; "" where it may be."""

    @abstractmethod
    def put(self, typing: Typing) -> None:
        """Store one text, inside a change; raises TrackerError where the book refuses it."""

    @abstractmethod
    def label(self, typings: Sequence[Typing]) -> str:
        """What the journal says of the change that puts these."""
