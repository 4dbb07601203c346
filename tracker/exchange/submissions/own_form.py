"""Reads a form that the office itself handed out: its hidden sheet says of whom, of when, and which cell is which figure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from tracker.domain.form_mark import HEAD, SHEET, FormCell, FormMark, mark_of
from tracker.domain.indicator import IndicatorId
from tracker.domain.measure import is_known
from tracker.domain.unit import UnitId
from tracker.exchange.submissions.facts import Remark, SentFigure
from tracker.exchange.submissions.month_words import month_in
from tracker.exchange.submissions.names import Names
from tracker.exchange.submissions.sheet import SentFile, Sheet, address
from tracker.exchange.submissions.words import Basis
from tracker.i18n import tr


@dataclass(frozen=True, slots=True)
class OwnForm:
    """A form's mark, its unit, and its figures in the order of their cells."""

    mark: FormMark
    unit: UnitId
    figures: tuple[SentFigure, ...]


def mark_sheet(file: SentFile) -> Sheet | None:
    """The sheet that holds the mark of a form of ours; None in any other file."""
    return next((sheet for sheet in file.sheets if sheet.name == SHEET and sheet.cell(0, 0) == HEAD), None)


def own_form(file: SentFile, names: Names) -> OwnForm | Remark:
    """The form's figures; a remark that says why it cannot be taken as a form: altered, another book's, of what is gone."""
    hidden = mark_sheet(file)
    mark = mark_of(hidden.rows) if hidden is not None else None
    if mark is None:
        return Remark(SHEET, tr("The form's hidden sheet was altered: it is read as any other sheet, please check it."))
    if mark.book != names.book:
        return Remark(SHEET, tr("The form is another book's: it is read as any other sheet, please check it."))
    unit = names.unit_codes.get(mark.unit)
    sheet = next((one for one in file.sheets if one.name == mark.sheet), None)
    if unit is None or sheet is None:
        return Remark(SHEET, tr("The form's unit or sheet is gone: it is read as any other sheet, please check it."))
    placed = [(cell, names.indicator_codes.get(cell.indicator)) for cell in mark.cells]
    if not all(indicator is not None and _stands_beside(indicator, cell, sheet, names) for cell, indicator in placed):
        return Remark(SHEET, tr("The form's rows were moved: it is read as any other sheet, please check it."))
    figures = (_figure(mark, unit, indicator, (cell, sheet)) for cell, indicator in placed if indicator is not None)
    return OwnForm(mark, unit, tuple(figure for figure in figures if figure.text))


def contradiction(form: OwnForm, file: SentFile, names: Names) -> Remark | None:
    """What speaks against the form: its file's name speaks of another month or unit, as where an old form was filled in anew."""
    stem = PurePosixPath(file.own_name).stem
    month, unit = month_in(stem, year=form.mark.month.year), names.unit_within(stem)
    if month not in {None, form.mark.month}:
        reason = tr(
            "The form is that of {month}, the file’s name speaks of {other}: nothing of it was taken.",
            month=form.mark.month,
            other=month,
        )
        return Remark(file.own_name, reason, file.own_name)
    if unit not in {None, form.unit}:
        reason = tr("The form is that of another unit than the file’s name speaks of: nothing of it was taken.")
        return Remark(file.own_name, reason, file.own_name)
    return None


def _stands_beside(indicator: IndicatorId, cell: FormCell, sheet: Sheet, names: Names) -> bool:
    """Whether the row of the cell still names the indicator."""
    return any(names.indicator(sheet.cell(cell.row, column)) == indicator for column in range(cell.column))


def _figure(mark: FormMark, unit: UnitId, indicator: IndicatorId, at: tuple[FormCell, Sheet]) -> SentFigure:
    cell, sheet = at
    basis = Basis.CUMULATIVE if cell.is_cumulative else Basis.MONTH
    where = f"{sheet.name}!{address(cell.row, cell.column)}"
    measure = next((text for at in range(cell.column) if is_known(text := sheet.cell(cell.row, at))), "")
    return SentFigure(unit, indicator, mark.month, basis, sheet.cell(cell.row, cell.column), measure, where)
