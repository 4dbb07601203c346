"""Editing commands go to the text that is being typed, if any: to the editor of a cell, to the find box."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit

STORED_WHEN_LEFT = "storedWhenLeft"
"""The property of a field whose text is in the book once it is left: with nothing typed in it, undo and redo are the book's."""
AVAILABLE: dict[str, Callable[[QLineEdit], bool]] = {"undo": QLineEdit.isUndoAvailable, "redo": QLineEdit.isRedoAvailable}


def focused_field() -> QLineEdit | None:
    """The line with the focus that can be typed into; None if the focus is elsewhere."""
    field = QApplication.focusWidget()
    return field if isinstance(field, QLineEdit) and not field.isReadOnly() else None


def in_field_or(command: str, otherwise: Callable[[], None]) -> Callable[[], None]:
    """A call that does the editing command in the field with the focus, or `otherwise` where there is none."""

    def do() -> None:
        field = focused_field()
        if field is None or (command in AVAILABLE and field.property(STORED_WHEN_LEFT) and not AVAILABLE[command](field)):
            otherwise()
        else:
            _calls(field)[command]()

    return do


def _calls(field: QLineEdit) -> dict[str, Callable[[], None]]:
    return {
        "undo": field.undo,
        "redo": field.redo,
        "cut": field.cut,
        "copy": field.copy,
        "paste": field.paste,
        "paste_values": field.paste,
        "paste_special": field.paste,
        "clear": field.del_,
        "select_all": field.selectAll,
    }
