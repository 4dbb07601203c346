"""What the page 收表 shows while nothing has come in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tracker.i18n import tr
from tracker.ui.widgets.empty_tab import EmptyTab


def intake_empty(ask: Callable[[str], object]) -> EmptyTab:
    """A sentence, and the buttons that lead on; `ask` is told the name of a command."""
    return EmptyTab(
        tr("Drop the files, folders or packages here that units sent in; nothing is written before you have seen it."),
        [
            (tr("Choose files…"), partial(ask, "import_files")),
            (tr("Choose a folder…"), partial(ask, "import_folder")),
            (tr("Make forms…"), partial(ask, "make_forms")),
        ],
    )
