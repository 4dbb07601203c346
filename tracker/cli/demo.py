"""`tracker demo`: the sample county, to look at: its book, the newest month's ranking and a picture of the window."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path

import click

from tracker.cli.parameters import folder_argument
from tracker.cli.rank import ranking_document
from tracker.i18n import tr

# Chinese here is data: the name of the sample county.
BOOK = "云山县.tracker"
PICTURE = "window.png"


def command() -> click.Command:
    return click.Command(
        "demo",
        callback=demo,
        help=tr("Write the sample county into DIR: its book, the ranking of its newest month as PDF, a picture of the window."),
        params=[folder_argument()],
    )


def demo(folder: Path) -> None:
    """Write all three and print their paths. A sample book that somebody has changed is kept: the new one gets another name."""
    from tracker.exchange.new_book import make_sample

    folder.mkdir(parents=True, exist_ok=True)
    book = free_name(folder / BOOK)
    make_sample(book)
    click.echo(str(book))
    click.echo(str(write_newest_ranking(book, folder)))
    picture = folder / PICTURE
    write_picture(book, picture)
    click.echo(str(picture))


def write_newest_ranking(book: Path, folder: Path) -> Path:
    """The path of the newest month's ranking as PDF, written into the folder."""
    from tracker.cli.console import write_documents
    from tracker.exchange.ranking.choice import ranking_of
    from tracker.metrics.live import Live
    from tracker.store.book import Book

    with Book.open(book, read_only=True) as opened:
        live = Live(opened)
        path = folder / f"ranking-{live.month}.pdf"
        write_documents(ranking_document(opened, live, ranking_of(live), "pdf", as_set_up=True), path)
    return path


def write_picture(book: Path, path: Path) -> None:
    """A picture of the window with that book; needs no screen."""
    from tracker.store.disk import whole_file
    from tracker.ui.app import picture

    with whole_file(path) as part:
        picture(book, part)


def free_name(wanted: Path) -> Path:
    """`wanted`, unless more than the untouched sample stands there: then the first free one of 云山县-2, 云山县-3, …"""
    numbered = (wanted.with_stem(f"{wanted.stem}-{number}") for number in count(2))
    return next(path for path in chain([wanted], numbered) if not path.exists() or _is_untouched(path))


def _is_untouched(path: Path) -> bool:
    from tracker.errors import TrackerError
    from tracker.store import journal
    from tracker.store.book import Book

    try:
        with Book.open(path, read_only=True) as book:
            # Two entries make the sample: the new book, and the loading of its folder.
            if len(journal.entries(book, limit=3)) > 2:
                return False
        with Book.open(path) as book:
            return not book.read_only  # else a window has it open
    except TrackerError:
        return False
