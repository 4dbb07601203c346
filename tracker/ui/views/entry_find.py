"""查找和替换 on the entry grid: walks through what is found, replaces it, counts it while the hand types on."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from tracker.domain.amount import format_number
from tracker.i18n import mark, tr
from tracker.ui.models.entry_finding import Wanted, matches
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.views.entry_edits import EntryEdits
from tracker.ui.widgets.figure_grid import FigureGrid
from tracker.ui.widgets.find_bar import FindBar
from tracker.ui.widgets.grid_moves import At, Span

SLICE = 0.015
"""Seconds of searching between two looks at what the user does: a nation's grid takes longer than a keystroke may."""


class EntryFind(QObject):
    """The places found are kept, and looked for anew whenever what is shown has changed."""

    def __init__(self, grid: FigureGrid, model: EntryModel, edits: EntryEdits) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = model
        self._edits = edits
        self.bar = FindBar()
        self._within: list[Span] = []
        self._found: list[At] = []
        self._rest: Iterator[At] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look_on)
        self.bar.changed.connect(self._begin)
        self.bar.selection_only.toggled.connect(self._keep_selection)
        self.bar.moved.connect(self.move)
        self.bar.replaced.connect(self._replace)
        self.bar.closed.connect(self.close)
        model.dataChanged.connect(self._begin_if_open)
        model.modelReset.connect(self._forget_selection)
        grid.selection_moved.connect(self._show_count)

    def open(self, *, to_replace: bool) -> None:
        """Open the bar; where more than one cell is selected, only those are looked through, as in Excel."""
        fresh = not self.bar.isVisible()
        self.bar.open(to_replace=to_replace)
        if fresh:
            self.bar.selection_only.setChecked(self._grid.selection.many)
        self._begin()

    def close(self) -> None:
        """Close the bar and go back to the grid."""
        self.bar.hide()
        self._soon.stop()
        self._grid.setFocus()

    def can_move(self) -> bool:
        """Whether there is something to go on to."""
        return bool(self.bar.text.text()) and self._grid.editing.editor is None

    @property
    def _wanted(self) -> Wanted:
        return Wanted(self.bar.text.text(), whole=self.bar.whole.isChecked(), to_replace=self.bar.to_replace)

    def _keep_selection(self, only: bool) -> None:
        self._within = self._grid.selection.spans if only else []
        self._begin()

    def _forget_selection(self) -> None:
        """Rows and columns are others now."""
        self._within = []
        self.bar.selection_only.setChecked(False)
        self._begin_if_open()

    def _begin_if_open(self) -> None:
        if self.bar.isVisible():
            self._begin()

    def _begin(self) -> None:
        self._found = []
        self._rest = matches(self._model, self._wanted, self._within)
        self._soon.start()

    def _look_on(self, *, to_the_end: bool = False) -> None:
        """Search for a moment, or to the end."""
        until = time.perf_counter() + SLICE
        for at in self._rest or ():
            self._found.append(at)
            if not to_the_end and time.perf_counter() > until:
                self._soon.start()
                return
        self._rest = None
        self._show_count()

    def move(self, step: int) -> None:
        """Go to the next place that was found, or the one before; round again at the end."""
        if self._rest is not None or not self.bar.isVisible():
            self._begin()
            self._look_on(to_the_end=True)
        if self._found:
            self._go(self._following(step))

    def _following(self, step: int) -> At:
        here = self._place()
        beyond = [at for at in self._found if (at > here if step > 0 else at < here)]
        if step > 0:
            return beyond[0] if beyond else self._found[0]
        return beyond[-1] if beyond else self._found[-1]

    def _place(self) -> At:
        """Where one is: in the name, where a whole row is selected, else in the current cell."""
        selection = self._grid.selection
        in_name = selection.span is not None and selection.span.left == 0 and not self._within
        return At(selection.at.row, 0) if in_name else selection.at

    def _go(self, at: At) -> None:
        first, last = self._model.first_column, self._model.last_column
        if at.column < first:
            self._grid.selection.select(Span(at.row, 0, at.row, last), at=At(at.row, first))
            self._grid.scrollTo(self._model.index(at.row, first))
        elif self._within:
            self._grid.selection.go_within(at)
        else:
            self._grid.go(at)

    def _replace(self, everywhere: bool) -> None:
        """Replace in the current cell and go on, or in all that were found, as one step of undo."""
        if self._rest is not None:
            self._look_on(to_the_end=True)
        here = self._place()
        chosen = [at for at in self._found if everywhere or at == here]
        wanted, by = self._wanted, self.bar.by.text()
        cells = [(at, wanted.replaced(self._model.edit_text(*at), by)) for at in chosen]
        if cells:
            self._edits.put(cells, mark("Replace in {count} cells, {month}"))
        if not everywhere:
            self.move(1)

    def _show_count(self) -> None:
        """Say how many were found, and the number of the one that is current."""
        if not self.bar.isVisible() or self._rest is not None:
            return
        here, count = self._place(), format_number(len(self._found), 0)
        if not self.bar.text.text():
            words = ""
        elif not self._found:
            words = tr("Not found")
        elif here in self._found:
            words = tr("{number} of {count}", number=format_number(self._found.index(here) + 1, 0), count=count)
        else:
            words = tr("{count} found", count=count)
        self.bar.show_count(words)
        self.bar.enable_replacing(bool(self._found) and not self._model.locked())
