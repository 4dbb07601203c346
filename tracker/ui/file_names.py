"""Names of files that are made of a book's or a sheet's title."""

from __future__ import annotations

import re

from tracker.i18n import tr

SUFFIX = ".tracker"


def file_name(title: str) -> str:
    """The title without what a file's name may not hold on Windows."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", title).strip(" .") or tr("Book")
