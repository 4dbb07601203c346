"""How wide the columns of the entry grid are by themselves: by the tokens, wider where figures or the header need it."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics

from tracker.ui.models.cells import NameCell
from tracker.ui.models.columns import Part
from tracker.ui.models.entry_cells import total_cell
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.theme import BODY, SMALL, cell_font, dp, font
from tracker.ui.widgets.cell_name import width_of
from tracker.ui.widgets.cell_painting import PADDING, Kit

AMOUNTS = {Part.MONTH: 76, Part.CUMULATIVE: 84, Part.TARGET: 84, Part.COMPLETION: 68}
COUNTS = {Part.MONTH: 56, Part.CUMULATIVE: 56, Part.TARGET: 56, Part.COMPLETION: 68}
MOST_DIGITS_OF_A_COUNT = 3
WIDEST_TITLE = 240
NAMES, WIDEST_NAMES = 160, 280


def column_widths(model: EntryModel) -> list[int]:
    """The widths in px of the columns from the first figure on."""
    words = QFontMetrics(font(SMALL, bold=True))
    widths: list[int] = []
    for at in range(model.first_column, model.last_column + 1):
        column = model.column(at)
        least = dp((COUNTS if _counts(model, at) else AMOUNTS)[column.part or Part.MONTH])
        title = words.horizontalAdvance(column.title) + 2 * dp(PADDING) + 1
        widths.append(max(least, title, room_for_figures(model, at)))
    return _with_room_for_titles(model, _evened(model, widths))


def names_width(model: EntryModel, kit: Kit) -> int:
    """The width in px of the column of names."""
    cells = (model.any_cell(row, 0) for row in range(model.last_row + 1))
    widest = max((width_of(kit, cell) for cell in cells if isinstance(cell, NameCell)), default=0)
    return max(dp(NAMES), min(widest, dp(WIDEST_NAMES)))


def room_for_figures(model: EntryModel, at: int) -> int:
    """How wide a column must be for the county's total, the widest figure in it; without a total, for every figure."""
    metrics = QFontMetrics(cell_font(bold=True))
    return max(map(metrics.horizontalAdvance, _texts(model, at)), default=0) + 2 * dp(PADDING) + 1


def room_for_all(model: EntryModel, at: int) -> int:
    """How wide a column must be for its title and each of its figures."""
    metrics = QFontMetrics(cell_font(bold=True))
    texts = {cell.text for row in range(model.last_row + 1) if not (cell := model.cell(row, at)).unreadable}
    title = QFontMetrics(font(SMALL, bold=True)).horizontalAdvance(model.column(at).title)
    return (
        max([title, room_for_figures(model, at) - 2 * dp(PADDING), *map(metrics.horizontalAdvance, texts)]) + 2 * dp(PADDING) + 1
    )


def _texts(model: EntryModel, at: int) -> list[str]:
    sheet = model.here
    if sheet.has_total:
        return [total_cell(sheet, at).text]
    return [cell.text for row in range(model.last_row + 1) if not (cell := model.cell(row, at)).unreadable]


def _counts(model: EntryModel, at: int) -> bool:
    """Whether the column's indicator counts a few things: 个, 家."""
    indicator = model.column(at).indicator
    if indicator is None or indicator.decimals:
        return False
    places = [place for place in range(1, model.last_column + 1) if model.column(place).indicator == indicator]
    amounts = [place for place in places if model.column(place).part is not Part.COMPLETION]
    return all(len(text) <= MOST_DIGITS_OF_A_COUNT for place in amounts for text in _texts(model, place))


def _evened(model: EntryModel, widths: list[int]) -> list[int]:
    """The months of a year equally wide: they are one row of figures."""
    months = [at for at in range(len(widths)) if model.column(at + 1).part is None]
    widest = max((widths[at] for at in months), default=0)
    return [widest if at in months else width for at, width in enumerate(widths)]


def _with_room_for_titles(model: EntryModel, widths: list[int]) -> list[int]:
    """Widen the columns of a block whose title and unit of measure are longer than they are together."""
    bold, small = QFontMetrics(font(BODY, bold=True)), QFontMetrics(font(SMALL))
    for at in range(model.first_column, model.last_column + 1):
        column = model.column(at)
        if not column.first:
            continue
        title = min(bold.horizontalAdvance(column.block), dp(WIDEST_TITLE))
        wanted = title + small.horizontalAdvance(column.measure) + dp(4 + 2 * 8)
        block = [place - model.first_column for place in model.here.block(at)]
        missing = wanted - sum(widths[place] for place in block)
        for place in block:
            widths[place] += max(0, -(-missing // len(block)))
    return widths
