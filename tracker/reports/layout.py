"""What the Typst template draws, as JSON: every length worked out, every line broken, every page filled; lengths in pt."""

from __future__ import annotations

from typing import Any

from tracker.reports.column_widths import Part
from tracker.reports.faces import Faces
from tracker.reports.page_plan import AS_OF, CONTINUED, NOTE_PITCH, NOTE_SIZE, NOTES_GAP, TITLE_LINE, Page, PagePlan
from tracker.reports.paper_fit import BOTTOM, SIDES, TOP, fit, fit_title, subtitle_face, title_face
from tracker.reports.ruler import Ruler
from tracker.reports.sheet import RankingSheet
from tracker.reports.sheet_measures import NAME_PADDING, SheetMeasures, Style

LONGEST_SIGNING, SHORTEST_SIGNING, SIGN_GAP = 90.0, 60.0, 12.0
"""How long a line to sign on is, in pt, at most and where there is room; what stands free between two signatures."""
ANNEX = 24.0
"""The height, in pt, of the line that says which annex a sheet is."""


def lay_out(sheet: RankingSheet, faces: Faces, *, as_table: bool = True, annex: str = "") -> dict[str, Any]:
    """The drawing of the sheet in those faces, its rows as a table or (quicker, but nothing for a screen reader) by columns.

    `annex` is what stands above its title where it belongs to another document, whose page numbers then run on.
    """
    measures = SheetMeasures(sheet, faces)
    fitted = fit(measures)
    size, title = fit_title(sheet.title, title_face(sheet, faces), fitted.paper, portrait=fitted.portrait)
    title_height = size * TITLE_LINE * len(title)
    above = ANNEX if annex else 0.0
    plan = PagePlan(measures, fitted, above + title_height + AS_OF)
    width, height = fitted.size
    return {
        "language": sheet.language,
        "as_table": as_table,
        "families": _families(sheet, faces),
        "paper": {"width": width, "height": height, "sides": SIDES, "top": TOP, "bottom": BOTTOM},
        "title": {"text": sheet.title, "lines": title, "size": size, "pitch": size * TITLE_LINE, "height": title_height},
        "annex": {"text": annex, "height": above},
        "as_of": {"text": sheet.as_of, "height": AS_OF},
        "units_of_measure": sheet.units_of_measure,
        "continued": {"text": sheet.continued, "height": CONTINUED},
        "size": fitted.style.size,
        "parts": [_part(plan, part, fitted.style) for part in fitted.parts],
        "pages": [_page(plan, page) for page in plan.pages()],
        "notes": {"heading": sheet.notes_heading, "texts": sheet.notes, "size": NOTE_SIZE, "pitch": NOTE_PITCH, "gap": NOTES_GAP},
        "signatures": [{"role": sign.role, "name": sign.name} for sign in sheet.signatures],
        "signing": _signing(sheet, faces, fitted.usable),
        "office": sheet.office,
        "dated": sheet.dated,
        "date": [sheet.date.year, sheet.date.month, sheet.date.day],
        "footer": {"left": sheet.office, "page_of": sheet.page_of, "right": sheet.date_made},
    }


def _signing(sheet: RankingSheet, faces: Faces, usable: float) -> dict[str, Any]:
    """How long the lines to sign on are, and whether office and day stand apart, under the signatures."""
    ruler, count = Ruler(faces.serif), max(1, len(sheet.signatures))
    words = ruler.widest(sign.role + sign.name for sign in sheet.signatures) * NOTE_SIZE + SIGN_GAP
    beside = (usable - ruler.em(f"{sheet.office}　{sheet.dated}") * NOTE_SIZE) / count - words
    apart = beside < SHORTEST_SIGNING
    room = usable / count - words if apart else beside
    return {"line": max(SHORTEST_SIGNING / 2, min(LONGEST_SIGNING, room)), "apart": apart}


def _families(sheet: RankingSheet, faces: Faces) -> dict[str, list[str]]:
    """The families of each role, with what stands in for characters that the first one lacks."""
    serif = faces.serif.family
    return {
        "sans": list(dict.fromkeys([faces.text.family, faces.sans.family])),
        "serif": [serif],
        "heading": list(dict.fromkeys([(faces.heading or faces.sans_bold).family, faces.sans.family])),
        "title": list(dict.fromkeys([title_face(sheet, faces).family, serif])),
        "subtitle": list(dict.fromkeys([subtitle_face(sheet, faces).family, serif])),
    }


def _part(plan: PagePlan, part: Part, style: Style) -> dict[str, Any]:
    """The head and the columns of a part. Figures are centred as a block, so that they line up and stand under their heading."""
    measures, heads = plan.measures, plan.measures.sheet.heads
    bands = measures.sheet.bands[part.first : part.last]
    columns = [
        {"centred": measures.sheet.columns[at].centred, "bold": measures.sheet.columns[at].bold, "inset": (width - text) / 2}
        for at, width, text in _figure_columns(measures, part, style)
    ]
    return {
        "widths": part.widths,
        "leading": [head.split("\n") for head in (heads.position, heads.change, heads.name) if head],
        "bands": [
            {
                "lines": measures.heading(band, width - 2 * style.padding),
                "columns": [one.heading.split("\n") for one in band.columns],
            }
            for band, width in zip(bands, plan.band_widths(part), strict=True)
        ],
        "columns": columns,
        "head_heights": plan.head_heights(part),
        "name_inset": NAME_PADDING,
    }


def _figure_columns(measures: SheetMeasures, part: Part, style: Style) -> list[tuple[int, float, float]]:
    """(column of the sheet, its width, the width of its widest figure) for every column of figures."""
    columns = range(measures.spans[part.first][0], measures.spans[part.last - 1][1])
    widths = part.widths[measures.leads :]
    return [(at, width, measures.text(at, style)) for at, width in zip(columns, widths, strict=True)]


def _page(plan: PagePlan, page: Page) -> dict[str, Any]:
    part, spans = plan.fit.parts[page.part], plan.measures.spans
    start, end = spans[part.first][0], spans[part.last - 1][1]
    opening = ("continued" if page.part else "title") if page.first else ""
    rows = [
        {
            "kind": line.kind.value,
            "height": line.height,
            "position": line.row.position,
            "change": line.row.change,
            "name": line.name,
            "cells": line.row.cells[start:end],
        }
        for line in page.lines
    ]
    return {"part": page.part, "opening": opening, "rows": rows, "closing": page.closing}
