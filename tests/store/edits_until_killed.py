"""A process that edits a book until it is killed: edits_until_killed.py BOOK SEED. It says each change once it is stored."""

from __future__ import annotations

import random
import sys
from decimal import Decimal

from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.store import figures, indicators, units
from tracker.store.book import Book


def edit(book: Book, seed: int) -> None:
    """Edit for ever. A line `entry label` is what has been acknowledged; its label alone tells what must be there."""
    chance = random.Random(seed)
    places = [(unit.id, indicator.id) for unit in units.units(book) for indicator in indicators.indicators(book)[:3]]
    entry = book.row("SELECT count(*) FROM journal")[0]
    while True:
        entry += 1
        if book.redo_label and chance.random() < 0.2:
            said = f"redo {book.redo()}"
        elif book.undo_label and chance.random() < 0.25:
            said = f"undo {book.undo()}"
        else:
            said = f"change {entry}"
            with book.change(str(entry)):
                for _ in range(chance.choice((1, 1, 1, 3, 400))):
                    unit, indicator = chance.choice(places)
                    month = Month(1900 + chance.randrange(100), chance.randrange(1, 13))
                    figures.set_figure(book, Figure(unit, indicator, month, Decimal(entry), typed=str(chance.random())))
        say(f"{entry} {said}")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    with Book.open(sys.argv[1]) as opened:
        if opened.read_only:
            raise SystemExit(opened.reason)
        say("ready")
        edit(opened, int(sys.argv[2]))
