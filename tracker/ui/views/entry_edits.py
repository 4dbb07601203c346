"""What is done to a selection of the entry grid: cleared, filled, typed over. Each is one change of the book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from tracker.errors import TrackerError
from tracker.i18n import mark, tr
from tracker.ui.clipboard_paste import Places, Plan, beyond, plan
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.models.entry_writing import Outcome, Typing
from tracker.ui.months import month_text
from tracker.ui.paste_way import AS_IT_IS, PasteWay, Target, worked
from tracker.ui.widgets.figure_grid import FigureGrid
from tracker.ui.widgets.grid_moves import At, Span


class EntryEdits(QObject):
    """Works on the grid's selection."""

    said = Signal(str)
    """What came of it, for the status bar."""

    def __init__(self, grid: FigureGrid, model: EntryModel) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = model
        grid.clear_asked.connect(self.clear)
        grid.fill_asked.connect(self.fill)
        grid.typed_over.connect(self.type_over)

    def clear(self) -> None:
        """Empty the selected cells; their notes stay."""
        if not self.refused():
            self._write([(at, "") for at in self._cells()], mark("Clear {count} figures, {month}"))

    def type_over(self, text: str) -> None:
        """Put one text into every selected cell."""
        if not self.refused():
            self._write([(at, text) for at in self._cells()], mark("Fill {count} figures, {month}"))

    def fill(self, source: Span, target: Span) -> None:
        """Repeat the typed cells of `source` over the rest of `target`."""
        model, rest = self._model, beyond(source, target)
        if self.refused():
            return
        rows = [row for row in source.rows if model.is_typed_row(row)]
        columns = [column for column in source.columns if model.is_typed_column(column)]
        goal_rows = tuple(row for row in rest.rows if model.is_typed_row(row))
        goal_columns = tuple(column for column in rest.columns if model.is_typed_column(column))
        if source == target or not (rows and columns and goal_rows and goal_columns):
            self.said.emit(tr("There is nothing to fill from, or only computed cells to fill."))
            return
        block = [[model.edit_text(row, column) for column in columns] for row in rows]
        self.carry_out(plan(model, block, Places(goal_rows, goal_columns)), mark("Fill {count} figures, {month}"), select=False)

    def put(self, cells: Sequence[tuple[At, str]], label: str) -> None:
        """Type texts into cells, in one change of that label, and say what came of it."""
        if not self.refused() and (outcome := self._write(cells, label)) is not None:
            self._report(outcome, skipped=0, lost=0)

    def carry_out(self, made: Plan, label: str, *, way: PasteWay = AS_IT_IS, select: bool = True) -> None:
        """Write what was planned, in one change of that label, and say what came of it; `select` the range first."""
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
            if column >= model.first_column and model.is_typed_column(column)
            for row in span.rows
            if model.is_typed_row(row)
        }
        return list(found)

    def refused(self) -> bool:
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
