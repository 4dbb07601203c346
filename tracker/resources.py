"""A bundled file's path, from a source checkout, an installed package or the PyInstaller bundle."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal


def resources_dir() -> Path:
    """The folder that holds icons, fonts, templates, translations and the sample county."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) / "resources" if bundle else Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of one bundled file or folder, such as resource("templates", "ranking.typ")."""
    return resources_dir().joinpath(*parts)


@dataclass(frozen=True)
class Typeface:
    """A family of the Chinese type that is carried, and the files of its two weights."""

    family: str
    regular: Path
    bold: Path


@cache
def typeface(style: Literal["sans", "serif"]) -> Typeface:
    """The carried Chinese type of a style; its name depends on where set-up found it ("Noto Sans CJK SC", "Noto Sans SC").

    FileNotFoundError where set-up has not run.
    """
    face = json.loads(resource("fonts", "fonts.json").read_text(encoding="utf-8"))[style]
    return Typeface(face["family"], resource("fonts", face["regular"]), resource("fonts", face["bold"]))
