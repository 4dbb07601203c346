"""Sets a sheet in type: the Typst template drawn to PDF (PDF/A-2b, fonts embedded), or to pictures of the pages.

The compiler is made once and kept: its fonts are read once, and what has been set before is remembered. `typst` is imported when
first used.
"""

from __future__ import annotations

import atexit
import datetime
import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal

from tracker.domain.print_setup import OWN_FACE
from tracker.reports.document_file import save
from tracker.reports.errors import CharacterMissing, FontUnknown
from tracker.reports.faces import (
    SUBTITLE_FILES,
    TITLE_FILES,
    Faces,
    bundled_faces,
    find_family,
    find_installed,
    installed_families,
)
from tracker.reports.font_file import Face
from tracker.reports.layout import lay_out
from tracker.reports.sheet import RankingSheet
from tracker.resources import resource

if TYPE_CHECKING:
    from typst import Compiler, Fonts, TypstError, TypstWarning

TEMPLATE = "ranking.typ"
UNKNOWN_FONT = "unknown font family"
NO_GLYPH = "could not be displayed"

MOST_TABLE_CELLS = 5_000
"""Up to so many cells the rows are a table, tagged for screen readers; of larger sheets the tags would be most of the file."""

Format = Literal["pdf", "png", "svg"]


def pdf(sheet: RankingSheet) -> bytes:
    """The sheet as PDF/A-2b, the same bytes for the same content; raises ReportError where a font or a character is missing."""
    return typesetter(sheet.title_face, sheet.body_face).set(sheet)[0]


def png_pages(sheet: RankingSheet, *, dots_per_inch: float = 144) -> list[bytes]:
    """The pages as PNG pictures; raises as `pdf`."""
    return typesetter(sheet.title_face, sheet.body_face).set(sheet, "png", dots_per_inch=dots_per_inch)


def svg_pages(sheet: RankingSheet) -> list[bytes]:
    """The pages as SVG drawings; raises as `pdf`."""
    return typesetter(sheet.title_face, sheet.body_face).set(sheet, "svg")


def write_pdf(sheet: RankingSheet, path: Path) -> None:
    """Save the PDF, all or nothing: a file of that name is replaced when the new one is complete. Raises DocumentNotSaved."""
    save(pdf(sheet), path)


def typesetter(title: str = "", body: str = "") -> Typesetter:
    """The one that is kept for the office's choice of faces (see PrintSetup); raises FontsMissing."""
    return _kept(title, body)


@lru_cache(maxsize=2)
def _kept(title: str, body: str) -> Typesetter:
    return Typesetter(chosen_faces(bundled_faces(), title, body))


def chosen_faces(bundled: Faces, title: str, body: str) -> Faces:
    """The program's faces with those that the office chose; where it chose none, with the user's own for titles."""
    if title == OWN_FACE:
        faces = bundled
    else:
        own = find_family(title)[0] if title else find_installed(TITLE_FILES)
        faces = replace(bundled, title=own, subtitle=find_installed(SUBTITLE_FILES))
    regular, bold = find_family(body) if body else (None, None)
    return replace(faces, body=regular, body_bold=bold)


def missing_families(sheet: RankingSheet) -> list[str]:
    """The faces that the office chose for the sheet and this machine has not installed."""
    chosen = [family for family in (sheet.title_face, sheet.body_face) if family not in {"", OWN_FACE}]
    return [family for family in dict.fromkeys(chosen) if family not in installed_families()]


class Typesetter:
    """A compiler with its faces. Threads may share it: they set one after the other."""

    def __init__(self, faces: Faces, template: Path | None = None, *, most_table_cells: int = MOST_TABLE_CELLS) -> None:
        self._template = template or resource("templates", TEMPLATE)
        self._most_table_cells = most_table_cells
        self._lock = Lock()
        self._start(faces)

    def set(self, sheet: RankingSheet, kind: Format = "pdf", *, dots_per_inch: float = 144) -> list[bytes]:
        """The document as PDF (one element), or its pages as pictures; raises CharacterMissing, FontUnknown."""
        from typst import TypstError

        self.faces.check(sheet.texts())
        with self._lock:
            try:
                return self._compile(sheet, kind, dots_per_inch)
            except (TypstError, FontUnknown):
                if not self.faces.installed:
                    raise
                # A face of the user's can be damaged, or closed to embedding: the program's own always do.
                self._start(replace(self.faces, title=None, subtitle=None, body=None, body_bold=None))
                return self._compile(sheet, kind, dots_per_inch)

    def _start(self, faces: Faces) -> None:
        """Make the compiler. Of the user's fonts it sees only the chosen files: reading every font of a system takes seconds."""
        from typst import Compiler, Fonts

        folders = [faces.serif.path.parent]
        if faces.installed:
            folders.append(_copied(faces.installed))
        fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
        own = (faces.title, faces.subtitle, faces.body, faces.body_bold)
        title, subtitle, body, body_bold = (_as_named(face, fonts) for face in own)
        self.faces = replace(faces, title=title, subtitle=subtitle, body=body, body_bold=body_bold if body is not None else None)
        self._compiler: Compiler = Compiler(self._template, root=self._template.parent, font_paths=fonts)

    def _compile(self, sheet: RankingSheet, kind: Format, dots_per_inch: float) -> list[bytes]:
        from typst import TypstError

        as_table = _cells(sheet) <= self._most_table_cells
        content = json.dumps(lay_out(sheet, self.faces, as_table=as_table), ensure_ascii=False, separators=(",", ":"))
        made = datetime.datetime.combine(sheet.date, datetime.time(), datetime.UTC)
        try:
            document, warnings = self._compiler.compile_with_warnings(
                format=kind,
                ppi=dots_per_inch if kind == "png" else None,
                sys_inputs={"sheet": content},
                pdf_standards="a-2b" if kind == "pdf" else [],
                timestamp=made,
                pdf_tags=as_table,
            )
        except TypstError as fault:
            raise _glyph_fault(fault, sheet) or fault from None
        _refuse_replaced_fonts(warnings)
        return list(document) if isinstance(document, list) else [document or b""]


def _cells(sheet: RankingSheet) -> int:
    return sum(1 for _ in sheet.rows()) * len(sheet.columns)


def _refuse_replaced_fonts(warnings: Sequence[TypstWarning]) -> None:
    """A wrong family name is replaced silently by the typesetter, and paper would look different on every machine."""
    for warning in warnings:
        if UNKNOWN_FONT in warning.message:
            raise FontUnknown(warning.message)


def _glyph_fault(fault: TypstError, sheet: RankingSheet) -> CharacterMissing | None:
    """What the typesetter says of a character that the faces lack in some combination, said of the text that it stands in."""
    if NO_GLYPH not in fault.message:
        return None
    for text in sheet.texts():
        for character in text:
            if character in fault.message and not character.isascii():
                return CharacterMissing(character, text)
    return None


def _copied(faces: Sequence[Face]) -> Path:
    """A folder with nothing but those faces' files, gone when the program ends."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for face in faces:
        shutil.copyfile(face.path, folder / face.path.name)
    return folder


def _as_named(face: Face | None, fonts: Fonts) -> Face | None:
    """The face under the family name by which the typesetter knows its file; None where it cannot use it."""
    if face is None:
        return None
    same = [known for known in fonts.fonts() if known.path is not None and Path(known.path).name == face.path.name]
    for known in sorted(same, key=lambda known: (known.family not in face.families, known.index)):
        return replace(face, families=frozenset({known.family}))
    return None
