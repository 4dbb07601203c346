"""The faces that paper is set in: those that the program brings, and the user's own 小标宋, 仿宋, 黑体 and 楷体 where installed.

Chinese here is data: names of font files.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tracker.reports.errors import CharacterMissing, FontsMissing
from tracker.reports.font_file import Face, read_face
from tracker.resources import resource, typeface

TITLE_FILES = ("小标宋", "xiaobiaosong", "fzxbs", "fzxbk")
SUBTITLE_FILES = ("simfang", "仿宋", "fangsong", "fzfs", "stfangso")
HEADING_FILES = ("simhei", "黑体", "fzhtk", "fzht", "stheiti")
LEAD_FILES = ("simkai", "楷体", "kaiti", "fzkt", "stkaiti")
"""What the names of the files of 小标宋, 仿宋, 黑体 and 楷体 hold, in lower case, best first: in Windows, WPS, 方正's and 华文's
packages.
"""
FONT_SUFFIXES = frozenset({".ttf", ".ttc", ".otf"})


@dataclass(frozen=True)
class Faces:
    """The faces of a document. Those from `title` on are the user's own, None where there is none: 小标宋, 仿宋, 黑体, 楷体; and
    what the office chose for figures, with its bold.
    """

    sans: Face
    sans_bold: Face
    serif: Face
    serif_bold: Face
    title: Face | None = None
    subtitle: Face | None = None
    heading: Face | None = None
    lead: Face | None = None
    body: Face | None = None
    body_bold: Face | None = None

    @property
    def text(self) -> Face:
        """What figures and names are set in."""
        return self.body or self.sans

    @property
    def text_bold(self) -> Face:
        """What headings, sums and places are set in: the office's face itself where it has no bold one."""
        return self.body_bold or self.body or self.sans_bold

    @property
    def installed(self) -> tuple[Face, ...]:
        """The faces that are not the program's."""
        return tuple(face for face in self._own() if face is not None)

    def _own(self) -> tuple[Face | None, ...]:
        return self.title, self.subtitle, self.heading, self.lead, self.body, self.body_bold

    def each_installed(self, of: Callable[[Face], Face | None]) -> Faces:
        """The same with what `of` makes of each face of the user's."""
        own = (None if face is None else of(face) for face in self._own())
        return Faces(self.sans, self.sans_bold, self.serif, self.serif_bold, *own)

    def bundled(self) -> Faces:
        """The program's faces alone."""
        return self.each_installed(lambda _: None)

    def check(self, texts: Iterable[str]) -> None:
        """Raise CharacterMissing for the first character that would be printed as an empty box."""
        known = {"\n"}
        for text in texts:
            for character in text:
                if character not in known and not self._prints(character):
                    raise CharacterMissing(character, text)
                known.add(character)

    def _prints(self, character: str) -> bool:
        """Whether a face has the character, or it takes no ink: joiners, variation selectors, accents set by their letter."""
        return self.sans.has(character) or self.serif.has(character) or unicodedata.category(character) in {"Cf", "Mn"}


def bundled_faces() -> Faces:
    """The program's own faces; raises FontsMissing with those that are not there or cannot be read."""
    try:
        carried = (typeface("sans"), typeface("serif"))
    except FileNotFoundError as fault:
        raise FontsMissing([Path(fault.filename).name], resource("fonts")) from None
    files = {path: face.family for face in carried for path in (face.regular, face.bold)}
    faces = {path: readable(path, family) for path, family in files.items()}
    missing = [path.name for path, face in faces.items() if face is None]
    if missing:
        raise FontsMissing(missing, resource("fonts"))
    return Faces(*(face for face in faces.values() if face is not None))


def with_installed(faces: Faces) -> Faces:
    """The same with the user's own faces, as far as they are installed."""
    return replace(
        faces,
        title=find_installed(TITLE_FILES),
        subtitle=find_installed(SUBTITLE_FILES),
        heading=find_installed(HEADING_FILES),
        lead=find_installed(LEAD_FILES),
    )


def find_installed(wanted: tuple[str, ...], folders: Iterable[Path] | None = None) -> Face | None:
    """The first readable face, in the order of `wanted`, whose file name in the system's font folders holds one of its words."""
    files = sorted(font_files(font_folders() if folders is None else folders))
    for word in wanted:
        for path in files:
            face = readable(path, None) if word in path.name.lower() else None
            if face is not None and face.families:
                return face
    return None


def font_folders() -> list[Path]:
    """Where this system and this user keep fonts, whether the folders exist or not."""
    home = Path.home()
    if sys.platform == "win32":
        windows, local = os.environ.get("WINDIR", r"C:\Windows"), os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        return [Path(windows) / "Fonts", Path(local) / "Microsoft" / "Windows" / "Fonts"]
    if sys.platform == "darwin":
        return [home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return [own / "fonts", home / ".fonts", *(Path(folder) / "fonts" for folder in shared.split(":") if folder)]


def font_files(folders: Iterable[Path]) -> Iterator[Path]:
    """The files in those folders, and in the folders within, that hold faces."""
    for folder in folders:
        for parent, _, names in os.walk(folder):
            yield from (Path(parent) / name for name in names if Path(name).suffix.lower() in FONT_SUFFIXES)


def readable(path: Path, family: str | None) -> Face | None:
    """The face; None where the file is not there, cannot be read or is damaged."""
    try:
        return read_face(path, family)
    except (OSError, ValueError):
        return None
