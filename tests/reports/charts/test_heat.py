from __future__ import annotations

import pytest

from tests.reports.charts.conftest import many_in, overlaps, texts
from tests.reports.conftest import Sample
from tracker.domain.period import Month
from tracker.metrics.trends.heat import HeatMap, heat_of_indicators, heat_of_months
from tracker.reports.charts.heat import heat_figure, written
from tracker.reports.charts.heat_colors import tinted
from tracker.reports.charts.look import DARK, LIGHT, screen_look

pytest.importorskip("matplotlib")
from matplotlib.collections import QuadMesh
from matplotlib.figure import Figure

SCREEN = screen_look(dark=False)


def figures_in(figure: Figure) -> list[tuple[float, float, str]]:
    """The cells' figures, which stand in the middle; none where they are not written."""
    return [
        (short.x, short.y, short.text)
        for many in many_in(figure.axes[0])
        if many.style.align == "center"
        for short in many.shorts
        if short.y > -0.5  # above are the months
    ]


def expected(heat: HeatMap) -> list[tuple[int, int, str]]:
    return [
        (x, y, text)
        for y, row in enumerate(heat.rows)
        for x, (cell, column) in enumerate(zip(row.cells, heat.columns, strict=True), start=1)
        if (text := written(cell, column))
    ]


@pytest.mark.parametrize("code", ["SWZJ", "TS", "GTZ", "ZT"])
def test_each_cell_has_its_figure_and_its_tint(sample: Sample, code: str) -> None:
    heat = heat_of_months(sample.live, sample.indicator[code])
    figure = heat_figure(heat, SCREEN)
    assert figures_in(figure) == expected(heat)
    (mesh,) = [one for one in figure.axes[0].collections if one.get_label() == "cells"]
    tints = [tuple(round(float(part), 9) for part in color[:3]) for color in mesh.get_facecolor()]  # type: ignore[union-attr]
    cells = [cell for row in heat.rows for cell in row.cells]
    assert tints == [tuple(round(part, 9) for part in tinted(cell.lean, LIGHT)) for cell in cells]
    names = [row.unit.name for row in heat.rows]
    assert [text for text in texts(figure) if text in names] == names
    assert overlaps(figure) == []


def test_indicators_are_named_above_their_columns(sample: Sample) -> None:
    heat = heat_of_indicators(sample.live, [indicator.id for indicator in sample.live.indicators])
    figure = heat_figure(heat, SCREEN)
    assert figures_in(figure) == expected(heat)
    assert {"实际利用外资", "在谈项目"} <= set(texts(figure))
    assert overlaps(figure) == []


def test_a_blank_has_neither_figure_nor_tint(sample: Sample) -> None:
    sample.clear("SWZJ", Month(2026, 4), ["云溪镇"])
    heat = heat_of_months(sample.live, sample.indicator["SWZJ"], sample.group["一类乡镇"])
    at = next(at for at, row in enumerate(heat.rows) if row.unit.name == "云溪镇")
    figure = heat_figure(heat, SCREEN, chosen=[sample.unit["云溪镇"]])
    assert (4, at) not in {(x, y) for x, y, _ in figures_in(figure)}
    assert tinted(heat.rows[at].cells[3].lean, LIGHT) == (1, 1, 1)
    assert any(one.get_label() == "chosen" for one in figure.axes[0].lines)


def test_the_sentence_counts_who_is_behind_and_tells_the_printed_gap(sample: Sample) -> None:
    heat = heat_of_months(sample.live, sample.indicator["SWZJ"])
    assert texts(heat_figure(heat, SCREEN))[0] == "In month 9 10 of 16 units are behind, and 云峰街道 the furthest (−17.25)"
    level = heat_of_months(sample.live, sample.indicator["ZT"])
    assert texts(heat_figure(level, SCREEN))[0] == "在谈项目 has no better and worse side"
    grown = heat_of_months(sample.live, sample.indicator["GTZ"])
    assert texts(heat_figure(grown, SCREEN))[0].endswith("%)")


def test_where_rows_are_too_low_for_figures_there_are_tints_alone(sample: Sample) -> None:
    heat = heat_of_months(sample.live, sample.indicator["SWZJ"])
    figure = heat_figure(heat, SCREEN, (1000, 200))
    assert figures_in(figure) == []


def test_where_columns_are_too_narrow_for_figures_their_signs_tell_the_side(sample: Sample) -> None:
    heat = heat_of_months(sample.live, sample.indicator["SWZJ"], years=2)
    figure = heat_figure(heat, SCREEN, (480, 560))
    told = figures_in(figure)
    assert told == [(x, y, text[0]) for x, y, text in expected(heat) if text[0] in "+−"]
    assert {text for _, _, text in told} == {"+", "−"}
    assert overlaps(figure) == []


def test_rows_that_are_drawn_in_several_meshes_have_all_their_tints_in_order(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    heat = heat_of_months(sample.live, sample.indicator["SWZJ"])
    (whole,) = meshes(heat_figure(heat, SCREEN))
    monkeypatch.setattr("tracker.reports.charts.heat.MESH", 5)
    parts = meshes(heat_figure(heat, SCREEN))
    assert [len(part.get_facecolor()) // len(heat.columns) for part in parts] == [5, 5, 5, 2]
    assert [tuple(color) for part in parts for color in part.get_facecolor()] == [tuple(color) for color in whole.get_facecolor()]
    assert [(part.get_coordinates()[0][0][1], part.get_coordinates()[-1][0][1]) for part in parts] == [
        (-0.5, 4.5),
        (4.5, 9.5),
        (9.5, 14.5),
        (14.5, 16.5),
    ]


def meshes(figure: Figure) -> list[QuadMesh]:
    return [one for one in figure.axes[0].collections if isinstance(one, QuadMesh)]


def test_the_tint_grows_to_its_full_strength_at_fifteen_points() -> None:
    from fractions import Fraction

    assert tinted(Fraction(15), LIGHT) == tinted(Fraction(40), LIGHT)
    assert tinted(Fraction(15), LIGHT) == pytest.approx((134 / 255, 172 / 255, 209 / 255), abs=0.004)
    assert tinted(Fraction(-3), DARK) != tinted(Fraction(3), DARK)
