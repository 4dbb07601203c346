"""The fonts that matplotlib knows, given to it before it looks for them: the program's own faces, and the one it falls back on.

Left alone it opens every font of the system when it is first loaded, which takes seconds where there are hundreds; in a bundle,
whose folder for such lists is a new one each time, it does so at every start.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tracker.reports.font_file import Face

LIST_VERSION = "3.11.0"
"""FontManager.__version__ of the matplotlib that is locked; with another one the list is made anew, only more slowly."""
FOLDER = "MPLCONFIGDIR"
FALLBACK = ("fonts/ttf/DejaVuSans.ttf", 0, "DejaVu Sans", 400)
"""Within matplotlib's own data."""


def load_font_list(faces: Iterable[tuple[Face, int]]) -> None:
    """Load matplotlib's list with those faces, each with its weight; one that is loaded already gets them added."""
    entries = [(str(face.path), face.place, face.family, weight) for face, weight in faces]
    if "matplotlib" not in sys.modules:
        _load_with(entries)
    from matplotlib.font_manager import FontEntry, fontManager

    known = {(entry.fname, entry.index, entry.weight) for entry in fontManager.ttflist}
    for path, place, family, weight in entries:
        if (path, place, weight) not in known:
            fontManager.ttflist.append(FontEntry(path, place, family, weight=weight, size="scalable"))


def _load_with(entries: list[tuple[str, int, str, int]]) -> None:
    """Import the list while its folder is one that holds it ready made."""
    before = os.environ.get(FOLDER)
    with tempfile.TemporaryDirectory(prefix="tracker-charts-") as folder:
        text = json.dumps(_list_of([*entries, FALLBACK]))
        Path(folder, f"fontlist-v{LIST_VERSION}.json").write_text(text, encoding="utf-8")
        os.environ[FOLDER] = folder
        try:
            import matplotlib.font_manager  # noqa: F401 - reads the list
        finally:
            del os.environ[FOLDER]
            if before is not None:
                os.environ[FOLDER] = before


def _list_of(entries: list[tuple[str, int, str, int]]) -> dict[str, object]:
    """The list in the form in which matplotlib keeps it."""
    same = {"style": "normal", "variant": "normal", "stretch": "normal", "size": "scalable", "__class__": "FontEntry"}
    return {
        "_version": LIST_VERSION,
        "_FontManager__default_weight": "normal",
        "default_size": None,
        "defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"},
        "afmlist": [],
        "ttflist": [
            {"fname": path, "index": place, "name": family, "weight": weight, **same} for path, place, family, weight in entries
        ],
        "__class__": "FontManager",
    }
