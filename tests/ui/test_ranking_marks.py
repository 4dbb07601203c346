"""The small painted marks and the ranking's cells: told by shape, drawn in their place, the painter left as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.ranking_county import County, make_county, open_county
from tracker.ui.models.ranking_columns import columns
from tracker.ui.models.ranking_lines import LineKind, Place, line_at
from tracker.ui.theme import DARK, LIGHT
from tracker.ui.widgets import marks
from tracker.ui.widgets.ranking_cells import Content, Look, draw_cell

WHITE = QColor("white")


@pytest.fixture
def county(tmp_path: Path, qapp: object) -> Iterator[County]:
    make_county(tmp_path / "county.tracker")
    with open_county(tmp_path / "county.tracker") as county:
        yield county


def drawn(draw: Callable[[QPainter], None], size: QSize) -> QImage:
    """A white picture with the mark on it; checks that the painter came back as it was."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    before = (painter.pen(), painter.brush(), painter.font(), painter.transform(), painter.renderHints())
    draw(painter)
    assert (painter.pen(), painter.brush(), painter.font(), painter.transform(), painter.renderHints()) == before
    painter.end()
    return image


def inked(image: QImage) -> list[tuple[int, int]]:
    return [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) != WHITE]


def light(name: str) -> QImage:
    return drawn(lambda painter: marks.draw_light(painter, QPointF(10, 10), name, LIGHT), QSize(20, 20))


def test_the_lights_differ_without_their_colours(qapp: object) -> None:
    silhouettes = {frozenset(inked(light(name))) for name in ("green", "yellow", "red")}
    assert len(silhouettes) == 3
    disc, diamond, square = (inked(light(name)) for name in ("green", "yellow", "red"))
    corners = {(4, 4), (15, 4), (4, 15), (15, 15)}
    assert corners <= set(square)
    assert not corners & set(disc)
    assert (9, 2) in diamond
    assert not corners & set(diamond)


def test_up_is_filled_and_down_is_hollow(qapp: object) -> None:
    pictures = {
        up: drawn(lambda painter, up=up: marks.draw_move(painter, QPointF(10, 10), up=up, color=LIGHT.text), QSize(20, 20))
        for up in (True, False)
    }
    assert pictures[True].pixelColor(10, 10) == LIGHT.text
    assert pictures[False].pixelColor(10, 9) == WHITE
    assert pictures[True].pixelColor(6, 13) != WHITE, "▲ stands on its broad side"
    assert pictures[False].pixelColor(6, 13) == WHITE


def bar(done: float, pace: float | None) -> QImage:
    shown = marks.Bar(done, pace, LIGHT.line)
    return drawn(lambda painter: marks.draw_bar(painter, QRectF(10, 0, 100, 28), shown, LIGHT), QSize(120, 28))


def test_a_bar_is_as_long_as_its_rate_and_cut_off_at_the_end(qapp: object) -> None:
    half, over = bar(0.5, None), bar(1.3, None)
    assert half.pixelColor(58, 14) == LIGHT.ctrl
    assert half.pixelColor(62, 14) == LIGHT.line
    assert over.pixelColor(109, 14) == LIGHT.ctrl
    assert over.pixelColor(111, 14) == WHITE
    assert bar(-0.2, None).pixelColor(11, 14) == LIGHT.line


def test_the_pace_is_a_tick_higher_than_the_bar(qapp: object) -> None:
    picture = bar(0.5, 0.75)
    assert picture.pixelColor(85, 7) == LIGHT.text
    assert picture.pixelColor(60, 7) == WHITE


def spark(values: list[float | None]) -> QImage:
    return drawn(lambda painter: marks.draw_sparkline(painter, QRectF(0, 0, 104, 24), values, LIGHT.text2), QSize(104, 24))


def test_a_sparkline_rises_with_its_values_and_ends_in_a_dot(qapp: object) -> None:
    points = inked(spark([1.0, 2.0, 3.0]))
    left = [y for x, y in points if x < 10]
    right = [y for x, y in points if x > 94]
    assert min(left) > max(right)
    assert len([1 for x, _ in points if x >= 100]) > 8


def test_a_sparkline_breaks_where_a_month_is_missing(qapp: object) -> None:
    points = inked(spark([1.0, 1.0, None, 1.0, 1.0]))
    assert any(x < 20 for x, _ in points)
    assert not any(32 < x < 72 for x, _ in points)


def test_a_sparkline_of_nothing_or_of_one_value_is_drawn_too(qapp: object) -> None:
    assert inked(spark([None, None])) == []
    assert inked(spark([])) == []
    assert inked(spark([None, 5.0, None]))


@pytest.mark.parametrize("colors", [LIGHT, DARK])
@pytest.mark.parametrize("compact", [False, True])
def test_every_cell_of_every_kind_of_line_is_drawn(county: County, colors: object, compact: bool) -> None:
    for code in county.indicator:
        table = county.table(code)
        lines = [line_at(table, Place(LineKind.UNIT, unit.id)) for unit in table.roster.units]
        lines += [line_at(table, Place(LineKind.GROUP, county.group["一类乡镇"])), line_at(table, Place(LineKind.COUNTY, 0))]
        for line in lines:
            for column in columns(table):
                for state in ({}, {"selected": True, "first": True}, {"lit": True}, {"hovered": True, "alone": True}):
                    look = Look(colors, compact=compact, **state)
                    content = Content(line, column, [1.0, None, 2.0])
                    drawn(lambda painter, c=content, k=look: draw_cell(painter, QRect(0, 0, 120, 28), c, k), QSize(120, 28))


def test_a_selected_row_begins_with_an_edge_that_tells_the_focus(county: County) -> None:
    table = county.table()
    line = line_at(table, Place(LineKind.UNIT, county.unit["城关镇"]))
    content = Content(line, columns(table)[0])

    def edge(*, focused: bool) -> QColor:
        look = Look(LIGHT, selected=True, first=True, focused=focused)
        return drawn(lambda painter: draw_cell(painter, QRect(0, 0, 60, 36), content, look), QSize(60, 36)).pixelColor(1, 18)

    assert edge(focused=True) == LIGHT.accent
    assert edge(focused=False) == LIGHT.ctrl


def test_a_gap_has_the_colour_of_its_light_and_the_other_way_round_where_lower_is_better(county: County) -> None:
    def colours(code: str, unit: str) -> set[str]:
        table = county.table(code)
        line = line_at(table, Place(LineKind.UNIT, county.unit[unit]))
        column = next(column for column in columns(table) if column.key == "gap")
        content = Content(line, column)
        picture = drawn(lambda painter: draw_cell(painter, QRect(0, 0, 120, 36), content, Look(LIGHT)), QSize(120, 36))
        return {picture.pixelColor(x, y).name() for x, y in inked(picture)}

    assert LIGHT.good.name() in colours("complaints", "城关镇")
    assert LIGHT.good.name() in colours("money", "城关镇")
    assert LIGHT.bad.name() in colours("money", "青山镇")
