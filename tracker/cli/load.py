"""`tracker load`: a data folder into a new or existing book, all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.parameters import book_argument, folder_argument
from tracker.i18n import tr

if TYPE_CHECKING:
    from tracker.exchange.data_folder import LoadReport


def command() -> click.Command:
    return click.Command(
        "load",
        callback=load,
        help=tr("Load the data folder DIR into BOOK, which is made where it does not exist: all of it or nothing."),
        params=[book_argument(), folder_argument()],
    )


def load(book: Path, folder: Path) -> None:
    """Load the folder; every problem goes to standard error on a line of its own, and the book stays as it was."""
    from tracker.exchange.problems import DataFolderRefused

    try:
        report = _load(book, folder)
    except DataFolderRefused as refused:
        for problem in refused.problems:
            click.echo(f"tracker: {' '.join(str(problem).split())}", err=True)
        raise
    for name in report.ignored:
        click.echo(tr("tracker: {file} was not read: the folder's files have fixed names.", file=name), err=True)
    click.echo(_summary(report, book))


def _load(book: Path, folder: Path) -> LoadReport:
    from tracker.exchange.data_folder import load as load_folder
    from tracker.exchange.new_book import making_book
    from tracker.store.book import Book

    if book.exists():
        with Book.open(book) as existing:
            return load_folder(existing, folder)
    with making_book(book, title=book.stem) as made:
        return load_folder(made, folder)


def _summary(report: LoadReport, book: Path) -> str:
    if not report.changed:
        return tr("{path} had all of it already: nothing was changed.", path=book)
    return tr(
        "Loaded into {path}: {units} units, {indicators} indicators, {targets} targets, {plan} plan shares,"
        " {scheme} scheme lines, {figures} figures.",
        units=report.units,
        indicators=report.indicators,
        targets=report.targets,
        plan=report.plan,
        scheme=report.scheme,
        figures=report.figures,
        path=book,
    )
