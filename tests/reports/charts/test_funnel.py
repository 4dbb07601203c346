from __future__ import annotations

from tests.reports.charts.conftest import floats, overlaps, texts
from tests.reports.conftest import Sample
from tracker.metrics.trends.funnel import funnel
from tracker.reports.charts.funnel import funnel_figure
from tracker.reports.charts.look import screen_look

SCREEN = screen_look(dark=False)


def test_the_countys_stages_and_the_groups_conversions_are_those_counted(sample: Sample) -> None:
    trend = funnel(sample.live)
    figure = funnel_figure(trend, SCREEN)
    county, *steps = figure.axes
    widest = max(amount or 0 for amount in trend.county.amounts)
    assert [bar.get_width() for bar in county.patches] == floats([amount / widest for amount in trend.county.amounts if amount])  # type: ignore[attr-defined]
    assert len(steps) == len(trend.stages) - 1
    for step, axes in enumerate(steps):
        assert [bar.get_width() for bar in axes.patches] == floats([flow.conversions[step] or 0 for flow in trend.groups])  # type: ignore[attr-defined]
        (line,) = [one for one in axes.lines if one.get_label() == "county"]
        assert line.get_xdata()[0] == float(trend.county.conversions[step] or 0)  # type: ignore[index]
    assert overlaps(figure) == []


def test_it_says_how_much_of_what_was_signed_is_in_production(sample: Sample) -> None:
    said = texts(funnel_figure(funnel(sample.live), SCREEN))
    assert said[0] == "签约 63 个, and 开工 49 个, and 投产 37 个, and 58.73% of 签约 became 投产"
    assert {"↓ 77.78%", "20 → 16", "80.00", "The whole county 77.78"} <= set(said)


def test_two_stages_make_one_step(sample: Sample) -> None:
    figure = funnel_figure(funnel(sample.live, [sample.indicator["QY"], sample.indicator["TC"]]), SCREEN)
    assert len(figure.axes) == 2
    assert overlaps(figure) == []
