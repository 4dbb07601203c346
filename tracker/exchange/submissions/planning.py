"""Holds what the files say against the book and against one another: the plan.

A cumulative gives the difference to that of the month before, as the book and the same file have it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.domain.period import Month
from tracker.exchange.submissions.against_book import AgainstBook
from tracker.exchange.submissions.file_amounts import FileAmounts
from tracker.exchange.submissions.plan import Plan, PlannedCell, PlannedFile, Status
from tracker.exchange.submissions.understanding import Understood
from tracker.i18n import tr
from tracker.metrics.live import Live

_Key = tuple[int, int, Month]


def plan_of(live: Live, files: Sequence[Understood]) -> Plan:
    """What the files would do to the book that `live` follows; the book is only read. Files count in the order given."""
    book = AgainstBook(live)
    planned = [_planned(book, file) for file in files]
    return Plan(tuple(_held_against_others(planned)))


def _planned(book: AgainstBook, file: Understood) -> PlannedFile:
    amounts = FileAmounts(book, file)
    cells = tuple(book.cell(amount, file.file.modified) for amount in amounts.amounts())
    return PlannedFile(file, cells, (*file.remarks, *amounts.remarks))


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
