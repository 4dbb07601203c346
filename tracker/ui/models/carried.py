"""What the program carries of others, as the file THIRD-PARTY.md lists it, which lies beside the resources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.resources import resources_dir


@dataclass(frozen=True, slots=True)
class Carried:
    """One component, who made it, and under which licence it is."""

    what: str
    by: str
    licence: str


def carried() -> list[Carried]:
    """The rows of the file's table; none where the file did not come along."""
    file = resources_dir().parent / "THIRD-PARTY.md"
    return list(_rows(file.read_text(encoding="utf-8"))) if file.is_file() else []


def _rows(text: str) -> Iterator[Carried]:
    lines = [line for line in text.splitlines() if line.startswith("|")]
    for line in lines[2:]:  # after the headings and the rule under them
        what, by, licence = (cell.strip().replace("`", "") for cell in line.strip("|").split("|"))
        yield Carried(what, by, licence)
