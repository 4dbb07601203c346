"""The ranking sheet as Word tables: a head of two levels that repeats on every page, a table for each part of the width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tracker.reports.column_widths import Part
from tracker.reports.faces import bundled_faces
from tracker.reports.paper_fit import fit_width
from tracker.reports.sheet import Column, RankingSheet, SheetRow
from tracker.reports.sheet_measures import SheetMeasures, Style

TWIPS = 20
"""Of a point."""
ROWS = (14.5, 20.0)
"""The least and the greatest height of a row, in pt."""
ABOVE, HEAD = 96.0, 54.0
"""What usually stands over a table, and its head, in pt: rows are as high as leaves the table on one page, if it can be."""
SUBTOTAL, TOTAL = "E8E8E8", "D6D6D6"
OUTER, BAND, HAIR = (11, "000000"), (6, "000000"), (2, "969696")
"""Rules: their widths in eighths of a point, and their colours."""


def table_elements(sheet: RankingSheet, room: tuple[float, float], style_id: str | None) -> list[Any]:
    """The tables for a page whose width and height have so much `room` in pt, one for each part of the indicators.

    Their texts have the paragraph style of that id.
    """
    width, height = room
    measures = SheetMeasures(sheet, bundled_faces())
    style, parts = fit_width(measures, width)
    row = (height - ABOVE - HEAD) / max(1, sum(1 for _ in sheet.rows()))
    form = _Form(style, style_id, min(row, ROWS[1]) if row >= ROWS[0] else sum(ROWS) / 2)
    return [_Table(measures, part, form).element() for part in parts]


@dataclass(frozen=True, slots=True)
class _Form:
    """How the tables look: the style of type, the paragraph style, the height of a row in pt."""

    style: Style
    style_id: str | None
    row: float


class _Table:
    """Builds one table; Word's elements must come in its schema's order."""

    def __init__(self, measures: SheetMeasures, part: Part, form: _Form) -> None:
        self._sheet, self._part, self._style_id, self._row_height = measures.sheet, part, form.style_id, form.row
        self._half_points = round(form.style.size * 2)
        self._leads = measures.leads
        self._start, self._end = measures.spans[part.first][0], measures.spans[part.last - 1][1]
        self._bands = measures.sheet.bands[part.first : part.last]
        self._columns: Sequence[Column] = measures.sheet.columns[self._start : self._end]

    def element(self) -> Any:
        """The table."""
        table = _element("w:tbl")
        table.append(self._properties())
        grid = _element("w:tblGrid")
        for width in self._part.widths:
            grid.append(_element("w:gridCol", w=round(width * TWIPS)))
        table.append(grid)
        for row in (*self._head(), *self._body()):
            table.append(row)
        return table

    def _properties(self) -> Any:
        properties = _element("w:tblPr")
        properties.append(_element("w:tblW", w=round(self._part.width * TWIPS), type="dxa"))
        properties.append(_element("w:jc", val="center"))
        borders = _element("w:tblBorders")
        for side, (size, colour) in (
            *((side, OUTER) for side in ("top", "left", "bottom", "right")),
            *((side, HAIR) for side in ("insideH", "insideV")),
        ):
            borders.append(_element(f"w:{side}", val="single", sz=size, space=0, color=colour))
        properties.append(borders)
        properties.append(_element("w:tblLayout", type="fixed"))
        margins = _element("w:tblCellMar")
        for side in ("left", "right"):
            margins.append(_element(f"w:{side}", w=40, type="dxa"))
        properties.append(margins)
        properties.append(_element("w:tblDescription", val=self._sheet.title))
        return properties

    def _head(self) -> Iterator[Any]:
        """Two rows: what leads and the bands; under the bands their columns."""
        heads = self._sheet.heads
        rows = self._row(head=True), self._row(head=True)
        for text in filter(None, (heads.position, heads.change, heads.name)):
            for row, cell in zip(rows, self._upright(text), strict=True):
                row.append(cell)
        for band in self._bands:
            if band.heading:
                rows[0].append(self._cell(band.heading, bold=True, span=len(band.columns)))
                rows[1].extend(self._cell(column.heading) for column in band.columns)
            else:
                for row, cell in zip(rows, self._upright(band.columns[0].heading), strict=True):
                    row.append(cell)
        yield from rows

    def _body(self) -> Iterator[Any]:
        for block in self._sheet.blocks:
            for row in block.rows:
                yield self._unit(row)
            if block.subtotal is not None:
                yield self._sum(block.subtotal, SUBTOTAL)
        if self._sheet.total is not None:
            yield self._sum(self._sheet.total, TOTAL)

    def _unit(self, row: SheetRow) -> Any:
        element = self._row()
        element.append(self._cell(row.position, bold=True))
        if self._leads == 3:
            element.append(self._cell(row.change))
        element.append(self._cell(row.name, side="left"))
        for column, text in zip(self._columns, row.cells[self._start : self._end], strict=True):
            element.append(self._cell(text, bold=column.bold, side="center" if column.centred else "right"))
        return element

    def _sum(self, row: SheetRow, fill: str) -> Any:
        element = self._row()
        element.append(self._cell(row.name, bold=True, span=self._leads, side="left", fill=fill))
        for column, text in zip(self._columns, row.cells[self._start : self._end], strict=True):
            element.append(self._cell(text, bold=True, side="center" if column.centred else "right", fill=fill))
        return element

    def _row(self, *, head: bool = False) -> Any:
        row = _element("w:tr")
        properties = _element("w:trPr")
        properties.append(_element("w:cantSplit"))
        properties.append(_element("w:trHeight", val=round(self._row_height * TWIPS), hRule="atLeast"))
        if head:
            properties.append(_element("w:tblHeader"))
        row.append(properties)
        return row

    def _upright(self, text: str) -> tuple[Any, Any]:
        """A heading as high as both levels: its cell in the upper row, and what stands for it in the lower one."""
        cells = self._cell(text, bold=True), self._cell("")
        for cell, how in zip(cells, ("restart", "continue"), strict=True):
            cell.tcPr.insert(0, _element("w:vMerge", val=how))
        return cells

    def _cell(self, text: str, *, bold: bool = False, side: str = "center", span: int = 1, fill: str = "") -> Any:
        cell, properties = _element("w:tc"), _element("w:tcPr")
        if span > 1:
            properties.append(_element("w:gridSpan", val=span))
        if fill:
            properties.append(_element("w:shd", val="clear", color="auto", fill=fill))
        properties.append(_element("w:vAlign", val="center"))
        cell.append(properties)
        cell.append(self._paragraph(text, side, bold=bold))
        return cell

    def _paragraph(self, text: str, side: str, *, bold: bool) -> Any:
        paragraph, properties = _element("w:p"), _element("w:pPr")
        if self._style_id is not None:
            properties.append(_element("w:pStyle", val=self._style_id))
        properties.append(_element("w:jc", val=side))
        paragraph.append(properties)
        if text:
            run, form = _element("w:r"), _element("w:rPr")
            if bold:
                form.append(_element("w:b"))
            form.append(_element("w:sz", val=self._half_points))
            run.append(form)
            for at, line in enumerate(text.split("\n")):
                if at:
                    run.append(_element("w:br"))
                body = _element("w:t")
                body.text = line
                run.append(body)
            paragraph.append(run)
        return paragraph


def _element(name: str, **attributes: object) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element
