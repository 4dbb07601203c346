"""How a file was understood: which cells of it are figures, of whom, of what and when, and what a person must look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.domain.period import Month
from tracker.domain.sender_word import WordKind
from tracker.domain.unit import UnitId
from tracker.exchange.submissions.blocks import Block, blocks_of, has_figures
from tracker.exchange.submissions.captions import is_of_another_thing
from tracker.exchange.submissions.context import Context, context_of, differing
from tracker.exchange.submissions.facts import Facts, Remark, SentFigure
from tracker.exchange.submissions.grid import Grid, grid_of
from tracker.exchange.submissions.measure_words import measure_said
from tracker.exchange.submissions.names import Names
from tracker.exchange.submissions.own_form import OwnForm, contradiction, mark_sheet, own_form
from tracker.exchange.submissions.rows import RowReader
from tracker.exchange.submissions.sheet import SentFile, Sheet, address
from tracker.i18n import tr


@dataclass(frozen=True, slots=True)
class UnderstoodColumn:
    """A column of figures as it was understood: its heading, and what it gives; `passed_over` where it gives nothing."""

    heading: str
    facts: Facts
    passed_over: bool


@dataclass(frozen=True, slots=True)
class UnderstoodSheet:
    """A sheet that holds figures: what it says as a whole, and of its columns."""

    name: str
    context: Facts
    sender: str
    columns: tuple[UnderstoodColumn, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """A file: its sheets as they were understood, the figures found, and what was left out or could not be told."""

    file: SentFile
    sheets: tuple[UnderstoodSheet, ...] = ()
    figures: tuple[SentFigure, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def units(self) -> tuple[UnitId, ...]:
        """Whose figures it holds, in the order in which they stand."""
        return tuple(dict.fromkeys(figure.unit for figure in self.figures))


@dataclass(frozen=True, slots=True)
class Told:
    """What a person has told about one file, over what it says itself."""

    unit: UnitId | None = None
    month: Month | None = None


@dataclass(frozen=True, slots=True)
class Usual:
    """What counts where a file does not say: the month of one that names none, the year of a month without one."""

    month: Month | None = None
    year: int | None = None


def understand(file: SentFile, names: Names, *, usual: Usual | None = None, told: Told | None = None) -> Understood:
    """Read the file; nothing is guessed that could be two things: it becomes a remark instead."""
    if file.fault:
        return Understood(file, remarks=(Remark(file.name, file.fault),))
    reading = _Reading(file, names, usual or Usual(), told or Told())
    marked = mark_sheet(file)
    if marked is not None and told is None:
        form = own_form(file, names)
        if isinstance(form, OwnForm):
            about = UnderstoodSheet(form.mark.sheet, Facts(form.unit, month=form.mark.month), form.mark.unit, ())
            if (remark := contradiction(form, file, names)) is not None:
                return Understood(file, (about,), remarks=(remark,))
            return Understood(file, (about,), form.figures)
        reading.remarks.append(form)
    for sheet in file.sheets:
        if sheet.hidden and sheet is not marked and any(map(any, sheet.rows)):
            reading.remark(sheet.name, tr("This sheet is hidden: nothing of it was taken."), sheet.name)
    for sheet in reading.shown:
        reading.read(sheet)
    if not reading.sheets and not reading.remarks:
        reading.remark(file.name, tr("No table of the book's indicators was found in it."), file.own_name)
    return Understood(file, tuple(reading.sheets), tuple(reading.figures), tuple(reading.remarks))


class _Reading:
    """Goes through the sheets of one file."""

    def __init__(self, file: SentFile, names: Names, usual: Usual, told: Told) -> None:
        self._file, self._names, self._usual, self._told = file, names, usual, told
        self.shown = [sheet for sheet in file.sheets if not sheet.hidden and any(map(any, sheet.rows))]
        self.sheets: list[UnderstoodSheet] = []
        self.figures: list[SentFigure] = []
        self.remarks: list[Remark] = []

    def remark(self, where: str, reason: str, text: str = "") -> None:
        """Note what a person should know."""
        self.remarks.append(Remark(where, reason, text))

    def read(self, sheet: Sheet) -> None:
        """Find the tables, what the sheet says of each, then the figures; what the first one's title says holds for all."""
        first: Context | None = None
        for block in blocks_of(sheet, self._names, self._usual.year):
            if first is None:
                first = self._table(sheet, block, None)
            elif block.headless or (block.grid is None and has_figures(block.sheet)):
                self._leave_unnamed(block)
            elif block.grid is not None:
                self._table(sheet, block, first)

    def _table(self, sheet: Sheet, block: Block, first: Context | None) -> Context:
        grid, year = block.grid, self._usual.year
        context = self._context(block.sheet, grid, first)
        if grid is None:
            self._leave_out(sheet, context)
            return context
        if first is not None and is_of_another_thing(context.texts):
            return context
        if context.facts.month is not None and year != context.facts.month.year:
            grid = grid_of(block.sheet, self._names, context.facts.month.year) or grid
        if self._disagree(sheet, context):
            return context
        facts = Facts(self._told.unit, None, self._told.month).over(context.facts)
        reader = RowReader(grid, facts, self._names, sheet)
        self.figures += reader.figures()
        self.remarks += reader.remarks
        self._explain_missing(sheet, context, reader)
        columns = (UnderstoodColumn(one.title, one.facts, one.passed_over) for one in grid.columns if one.heading)
        self.sheets.append(UnderstoodSheet(sheet.name, facts, context.sender, tuple(columns)))
        return context

    def _leave_unnamed(self, block: Block) -> None:
        row, column = next((row, at) for row, texts in enumerate(block.sheet.rows) for at, text in enumerate(texts) if text)
        reason = tr("Another table begins here whose heads are not understood: nothing of it was taken.")
        self.remark(f"{_place(block.sheet)}{address(row, column)}", reason, block.sheet.cell(row, column))

    def _context(self, sheet: Sheet, grid: Grid | None, first: Context | None) -> Context:
        rows = len(sheet.rows) if grid is None else grid.heading.start
        above = [(row, column, text) for row in range(rows) for column, text in enumerate(sheet.rows[row]) if text]
        if grid is not None:  # a single indicator's name may stand in the head alone
            above += [(row, 0, text) for row in grid.heading for text in sheet.rows[row][:1] if text and rows == 0]
        if first is None:
            context = context_of(sheet, self._file, above, self._names, (self._usual.month, self._usual.year))
        else:
            year = first.facts.month.year if first.facts.month else self._usual.year
            nameless = replace(sheet, name=""), SentFile("")
            context = context_of(*nameless, above, self._names, (None, year))
            context = replace(context, facts=context.facts.over(replace(first.facts, indicator=None)))
        if grid is not None and not context.facts.measure:
            below = (text for row in grid.body for text in sheet.rows[row] if text) if first is None else ()
            measure = next((name for text in below if (name := measure_said(text))), "")
            context = replace(context, facts=replace(context.facts, measure=measure))
        return context

    def _leave_out(self, sheet: Sheet, context: Context) -> None:
        """A sheet without a table is left out; alone in its file, it is told of."""
        if len(self.shown) == 1:
            reason = tr("No table of the book's indicators was found in it.")
            self.remark(_place(sheet) or self._file.own_name, reason, context.sender or self._file.own_name)

    def _disagree(self, sheet: Sheet, context: Context) -> bool:
        """Whether the sheet says two things of its month or its unit and nobody has told which is right; it is left out then."""
        found = False
        if self._told.month is None:
            found = self._tell_of(
                sheet, differing(context.months), tr("It speaks of two months: nothing of it was taken. Say which it is.")
            )
        if self._told.unit is None:
            found |= self._tell_of(
                sheet, differing(context.units), tr("It speaks of two units: nothing of it was taken. Say which it is.")
            )
        return found

    def _tell_of(self, sheet: Sheet, places: Sequence[str], reason: str) -> bool:
        for where in places:
            self.remark(where if where in (sheet.name, self._file.own_name) else f"{_place(sheet)}{where}", reason, where)
        return bool(places)

    def _explain_missing(self, sheet: Sheet, context: Context, reader: RowReader) -> None:
        """Say once what no figure of the sheet could be placed for want of."""
        where = _place(sheet) or self._file.own_name
        if "unit" in reader.missing:
            sender = context.sender or self._file.own_name
            reason = tr("No unit of the book is called so: nothing of it was taken.")
            self.remarks.append(Remark(where, reason, sender, word=context.sender, unknown=WordKind.UNIT))
        if "month" in reader.missing:
            reason = tr("It does not say which month it is about: nothing of it was taken. Say which it is.")
            self.remark(where, reason, sheet.name)
        if "indicator" in reader.missing:
            self.remark(where, tr("It does not say which indicator it is about: nothing of it was taken."), sheet.name)


def _place(sheet: Sheet) -> str:
    """What comes before a cell's name: "表1!", nothing in a file of text."""
    return f"{sheet.name}!" if sheet.name else ""
