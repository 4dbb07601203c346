"""What a figure is compared with while it is typed or pointed at: last month, the same month of last year, what "=…" comes to."""

from __future__ import annotations

from html import escape

from tracker.domain.amount import format_number
from tracker.domain.parsing import read_amount
from tracker.i18n import tr
from tracker.metrics.row import Rates
from tracker.ui.models.cells import Cell, Comparison
from tracker.ui.models.columns import Part, Subject
from tracker.ui.models.entry_figures import plain_text
from tracker.ui.models.entry_writing import earlier_this_year, is_calculation


def ghosts(subject: Subject, figures: Rates) -> list[Comparison]:
    """The figures before this one, those that there are."""
    decimals = subject.decimals
    if subject.part is Part.CUMULATIVE:
        earlier = (
            earlier_this_year(figures) if figures.cumulative is not None and figures.cumulative != figures.month_value else None
        )
        pairs = [(tr("To last month"), earlier), (tr("Last year to date"), figures.last_year)]
    else:
        pairs = [(tr("Last month"), figures.month_before), (tr("Same month last year"), figures.same_month)]
    return [Comparison(word, format_number(value, decimals)) for word, value in pairs if value is not None]


def comparisons(subject: Subject, figures: Rates, text: str) -> list[Comparison]:
    """What to show beside the editor: what the text is read as where it says something else, or why it cannot be read."""
    reading = read_amount(text, unit=subject.indicator.unit, decimals=subject.indicator.decimals)
    if reading.reason:
        # A calculation is wrong until it is finished: that is no reason to shout.
        return ghosts(subject, figures) if is_calculation(text) else [Comparison(reading.reason, bad=True)]
    found: list[Comparison] = []
    if reading.value is not None:
        if text.strip() != plain_text(subject, reading.value):
            found.append(Comparison(tr("Makes"), format_number(reading.value, subject.decimals)))
        if subject.part is Part.CUMULATIVE:
            month = reading.value - earlier_this_year(figures)
            found.append(Comparison(tr("Month"), format_number(month, subject.decimals)))
    return found + ghosts(subject, figures)


def cell_tooltip(subject: Subject, figures: Rates, cell: Cell) -> str:
    """Rich text: why the cell cannot be read or is to be looked at, its note, the ghosts; "" where there is nothing."""
    indicator = subject.indicator
    reason = read_amount(cell.text, unit=indicator.unit, decimals=indicator.decimals).reason if cell.unreadable else cell.hint
    said = [f"<b>{escape(reason)}</b>"] if reason else []
    if cell.note:
        said.append(escape(cell.note).replace("\n", "<br>"))
    if subject.part in (Part.MONTH, Part.CUMULATIVE):
        said.append("&nbsp;&nbsp; ".join(f"{escape(ghost.word)} <b>{ghost.figure}</b>" for ghost in ghosts(subject, figures)))
    lines = "<br>".join(filter(None, said))
    return f"<div>{lines}</div>" if lines else ""
