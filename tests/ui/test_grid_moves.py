from dataclasses import dataclass, field

import pytest

from tracker.ui.clipboard import Origin
from tracker.ui.clipboard_paste import beyond, crosses_computed, own_lines, places, plan
from tracker.ui.widgets.grid_moves import At, Span, clamp, edge, enter, tab, within


@dataclass
class Sheet:
    """Rows: "g" a heading, "u" a unit. Columns from 1: "t" typed, "c" computed. `blank` cells show nothing."""

    rows: str = "guuguu"
    columns: str = "tct"
    blank: set[tuple[int, int]] = field(default_factory=set)
    first_column: int = 1

    @property
    def last_row(self) -> int:
        return len(self.rows) - 1

    @property
    def last_column(self) -> int:
        return len(self.columns)

    def is_typed_row(self, row: int) -> bool:
        return self.rows[row] == "u"

    def is_typed_column(self, column: int) -> bool:
        return column > 0 and self.columns[column - 1] == "t"

    def is_filled(self, row: int, column: int) -> bool:
        return (row, column) not in self.blank


def test_a_span_goes_between_any_two_corners() -> None:
    span = Span.between(At(4, 1), At(2, 3))
    assert span == Span(2, 1, 4, 3)
    assert (span.size, span.holds(At(3, 2)), span.holds(At(5, 2))) == (9, True, False)


def test_beyond_the_edge_is_the_edge() -> None:
    assert clamp(Sheet(), At(99, -5)) == (5, 1)


@pytest.mark.parametrize(
    ("start", "blank", "end"),
    [
        (0, set(), 5),
        (5, set(), 5),
        (0, {3}, 2),
        (2, {3, 4}, 5),
        (0, {0, 1}, 2),
        (0, {1, 2}, 3),
        (3, {4, 5}, 5),
    ],
)
def test_control_down_goes_to_the_edge_of_the_data(start: int, blank: set[int], end: int) -> None:
    assert edge(Sheet(blank={(row, 1) for row in blank}), At(start, 1), 1, 0) == (end, 1)


def test_enter_keeps_to_units() -> None:
    assert enter(Sheet(), At(2, 1)) == (4, 1)
    assert enter(Sheet(), At(4, 1), back=True) == (2, 1)
    assert enter(Sheet(), At(1, 1), back=True) == (1, 1)


def test_tab_keeps_to_typed_columns() -> None:
    assert tab(Sheet(), At(1, 1)) == (1, 3)
    assert tab(Sheet(), At(2, 3)) == (4, 1)
    assert tab(Sheet(), At(4, 1), back=True) == (2, 3)
    assert tab(Sheet(), At(5, 3)) == (5, 3)
    assert tab(Sheet(columns="cc"), At(1, 1)) == (1, 1)


def test_within_a_selection_one_goes_round() -> None:
    span = Span(1, 1, 4, 3)
    visited = [At(1, 1)]
    for _ in range(6):
        visited.append(within(Sheet(), span, visited[-1], across=False, back=False))
    assert visited == [(1, 1), (2, 1), (4, 1), (1, 3), (2, 3), (4, 3), (1, 1)]
    assert within(Sheet(), span, At(1, 1), across=True, back=True) == (4, 3)
    assert within(Sheet(), span, At(3, 2), across=True, back=False) == (1, 1)


def test_a_selection_of_nothing_but_computed_cells_is_gone_round_too() -> None:
    assert within(Sheet(), Span(0, 2, 0, 2), At(0, 2), across=False, back=False) == (0, 2)


def test_a_block_lands_at_the_selections_first_cell() -> None:
    found = places(Sheet(), Span(1, 1, 1, 1), (2, 3), units_only=False, typed_only=False)
    assert (found.rows, found.columns) == ((1, 2), (1, 2, 3))
    assert crosses_computed(Sheet(), found)
    made = plan(Sheet(), [["a", "b", "c"], ["d", "", "f"]], found)
    assert made.cells == ((At(1, 1), "a"), (At(1, 3), "c"), (At(2, 1), "d"), (At(2, 3), "f"))
    assert made.skipped == 1


def test_only_typed_cells_take_a_block_if_wanted() -> None:
    found = places(Sheet(), Span(1, 1, 1, 1), (3, 2), units_only=True, typed_only=True)
    assert (found.rows, found.columns) == ((1, 2, 4), (1, 3))


def test_a_multiple_is_filled_and_anything_else_is_not() -> None:
    assert places(Sheet(), Span(0, 1, 5, 1), (3, 1), units_only=False, typed_only=False).rows == tuple(range(6))
    assert places(Sheet(), Span(0, 1, 4, 1), (3, 1), units_only=False, typed_only=False).rows == (0, 1, 2)


def test_what_has_no_room_is_told() -> None:
    found = places(Sheet(), Span(4, 3, 4, 3), (5, 4), units_only=False, typed_only=False)
    assert (found.rows_cut, found.columns_cut) == (3, 3)


def test_a_block_of_our_own_sheds_what_is_computed_unless_nothing_else_is_there() -> None:
    block = [["1", "2"], ["3", "4"]]
    assert own_lines(block, Origin((False, True), (True, False), ())) == ([["3"]], True)
    assert own_lines(block, Origin((False, False), (False, False), ())) == (block, False)


@pytest.mark.parametrize(
    ("source", "target", "rest"),
    [
        (Span(1, 1, 1, 1), Span(1, 1, 4, 1), Span(2, 1, 4, 1)),
        (Span(4, 1, 4, 1), Span(1, 1, 4, 1), Span(1, 1, 3, 1)),
        (Span(1, 1, 2, 1), Span(1, 1, 2, 3), Span(1, 2, 2, 3)),
        (Span(1, 3, 2, 3), Span(1, 1, 2, 3), Span(1, 1, 2, 2)),
    ],
)
def test_a_fill_goes_over_what_is_beyond_its_source(source: Span, target: Span, rest: Span) -> None:
    assert beyond(source, target) == rest
