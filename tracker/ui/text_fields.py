"""Editing commands go to the text that is being typed, if any: to the editor of a cell, to the find box."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

Field = QLineEdit | QPlainTextEdit

STORED_WHEN_LEFT = "storedWhenLeft"
"""The property of a field whose text is in the book once it is left: with nothing typed in it, undo and redo are the book's."""


def focused_field() -> Field | None:
    """The field with the focus that can be typed into; None if the focus is elsewhere."""
    field = QApplication.focusWidget()
    return field if isinstance(field, QLineEdit | QPlainTextEdit) and not field.isReadOnly() else None


def finish_typing_in(root: QWidget) -> None:
    """Let what is being typed somewhere within `root` be stored: its field loses the focus."""
    field = focused_field()
    if field is not None and root.isAncestorOf(field):
        field.clearFocus()


def in_field_or(command: str, otherwise: Callable[[], None]) -> Callable[[], None]:
    """A call that does the editing command in the field with the focus, or `otherwise` where there is none."""

    def do() -> None:
        field = focused_field()
        if field is None or _means_the_book(field, command):
            otherwise()
        else:
            _calls(field)[command]()

    return do


def _means_the_book(field: Field, command: str) -> bool:
    """Whether it is the book's change that is meant: nothing was typed into the text since it was shown."""
    if command not in {"undo", "redo"}:
        return False
    if isinstance(field, QPlainTextEdit):
        document = field.document()
        return not (document.isUndoAvailable() if command == "undo" else document.isRedoAvailable())
    available = field.isUndoAvailable() if command == "undo" else field.isRedoAvailable()
    return bool(field.property(STORED_WHEN_LEFT)) and not available


def _calls(field: Field) -> dict[str, Callable[[], None]]:
    return {
        "undo": field.undo,
        "redo": field.redo,
        "cut": field.cut,
        "copy": field.copy,
        "paste": field.paste,
        "paste_values": field.paste,
        "paste_special": field.paste,
        "clear": field.del_ if isinstance(field, QLineEdit) else field.textCursor().removeSelectedText,
        "select_all": field.selectAll,
    }
