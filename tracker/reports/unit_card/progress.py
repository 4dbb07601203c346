"""The card's first part: how far every indicator is, with a bar against the pace."""

from __future__ import annotations

from tracker.metrics.row import Row
from tracker.reports.ranking_columns import NOTHING, Field, IndicatorColumns, change_mark
from tracker.reports.unit_card.content import Name, ProgressRow, Table
from tracker.reports.wording import one_line, tr

AMOUNTS = (Field.TARGET, Field.MONTH, Field.CUMULATIVE, Field.COMPLETION)


def progress_table(number: str) -> Table:
    """The section's headings."""
    heads = (
        tr("Indicator"),
        tr("Target"),
        tr("Month’s own"),
        tr("Cumulative"),
        tr("Completion %"),
        tr("Bar: done; line: pace"),
        tr("Against pace"),
        tr("YoY %"),
        tr("Rank"),
        tr("Up or down"),
    )
    return Table(tr("{number} How far it is", number=number), heads)


def progress_row(columns: IndicatorColumns, row: Row) -> ProgressRow:
    """An indicator's line; what means nothing for its kind is a dash."""
    texts = dict(zip(columns.fields, columns.row_cells(row), strict=True))
    amounts = tuple(texts.get(field, NOTHING) for field in AMOUNTS)
    gap, yoy = (texts.get(field, NOTHING) for field in (Field.GAP, Field.YOY))
    place = NOTHING if row.rank is None else f"{row.rank}/{row.ranked}"
    return ProgressRow(
        name_of(columns),
        (amounts[0], amounts[1], amounts[2], amounts[3]),
        None if row.completion is None else float(row.completion),
        None if row.pace is None or row.completion is None else float(row.pace),
        (gap, yoy, place, change_mark(row.rank_change) or NOTHING),
    )


def name_of(columns: IndicatorColumns) -> Name:
    """The indicator's name and unit of measure."""
    return Name(one_line(columns.indicator.name), one_line(columns.indicator.unit))
