"""Names of files that are made of a book's or a sheet's title."""

from __future__ import annotations

from tracker.i18n import tr
from tracker.reports.document_file import plain_name

SUFFIX = ".tracker"


def file_name(title: str) -> str:
    """The title without what a file's name may not hold on Windows."""
    return plain_name(title) or tr("Book")
