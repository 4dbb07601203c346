"""`tracker [BOOK]`: the window."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tracker.cli.parameters import book_argument
from tracker.i18n import tr


def command() -> click.Command:
    return click.Command("window", callback=open_window, help=tr("Open the window."), params=[book_argument()])


def open_window(book: Path | None) -> None:
    """Show the window, on the last book where None is given, until it is closed; then exit with its code."""
    from tracker.ui.app import main

    sys.exit(main(None if book is None else str(book)))
