"""How a chart looks: the colours of a scheme, and the language that its words are in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tracker.i18n import tr as spoken
from tracker.reports.wording import tr as on_paper

PIXELS_PER_INCH = 96
"""Sizes are given in pixels of the screen at 100 %: 96 to the inch."""

Words = Callable[..., str]


@dataclass(frozen=True)
class Palette:
    """A scheme's colours. `series` are told apart by dash and marker too; `behind` and `ahead` are the ends of a heat map."""

    base: str
    text: str
    text2: str
    text3: str
    line: str
    line2: str
    control: str
    accent: str
    accent_soft: str
    good: str
    warn: str
    warn_soft: str
    bad: str
    behind: str
    ahead: str
    series: tuple[str, ...]


LIGHT = Palette(
    base="#FFFFFF",
    text="#1A1F24",
    text2="#4A535C",
    text3="#5C6670",
    line="#E4E7EA",
    line2="#C9CFD5",
    control="#7D868F",
    accent="#1F5C99",
    accent_soft="#DCE8F4",
    good="#1B6B3A",
    warn="#8A5100",
    warn_soft="#FFF0D1",
    bad="#B3261E",
    behind="#C8691E",
    ahead="#2E6FAE",
    series=("#1F5C99", "#A76E00", "#0D2431", "#2AA37C", "#4C3F0F"),
)
DARK = Palette(
    base="#24292E",
    text="#E8EBEE",
    text2="#B4BDC6",
    text3="#9DA7B0",
    line="#343B42",
    line2="#4C565F",
    control="#7C8791",
    accent="#7DB5EA",
    accent_soft="#27425C",
    good="#7CCB96",
    warn="#F0BD68",
    warn_soft="#43361C",
    bad="#F59B92",
    behind="#C8691E",
    ahead="#2E6FAE",
    series=("#7DB5EA", "#C98F2B", "#F2F4F6", "#2B8C70", "#E3D28C"),
)
PAPER = replace(LIGHT, text="#000000", text2="#262B30", text3="#3F474F", line="#D5D9DD", line2="#A9B0B7", control="#6B747C")
"""On paper: writing is black, and what is quiet is dark enough for an old laser."""


@dataclass(frozen=True)
class Look:
    """A palette, the words' language, what the county is called there (全县), and whether the picture carries its own title."""

    palette: Palette
    tr: Words = spoken
    county: str = ""
    titled: bool = True

    def name(self, subject_name: str) -> str:
        """The name as it is shown: one line, the county's where it is empty."""
        return " ".join(subject_name.split()) or self.county or self.tr("The whole county")


def paper_look(county: str = "") -> Look:
    """The look of a document: on white, in the county's own language."""
    return Look(PAPER, on_paper, county)


def screen_look(*, dark: bool, county: str = "", titled: bool = True) -> Look:
    """The look of the window, in its language."""
    return Look(DARK if dark else LIGHT, spoken, county, titled)
