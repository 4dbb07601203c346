"""What is done to a selection of the entry grid: copied, cut, pasted, cleared, filled. Each is one change of the book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication

from tracker.errors import TrackerError
from tracker.i18n import mark, tr
from tracker.ui.clipboard import Block, Origin, from_mime, number_format, origin_of, to_mime
from tracker.ui.clipboard_paste import Places, Plan, beyond, crosses_computed, own_lines, places, plan
from tracker.ui.dialogs.paste_questions import ask_how_to_place, ask_to_cut
from tracker.ui.dialogs.paste_special import PasteSpecialDialog
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.models.entry_writing import Outcome, Typing
from tracker.ui.months import month_text
from tracker.ui.paste_way import AS_IT_IS, PasteWay, Target, worked
from tracker.ui.session import Session
from tracker.ui.widgets.figure_grid import FigureGrid
from tracker.ui.widgets.grid_moves import At, Span


class EntryEdits(QObject):
    """Works on the grid's selection."""

    said = Signal(str)
    """What came of it, for the status bar."""

    def __init__(self, grid: FigureGrid, model: EntryModel, session: Session) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = model
        self._session = session
        grid.clear_asked.connect(self.clear)
        grid.fill_asked.connect(self.fill)
        grid.typed_over.connect(self.type_over)
        grid.clipboard_asked.connect(self._use_clipboard)

    def _use_clipboard(self, what: str) -> None:
        {"copy": self.copy_selection, "cut": self.cut, "paste": self.paste}[what]()

    def copy_selection(self) -> None:
        """Put the selected rectangle on the clipboard and say so."""
        if self._copy() and (span := self._grid.selection.span):
            self.said.emit(tr("Copied {rows} × {columns} cells.", rows=len(span.rows), columns=len(span.columns)))

    def _copy(self) -> bool:
        """Whether there was one rectangle to put there."""
        span = self._grid.selection.span
        if span is None:
            self.said.emit(tr("Several ranges cannot be copied at once. Select one."))
            return False
        columns = [column for column in span.columns if column >= self._model.first_column]
        formats = [number_format(self._decimals(column, span)) for column in columns]
        typed = [self._model.is_typed(column) for column in columns]
        if span.left < self._model.first_column:
            formats, typed = ["", *formats], [False, *typed]
        block = [[self._model.plain_text(row, column) for column in span.columns] for row in span.rows]
        texts = tuple(tuple(self._typed_text(row, column) for column in span.columns) for row in span.rows)
        origin = Origin(tuple(self._model.is_unit(row) for row in span.rows), tuple(typed), texts)
        QApplication.clipboard().setMimeData(to_mime(block, formats=formats, origin=origin))
        return True

    def _decimals(self, column: int, span: Span) -> int:
        """The most decimals in the column's selected cells, which in a unit's year differ from line to line."""
        subjects = (self._model.subject(row, column) for row in span.rows)
        return max((subject.decimals for subject in subjects if subject is not None), default=0)

    def _typed_text(self, row: int, column: int) -> str:
        """What the cell would be filled with elsewhere: the calculation that was typed, else the figure in full."""
        model = self._model
        typed = column >= model.first_column and model.is_typed(column) and model.is_unit(row)
        return model.edit_text(row, column) if typed else model.plain_text(row, column)

    def cut(self) -> None:
        """Copy the selected rectangle, then clear it."""
        if not self._refused() and self._copy():
            self.clear()

    def clear(self) -> None:
        """Empty the selected cells; their notes stay."""
        if not self._refused():
            self._write([(at, "") for at in self._cells()], mark("Clear {count} figures, {month}"))

    def type_over(self, text: str) -> None:
        """Put one text into every selected cell."""
        if not self._refused():
            self._write([(at, text) for at in self._cells()], mark("Fill {count} figures, {month}"))

    def paste(self, way: PasteWay = AS_IT_IS) -> None:
        """Put the clipboard's block over the selection."""
        mime: QMimeData | None = QApplication.clipboard().mimeData()  # None where the owner of the clipboard has gone
        span = self._grid.selection.span
        block = from_mime(mime) if mime is not None else []
        if self._refused():
            return
        if not block or span is None:
            self.said.emit(tr("Select one range to paste to.") if block else tr("There is nothing to paste."))
            return
        block, found = self._place(block, span, origin_of(mime) if mime is not None else None, way)
        if found is None or not found.rows or not found.columns:
            return
        if (found.rows_cut or found.columns_cut) and not ask_to_cut(self._grid, rows=found.rows_cut, columns=found.columns_cut):
            return
        self._put(plan(self._model, block, found), mark("Paste {count} figures, {month}"), way=way)

    def paste_special(self) -> None:
        """Ask in which way to paste, then paste."""
        dialog = PasteSpecialDialog(self._grid)
        if not self._refused() and dialog.exec():
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

    def fill(self, source: Span, target: Span) -> None:
        """Repeat the typed cells of `source` over the rest of `target`."""
        model, rest = self._model, beyond(source, target)
        if self._refused():
            return
        rows = [row for row in source.rows if model.is_unit(row)]
        columns = [column for column in source.columns if model.is_typed(column)]
        goal_rows = tuple(row for row in rest.rows if model.is_unit(row))
        goal_columns = tuple(column for column in rest.columns if model.is_typed(column))
        if source == target or not (rows and columns and goal_rows and goal_columns):
            self.said.emit(tr("There is nothing to fill from, or only computed cells to fill."))
            return
        block = [[model.edit_text(row, column) for column in columns] for row in rows]
        self._put(plan(model, block, Places(goal_rows, goal_columns)), mark("Fill {count} figures, {month}"), select=False)

    def put(self, cells: Sequence[tuple[At, str]], label: str) -> None:
        """Type texts into cells, in one change of that label, and say what came of it."""
        if not self._refused() and (outcome := self._write(cells, label)) is not None:
            self._report(outcome, skipped=0, lost=0)

    def _put(self, made: Plan, label: str, *, way: PasteWay = AS_IT_IS, select: bool = True) -> None:
        if select:
            at = At(made.span.top, max(made.span.left, self._model.first_column))
            self._grid.selection.select(made.span, at=at)
        cells, lost = self._worked(made, way) if way != AS_IT_IS else (made.cells, 0)
        outcome = self._write(cells, label) if cells or not made.cells else Outcome(0, 0)
        if outcome is not None:
            self._report(outcome, skipped=made.skipped, lost=lost)

    def _worked(self, made: Plan, way: PasteWay) -> tuple[Sequence[tuple[At, str]], int]:
        """The texts that the way of pasting makes of those given, and how many could not be added."""
        done = [(at, worked(way, text, self._target(at))) for at, text in made.cells]
        return [(at, one.text) for at, one in done if one.text is not None], sum(one.lost for _, one in done)

    def _target(self, at: At) -> Target:
        subject, value = self._model.subject(*at), self._model.value(*at)
        amount = value if isinstance(value, Decimal) else None
        unit, decimals = (subject.indicator.unit, subject.indicator.decimals) if subject is not None else ("", 0)
        return Target(unit, decimals, amount, self._model.cell(*at).unreadable)

    def _report(self, outcome: Outcome, *, skipped: int, lost: int) -> None:
        """Say what came of a paste or a fill."""
        said = [tr("{count} cells changed.", count=outcome.changed)]
        if outcome.unreadable:
            said.append(tr("{count} could not be read; they are marked in red.", count=outcome.unreadable))
        if lost:
            said.append(tr("{count} could not be read and were not added.", count=lost))
        if skipped:
            said.append(tr("{count} were skipped, their cells are computed.", count=skipped))
        if outcome.refused:
            said.append(tr("{count} were skipped, nothing can be typed there in that month.", count=outcome.refused))
        self.said.emit(" ".join(said))

    def _cells(self) -> list[At]:
        """The selected cells in which one types, each once."""
        model = self._model
        found = {
            At(row, column): None
            for span in self._grid.selection.spans
            for column in span.columns
            if column >= model.first_column and model.is_typed(column)
            for row in span.rows
            if model.is_unit(row)
        }
        return list(found)

    def _refused(self) -> bool:
        """Say why nothing can be written now, if that is so."""
        reason = self._model.locked()
        if reason:
            self.said.emit(reason)
        return bool(reason)

    def _write(self, cells: Sequence[tuple[At, str]], label: str) -> Outcome | None:
        """Store the texts in a change of that label; None, and the reason is said, where none of them can be."""
        typings = [typing for at, text in cells if (typing := self._model.typing(*at, text)) is not None]
        if not typings:
            reasons = (self._model.refusal(*at) for at, _ in cells)
            self.said.emit(next(filter(None, reasons), tr("These cells are computed; nothing was changed.")))
            return None
        try:
            outcome = self._model.write(typings, tr(label, count=len(typings), month=self._period(typings)))
        except TrackerError as problem:
            self.said.emit(str(problem))
            return None
        return replace(outcome, refused=len(cells) - len(typings))

    def _period(self, typings: Sequence[Typing]) -> str:
        """The month or months that are written, for the change's label."""
        first, last = (which(typing.subject.month for typing in typings) for which in (min, max))
        return month_text(first) if first == last else tr("{first} to {last}", first=month_text(first), last=month_text(last))
