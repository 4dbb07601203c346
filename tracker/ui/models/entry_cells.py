"""The cells of an entry sheet as they are painted and read aloud."""

from __future__ import annotations

from dataclasses import replace

from tracker.i18n import tr
from tracker.ui.models.cells import Cell, CellKind, HeaderBlock, NameCell
from tracker.ui.models.columns import Subject
from tracker.ui.models.entry_choice import Way
from tracker.ui.models.entry_figures import figure_cell
from tracker.ui.models.entry_lines import Line
from tracker.ui.models.entry_sheet import EntrySheet


def make_cell(sheet: EntrySheet, row: int, at: int) -> Cell:
    """The cell where a line and a column meet; blank and computed where its unit is not listed in its month."""
    line, column, subject = sheet.lines[row], sheet.column(at), sheet.subject(row, at)
    figures = sheet.figures(row, at)
    if line.unit is None:
        if subject is None or figures is None:
            return Cell("", CellKind.GROUP, block_end=column.last)
        return figure_cell(subject, figures, CellKind.GROUP, block_end=column.last)
    if subject is None or figures is None:
        return Cell("", CellKind.COMPUTED, block_end=column.last)
    if not subject.typed:
        cell = figure_cell(subject, figures, CellKind.COMPUTED, block_end=column.last)
        hint = sheet.hints.get((line.unit.id, subject.indicator.id, subject.month), "") if subject.carries_hints else ""
        return replace(cell, hint=hint) if hint else cell
    return _marked(sheet, line, subject, figure_cell(subject, figures, CellKind.TYPED, block_end=column.last))


def _marked(sheet: EntrySheet, line: Line, subject: Subject, cell: Cell) -> Cell:
    """The cell of a typed figure with what is known of it beside its value."""
    if line.unit is None:
        return cell
    place, marks = (line.unit.id, subject.indicator.id), sheet.marks.of(subject.month)
    note, unreadable = marks.notes.get(place, ""), marks.unreadable.get(place, "")
    hint = sheet.hints.get((*place, subject.month), "")
    locked = sheet.book.read_only or sheet.marks.is_published(subject.month)
    if unreadable:
        return Cell(unreadable, unreadable=True, hint=hint, note=note, locked=locked, block_end=cell.block_end)
    return replace(cell, hint=hint, note=note, locked=locked) if hint or note or locked else cell


def name_cell(sheet: EntrySheet, row: int) -> NameCell:
    """The name at the line's left: a unit's, with a tag where it has not reported in the month in view, or an indicator's."""
    line = sheet.lines[row]
    if line.heads is not None:
        subtotal = tr("{count} units, subtotal", count=line.size)
        detail = subtotal if sheet.has_total else tr("{count} indicators", count=line.size)
        return NameCell(line.name, CellKind.GROUP, detail=detail, folded=line.folded)
    if line.indicator is not None:
        return NameCell(line.name, detail=line.indicator.unit)
    reported = line.unit is None or not line.unit.listed_in(sheet.month) or sheet.marks.of(sheet.month).has_reported(line.unit.id)
    return NameCell(line.name, tag="" if reported else tr("not reported"))


def total_cell(sheet: EntrySheet, at: int) -> Cell | NameCell:
    """The county's cell in a column, its name in the first one."""
    if at == 0:
        return NameCell(tr("County total"), CellKind.TOTAL, detail=tr("{count} units", count=sheet.lines.units))
    subject, figures = sheet.column(at).subject(None), sheet.county(at)
    if subject is None or figures is None:
        return Cell("", CellKind.TOTAL)
    return figure_cell(subject, figures, CellKind.TOTAL)


def header_block(sheet: EntrySheet, at: int) -> HeaderBlock | None:
    """The words over a column; over the names, what the whole sheet is of. None over the names of a month's sheet."""
    if at:
        column, block = sheet.column(at), sheet.block(at)
        return HeaderBlock(column.block, column.measure, block[0], block[-1])
    of, group = sheet.layout.indicator, sheet.layout.group
    if of is not None:
        return HeaderBlock(of.name, of.unit, 0, 0)
    unit = sheet.layout.unit
    return HeaderBlock(unit.name, group.name if group is not None else "", 0, 0) if unit is not None else None


def header_word(sheet: EntrySheet, at: int) -> str:
    """The word right over a column."""
    if at:
        return sheet.column(at).title
    return tr("Indicator") if sheet.way is Way.INDICATORS_MONTHS else tr("Unit")


def full_title(sheet: EntrySheet, row: int | None, at: int) -> str:
    """A column in one line; in a `row` with that line's indicator, for people who hear the screen and for the status bar."""
    column = sheet.column(at)
    subject = column.subject(sheet.lines[row].indicator if row is not None else None)
    if sheet.way is Way.UNITS_INDICATORS and subject is not None:
        return subject.full_title
    return tr("{title}, {part}", title=column.block, part=column.title) if column.part is not None else column.title


def spoken_cell(sheet: EntrySheet, row: int, at: int, cell: Cell) -> str:
    """The cell as it is read aloud: whose it is, of what, what it shows and why to look again."""
    text = tr("{text}, cannot be read", text=cell.text) if cell.unreadable else cell.text or tr("blank")
    text = f"{text}, {cell.hint}" if cell.hint else text
    return f"{sheet.lines[row].name}, {full_title(sheet, row, at)}: {text}"
