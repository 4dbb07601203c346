"""What each key does on the grid while no cell is edited, and where the grid goes when an edit ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from tracker.ui.widgets.cell_editor import Leave
from tracker.ui.widgets.grid_moves import At, Span, clamp, edge, enter, tab, within

if TYPE_CHECKING:
    from tracker.ui.widgets.figure_grid import FigureGrid

_Key, _Mod = Qt.Key, Qt.KeyboardModifier
_ARROWS = {_Key.Key_Up: (-1, 0), _Key.Key_Down: (1, 0), _Key.Key_Left: (0, -1), _Key.Key_Right: (0, 1)}
_LEAVES = {Leave.UP: (-1, 0), Leave.DOWN: (1, 0), Leave.LEFT: (0, -1), Leave.RIGHT: (0, 1)}
_CLIPBOARD = {_Key.Key_C: "copy", _Key.Key_X: "cut", _Key.Key_V: "paste"}


class GridKeys:
    """Keeps the run of Tabs: Enter after Tabs goes back to the column where they began."""

    def __init__(self, grid: FigureGrid) -> None:
        self._grid = grid
        self._shape = grid.shape_of
        self._run: int | None = None
        self._run_at = At(-1, -1)

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key stands for; False where it stands for nothing here."""
        if self._grid.selection.at.row < 0:
            return False
        held = event.modifiers() & ~_Mod.KeypadModifier
        return (
            self._move(event.key(), held)
            or self._select(event.key(), held)
            or self._act(event.key(), held)
            or self._type(event, held)
        )

    def leave(self, leave: Leave) -> None:
        """Go where the end of an edit leads."""
        selection = self._grid.selection
        if leave in _LEAVES:
            down, right = _LEAVES[leave]
            self._grid.go(At(selection.at.row + down, selection.at.column + right))
        elif leave in (Leave.ENTER, Leave.BACK):
            self._enter(back=leave is Leave.BACK)
        elif leave in (Leave.NEXT, Leave.PREVIOUS):
            self._tab(back=leave is Leave.PREVIOUS)

    def _move(self, key: int, held: Qt.KeyboardModifier) -> bool:
        if held & _Mod.AltModifier:
            return False
        extend, far = bool(held & _Mod.ShiftModifier), bool(held & _Mod.ControlModifier)
        if key in (_Key.Key_Return, _Key.Key_Enter) and not far:
            self._enter(back=extend)
            return True
        if key in (_Key.Key_Tab, _Key.Key_Backtab) and not far:
            self._tab(back=extend or key == _Key.Key_Backtab)
            return True
        target = self._target(key, self._grid.selection.reach if extend else self._grid.selection.at, far=far)
        if target is None:
            return False
        if extend:
            self._grid.selection.extend(clamp(self._shape, target))
        else:
            self._grid.go(target)
        return True

    def _target(self, key: int, at: At, *, far: bool) -> At | None:
        shape = self._shape
        if key in _ARROWS:
            down, right = _ARROWS[Qt.Key(key)]
            return edge(shape, at, down, right) if far else At(at.row + down, at.column + right)
        if key == _Key.Key_Home:
            return At(0 if far else at.row, shape.first_column)
        if key == _Key.Key_End:
            return At(shape.last_row if far else at.row, shape.last_column)
        if key in (_Key.Key_PageUp, _Key.Key_PageDown) and not far:
            page = max(1, self._grid.viewport().height() // self._grid.verticalHeader().defaultSectionSize() - 1)
            return At(at.row + (page if key == _Key.Key_PageDown else -page), at.column)
        return None

    def _enter(self, *, back: bool) -> None:
        selection = self._grid.selection
        if selection.span is not None and selection.many:
            selection.go_within(within(self._shape, selection.span, selection.at, across=False, back=back))
            return
        column = selection.at.column
        if self._run is not None and self._run_at == selection.at and not back:
            column = self._run
        self._grid.go(At(enter(self._shape, selection.at, back=back).row, column))
        self._run = None

    def _tab(self, *, back: bool) -> None:
        selection = self._grid.selection
        if selection.span is not None and selection.many:
            selection.go_within(within(self._shape, selection.span, selection.at, across=True, back=back))
            return
        if self._run is None or self._run_at != selection.at:
            self._run = selection.at.column
        self._run_at = tab(self._shape, selection.at, back=back)
        self._grid.go(self._run_at)

    def _select(self, key: int, held: Qt.KeyboardModifier) -> bool:
        selection, shape = self._grid.selection, self._shape
        spans, at = selection.spans, selection.at
        if key == _Key.Key_A and held == _Mod.ControlModifier:
            self._grid.select_all()
        elif key == _Key.Key_Space and held == _Mod.ShiftModifier:
            selection.select(Span(spans[-1].top, 0, spans[-1].bottom, shape.last_column), at=at)
        elif key == _Key.Key_Space and held == _Mod.ControlModifier:
            selection.select(Span(0, spans[-1].left, shape.last_row, spans[-1].right), at=at)
        else:
            return False
        return True

    def _act(self, key: int, held: Qt.KeyboardModifier) -> bool:
        grid, ctrl = self._grid, held == _Mod.ControlModifier
        if ctrl and key in _CLIPBOARD:
            grid.clipboard_asked.emit(_CLIPBOARD[Qt.Key(key)])
        elif ctrl and key in (_Key.Key_D, _Key.Key_R):
            grid.fill_from_edge(down=key == _Key.Key_D)
        elif held == _Mod.AltModifier | _Mod.ShiftModifier and key in _ARROWS:
            grid.fold_asked.emit(grid.selection.at.row, key in (_Key.Key_Left, _Key.Key_Up))
        elif key == _Key.Key_F6 and held in (_Mod.NoModifier, _Mod.ShiftModifier):
            grid.leave(forward=held == _Mod.NoModifier)
        elif key == _Key.Key_F2 and held == _Mod.NoModifier:
            grid.start_editing()
        elif key == _Key.Key_Backspace and held == _Mod.NoModifier:
            grid.start_editing("")
        elif key == _Key.Key_Delete and held == _Mod.NoModifier:
            grid.clear_asked.emit()
        else:
            return False
        return True

    def _type(self, event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
        text = event.text()
        if not text or not text.isprintable() or held & _Mod.MetaModifier:
            return False
        if held & (_Mod.ControlModifier | _Mod.AltModifier) and held & (_Mod.ControlModifier | _Mod.AltModifier) != (
            _Mod.ControlModifier | _Mod.AltModifier
        ):
            return False  # a command; both together are AltGr, which types
        self._grid.start_editing(text)
        return True
