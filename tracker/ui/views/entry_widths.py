"""How wide the columns of the entry grid are: by the tokens, wider where the county's total or the header needs it."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics

from tracker.ui.models.cells import CellKind, NameCell
from tracker.ui.models.columns import Part
from tracker.ui.models.entry_figures import figure_cell
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.theme import BODY, SMALL, cell_font, dp, font
from tracker.ui.widgets.cell_name import width_of
from tracker.ui.widgets.cell_painting import PADDING, Kit

AMOUNTS = {Part.MONTH: 76, Part.CUMULATIVE: 84, Part.COMPLETION: 68}
COUNTS = {Part.MONTH: 56, Part.CUMULATIVE: 56, Part.COMPLETION: 68}
MOST_DIGITS_OF_A_COUNT = 3
WIDEST_TITLE = 240
NAMES, WIDEST_NAMES = 160, 280


def column_widths(model: EntryModel) -> list[int]:
    """The widths in px of the columns from the first figure on."""
    words = QFontMetrics(font(SMALL, bold=True))
    widths: list[int] = []
    for at in range(model.first_column, model.last_column + 1):
        column = model.column(at)
        least = dp((COUNTS if _counts(model, at) else AMOUNTS)[column.part])
        title = words.horizontalAdvance(column.title) + 2 * dp(PADDING) + 1
        widths.append(max(least, title, room_for_total(model, at)))
    return _with_room_for_titles(model, widths)


def names_width(model: EntryModel, kit: Kit) -> int:
    """The width in px of the column of names."""
    cells = (model.any_cell(row, 0) for row in range(model.last_row + 1))
    widest = max((width_of(kit, cell) for cell in cells if isinstance(cell, NameCell)), default=0)
    return max(dp(NAMES), min(widest, dp(WIDEST_NAMES)))


def room_for_total(model: EntryModel, at: int) -> int:
    """How wide a column must be for the county's total."""
    return QFontMetrics(cell_font(bold=True)).horizontalAdvance(_total(model, at)) + 2 * dp(PADDING) + 1


def _total(model: EntryModel, at: int) -> str:
    return figure_cell(model.column(at), model.county(at), CellKind.TOTAL).text


def _counts(model: EntryModel, at: int) -> bool:
    """Whether the column's indicator counts a few things: 个, 家."""
    block = model.block(at)
    amounts = [place for place in block if model.column(place).part is not Part.COMPLETION]
    return model.column(at).indicator.decimals == 0 and all(
        len(_total(model, place)) <= MOST_DIGITS_OF_A_COUNT for place in amounts
    )


def _with_room_for_titles(model: EntryModel, widths: list[int]) -> list[int]:
    """Widen the columns of an indicator whose name and unit of measure are longer than they are together."""
    bold, small = QFontMetrics(font(BODY, bold=True)), QFontMetrics(font(SMALL))
    for at in range(model.first_column, model.last_column + 1):
        column = model.column(at)
        if not column.first:
            continue
        name = min(bold.horizontalAdvance(column.indicator.name), dp(WIDEST_TITLE))
        wanted = name + small.horizontalAdvance(column.indicator.unit) + dp(4 + 2 * 8)
        block = [place - model.first_column for place in model.block(at)]
        missing = wanted - sum(widths[place] for place in block)
        for place in block:
            widths[place] += max(0, -(-missing // len(block)))
    return widths
