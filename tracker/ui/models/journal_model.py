"""The columns of the journal page: its entries, and what one of them changed."""

from __future__ import annotations

from datetime import datetime

from tracker.i18n import mark, tr
from tracker.store.journal import Entry, EntryKind
from tracker.ui.models.journal_words import BLANK, ChangeLine
from tracker.ui.models.record_model import RecordColumn

KINDS = {
    EntryKind.CHANGE: mark("Entered"),
    EntryKind.UNDO: mark("Undo"),
    EntryKind.REDO: mark("Redo"),
    EntryKind.REVERT: mark("Revert"),
}


def entry_columns() -> tuple[RecordColumn[Entry], ...]:
    """When, who, what, of which kind, how many rows."""
    return (
        RecordColumn(tr("No."), lambda entry: str(entry.id), 56, numeric=True, color=_quiet),
        RecordColumn(tr("When"), lambda entry: when_text(entry.at), 152, color=_quiet),
        RecordColumn(tr("Who"), lambda entry: entry.person, 128),
        RecordColumn(tr("What was done"), lambda entry: entry.label, strong=True),
        RecordColumn(tr("Kind"), lambda entry: tr(KINDS[entry.kind]), 64, color=_quiet),
        RecordColumn(tr("Rows"), lambda entry: f"{entry.changes:,}", 64, numeric=True, color=_quiet),
    )


def line_columns() -> tuple[RecordColumn[ChangeLine], ...]:
    """What was changed, from what, to what."""
    return (
        RecordColumn(tr("Changed"), lambda line: line.subject, 340),
        RecordColumn(tr("Before"), lambda line: line.old or BLANK, 200, color=_quiet),
        RecordColumn(tr("After"), lambda line: line.new or BLANK, strong=True),
    )


def when_text(at: datetime) -> str:
    """The time where the reader is, to the minute; "?" where the entry was tampered with and holds none."""
    try:
        return at.astimezone().strftime("%Y-%m-%d %H:%M")
    except (OverflowError, ValueError, OSError):
        return "?"


def _quiet(_record: object) -> str:
    return "text2"
