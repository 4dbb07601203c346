"""What the entry page can do, by the names of the window's commands, and which of it a right click offers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tracker.ui.context_menu import LINE
from tracker.ui.models.entry_choice import Way
from tracker.ui.paste_way import ONLY_VALUES

if TYPE_CHECKING:
    from tracker.ui.views.entry_view import EntryView

CELL_MENU = (
    *("cut", "copy", "paste", "paste_values", "paste_special", LINE),
    *("clear", "fill_down", "fill_right", LINE),
    *("note", "explain", LINE),
    *("take_suggestion", "accept_hint"),
)
"""The commands of the menu of a cell."""

HARMLESS = frozenset({"copy", "select_all", "find_text", "explain", "arrange_columns", "usual_columns"})
"""What can be done where nothing may be written."""


class EntryCommands:
    """The page's deeds; asks its parts whether they make sense now."""

    def __init__(self, view: EntryView) -> None:
        self._view = view
        grid, edits, clipboard, finding = view.grid, view.edits, view.clipboard, view.finding
        self.table: dict[str, Callable[[], None]] = {
            "copy": clipboard.copy_selection,
            "cut": clipboard.cut,
            "paste": clipboard.paste,
            "paste_values": partial(clipboard.paste, ONLY_VALUES),
            "paste_special": clipboard.paste_special,
            "clear": edits.clear,
            "fill_down": partial(grid.fill_from_edge, down=True),
            "fill_right": partial(grid.fill_from_edge, down=False),
            "note": lambda: view.notes.edit(view.current_spot()),
            "explain": view.explain.turn,
            "select_all": grid.select_all,
            "find_text": partial(finding.open, to_replace=False),
            "replace_text": partial(finding.open, to_replace=True),
            "find_next": partial(finding.move, 1),
            "find_previous": partial(finding.move, -1),
            **{f"turn_{way}": partial(view.choosing.turn, way) for way in Way},
            "show_all_lines": view.choosing.show_all_lines,
            "arrange_columns": view.columns.arrange,
            "usual_columns": view.columns.usual,
        }

    def can(self, command: str) -> bool:
        """Whether the command makes sense now."""
        view = self._view
        if command == "show_all_lines":
            return view.model.sheet is not None and view.model.choice.is_filtered
        sheet = view.model.sheet
        if sheet is None or view.grid.selection.at.row < 0:
            return False
        if command == "note":
            return view.notes.can_edit(sheet, view.current_spot())
        if command in ("find_next", "find_previous"):
            return view.finding.can_move()
        return command in HARMLESS or command.startswith("turn_") or not view.model.locked()
