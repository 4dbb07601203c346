from __future__ import annotations

import pytest

from tests.reports.charts.conftest import many_in, overlaps, paths, texts
from tests.reports.conftest import Sample
from tracker.domain.period import Month
from tracker.metrics.trends.multiples import multiples
from tracker.reports.charts.look import screen_look
from tracker.reports.charts.multiples import columns_in, multiples_figure, written

SCREEN = screen_look(dark=False)


@pytest.mark.parametrize("code", ["SWZJ", "ZT"])
def test_every_value_lies_at_its_height_in_its_units_picture(sample: Sample, code: str) -> None:
    sample.clear(code, Month(2026, 4), ["云溪镇"])
    trend = multiples(sample.live, sample.indicator[code])
    figure = multiples_figure(trend, SCREEN)
    (axes,) = figure.axes
    scale = None
    for small, drawn, ground in zip(trend.smalls, paths(axes, "units"), paths(axes, "ground"), strict=True):
        zero = ground[0][1]
        for value, (_, y) in zip(small.values, drawn, strict=True):
            if value is None:
                assert y is None
            elif value:
                scale = scale or (zero - y) / float(value)
                assert (zero - y) / float(value) == pytest.approx(scale)
    assert scale is not None
    assert scale > 0
    names, values = many_in(axes)
    assert [short.text for short in names.shorts] == [small.unit.name for small in trend.smalls]
    assert [short.text for short in values.shorts] == [written(small, trend) for small in trend.smalls]
    assert overlaps(figure) == []


def test_pictures_stand_in_rows_from_the_left(sample: Sample) -> None:
    trend = multiples(sample.live, sample.indicator["SWZJ"])
    (axes,) = multiples_figure(trend, SCREEN).axes
    corners = [(round(path[0][0]), round(path[0][1] or 0)) for path in paths(axes, "ground")]
    columns = columns_in(1000)
    assert len({x for x, _ in corners}) == columns
    assert corners == sorted(corners, key=lambda one: (one[1], one[0]))


def test_the_sentence_names_the_first_and_the_last(sample: Sample) -> None:
    said = texts(multiples_figure(multiples(sample.live, sample.indicator["SWZJ"]), SCREEN))
    assert said[0] == "17 units in order, and 西城街道 (87.33) first, 云峰街道 (57.75) last"
    sample.live.show(Month(2027, 1))
    empty = multiples_figure(multiples(sample.live, sample.indicator["SWZJ"]), SCREEN)
    assert texts(empty)[0] == "No unit has a figure to be ordered by"
