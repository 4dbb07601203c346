"""The clipboard of the entry grid: a selection is copied and cut, a block is pasted where it belongs."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication

from tracker.i18n import mark, tr
from tracker.ui.clipboard import Block, Origin, from_mime, number_format, origin_of, to_mime
from tracker.ui.clipboard_paste import Places, crosses_computed, own_lines, places, plan
from tracker.ui.dialogs.paste_questions import ask_how_to_place, ask_to_cut
from tracker.ui.dialogs.paste_special import PasteSpecialDialog
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.paste_way import AS_IT_IS, PasteWay
from tracker.ui.views.entry_edits import EntryEdits
from tracker.ui.widgets.figure_grid import FigureGrid
from tracker.ui.widgets.grid_moves import Span


class EntryClipboard(QObject):
    """Reads and writes the clipboard; what is pasted and cut is an edit like any other."""

    def __init__(self, grid: FigureGrid, model: EntryModel, edits: EntryEdits) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = model
        self._edits = edits
        grid.clipboard_asked.connect(self._use_clipboard)

    def _use_clipboard(self, what: str) -> None:
        {"copy": self.copy_selection, "cut": self.cut, "paste": self.paste}[what]()

    def copy_selection(self) -> None:
        """Put the selected rectangle on the clipboard and say so."""
        if self._copy() and (span := self._grid.selection.span):
            self._edits.said.emit(tr("Copied {rows} × {columns} cells.", rows=len(span.rows), columns=len(span.columns)))

    def _copy(self) -> bool:
        """Whether there was one rectangle to put there."""
        span = self._grid.selection.span
        if span is None:
            self._edits.said.emit(tr("Several ranges cannot be copied at once. Select one."))
            return False
        columns = [column for column in span.columns if column >= self._model.first_column]
        formats = [number_format(self._decimals(column, span)) for column in columns]
        typed = [self._model.is_typed_column(column) for column in columns]
        if span.left < self._model.first_column:
            formats, typed = ["", *formats], [False, *typed]
        block = [[self._model.plain_text(row, column) for column in span.columns] for row in span.rows]
        texts = tuple(tuple(self._typed_text(row, column) for column in span.columns) for row in span.rows)
        origin = Origin(tuple(self._model.is_typed_row(row) for row in span.rows), tuple(typed), texts)
        QApplication.clipboard().setMimeData(to_mime(block, formats=formats, origin=origin))
        return True

    def _decimals(self, column: int, span: Span) -> int:
        """The most decimals in the column's selected cells, which in a unit's year differ from line to line."""
        subjects = (self._model.subject(row, column) for row in span.rows)
        return max((subject.decimals for subject in subjects if subject is not None), default=0)

    def _typed_text(self, row: int, column: int) -> str:
        """What the cell would be filled with elsewhere: the calculation that was typed, else the figure in full."""
        model = self._model
        typed = column >= model.first_column and model.is_typed_column(column) and model.is_typed_row(row)
        return model.edit_text(row, column) if typed else model.plain_text(row, column)

    def cut(self) -> None:
        """Copy the selected rectangle, then clear it."""
        if not self._edits.refused() and self._copy():
            self._edits.clear()

    def paste(self, way: PasteWay = AS_IT_IS) -> None:
        """Put the clipboard's block over the selection."""
        mime: QMimeData | None = QApplication.clipboard().mimeData()  # None where the owner of the clipboard has gone
        span = self._grid.selection.span
        block = from_mime(mime) if mime is not None else []
        if self._edits.refused():
            return
        if not block or span is None:
            self._edits.said.emit(tr("Select one range to paste to.") if block else tr("There is nothing to paste."))
            return
        block, found = self._place(block, span, origin_of(mime) if mime is not None else None, way)
        if found is None or not found.rows or not found.columns:
            return
        if (found.rows_cut or found.columns_cut) and not ask_to_cut(self._grid, rows=found.rows_cut, columns=found.columns_cut):
            return
        self._edits.carry_out(plan(self._model, block, found), mark("Paste {count} figures, {month}"), way=way)

    def paste_special(self) -> None:
        """Ask in which way to paste, then paste."""
        dialog = PasteSpecialDialog(self._grid)
        if not self._edits.refused() and dialog.exec():
            self.paste(dialog.way)
        dialog.deleteLater()

    def _place(self, block: Block, span: Span, origin: Origin | None, way: PasteWay) -> tuple[Block, Places | None]:
        """Where the block goes, and what of it; asks where one from elsewhere would run over computed cells, None to give up."""
        if origin is not None:
            block, typed = own_lines(block if way.values else [list(row) for row in origin.texts], origin)
            left = max(span.left, self._model.first_column) if typed else span.left
            span = Span(span.top, left, span.bottom, span.right)
            block = way.turned(block)
            return block, self._places(block, span, units_only=any(origin.units), typed_only=typed)
        block = way.turned(block)
        found = self._places(block, span, units_only=False, typed_only=False)
        if len(block) == len(block[0]) == 1 or not crosses_computed(self._model, found):
            return block, found
        only_typed = ask_how_to_place(self._grid, rows=len(block), columns=len(block[0]))
        if only_typed:
            found = self._places(block, span, units_only=True, typed_only=True)
        return block, None if only_typed is None else found

    def _places(self, block: Block, span: Span, *, units_only: bool, typed_only: bool) -> Places:
        return places(self._model, span, (len(block), len(block[0])), units_only=units_only, typed_only=typed_only)
