"""Holds what the files say against the book and against one another: the plan.

A cumulative gives the difference to that of the month before, as the book and the files together have it: months are gone through
in their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import itemgetter

from tracker.domain.period import Month
from tracker.exchange.submissions.against_book import AgainstBook
from tracker.exchange.submissions.file_amounts import Earlier, FileAmounts
from tracker.exchange.submissions.plan import Plan, PlannedCell, PlannedFile, Status
from tracker.exchange.submissions.understanding import Understood
from tracker.i18n import tr
from tracker.metrics.live import Live

_Key = tuple[int, int, Month]


def plan_of(live: Live, files: Sequence[Understood]) -> Plan:
    """What the files would do to the book that `live` follows; the book is only read. Files count in the order given."""
    book, earlier = AgainstBook(live), Earlier()
    readings = [FileAmounts(book, file, earlier) for file in files]
    cells: list[list[tuple[int, PlannedCell]]] = [[] for _ in files]
    for month in sorted({month for reading in readings for month in reading.months}):
        amounts = [reading.amounts(month) for reading in readings]
        planned = [
            PlannedFile(file, tuple(book.cell(amount, file.file.modified) for _, amount in those), ())
            for file, those in zip(files, amounts, strict=True)
        ]
        for found, those, held in zip(cells, amounts, _held_against_others(planned), strict=True):
            found += zip((at for at, _ in those), held.cells, strict=True)
            _note(held.cells, earlier)
    return Plan(
        tuple(
            PlannedFile(file, tuple(cell for _, cell in sorted(found, key=itemgetter(0))), (*file.remarks, *reading.remarks))
            for file, found, reading in zip(files, cells, readings, strict=True)
        )
    )


def _note(cells: Iterable[PlannedCell], earlier: Earlier) -> None:
    """Let the cumulatives of later months build on what these cells come to, and wait for those that wait."""
    for cell in cells:
        key = cell.unit.id, cell.indicator.id, cell.month
        if cell.status is Status.CONFLICT:
            earlier.waiting.add(key)
        elif cell.status is not Status.REFUSED and cell.value is not None:
            earlier.values[key] = cell.value


def _held_against_others(files: Sequence[PlannedFile]) -> Iterable[PlannedFile]:
    """Where two cells say two things of one figure, both wait; where they say the same, the later one has nothing to add."""
    said: dict[_Key, list[tuple[PlannedFile, PlannedCell]]] = defaultdict(list)
    for file in files:
        for cell in file.cells:
            if cell.value is not None:
                said[cell.key].append((file, cell))
    for file in files:
        yield replace(file, cells=tuple(_against(cell, said[cell.key]) for cell in file.cells))


def _against(cell: PlannedCell, said: Sequence[tuple[PlannedFile, PlannedCell]]) -> PlannedCell:
    if cell.value is None:
        return cell
    others = [(other_file, other) for other_file, other in said if other.value != cell.value]
    if others:
        return replace(cell, status=Status.CONFLICT, reason=_disputed(cell, said, *others[0]))
    first_file, first = said[0]
    if first is cell or not cell.is_taken:
        return cell
    return replace(cell, status=Status.SAME, reason=tr("The same stands in {file}.", file=f"{first_file.name} {first.where}"))


def _disputed(
    cell: PlannedCell, said: Sequence[tuple[PlannedFile, PlannedCell]], other_file: PlannedFile, other: PlannedCell
) -> str:
    return tr(
        "{unit} {indicator}: {values}. The other stands in {file}: choose one.",
        unit=cell.unit.name,
        indicator=cell.indicator.name,
        values=" / ".join(dict.fromkeys(f"{one.value:f}" for _, one in said)),
        file=f"{other_file.name} {other.where}",
    )
