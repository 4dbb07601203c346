"""What is done to a selection of a sheet: copied, cut, pasted, cleared, filled. Each is one change of the book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.ui.clipboard import Origin, from_mime, number_format, origin_of, to_mime
from tracker.ui.clipboard_paste import Places, Plan, beyond, own_lines, places, plan
from tracker.ui.dialogs.paste_questions import ask_to_cut
from tracker.ui.models.sheet import Typing
from tracker.ui.models.sheet_model import Outcome
from tracker.ui.widgets.grid_moves import At, Span
from tracker.ui.widgets.sheet_table import SheetTable


class SheetEdits(QObject):
    """Works on the selection of a table's grid."""

    said = Signal(str)
    """What came of it, for the status bar."""

    def __init__(self, table: SheetTable) -> None:
        super().__init__(table)
        self._grid = table.grid
        self._model = table.model
        self._grid.clear_asked.connect(self.clear)
        self._grid.fill_asked.connect(self.fill)
        self._grid.typed_over.connect(self.type_over)
        self._grid.clipboard_asked.connect(lambda what: self.commands[what]())
        self._grid.refused.connect(self.said)
        # queued: after an edit the hand moves on, and what the status bar tells of the next cell would take its place
        self._model.said.connect(self.said, Qt.ConnectionType.QueuedConnection)

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        """By name of command, as a page tells them."""
        return {
            "copy": self.copy_selection,
            "cut": self.cut,
            "paste": self.paste,
            "clear": self.clear,
            "select_all": self._grid.select_all,
        }

    def copy_selection(self) -> None:
        """Put the selected rectangle on the clipboard and say so."""
        if self._copy() and (span := self._grid.selection.span):
            self.said.emit(tr("Copied {rows} × {columns} cells.", rows=len(span.rows), columns=len(span.columns)))

    def _copy(self) -> bool:
        span, model = self._grid.selection.span, self._model
        if span is None:
            self.said.emit(tr("Several ranges cannot be copied at once. Select one."))
            return False
        decimals = [model.column(column).decimals if column else None for column in span.columns]
        formats = ["" if places is None else number_format(places) for places in decimals]
        block = [[model.plain_text(row, column) for column in span.columns] for row in span.rows]
        texts = tuple(map(tuple, block))
        origin = Origin(tuple(map(model.is_typed_row, span.rows)), tuple(map(model.is_typed_column, span.columns)), texts)
        QApplication.clipboard().setMimeData(to_mime(block, formats=formats, origin=origin))
        return True

    def cut(self) -> None:
        """Copy the selected rectangle, then clear it."""
        if not self._refused() and self._copy():
            self.clear()

    def clear(self) -> None:
        """Empty the selected cells."""
        self._write(Typing(*at, "") for at in self._cells())

    def type_over(self, text: str) -> None:
        """Put one text into every selected cell."""
        self._write(Typing(*at, text) for at in self._cells())

    def paste(self) -> None:
        """Put the clipboard's block over the selection."""
        mime: QMimeData | None = QApplication.clipboard().mimeData()  # None where the owner of the clipboard has gone
        span = self._grid.selection.span
        block = from_mime(mime) if mime is not None else []
        if self._refused():
            return
        if not block or span is None:
            self.said.emit(tr("Select one range to paste to.") if block else tr("There is nothing to paste."))
            return
        origin, typed = origin_of(mime) if mime is not None else None, False
        if origin is not None:
            block, typed = own_lines(block, origin)
        span = Span(span.top, max(span.left, self._model.first_column), span.bottom, span.right)
        found = places(self._model, span, (len(block), len(block[0])), units_only=True, typed_only=typed)
        if not found.rows or not found.columns:
            return
        if (found.rows_cut or found.columns_cut) and not ask_to_cut(self._grid, rows=found.rows_cut, columns=found.columns_cut):
            return
        self._put(plan(self._model, block, found))

    def fill(self, source: Span, target: Span) -> None:
        """Repeat the typed cells of `source` over the rest of `target`."""
        model, rest = self._model, beyond(source, target)
        rows, goal_rows = ([row for row in span.rows if model.is_typed_row(row)] for span in (source, rest))
        columns, goal_columns = ([column for column in span.columns if model.is_typed_column(column)] for span in (source, rest))
        if self._refused():
            return
        if source == target or not (rows and columns and goal_rows and goal_columns):
            self.said.emit(tr("There is nothing to fill from, or only computed cells to fill."))
            return
        block = [[model.edit_text(row, column) for column in columns] for row in rows]
        self._put(plan(model, block, Places(tuple(goal_rows), tuple(goal_columns))), select=False)

    def _put(self, made: Plan, *, select: bool = True) -> None:
        if select:
            self._grid.selection.select(made.span, at=At(made.span.top, made.span.left))
        outcome = self._write(Typing(*at, text) for at, text in made.cells)
        if outcome is None:
            return
        said = [tr("{count} cells changed.", count=outcome.stored)]
        if outcome.refused:
            said.append(tr("{count} could not be taken; they are marked in red.", count=len(outcome.refused)))
            said.append(outcome.refused[0])
        if made.skipped:
            said.append(tr("{count} were skipped, their cells are computed.", count=made.skipped))
        self.said.emit(" ".join(said))

    def _cells(self) -> list[At]:
        """The selected cells in which one types, each once."""
        model = self._model
        found = {
            At(row, column): None
            for span in self._grid.selection.spans
            for column in span.columns
            if model.is_typed_column(column)
            for row in span.rows
            if model.is_typed_row(row)
        }
        return list(found)

    def _refused(self) -> bool:
        """Say why nothing can be written now, if that is so."""
        reason = self._model.locked()
        if reason:
            self.said.emit(reason)
        return bool(reason)

    def _write(self, typings: Iterable[Typing]) -> Outcome | None:
        """Store the texts in one change; None, and the reason is said, where they cannot be."""
        wanted: Sequence[Typing] = list(typings)
        if self._refused():
            return None
        if not wanted:
            self.said.emit(tr("These cells are computed; nothing was changed."))
            return None
        try:
            outcome = self._model.write(wanted)
        except TrackerError as problem:
            self.said.emit(str(problem))
            return None
        if outcome.refused:
            self.said.emit(outcome.refused[0])
        return outcome
