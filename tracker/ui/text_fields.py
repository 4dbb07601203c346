"""Editing commands go to the text that is being typed, if any: to the editor of a cell, to the find box."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

Field = QLineEdit | QPlainTextEdit


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
        if field is None or _has_none_of_its_own(field, command):
            otherwise()
        else:
            _calls(field)[command]()

    return do


def _has_none_of_its_own(field: Field, command: str) -> bool:
    """Whether it is the book's change that is meant: nothing was typed into the text since it was shown."""
    if not isinstance(field, QPlainTextEdit):
        return False
    document = field.document()
    return (command == "undo" and not document.isUndoAvailable()) or (command == "redo" and not document.isRedoAvailable())


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
