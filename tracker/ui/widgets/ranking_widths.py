"""How wide the ranking's columns are: what their texts need and a share of what is left; what repeats a figure gives way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics

from tracker.ui import theme
from tracker.ui.models.ranking_columns import Column, Paint
from tracker.ui.models.ranking_lines import Line
from tracker.ui.theme import dp
from tracker.ui.widgets.ranking_cells import PADDING
from tracker.ui.widgets.ranking_header import SORT_ROOM


def widths(columns: Sequence[Column], lines: Sequence[Line], available: int) -> list[int]:
    """The width of each column, 0 for one that gave way; together `available`, or more where what stays needs it."""
    needed = [needed_width(column, lines) for column in columns]
    for at in sorted((at for at in range(len(columns)) if columns[at].spare), key=lambda at: (columns[at].spare, -at)):
        if sum(needed) > available:
            needed[at] = 0
    shares = [column.grows if width else 0 for column, width in zip(columns, needed, strict=True)]
    left, parts = max(0, available - sum(needed)), sum(shares)
    if not parts:
        return needed
    found, given = [], 0
    for at, (width, share) in enumerate(zip(needed, shares, strict=True)):
        upto = left * sum(shares[: at + 1]) // parts
        found.append(width + upto - given)
        given = upto if share else given
    return found


def needed_width(column: Column, lines: Sequence[Line]) -> int:
    """What the column's title and the longest text of `lines` need, and never less than its least."""
    title = QFontMetrics(theme.font(12, bold=True)).horizontalAdvance(column.title)
    widest = title + dp(SORT_ROOM if column.value is not None else 0)
    if column.numeric or column.paint is Paint.NAME:
        metrics = QFontMetrics(theme.font(15 if column.paint is Paint.RATE else 14, bold=True))
        longest = max((column.text(line) for line in lines), key=len, default="")
        widest = max(widest, metrics.horizontalAdvance(longest))
    return max(dp(column.narrow), widest + dp(2 * PADDING))
