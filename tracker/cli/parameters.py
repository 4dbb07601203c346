"""The arguments that several commands share."""

from __future__ import annotations

from pathlib import Path

import click


def book_argument() -> click.Argument:
    """BOOK: a book's path; whether it exists and is one, the store says better than click."""
    return click.Argument(["book"], metavar="BOOK", type=click.Path(path_type=Path))


def folder_argument() -> click.Argument:
    """DIR: a folder's path."""
    return click.Argument(["folder"], metavar="DIR", type=click.Path(path_type=Path))
