"""A sheet of a file that was sent in: its cells as text, and where each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

Merged = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from 0, the ends included."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells, rows × columns, each as the text that stands for it: "" is blank, a number is plain, an error is "#REF!"."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Merged, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max(map(len, self.rows), default=0)

    def cell(self, row: int, column: int) -> str:
        """The text of a cell, "" outside of the sheet."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return ""
        return self.rows[row][column]


@dataclass(frozen=True, slots=True)
class SentFile:
    """One file as it was read: its sheets, or the reason in words why it could not be.

    `name` tells it from the others of the same batch ("9月.zip › 云溪镇.xlsx"); `digest` is the SHA-256 of its bytes.
    """

    name: str
    digest: str = ""
    modified: datetime | None = None
    sheets: tuple[Sheet, ...] = ()
    fault: str = ""

    @property
    def own_name(self) -> str:
        """The file's name alone, without the package or the folder that it came in."""
        return self.name.rsplit(" › ", maxsplit=1)[-1]


def address(row: int, column: int) -> str:
    """The cell's name in a spreadsheet: address(6, 2) is "C7"."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
