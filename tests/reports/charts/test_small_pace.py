"""The small course draws what was computed, read from the artists, and no text of it lies over another."""

from __future__ import annotations

import pytest

from tests.reports.charts.conftest import floats, has_line, line, overlaps, texts
from tests.reports.charts.test_pace import SCREEN, trend_of
from tests.reports.conftest import Sample
from tracker.domain.period import Month
from tracker.reports.charts.chart import Canvas, ChartChoice, ChartKind, chart_of
from tracker.reports.charts.look import paper_look
from tracker.reports.charts.small_pace import SIZE, small_pace_figure


@pytest.mark.parametrize("unit", [None, "云溪镇"])
def test_course_pace_and_last_year_are_what_was_computed_and_nothing_else_is_drawn(sample: Sample, unit: str | None) -> None:
    trend = trend_of(sample, "SWZJ", unit)
    (course,) = small_pace_figure(trend, SCREEN).axes
    assert [y for _, y in line(course, "course")] == floats([point.value for point in trend.points])
    assert [y for _, y in line(course, "last_year")] == floats(trend.last_year)
    assert [y for _, y in line(course, "pace")] == floats(trend.pace[:9])
    assert [y for _, y in line(course, "pace_to_come")] == floats(trend.pace[8:])
    assert not has_line(course, "projection")
    assert not [one for one in course.collections if one.get_label() == "others"]


def test_it_says_what_it_is_of_and_names_lines_and_few_months_and_numbers(sample: Sample) -> None:
    said = texts(small_pace_figure(trend_of(sample, "SWZJ", "云溪镇"), SCREEN))
    assert said == [
        *("Cumulative, % of this year’s target", "Pace", "Last year", "76.00"),
        *("0", "50", "100", "month 9", "month 1"),
    ]


def test_what_has_no_target_is_drawn_in_its_unit_of_measure_without_a_pace(sample: Sample) -> None:
    said = texts(small_pace_figure(trend_of(sample, "ZT"), SCREEN))
    assert said[0] == "Cumulative, 个"
    assert "Pace" not in said


@pytest.mark.parametrize("month", [1, 2, 6, 9, 10, 11, 12])
@pytest.mark.parametrize("code", ["SWZJ", "WZ", "ZT"])
@pytest.mark.parametrize("unit", [None, "云溪镇", "龙泉镇"])
def test_no_text_lies_over_another_or_over_the_edge(sample: Sample, code: str, month: int, unit: str | None) -> None:
    assert overlaps(small_pace_figure(trend_of(sample, code, unit, month), SCREEN)) == []


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("month", [2, 9, 11])
@pytest.mark.parametrize("code", ["SWZJ", "WZ", "ZT"])
def test_nor_do_they_in_chinese(sample: Sample, code: str, month: int) -> None:
    figure = small_pace_figure(trend_of(sample, code, "云溪镇", month), paper_look("全县"))
    assert overlaps(figure) == []
    assert f"{month}月" in texts(figure)


def test_the_figure_stands_over_the_course_and_under_it_where_it_is_behind(sample: Sample) -> None:
    for unit, is_ahead in (("云溪镇", True), ("龙泉镇", False)):
        trend = trend_of(sample, "SWZJ", unit)
        (course,) = small_pace_figure(trend, SCREEN).axes
        own = next(text for text in course.texts if text.get_text() not in {"Pace", "Last year"})
        assert trend.last.value is not None
        assert bool(own.get_position()[1] > float(trend.last.value)) is is_ahead


def test_without_any_figure_there_are_the_lines_it_would_stand_against(sample: Sample) -> None:
    for month in range(1, 10):
        sample.clear("SWZJ", Month(2026, month), ["云溪镇"])
    said = texts(small_pace_figure(trend_of(sample, "SWZJ", "云溪镇"), SCREEN))
    assert said[1:3] == ["Pace", "Last year"]
    assert not [text for text in said if "." in text]


def test_a_small_canvas_has_the_small_course_with_its_sentence_and_its_own_figures_alone(sample: Sample) -> None:
    sample.live.show(Month(2026, 9))
    choice = ChartChoice(ChartKind.PACE, (sample.indicator["SWZJ"],))
    chart = chart_of(sample.live, choice, Canvas(SCREEN, SIZE[0], is_small=True))
    assert len(chart.figure.axes) == 1
    assert chart.title.startswith("The whole county has done 78.97%")
    assert {mark.subject.name for mark in chart.marks} == {""}
    assert len(chart.marks) == 9
    assert (chart.figure.bbox.width, chart.figure.bbox.height) == SIZE
