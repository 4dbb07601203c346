"""Sets a document in type: its Typst template drawn to PDF (PDF/A-2b, fonts embedded), or to pictures of the pages.

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

from tracker.reports.chosen_faces import chosen_faces
from tracker.reports.document_file import save
from tracker.reports.drawing import MOST_TABLE_CELLS, Drawing, sheet_drawing
from tracker.reports.errors import CharacterMissing, FontUnknown
from tracker.reports.faces import Faces, bundled_faces
from tracker.reports.font_file import Face
from tracker.reports.sheet import RankingSheet
from tracker.resources import resource

if TYPE_CHECKING:
    from typst import Compiler, Fonts, TypstError, TypstWarning

UNKNOWN_FONT = "unknown font family"
NO_GLYPH = "could not be displayed"

Format = Literal["pdf", "png", "svg"]


def pdf(document: RankingSheet | Drawing) -> bytes:
    """The document as PDF/A-2b, equal bytes for equal content; raises ReportError where a font or a character is missing."""
    return _set(document, "pdf")[0]


def png_pages(document: RankingSheet | Drawing, *, dots_per_inch: float = 144) -> list[bytes]:
    """The pages as PNG pictures; raises as `pdf`."""
    return _set(document, "png", dots_per_inch=dots_per_inch)


def svg_pages(document: RankingSheet | Drawing) -> list[bytes]:
    """The pages as SVG drawings; raises as `pdf`."""
    return _set(document, "svg")


def write_pdf(document: RankingSheet | Drawing, path: Path) -> None:
    """Save the PDF, all or nothing: a file of that name is replaced when the new one is complete. Raises DocumentNotSaved."""
    save(pdf(document), path)


def _set(document: RankingSheet | Drawing, kind: Format, *, dots_per_inch: float = 144) -> list[bytes]:
    """The document in the faces that the office chose for it."""
    return typesetter(document.title_face, document.body_face).set(document, kind, dots_per_inch=dots_per_inch)


def typesetter(title: str = "", body: str = "") -> Typesetter:
    """The one that is kept for the office's choice of faces (see PrintSetup); raises FontsMissing."""
    return _kept(title, body)


@lru_cache(maxsize=2)
def _kept(title: str, body: str) -> Typesetter:
    return Typesetter(chosen_faces(bundled_faces(), title, body))


class Typesetter:
    """A compiler with its faces. Threads may share it: they set one after the other."""

    def __init__(self, faces: Faces, *, most_table_cells: int = MOST_TABLE_CELLS) -> None:
        self._most_table_cells = most_table_cells
        self._lock = Lock()
        self._start(faces)

    def set(self, document: RankingSheet | Drawing, kind: Format = "pdf", *, dots_per_inch: float = 144) -> list[bytes]:
        """The document as PDF (one element), or its pages as pictures; raises CharacterMissing, FontUnknown."""
        from typst import TypstError

        if isinstance(document, RankingSheet):
            document = sheet_drawing(document, most_table_cells=self._most_table_cells)
        self.faces.check(document.texts)
        with self._lock:
            try:
                return self._compile(document, kind, dots_per_inch)
            except (TypstError, FontUnknown):
                if not self.faces.installed:
                    raise
                # A face of the user's can be damaged, or closed to embedding: the program's own always do.
                self._start(self.faces.bundled())
                return self._compile(document, kind, dots_per_inch)

    def _start(self, faces: Faces) -> None:
        """Make the compiler. Of the user's fonts it sees only the chosen files: reading every font of a system takes seconds."""
        from typst import Compiler, Fonts

        folders = [faces.serif.path.parent]
        if faces.installed:
            folders.append(_copied(faces.installed))
        fonts = Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
        self.faces = faces.each_installed(lambda face: _as_named(face, fonts))
        self._compiler: Compiler = Compiler(root=resource("templates"), font_paths=fonts)

    def _compile(self, drawing: Drawing, kind: Format, dots_per_inch: float) -> list[bytes]:
        from typst import TypstError

        inputs = {name: _json(content) for name, content in drawing.inputs(self.faces).items()}
        made = datetime.datetime.combine(drawing.date, datetime.time(), datetime.UTC)
        try:
            document, warnings = self._compiler.compile_with_warnings(
                resource("templates", drawing.template),
                format=kind,
                ppi=dots_per_inch if kind == "png" else None,
                sys_inputs=inputs,
                pdf_standards="a-2b" if kind == "pdf" else [],
                timestamp=made,
                pdf_tags=drawing.tagged,
            )
        except TypstError as fault:
            raise _glyph_fault(fault, drawing) or fault from None
        _refuse_replaced_fonts(warnings)
        return list(document) if isinstance(document, list) else [document or b""]


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _refuse_replaced_fonts(warnings: Sequence[TypstWarning]) -> None:
    """A wrong family name is replaced silently by the typesetter, and paper would look different on every machine."""
    for warning in warnings:
        if UNKNOWN_FONT in warning.message:
            raise FontUnknown(warning.message)


def _glyph_fault(fault: TypstError, drawing: Drawing) -> CharacterMissing | None:
    """What the typesetter says of a character that the faces lack in some combination, said of the text that it stands in."""
    if NO_GLYPH not in fault.message:
        return None
    for text in drawing.texts:
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


def _as_named(face: Face, fonts: Fonts) -> Face | None:
    """The face under the family name by which the typesetter knows its file; None where it cannot use it."""
    for known in fonts.fonts():
        if known.path is not None and Path(known.path).name == face.path.name and known.index == face.place:
            return replace(face, families=frozenset({known.family}))
    return None
