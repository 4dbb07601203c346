"""What came in and what is to be done with it: the files, the plan, what is ticked of it, what was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.exchange.submissions.plan import Plan, PlannedCell, PlannedFile, Status
from tracker.exchange.submissions.receipt import Key, key_of
from tracker.exchange.submissions.understanding import Told
from tracker.ui.models.intake_sources import Source, joined, without

if TYPE_CHECKING:
    from tracker.domain.period import Month
    from tracker.exchange.submissions.sheet import SentFile

Pair = tuple[PlannedFile, PlannedCell]


class Standing(StrEnum):
    """How a cell is shown: the same is what the book has, repeated what another file gives as well.

    What was in dispute and is settled says whether it was taken.
    """

    NEW = "new"
    CHANGED = "changed"
    DISPUTED = "disputed"
    LOCKED = "locked"
    REFUSED = "refused"
    SAME = "same"
    REPEATED = "repeated"
    CHOSEN = "chosen"
    PASSED_OVER = "passed over"


WAITING = frozenset({Standing.DISPUTED, Standing.LOCKED, Standing.REFUSED})
"""What waits for a person."""
TICKABLE = frozenset({Standing.NEW, Standing.CHANGED, Standing.DISPUTED, Standing.PASSED_OVER})


@dataclass(frozen=True, slots=True)
class _Tick:
    """A person's word on a cell; it counts while the cell is what it was."""

    on: bool
    status: Status
    old: Decimal | None
    value: Decimal | None


class Batch:
    """One batch of files held against one book."""

    def __init__(self) -> None:
        self.sources: tuple[Source, ...] = ()
        self.told: dict[str, Told] = {}
        self.plan = Plan(())
        self._said: dict[Key, _Tick] = {}
        self._written: dict[Key, PlannedCell] = {}
        self._rivals: dict[tuple[int, int, Month], list[Pair]] = {}

    @property
    def files(self) -> tuple[SentFile, ...]:
        """Every file in the order in which it came."""
        return tuple(file for source in self.sources for file in source.files)

    def add(self, sources: Iterable[Source]) -> None:
        """Take further files in."""
        self.sources = joined(self.sources, sources)

    def remove(self, name: str) -> None:
        """Leave a file out."""
        self.sources = without(self.sources, name)
        self.told.pop(name, None)

    def tell(self, name: str, told: Told) -> None:
        """Note what the office says of a file."""
        self.told = {**self.told, name: told}
        if told == Told():
            del self.told[name]

    def show(self, plan: Plan) -> None:
        """Take over the plan as it is now."""
        self.plan = plan
        self._rivals = {}
        for file, cell in plan.cells():
            self._rivals.setdefault(cell.key, []).append((file, cell))

    def standing(self, cell: PlannedCell) -> Standing:
        """How the cell is shown."""
        if cell.locked:
            return Standing.LOCKED
        if cell.status is Status.SAME and cell.value != cell.old:
            return Standing.REPEATED
        if cell.status is not Status.CONFLICT:
            return Standing(cell.status.value)
        if not self._is_settled(cell):
            return Standing.DISPUTED
        return Standing.CHOSEN if cell.value == cell.old else Standing.PASSED_OVER

    def _is_settled(self, cell: PlannedCell) -> bool:
        """Whether the figure in the book is the one that was chosen here among the rivals."""
        return any(
            rival.value == rival.old and self._written.get(key_of(file, rival)) is not None
            for file, rival in self._rivals.get(cell.key, ())
        )

    def can_tick(self, cell: PlannedCell) -> bool:
        """Whether the cell can be taken at all."""
        return self.standing(cell) in TICKABLE

    def is_ticked(self, file: PlannedFile, cell: PlannedCell) -> bool:
        """Whether it is to be written: what is undisputed is, unless somebody has said otherwise."""
        said = self._said.get(key_of(file, cell))
        if said is not None and said == _word(cell, on=said.on):
            return said.on and self.can_tick(cell)
        return cell.is_taken

    def tick(self, pairs: Iterable[Pair], *, on: bool) -> None:
        """Tick those that can be, or take their ticks away; of rivals one alone is ticked, the last."""
        for file, cell in pairs:
            if not self.can_tick(cell):
                continue
            for other_file, other in self._rivals[cell.key] if on else ():
                if (other_file, other) != (file, cell) and self.is_ticked(other_file, other):
                    self._said[key_of(other_file, other)] = _word(other, on=False)
            self._said[key_of(file, cell)] = _word(cell, on=on)

    def chosen(self) -> list[Pair]:
        """What is to be written."""
        return [(file, cell) for file, cell in self.plan.cells() if self.is_ticked(file, cell) and cell.value != cell.old]

    def disputed(self) -> int:
        """How many figures are in dispute of which none is ticked."""
        open_ = {cell.key for _, cell in self.plan.cells() if self.standing(cell) is Standing.DISPUTED}
        return len(open_ - {cell.key for file, cell in self.plan.cells() if self.is_ticked(file, cell)})

    def note_written(self, pairs: Iterable[Pair]) -> None:
        """Remember what was taken into the book, as it was planned."""
        self._written |= {key_of(file, cell): cell for file, cell in pairs}

    def taken(self) -> tuple[Plan, frozenset[Key]]:
        """What receipts tell of: the plan with what was taken as it was before, and which cells those are."""
        files = tuple(replace(file, cells=tuple(self._as_planned(file))) for file in self.plan.files)
        stands = (key_of(file, cell) for file, cell in self.plan.cells() if self._is_taken(file, cell))
        return Plan(files), frozenset(stands)

    def _as_planned(self, file: PlannedFile) -> Iterator[PlannedCell]:
        for cell in file.cells:
            yield self._written[key_of(file, cell)] if self._is_taken(file, cell) else cell

    def _is_taken(self, file: PlannedFile, cell: PlannedCell) -> bool:
        """Whether the book has what was written from here; not after an undo."""
        before: Mapping[Key, PlannedCell] = self._written
        return key_of(file, cell) in before and cell.value == cell.old == before[key_of(file, cell)].value


def _word(cell: PlannedCell, *, on: bool) -> _Tick:
    return _Tick(on, cell.status, cell.old, cell.value)
