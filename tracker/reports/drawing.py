"""A document made ready for the typesetter: the template that draws it, what the template is given, what must have a face."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tracker.reports.faces import Faces
from tracker.reports.layout import lay_out
from tracker.reports.sheet import RankingSheet

RANKING = "ranking.typ"
MOST_TABLE_CELLS = 5_000
"""Up to so many cells the rows are a table, tagged for screen readers; of larger sheets the tags would be most of the file."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """`template` is a file of resources/templates; `inputs` are what it reads as JSON, by name, worked out for the faces.

    `texts` is everything that is printed, `date` the file's date: equal drawings give equal bytes. `title_face`, `body_face`: see
    PrintSetup.
    """

    template: str
    texts: tuple[str, ...]
    date: datetime.date
    inputs: Callable[[Faces], Mapping[str, object]]
    tagged: bool = True
    title_face: str = ""
    body_face: str = ""


def sheet_drawing(sheet: RankingSheet, *, most_table_cells: int = MOST_TABLE_CELLS) -> Drawing:
    """The ranking sheet by itself."""
    as_table = is_tagged(sheet, most_table_cells)

    def inputs(faces: Faces) -> Mapping[str, object]:
        return {"sheet": lay_out(sheet, faces, as_table=as_table)}

    return Drawing(RANKING, tuple(sheet.texts()), sheet.date, inputs, as_table, sheet.title_face, sheet.body_face)


def is_tagged(sheet: RankingSheet, most_table_cells: int = MOST_TABLE_CELLS) -> bool:
    """Whether the sheet is small enough to be a table that a screen reader can walk."""
    return sum(1 for _ in sheet.rows()) * len(sheet.columns) <= most_table_cells
