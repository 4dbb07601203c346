"""`tracker log`: the journal, and whether it is as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.console import write_text
from tracker.cli.parameters import book_argument
from tracker.errors import BookError
from tracker.i18n import mark, tr

if TYPE_CHECKING:
    from tracker.store.journal import Entry

KINDS = {"change": "", "undo": mark("undone: "), "redo": mark("redone: "), "revert": mark("turned back: ")}


class JournalBroken(BookError):
    def __init__(self, entry: int) -> None:
        super().__init__(
            tr(
                "Entry {entry} of the journal is not as it was written; the entries before it are sound. Compare with a backup.",
                entry=entry,
            )
        )


def command() -> click.Command:
    return click.Command(
        "log",
        callback=log,
        help=tr("List who changed what and when, the newest last."),
        params=[
            book_argument(),
            click.Option(["--verify"], is_flag=True, help=tr("Instead check that no entry was altered or removed.")),
        ],
    )


def log(book: Path, verify: bool) -> None:
    """List or verify the journal of the book."""
    from tracker.store import journal
    from tracker.store.book import Book

    with Book.open(book, read_only=True) as opened:
        if verify:
            broken = journal.verify(opened)
            if broken is not None:
                raise JournalBroken(broken)
            click.echo(tr("The journal is sound: {count} entries.", count=len(journal.entries(opened))))
        else:
            write_text(_lines(journal.entries(opened)), None)


def _lines(entries: list[Entry]) -> Iterator[str]:
    for entry in entries:
        who = tr("{name} ({user})", name=entry.name, user=entry.system_user) if entry.name else entry.system_user
        what = (tr(KINDS[entry.kind]) if KINDS[entry.kind] else "") + entry.label
        line = tr(
            "{number}  {when}  {who}  {what}  {count} changes",
            number=entry.id,
            when=_local(entry.at),
            who=who,
            what=what,
            count=entry.changes,
        )
        yield " ".join(line.splitlines()) + "\n"


def _local(at: datetime) -> str:
    """The time where the reader is; "?" where the entry was tampered with and holds none."""
    try:
        return at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except (OverflowError, ValueError, OSError):
        return "?"
