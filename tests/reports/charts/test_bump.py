from __future__ import annotations

import pytest

from tests.reports.charts.conftest import floats, line, overlaps, paths, texts
from tests.reports.conftest import Sample
from tracker.domain.period import Month
from tracker.metrics.trends.bump import BumpTrend, bump_trend
from tracker.reports.charts.bump import bump_figure
from tracker.reports.charts.look import screen_look

SCREEN = screen_look(dark=False)


def of(sample: Sample, *chosen: str, group: str = "一类乡镇", years: int = 1) -> BumpTrend:
    found = bump_trend(sample.live, sample.indicator["SWZJ"], sample.group[group], years=years)
    return found.choosing([sample.unit[name] for name in chosen])


@pytest.mark.parametrize("years", [1, 2])
def test_every_rank_is_drawn_where_it_is_the_chosen_ones_apart(sample: Sample, years: int) -> None:
    trend = of(sample, "云溪镇", "石桥镇", years=years)
    figure = bump_figure(trend, SCREEN)
    (axes,) = figure.axes
    low, high = axes.get_ylim()
    assert low > high
    quiet = [found for found in trend.lines if found.unit.id not in trend.chosen]
    assert [[y for _, y in path] for path in paths(axes, "others")] == [floats(found.ranks) for found in quiet]
    for found in trend.lines:
        if found.unit.id in trend.chosen:
            assert [y for _, y in line(axes, f"unit {found.unit.id}")] == floats(found.ranks)
    assert {f"{found.ranks[-1]} {found.unit.name}" for found in trend.lines} <= set(texts(figure))
    assert overlaps(figure) == []


def test_the_chosen_are_told_apart_by_dash_and_marker_too(sample: Sample) -> None:
    figure = bump_figure(of(sample, "云溪镇", "石桥镇", "龙泉镇"), SCREEN)
    drawn = [one for one in figure.axes[0].lines if str(one.get_label()).startswith("unit ")]
    assert len({(one.get_marker(), one.get_linestyle(), one.get_color()) for one in drawn}) == 3
    assert len({one.get_marker() for one in drawn}) == 3


def test_the_sentence_says_who_moved(sample: Sample) -> None:
    said = texts(bump_figure(of(sample, "云溪镇", "石桥镇", "柳林镇"), SCREEN))[0]
    assert said == "柳林镇 up 2 to rank 1, and 云溪镇 down 2 to rank 3, and 石桥镇 down 1 to rank 3"


def test_a_unit_without_a_rank_is_said_to_have_none(sample: Sample) -> None:
    sample.live.show(Month(2026, 1))
    for name in ("云溪镇",):
        sample.clear("ZT", Month(2026, 1), [name])
    trend = bump_trend(sample.live, sample.indicator["ZT"], sample.group["一类乡镇"]).choosing([sample.unit["云溪镇"]])
    assert texts(bump_figure(trend, SCREEN))[0] == "云溪镇 is not ranked"


def test_more_than_can_be_told_apart_are_all_alike(sample: Sample) -> None:
    with sample.book.change("regroup"):
        sample.book.write("UPDATE unit SET group_id = ? WHERE name = '石桥镇'", (sample.group["二类乡镇"],))
    found = bump_trend(sample.live, sample.indicator["SWZJ"], sample.group["二类乡镇"])
    trend = found.choosing([row.unit.id for row in found.lines])
    assert len(trend.lines) > 5
    drawn = [one for one in bump_figure(trend, SCREEN).axes[0].lines if str(one.get_label()).startswith("unit ")]
    assert {one.get_color() for one in drawn} == {SCREEN.palette.accent}
