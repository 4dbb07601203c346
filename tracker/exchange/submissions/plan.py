"""The plan of an import: what each file would do to each figure of the book, before anything is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tracker.domain.indicator import Indicator
from tracker.domain.period import Month
from tracker.domain.unit import Unit
from tracker.exchange.submissions.facts import Remark
from tracker.exchange.submissions.understanding import Understood


class Status(StrEnum):
    """What a cell of a file would do to its figure. A conflict waits for a person; what is refused cannot be taken at all."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    CONFLICT = "conflict"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PlannedCell:
    """One figure as a file has it: `value`, the month's own in the indicator's unit of measure; `old` the book's, None is blank.

    `text` is what stands in the file, `where` the place ("表1!C7"), `reason` a sentence where there is something to say. A figure
    of a published month is `locked`: only a numbered correction changes it.
    """

    unit: Unit
    indicator: Indicator
    month: Month
    value: Decimal | None
    status: Status
    old: Decimal | None
    text: str
    where: str
    reason: str = ""
    locked: bool = False

    @property
    def key(self) -> tuple[int, int, Month]:
        """Which figure of the book it is."""
        return self.unit.id, self.indicator.id, self.month

    @property
    def is_taken(self) -> bool:
        """Whether it is written without a person's word: it changes something, and nothing speaks against it."""
        return self.status in {Status.NEW, Status.CHANGED}


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One file: how it was understood, its cells in their order, and what a person should know besides."""

    understood: Understood
    cells: tuple[PlannedCell, ...]
    remarks: tuple[Remark, ...]

    @property
    def name(self) -> str:
        """The file's name in its batch."""
        return self.understood.file.name

    @property
    def is_read(self) -> bool:
        """Whether a table was found in it, filled in or not, of a unit that is known or not."""
        return bool(self.cells or self.understood.sheets)

    @property
    def is_clean(self) -> bool:
        """Whether nothing of it waits for a person."""
        waits = any(cell.status in {Status.CONFLICT, Status.REFUSED} for cell in self.cells)
        return self.is_read and not waits and not any(remark.needs_person for remark in self.remarks)


@dataclass(frozen=True, slots=True)
class Plan:
    """All the files of one import."""

    files: tuple[PlannedFile, ...]

    def cells(self) -> Iterator[tuple[PlannedFile, PlannedCell]]:
        """Every cell of every file."""
        return ((file, cell) for file in self.files for cell in file.cells)

    def count(self, status: Status) -> int:
        """How many cells have that status."""
        return sum(cell.status is status for _, cell in self.cells())

    @property
    def is_clean(self) -> bool:
        """Whether nothing waits for a person."""
        return all(file.is_clean for file in self.files)

    @property
    def is_read(self) -> bool:
        """Whether anything could be read at all."""
        return any(file.is_read for file in self.files)


def taken(plan: Plan) -> Sequence[tuple[PlannedFile, PlannedCell]]:
    """What is written without a person's word."""
    return [(file, cell) for file, cell in plan.cells() if cell.is_taken]
