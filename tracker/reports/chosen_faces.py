"""The faces that an office chose by their family’s name, found among those that this machine has installed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from tracker.domain.print_setup import OWN_FACE
from tracker.reports.drawing import Drawing
from tracker.reports.faces import Faces, font_files, font_folders, readable, with_installed
from tracker.reports.font_file import Face, families_of
from tracker.reports.sheet import RankingSheet


@cache
def installed_families() -> Mapping[str, tuple[Path, ...]]:
    """The families that this machine has installed, by any of their names, as they were when first asked for."""
    return families_in(font_folders())


def families_in(folders: Iterable[Path]) -> Mapping[str, tuple[Path, ...]]:
    """The files in those folders that hold a family, by each of its names; what cannot be read is left out."""
    found: dict[str, dict[Path, None]] = {}
    for path in sorted(font_files(folders)):
        try:
            faces = families_of(path)
        except (OSError, ValueError):
            continue
        for name in frozenset[str]().union(*faces):
            found.setdefault(name, {})[path] = None
    return {name: tuple(paths) for name, paths in found.items()}


def find_family(family: str) -> tuple[Face | None, Face | None]:
    """The regular face and the bold one of an installed family; a bold one alone stands for both. None where there is none."""
    faces = [face for path in installed_families().get(family, ()) if (face := readable(path, family)) is not None]
    plainest = sorted(faces, key=lambda face: (face.bold, len(face.path.stem), face.path))  # not the slanted, not the narrow
    return next(iter(plainest), None), next((face for face in plainest if face.bold), None)


def chosen_faces(bundled: Faces, title: str, body: str) -> Faces:
    """The program's faces with those that the office chose (see PrintSetup); without its choice the user's own for titles."""
    faces = bundled if title == OWN_FACE else with_installed(bundled)
    if title and title != OWN_FACE:
        faces = replace(faces, title=find_family(title)[0])
    regular, bold = find_family(body) if body else (None, None)
    return replace(faces, body=regular, body_bold=bold)


def missing_families(document: RankingSheet | Drawing) -> list[str]:
    """The faces that the office chose for the document and this machine has not installed."""
    chosen = [family for family in (document.title_face, document.body_face) if family not in {"", OWN_FACE}]
    return [family for family in dict.fromkeys(chosen) if family not in installed_families()]
