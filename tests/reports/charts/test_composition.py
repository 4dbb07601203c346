from __future__ import annotations

import pytest

from tests.reports.charts.conftest import floats, overlaps, paths, texts
from tests.reports.conftest import Sample
from tracker.domain.period import Month
from tracker.metrics.trends.composition import composition
from tracker.reports.charts.composition import composition_figure
from tracker.reports.charts.look import screen_look

SCREEN = screen_look(dark=False)


@pytest.mark.parametrize(
    ("code", "group", "years"), [("SWZJ", None, 1), ("WZ", None, 2), ("SWZJ", "二类乡镇", 2), ("ZT", "街道", 1)]
)
def test_the_parts_are_stacked_in_their_order_to_the_total(sample: Sample, code: str, group: str | None, years: int) -> None:
    trend = composition(sample.live, sample.indicator[code], None if group is None else sample.group[group], years=years)
    figure = composition_figure(trend, SCREEN)
    (axes,) = figure.axes
    names = ["rest" if part.is_rest else part.subjects[0].name for part in trend.parts]
    begin = [0.0] * len(trend.months)
    for name, part in zip(names, trend.parts, strict=True):
        drawn = {round((bar[0][0] + bar[1][0]) / 2): (bar[0][1], bar[2][1]) for bar in paths(axes, name)}
        for at, amount in enumerate(part.amounts, start=1):
            if amount is not None:
                top = begin[at - 1] + float(amount)
                assert drawn.pop(at) == (pytest.approx(begin[at - 1]), pytest.approx(top))
                begin[at - 1] = top
        assert drawn == {}
    assert begin == floats([total or 0 for total in trend.total])
    assert overlaps(figure) == []


def test_each_part_is_named_with_its_amount_and_share(sample: Sample) -> None:
    figure = composition_figure(composition(sample.live, sample.indicator["SWZJ"]), SCREEN)
    said = texts(figure)
    assert said[0] == "一类乡镇 carries 34.16% of The whole county, and then 园区 30.60%"
    assert {"一类乡镇 40.46 (34.16%)", "县直单位 6.53 (5.51%)", "118.45"} <= set(said)


def test_the_rest_is_named_by_how_many_it_is(sample: Sample) -> None:
    trend = composition(sample.live, sample.indicator["SWZJ"], sample.group["二类乡镇"])
    assert any(text.startswith("2 others ") for text in texts(composition_figure(trend, SCREEN)))


def test_without_figures_it_says_so(sample: Sample) -> None:
    sample.live.show(Month(2027, 1))
    said = texts(composition_figure(composition(sample.live, sample.indicator["SWZJ"]), SCREEN))
    assert said[0] == "The whole county has no figures up to month 1"
