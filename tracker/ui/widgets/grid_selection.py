"""The selection of a grid as Excel has it: the current cell stays where a range was begun, its far corner moves."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal
from PySide6.QtWidgets import QTableView

from tracker.ui.widgets.grid_moves import At, Span

_ONLY = QItemSelectionModel.SelectionFlag.ClearAndSelect
_CURRENT = QItemSelectionModel.SelectionFlag.NoUpdate


class GridSelection(QObject):
    """Reads and drives the view's QItemSelectionModel; the spans are kept here, so that asking costs nothing."""

    moved = Signal()
    """The current cell or the selected ones are others now."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._at = At(-1, -1)
        self._reach = At(-1, -1)
        self._kept: list[Span] = []
        self._span: Span | None = None

    @property
    def at(self) -> At:
        """The current cell, (-1, -1) where there is none."""
        return self._at

    @property
    def reach(self) -> At:
        """The corner of the range that moves; the current cell if nothing more is selected."""
        return self._reach

    @property
    def spans(self) -> list[Span]:
        """All that is selected; the last span is the one that the current cell began."""
        return [*self._kept, self._span] if self._span is not None else []

    @property
    def span(self) -> Span | None:
        """The one selected rectangle; None where there are several, or none."""
        return None if self._kept else self._span

    @property
    def many(self) -> bool:
        """Whether more than one cell is selected."""
        return bool(self._kept) or (self._span is not None and self._span.size > 1)

    def clear(self) -> None:
        """Nothing is current, nothing is selected."""
        self._kept, self._span, self._at, self._reach = [], None, At(-1, -1), At(-1, -1)
        self._view.selectionModel().clear()
        self.moved.emit()

    def go(self, at: At, *, add: bool = False) -> None:
        """Make `at` the current and only selected cell; with `add` what is selected stays."""
        self._kept = self.spans if add else []
        self._at = self._reach = at
        self._show(Span.between(at, at))

    def extend(self, reach: At) -> None:
        """Select from the current cell to `reach`."""
        rows_only = self._span is not None and self._span.left < self._at.column == 1
        self._reach = reach
        span = Span.between(self._at, reach)
        self._show(Span(span.top, 0, span.bottom, span.right) if rows_only else span)
        self._view.scrollTo(self._view.model().index(*reach))

    def select(self, span: Span, *, at: At | None = None, add: bool = False) -> None:
        """Select a rectangle; `at`, its first cell else, becomes the current one."""
        self._kept = self.spans if add else []
        self._at = at or At(span.top, span.left)
        far_row = span.top if self._at.row == span.bottom else span.bottom
        far_column = span.left if self._at.column == span.right else span.right
        self._reach = At(far_row, far_column)
        self._show(span)

    def go_within(self, at: At) -> None:
        """Make another cell of the selection the current one."""
        self._at = at
        self._set_current()
        self.moved.emit()

    def _show(self, span: Span) -> None:
        self._span = span
        model = self._view.model()
        chosen = QItemSelection()
        for one in self.spans:
            chosen.merge(
                QItemSelection(model.index(one.top, one.left), model.index(one.bottom, one.right)),
                QItemSelectionModel.SelectionFlag.Select,
            )
        self._set_current()
        self._view.selectionModel().select(chosen, _ONLY)
        self.moved.emit()

    def _set_current(self) -> None:
        self._view.selectionModel().setCurrentIndex(self._view.model().index(*self._at), _CURRENT)


def columns_of(spans: Iterable[Span]) -> frozenset[int]:
    """The columns in which something is selected."""
    return frozenset(column for span in spans for column in span.columns)
