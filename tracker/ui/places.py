"""Where the program keeps its own things: settings, log, the copy of the sample; the system's folders, or TRACKER_HOME.

TRACKER_HOME names one folder for all of them, so that the program can live on a USB stick and leave nothing on the machine.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_NAME = "county-tracker"


def _home() -> Path | None:
    home = os.environ.get("TRACKER_HOME")
    return Path(home) if home else None


def settings_file() -> Path:
    """The .ini file of window size, recent books and the like; its folder may not exist yet."""
    return (_home() or Path(platformdirs.user_config_dir(_NAME, appauthor=False))) / "settings.ini"


def log_file() -> Path:
    """The text file that crashes are written to; its folder may not exist yet."""
    return (_home() or Path(platformdirs.user_log_dir(_NAME, appauthor=False))) / "tracker.log"


def documents() -> Path:
    """The folder in which books are looked for and made at first: the user's documents."""
    folder = _home() or Path(platformdirs.user_documents_dir())
    return folder if folder.is_dir() else Path.home()


def sample_book() -> Path:
    """The user's own copy of the sample county's book; it and its folder may not exist yet."""
    return (_home() or Path(platformdirs.user_data_dir(_NAME, appauthor=False))) / "sample" / "sample.tracker"
