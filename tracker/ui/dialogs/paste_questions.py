"""What a paste asks before it writes: where the lines of a block are meant to go, and whether a too large one may be cut off."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from tracker.i18n import tr


def ask_how_to_place(parent: QWidget, *, rows: int, columns: int) -> bool | None:
    """Whether a block goes only into cells that are typed; False for cell by cell, None to give up."""
    box = _box(
        parent,
        tr(
            "The block has {rows} × {columns} cells and would run over subtotals or computed columns.", rows=rows, columns=columns
        ),
    )
    box.setInformativeText(
        tr("If it holds only figures that are typed here, leave those out; if it is laid out like this grid, go cell by cell.")
    )
    typed = box.addButton(tr("Only into typed cells"), QMessageBox.ButtonRole.AcceptRole)
    each = box.addButton(tr("Cell by cell"), QMessageBox.ButtonRole.AcceptRole)
    chosen = _ask(box, typed)
    return None if chosen not in (typed, each) else chosen is typed


def ask_to_cut(parent: QWidget, *, rows: int, columns: int) -> bool:
    """Whether to paste what fits of a block that has so many rows and columns too many."""
    if rows and columns:
        what = tr("{rows} rows and {columns} columns", rows=rows, columns=columns)
    else:
        what = tr("{count} rows", count=rows) if rows else tr("{count} columns", count=columns)
    box = _box(parent, tr("The block is larger than the grid from here on: {what} have no place.", what=what))
    fits = box.addButton(tr("Paste what fits"), QMessageBox.ButtonRole.AcceptRole)
    return _ask(box, fits) is fits


def _box(parent: QWidget, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(tr("Paste"))
    box.setText(text)
    return box


def _ask(box: QMessageBox, default: QPushButton) -> object:
    """The button that was pressed."""
    box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(default)
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    return pressed
