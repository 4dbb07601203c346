from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tracker.ui import theme
from tracker.ui.models.cells import Cell, CellKind, NameCell
from tracker.ui.theme import Scheme, Theme, apply
from tracker.ui.theme_colors import Colors
from tracker.ui.widgets.cell_delegate import CellDelegate, Look

CELL = QRect(0, 0, 96, 28)
INSIDE = QPoint(70, 4)
"""A place that no figure and no mark reaches."""

CURRENT, SELECTED, HOVERED = Look(current=True, selected=True), Look(selected=True), Look(hovered=True)
UNREADABLE = Cell("about 3", unreadable=True)
HINT = Cell("125.00", hint="fourteen times the usual")


class Grid:
    """What surrounds the cells."""

    def __init__(self, *, many: bool = False, focused: bool = True) -> None:
        self.many = many
        self.focused = focused

    def look(self, row: int, column: int) -> Look:
        return Look()

    def many_selected(self) -> bool:
        return self.many

    def is_focused(self) -> bool:
        return self.focused


@pytest.fixture(params=[Scheme.LIGHT, Scheme.DARK])
def colors(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Colors]:
    look: Theme = apply(qapp, request.param)
    look.set_zoom(1.0)
    yield theme.colors()
    apply(qapp, Scheme.LIGHT)


def painted(cell: Cell | NameCell, look: Look | None = None, grid: Grid | None = None, rect: QRect = CELL) -> QImage:
    image = QImage(rect.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    CellDelegate(grid or Grid()).paint_cell(painter, rect, cell, look or Look())
    painter.end()
    return image


def counted(image: QImage, color: QColor, area: QRect | None = None) -> int:
    """How many pixels have exactly that colour."""
    area = area or image.rect()
    return sum(
        image.pixelColor(x, y) == color
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )


LEFT_HALF, RIGHT_HALF = QRect(0, 0, 30, 26), QRect(40, 2, 50, 22)


@pytest.mark.parametrize(
    ("cell", "look", "fill"),
    [
        (Cell("1"), Look(), "base"),
        (Cell(""), Look(), "base"),
        (Cell("1", kind=CellKind.COMPUTED), Look(), "calc"),
        (Cell("1", kind=CellKind.GROUP), Look(), "group"),
        (Cell("1", kind=CellKind.TOTAL), Look(), "total"),
        (Cell("1", locked=True), Look(), "calc"),
        (Cell("1", locked=True), HOVERED, "calc"),
        (Cell("1"), HOVERED, "hover"),
        (Cell("1", kind=CellKind.GROUP), HOVERED, "group"),
        (Cell("1"), SELECTED, "sel"),
        (Cell("1"), CURRENT, "base"),
        (HINT, Look(), "warn_soft"),
        (HINT, HOVERED, "warn_soft"),
        (HINT, SELECTED, "sel"),
        (UNREADABLE, Look(), "bad_soft"),
        (UNREADABLE, SELECTED, "sel"),
    ],
)
def test_each_state_has_its_fill(colors: Colors, cell: Cell, look: Look, fill: str) -> None:
    assert painted(cell, look).pixelColor(INSIDE).name() == getattr(colors, fill).name()


@pytest.mark.parametrize(
    ("cell", "color"),
    [
        (Cell("888"), "text"),
        (Cell("888", kind=CellKind.COMPUTED), "text2"),
        (Cell("888", locked=True), "text2"),
        (Cell("888", kind=CellKind.GROUP), "text"),
        (Cell("−888", negative=True), "bad"),
        (Cell("−888", kind=CellKind.TOTAL, negative=True), "bad"),
        (Cell("—", kind=CellKind.COMPUTED, missing=True), "text3"),
        (Cell("—", kind=CellKind.TOTAL, missing=True), "text2"),
    ],
)
def test_each_state_has_its_writing(colors: Colors, cell: Cell, color: str) -> None:
    image = painted(cell)
    assert counted(image, getattr(colors, color), RIGHT_HALF) > 3


def test_figures_stand_at_the_right_and_what_cannot_be_read_at_the_left(colors: Colors) -> None:
    assert counted(painted(Cell("888")), colors.text, LEFT_HALF) == 0
    assert counted(painted(UNREADABLE), colors.bad, QRect(0, 0, 60, 27)) > 3


def test_a_figure_that_does_not_fit_is_not_shown_in_part(colors: Colors) -> None:
    assert painted(Cell("123,456,789,012.00")) == painted(Cell("###"))


def test_the_current_cell_has_a_ring_of_two_pixels(colors: Colors) -> None:
    image = painted(Cell("1"), CURRENT)
    for x, y in ((0, 14), (1, 14), (95, 14), (94, 14), (48, 0), (48, 27)):
        assert image.pixelColor(x, y) == colors.accent
    assert image.pixelColor(2, 14) == colors.base


def test_the_ring_pales_while_typing_goes_elsewhere(colors: Colors) -> None:
    assert painted(Cell("1"), CURRENT, Grid(focused=False)).pixelColor(0, 14) == colors.ctrl


def test_within_a_range_the_frame_takes_the_rings_place(colors: Colors) -> None:
    image = painted(Cell("1"), CURRENT, Grid(many=True))
    assert counted(image, colors.accent) == 0
    assert image.pixelColor(INSIDE) == colors.base


def test_lines_are_stronger_where_a_block_ends(colors: Colors) -> None:
    assert painted(Cell("1")).pixelColor(95, 10) == colors.line
    assert painted(Cell("1", block_end=True)).pixelColor(95, 10) == colors.line2
    assert painted(Cell("1")).pixelColor(10, 27) == colors.line
    assert painted(Cell("1", kind=CellKind.GROUP)).pixelColor(10, 27) == colors.line2


def test_a_hint_has_its_mark_and_when_selected_a_bar(colors: Colors) -> None:
    assert counted(painted(HINT), colors.warn_mark) == 0
    image = painted(HINT, SELECTED)
    assert [image.pixelColor(x, 10) == colors.warn_mark for x in (0, 2, 3)] == [True, True, False]
    assert differing(painted(HINT), painted(Cell("125.00")), LEFT_HALF)


def test_a_lock_shows_only_in_the_cell_in_hand(colors: Colors) -> None:
    locked = Cell("1", locked=True)
    bare = painted(locked)
    assert not differing(bare, painted(Cell("1", kind=CellKind.COMPUTED)), LEFT_HALF)
    assert differing(bare, painted(locked, HOVERED), LEFT_HALF)


def test_a_note_has_a_corner_at_the_top_right(colors: Colors) -> None:
    image = painted(Cell("1", note="late"))
    assert image.pixelColor(94, 1) == colors.accent
    assert image.pixelColor(86, 1) != colors.accent
    assert image.pixelColor(94, 10) != colors.accent


def test_a_blank_cell_is_blank(colors: Colors) -> None:
    assert counted(painted(Cell("")), colors.base) == 95 * 27


NAMES = QRect(0, 0, 160, 28)


def test_a_name_shows_its_row(colors: Colors) -> None:
    name = NameCell("Ashby")
    for look, fill in ((Look(), "base"), (SELECTED, "accent_soft"), (CURRENT, "accent_soft"), (HOVERED, "hover")):
        assert painted(name, look, rect=NAMES).pixelColor(5, 5).name() == getattr(colors, fill).name()
    assert counted(painted(name, CURRENT, rect=NAMES), colors.accent) > 5
    assert painted(name, rect=NAMES).pixelColor(159, 14) == colors.line2


def test_a_heading_has_a_chevron_that_tells_whether_it_is_folded(colors: Colors) -> None:
    open_, folded = (painted(NameCell("T", CellKind.GROUP, "3 units", folded=folded), rect=NAMES) for folded in (False, True))
    assert open_.pixelColor(5, 5) == colors.group
    assert differing(open_, folded, QRect(0, 0, 24, 27))
    assert not differing(open_, folded, QRect(30, 0, 100, 27))


def test_a_tag_keeps_its_room_and_a_detail_gives_way(colors: Colors) -> None:
    long = "A town with a name that is much too long"
    tagged = painted(NameCell(long, tag="not reported"), rect=NAMES)
    assert differing(tagged, painted(NameCell(long), rect=NAMES), QRect(80, 4, 70, 20))
    detailed = painted(NameCell(long, CellKind.TOTAL, detail="30 units"), rect=NAMES)
    assert not differing(detailed, painted(NameCell(long, CellKind.TOTAL), rect=NAMES), NAMES)


def test_another_zoom_is_taken_over(qapp: QApplication) -> None:
    look = apply(qapp, Scheme.LIGHT)
    delegate = CellDelegate(Grid())
    assert delegate.kit.padding == 8
    look.set_zoom(2.0)
    assert delegate.kit.padding == 16
    look.set_zoom(1.0)


def differing(one: QImage, other: QImage, area: QRect) -> bool:
    return one.copy(area) != other.copy(area)
