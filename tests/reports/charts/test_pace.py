"""What is drawn is what is computed, read from the artists; words as they are on paper and on screen."""

from __future__ import annotations

import pytest

from tests.reports.charts.conftest import floats, has_line, line, overlaps, paths, texts, unit_named
from tests.reports.conftest import Sample
from tracker.domain.period import Month
from tracker.metrics.trends.pace import PaceTrend, pace_trend
from tracker.metrics.trends.subject import COUNTY, Subject
from tracker.reports.charts.look import paper_look, screen_look
from tracker.reports.charts.pace import pace_figure

SCREEN = screen_look(dark=False)


def trend_of(sample: Sample, code: str, unit: str | None = None, month: int = 9) -> PaceTrend:
    sample.live.show(Month(2026, month))
    subject = COUNTY if unit is None else Subject(unit=unit_named(sample, unit))
    return pace_trend(sample.live, sample.indicator[code], subject)


@pytest.mark.parametrize("unit", [None, "云溪镇"])
def test_every_line_is_what_was_computed(sample: Sample, unit: str | None) -> None:
    trend = trend_of(sample, "SWZJ", unit)
    course, months = pace_figure(trend, SCREEN).axes
    assert [y for _, y in line(course, "course")] == floats([point.value for point in trend.points])
    assert [x for x, _ in line(course, "course")] == list(range(1, 10))
    assert [y for _, y in line(course, "last_year")] == floats(trend.last_year)
    assert [y for _, y in line(course, "pace")] == floats(trend.pace[:9])
    assert [y for _, y in line(course, "pace_to_come")] == floats(trend.pace[8:])
    assert trend.projection is not None
    assert line(course, "projection") == [(9, *floats([trend.last.value])), (12, *floats([trend.projection.year_end]))]
    assert [y for _, y in line(course, "projection_spread")] == floats([trend.projection.lowest, trend.projection.highest])
    assert [[y for _, y in path] for path in paths(course, "others")] == [floats(other.values) for other in trend.others]
    bars = {round(bar.get_x() + bar.get_width() / 2): bar.get_height() for bar in months.patches}  # type: ignore[attr-defined]
    own = {point.month.number: point.rates.month_value for point in trend.points if point.rates}
    assert bars == dict(zip(own, floats(list(own.values())), strict=True))


def test_labels_name_each_line_at_its_end(sample: Sample) -> None:
    said = texts(pace_figure(trend_of(sample, "SWZJ", "云溪镇"), SCREEN))
    assert (
        said[0] == "云溪镇 has done 76.00% by the end of month 9, and 1.00 percentage points ahead of the pace, and rank 3 of 5"
    )
    assert {"云溪镇 76.00", "柳林镇 86.45", "At this rate 101.33", "Pace 100.00", "Target 10.50 亿元", "Published"} <= set(said)


@pytest.mark.usefixtures("chinese")
def test_on_paper_the_words_are_chinese_whatever_is_spoken(sample: Sample) -> None:
    said = texts(pace_figure(trend_of(sample, "SWZJ"), paper_look("全县")))
    assert said[0] == "全县9月底完成78.97%，超序时进度3.97个百分点"
    assert {"年度目标 150.00 亿元", "已发布", "9月"} <= set(said)


@pytest.mark.parametrize("month", [1, 2, 6, 9, 10, 11, 12])
@pytest.mark.parametrize("code", ["SWZJ", "WZ", "ZT"])
def test_no_label_lies_over_another_or_over_the_edge(sample: Sample, code: str, month: int) -> None:
    assert overlaps(pace_figure(trend_of(sample, code, "云溪镇", month), SCREEN)) == []


def test_a_blank_is_a_gap_and_has_no_bar(sample: Sample) -> None:
    sample.clear("SWZJ", Month(2026, 4), ["云溪镇"])
    course, months = pace_figure(trend_of(sample, "SWZJ", "云溪镇"), SCREEN).axes
    assert [x for x, y in line(course, "course") if y is None] == [4]
    assert 4 not in {round(bar.get_x() + bar.get_width() / 2) for bar in months.patches}  # type: ignore[attr-defined]


def test_a_unit_without_figures_says_so(sample: Sample) -> None:
    for month in range(1, 10):
        sample.clear("SWZJ", Month(2026, month), ["云溪镇"])
    figure = pace_figure(trend_of(sample, "SWZJ", "云溪镇"), SCREEN)
    assert texts(figure)[0] == "云溪镇 has no figures up to month 9"
    assert not has_line(figure.axes[0], "projection")


def test_what_has_no_target_is_drawn_in_its_unit_of_measure(sample: Sample) -> None:
    figure = pace_figure(trend_of(sample, "ZT"), SCREEN)
    assert not has_line(figure.axes[0], "goal")
    assert any(text.endswith(" 个") for text in texts(figure))


def test_a_look_without_titles_leaves_the_sentence_to_the_page(sample: Sample) -> None:
    said = texts(pace_figure(trend_of(sample, "SWZJ"), screen_look(dark=True, titled=False)))
    assert said[0].startswith("实际到位省外资金, ")
