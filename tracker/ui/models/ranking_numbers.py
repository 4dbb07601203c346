"""Which number of the ranking a cell stands for: its own, or the one that it draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.ui.models.ranking_lines import Line

if TYPE_CHECKING:
    from tracker.ui.models.ranking_board import Board

DRAWN = {"bar": "completion", "light": "gap", "sparkline": "month_value"}
"""Columns that draw the number of another one."""
OF_UNITS = ("rank", "move")


def number_key(board: Board, line: Line, key: str) -> str:
    """The column with the number that a cell stands for; a name and what a total has not stand for what units are ranked by."""
    found = DRAWN.get(key, key)
    without = found in ("unit", "rest") or (found in OF_UNITS and line.unit is None)
    return board.order.key if without else found
