"""What the program remembers between starts, in one .ini file of the user's; nothing of a book is kept here."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from tracker.ui.theme import Scheme

RECENT_LIMIT = 8


class Density(StrEnum):
    """Row height: by the window's height, always low, always high."""

    AUTOMATIC = "automatic"
    COMPACT = "compact"
    NORMAL = "normal"


ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
"""The zooms that 查看 offers, in percent."""


class Settings:
    """Typed access to one settings file. A value that is missing or damaged reads as its default."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """The text under `key`, such as "ranking/columns"; pages keep what they remember here."""
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    def set_text(self, key: str, value: str) -> None:
        self._store.setValue(key, value)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The books opened last, newest first, those that are gone left out."""
        return tuple(path for path in self._recent() if path.is_file())

    def _recent(self) -> list[Path]:
        return [Path(line) for line in self.text("books/recent").split("|") if line]

    def remember_book(self, path: Path) -> None:
        """Put `path` first among the recent books; it is the one that opens at the next start."""
        known = [path.resolve(), *(old for old in self._recent() if old != path.resolve())]
        self.set_text("books/recent", "|".join(map(str, known[:RECENT_LIMIT])))
        self.last_book = path

    def forget_book(self, path: Path) -> None:
        """Leave `path` out of the recent books."""
        self.set_text("books/recent", "|".join(str(old) for old in self._recent() if old != path.resolve()))

    @property
    def last_book(self) -> Path | None:
        """The book that was open when the program was left; None if it was closed before, or is gone."""
        text = self.text("books/last")
        return Path(text) if text and Path(text).is_file() else None

    @last_book.setter
    def last_book(self, path: Path | None) -> None:
        self.set_text("books/last", str(path.resolve()) if path else "")

    @property
    def scheme(self) -> Scheme:
        text = self.text("look/scheme")
        return next((scheme for scheme in Scheme if scheme == text), Scheme.SYSTEM)

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self.set_text("look/scheme", scheme)

    @property
    def density(self) -> Density:
        text = self.text("look/rows")
        return next((density for density in Density if density == text), Density.AUTOMATIC)

    @density.setter
    def density(self, density: Density) -> None:
        self.set_text("look/rows", density)

    @property
    def zoom(self) -> int:
        """The size of everything, in percent: one of ZOOMS."""
        text = self.text("look/zoom")
        return int(text) if text.isdecimal() and int(text) in ZOOMS else 100

    @zoom.setter
    def zoom(self, percent: int) -> None:
        self.set_text("look/zoom", str(percent))

    @property
    def language(self) -> str:
        """The language chosen: zh_CN, en, or an empty text for what the system speaks."""
        return self.text("look/language")

    @language.setter
    def language(self, language: str) -> None:
        self.set_text("look/language", language)

    @property
    def page(self) -> str:
        """The name of the page that was in front."""
        return self.text("window/page")

    @page.setter
    def page(self, name: str) -> None:
        self.set_text("window/page", name)

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size, as QWidget.saveGeometry gave it; empty at the first start."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    def save(self) -> None:
        """Write what has changed to the file now."""
        self._store.sync()
