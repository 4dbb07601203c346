"""What a figure is compared with while it is typed or pointed at: last month, the same month of last year, what "=…" comes to."""

from __future__ import annotations

from html import escape

from tracker.domain.amount import format_number
from tracker.domain.parsing import read_amount
from tracker.i18n import tr
from tracker.metrics.row import Row
from tracker.ui.models.cells import Comparison
from tracker.ui.models.columns import Column, Part
from tracker.ui.models.entry_figures import plain_text
from tracker.ui.models.entry_writing import earlier_this_year, is_calculation


def ghosts(column: Column, figures: Row) -> list[Comparison]:
    """The figures before this one, those that there are."""
    decimals = column.decimals
    if column.part is Part.CUMULATIVE:
        earlier = (
            earlier_this_year(figures) if figures.cumulative is not None and figures.cumulative != figures.month_value else None
        )
        pairs = [(tr("To last month"), earlier), (tr("Last year to date"), figures.last_year)]
    else:
        pairs = [(tr("Last month"), figures.month_before), (tr("Same month last year"), figures.same_month)]
    return [Comparison(word, format_number(value, decimals)) for word, value in pairs if value is not None]


def comparisons(column: Column, figures: Row, text: str) -> list[Comparison]:
    """What to show beside the editor: what the text is read as where it says something else, or why it cannot be read."""
    reading = read_amount(text, unit=column.indicator.unit, decimals=column.indicator.decimals)
    if reading.reason:
        # A calculation is wrong until it is finished: that is no reason to shout.
        return ghosts(column, figures) if is_calculation(text) else [Comparison(reading.reason, bad=True)]
    found: list[Comparison] = []
    if reading.value is not None:
        if text.strip() != plain_text(column, reading.value):
            found.append(Comparison(tr("Makes"), format_number(reading.value, column.decimals)))
        if column.part is Part.CUMULATIVE:
            month = reading.value - earlier_this_year(figures)
            found.append(Comparison(tr("Month"), format_number(month, column.decimals)))
    return found + ghosts(column, figures)


def tooltip(column: Column, figures: Row, *, reason: str = "", note: str = "") -> str:
    """Rich text: why the cell cannot be read or is to be looked at, its note, the ghosts; "" where there is nothing."""
    said = [f"<b>{escape(reason)}</b>"] if reason else []
    if note:
        said.append(escape(note).replace("\n", "<br>"))
    if column.part is not Part.COMPLETION:
        said.append("&nbsp;&nbsp; ".join(f"{escape(ghost.word)} <b>{ghost.figure}</b>" for ghost in ghosts(column, figures)))
    lines = "<br>".join(filter(None, said))
    return f"<div>{lines}</div>" if lines else ""
