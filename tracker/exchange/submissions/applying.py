"""Writes what was taken of a plan: one change, one step of undo, one journal entry that names the files and their SHA-256."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tracker.domain.figure import Figure
from tracker.exchange.submissions.plan import PlannedCell, PlannedFile
from tracker.i18n import tr
from tracker.store.book import Book
from tracker.store.figures import set_figures
from tracker.store.reports import note_arrivals
from tracker.store.sent_files import SentFileRecord, note_file

_NAMED = 3
_SHORT = 12
"""Hexadecimal digits of a SHA-256 in a label: enough to find the file by; each figure's source has the whole name."""


def apply(
    book: Book,
    chosen: Sequence[tuple[PlannedFile, PlannedCell]],
    *,
    received: date,
    contents: Mapping[str, bytes] | None = None,
) -> int:
    """Write the chosen cells, note when the units' reports came and the files; gives how many figures changed.

    `contents` are the files, by name, that the book is to keep as evidence. Raises MonthIsPublished and what else `store.figures`
    refuses: nothing is written then.
    """
    cells = [(file, cell) for file, cell in chosen if cell.value is not None and cell.value != cell.old]
    if not cells:
        return 0
    figures = [_figure(file, cell) for file, cell in cells]
    with book.change(label([file for file, _ in cells])):
        set_figures(book, figures)
        note_arrivals(book, figures, received)
        for name, file in {file.name: file for file, _ in cells}.items():
            record = SentFileRecord(name, file.understood.file.digest, received, kept=False)
            note_file(book, record, (contents or {}).get(name))
    return len(figures)


def label(files: Sequence[PlannedFile]) -> str:
    """What the journal calls the import: the files' names, with the beginnings of their SHA-256."""
    names = list(dict.fromkeys(f"{file.name} ({file.understood.file.digest[:_SHORT]})" for file in files))
    shown = tr(", ").join(names[:_NAMED])
    if len(names) <= _NAMED:
        return tr("Import {files}", files=shown)
    return tr("Import {files} and {count} more", files=shown, count=len(names) - _NAMED)


def _figure(file: PlannedFile, cell: PlannedCell) -> Figure:
    source = f"{file.name} › {cell.where} · SHA-256 {file.understood.file.digest}"
    return Figure(cell.unit.id, cell.indicator.id, cell.month, cell.value, typed=cell.text, source=source)
