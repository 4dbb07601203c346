"""Which paper and which size of type hold the sheet: A4, else A3, else A3 with the indicators in several parts."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.reports.column_widths import DUST, Part, parts_of
from tracker.reports.faces import Faces
from tracker.reports.font_file import Face
from tracker.reports.ruler import Ruler
from tracker.reports.sheet import Paper, RankingSheet
from tracker.reports.sheet_measures import SheetMeasures, Style

MM = 72 / 25.4
SIDES, TOP, BOTTOM = 13 * MM, 14 * MM, 16 * MM
SIZES = {Paper.A4: (297 * MM, 210 * MM), Paper.A3: (420 * MM, 297 * MM)}
STYLES = (Style(9.0, 4.0), Style(8.8, 3.4), Style(8.6, 2.6))
"""The body's styles (小五), the roomiest that fits is taken; 8.6 pt is what the eye still reads in a row of thirty figures."""
"""Width and height of the paper as it lies; upright the other way round."""
TITLE_SIZES = {Paper.A4: (20.0, 19.0, 18.0), Paper.A3: (22.0, 21.0, 20.0, 19.0, 18.0)}


@dataclass(frozen=True, slots=True)
class Fit:
    """The paper, the style and the parts; `usable` is the width between the margins, `text_height` the height, in pt."""

    paper: Paper
    style: Style
    parts: list[Part]
    portrait: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """The paper's width and height."""
        return paper_size(self.paper, portrait=self.portrait)

    @property
    def usable(self) -> float:
        """The width between the margins."""
        return usable(self.paper, portrait=self.portrait)

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return self.size[1] - TOP - BOTTOM


def fit(measures: SheetMeasures) -> Fit:
    """The smallest paper and the roomiest style that hold every column; on the largest paper, in several parts if need be."""
    wanted, portrait = measures.sheet.paper, measures.sheet.portrait
    papers = [Paper.A4, Paper.A3] if wanted is Paper.FITTING else [wanted]
    for paper in papers:
        for style in STYLES:
            width = usable(paper, portrait=portrait)
            parts = parts_of(measures, style, width)
            if len(parts) == 1 and _fits(parts, width):
                return Fit(paper, style, parts, portrait)
    return Fit(papers[-1], *fit_width(measures, usable(papers[-1], portrait=portrait)), portrait)


def fit_width(measures: SheetMeasures, width: float) -> tuple[Style, list[Part]]:
    """The fewest parts of at most `width` pt, in the roomiest style that needs no more of them."""
    tries = [(style, parts_of(measures, style, width)) for style in STYLES]
    fewest = min(len(parts) for _, parts in tries)
    style, parts = next((style, parts) for style, parts in tries if len(parts) == fewest)
    while not _fits(parts, width):  # one indicator is too wide by itself: its amounts have a dozen digits
        style = Style(style.size * 0.97, style.padding * 0.97)
        parts = parts_of(measures, style, width)
    return style, parts


def _fits(parts: list[Part], width: float) -> bool:
    return max(part.width for part in parts) <= width + DUST


def paper_size(paper: Paper, *, portrait: bool = False) -> tuple[float, float]:
    """The paper's width and height, in pt."""
    width, height = SIZES[paper]
    return (height, width) if portrait else (width, height)


def usable(paper: Paper, *, portrait: bool = False) -> float:
    """The width between the margins, in pt."""
    return paper_size(paper, portrait=portrait)[0] - 2 * SIDES


def fit_title(title: str, face: Face, paper: Paper, *, portrait: bool = False) -> tuple[float, list[str]]:
    """The largest size, in pt, at which the title is one line; else 18 pt and lines of about the same length."""
    ruler, width = Ruler(face), usable(paper, portrait=portrait)
    for size in TITLE_SIZES[paper]:
        if ruler.em(title) * size <= width:
            return size, [title]
    smallest = TITLE_SIZES[paper][-1]
    return smallest, ruler.wrap(title, width * 0.9 / smallest)


def title_face(sheet: RankingSheet, faces: Faces) -> Face:
    """The user's own 小标宋 where it has every character of the title, for two faces in a title would look like a mistake."""
    own = faces.title
    return own if own is not None and all(map(own.has, sheet.title)) else faces.serif_bold


def subtitle_face(sheet: RankingSheet, faces: Faces) -> Face:
    """Likewise the user's own 仿宋, else the serif."""
    own = faces.subtitle
    return own if own is not None and all(map(own.has, sheet.as_of)) else faces.serif
