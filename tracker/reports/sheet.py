"""The month's ranking sheet as a reader sees it: every text formatted, nothing left to compute, nothing of how it is laid out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.domain.print_setup import Paper

__all__ = ["Band", "Block", "Column", "Heads", "Paper", "RankingSheet", "SheetRow", "Signature"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures. `bold`: what the units are ranked by. `centred`: a rank; other figures stand to the right."""

    heading: str
    bold: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """The columns of one indicator under their common heading; a band without a heading has one column as high as both levels."""

    heading: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A unit's line: its place, its move, its name and a text for every column of every band. Sums have no place."""

    name: str
    cells: tuple[str, ...]
    position: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A group's units in the order of their places, and its subtotal."""

    rows: tuple[SheetRow, ...]
    subtotal: SheetRow | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs as what; an empty name is a line to sign on."""

    role: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands over the leading columns; an empty `change` means that there is no such column."""

    position: str
    change: str
    name: str


@dataclass(frozen=True, slots=True)
class RankingSheet:
    """The content of the sheet. `page_of` holds {page} and {pages}; `continued` and `part_of` mark the pages that carry on.

    `total_first`: the county's total stands above the groups. `title_face`, `body_face`: see PrintSetup.
    """

    title: str
    as_of: str
    units_of_measure: str
    heads: Heads
    bands: tuple[Band, ...]
    blocks: tuple[Block, ...]
    total: SheetRow | None
    notes_heading: str
    notes: tuple[str, ...]
    signatures: tuple[Signature, ...]
    office: str
    date: datetime.date
    dated: str
    date_made: str
    page_of: str
    continued: str
    paper: Paper = Paper.FITTING
    portrait: bool = False
    total_first: bool = False
    title_face: str = ""
    body_face: str = ""
    language: str = "zh"

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of all bands, as the cells of a row are counted."""
        return tuple(column for band in self.bands for column in band.columns)

    def sums(self) -> Iterator[SheetRow]:
        """The subtotals and the county's total."""
        yield from (block.subtotal for block in self.blocks if block.subtotal is not None)
        if self.total is not None:
            yield self.total

    def rows(self) -> Iterator[SheetRow]:
        """Every line of the table from the top: units, subtotals, and at its place the county's total."""
        if self.total is not None and self.total_first:
            yield self.total
        for block in self.blocks:
            yield from block.rows
            if block.subtotal is not None:
                yield block.subtotal
        if self.total is not None and not self.total_first:
            yield self.total

    def texts(self) -> Iterator[str]:
        """Everything that is printed."""
        yield from (self.title, self.as_of, self.units_of_measure, self.heads.position, self.heads.change, self.heads.name)
        yield from (band.heading for band in self.bands)
        yield from (column.heading for column in self.columns)
        for row in self.rows():
            yield from (row.name, row.position, row.change, *row.cells)
        yield from (self.notes_heading, *self.notes, *(text for sign in self.signatures for text in (sign.role, sign.name)))
        yield from (self.office, self.dated, self.date_made, self.page_of, self.continued)
