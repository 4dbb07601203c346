"""Every mark lies where its figure is drawn, so that pointing at it tells the right one."""

from __future__ import annotations

import pytest

from tests.reports.charts.conftest import line, overlaps, paths, texts
from tests.reports.conftest import Sample
from tracker.domain.unit import UnitId
from tracker.reports.charts.chart import Canvas, Chart, ChartChoice, ChartKind, chart_of, kind_name
from tracker.reports.charts.look import screen_look
from tracker.reports.charts.marks import nearest
from tracker.reports.errors import NoIndicatorToPrint, NoUnitToPrint

CANVAS = Canvas(screen_look(dark=False))


def chart(sample: Sample, kind: ChartKind, *, group: str | None = None, units: tuple[UnitId, ...] = (), years: int = 1) -> Chart:
    owner = None if group is None else sample.group[group]
    return chart_of(sample.live, ChartChoice(kind, (sample.indicator["SWZJ"],), owner, units, years), CANVAS)


def test_a_courses_marks_are_its_points(sample: Sample) -> None:
    found = chart(sample, ChartKind.PACE, units=(sample.unit["云溪镇"],))
    own = [(mark.x, mark.y) for mark in found.marks if mark.subject.name == "云溪镇"]
    assert own == line(found.figure.axes[0], "course")
    assert {mark.subject.name for mark in found.marks} == {"城关镇", "云溪镇", "石桥镇", "柳林镇", "龙泉镇"}
    mark = found.marks[0]
    assert mark.rates is not None
    assert (mark.month.number, mark.indicator.code) == (1, "SWZJ")


def test_each_bar_has_its_mark_in_the_middle(sample: Sample) -> None:
    found = chart(sample, ChartKind.STANDING)
    bars = paths(found.figure.axes[0], "units")
    assert len(found.marks) == 17
    assert [mark.x * 2 for mark in found.marks] == [bar[1][0] for bar in bars]


def test_the_chosen_units_ranks_are_found_first(sample: Sample) -> None:
    found = chart(sample, ChartKind.BUMP, units=(sample.unit["石桥镇"], sample.unit["县商务局"]), years=2)
    assert {mark.subject.name for mark in found.marks[:21]} == {"石桥镇"}
    assert len(found.marks) == 5 * 21
    assert all(mark.rank == mark.y for mark in found.marks)


def test_a_heat_maps_marks_are_its_cells(sample: Sample) -> None:
    found = chart(sample, ChartKind.HEAT, group="一类乡镇")
    assert len(found.marks) == 5 * 9
    by_indicator = chart_of(sample.live, ChartChoice(ChartKind.INDICATORS), CANVAS)
    assert {mark.indicator.code for mark in by_indicator.marks} == {indicator.code for indicator in sample.live.indicators}


def test_a_compositions_marks_lie_in_their_parts(sample: Sample) -> None:
    found = chart(sample, ChartKind.COMPOSITION)
    for mark in found.marks:
        bar = next(bar for bar in paths(found.figure.axes[0], mark.subject.name) if bar[0][0] < mark.x < bar[1][0])
        assert ((bar[0][1] or 0) + (bar[2][1] or 0)) / 2 == pytest.approx(mark.y)
    assert sum(mark.share or 0 for mark in found.marks if mark.month.number == 9) == 1


@pytest.mark.parametrize("kind", [ChartKind.BUMP, ChartKind.HEAT, ChartKind.COMPOSITION, ChartKind.MULTIPLES])
def test_what_runs_over_several_years_tells_the_first_month_and_the_last(sample: Sample, kind: ChartKind) -> None:
    assert "January to 9 2026" in texts(chart(sample, kind).figure)[1]
    assert "1 2025 to 9 2026" in texts(chart(sample, kind, years=2).figure)[1]


def test_a_funnels_marks_are_stages_and_conversions(sample: Sample) -> None:
    found = chart_of(sample.live, ChartChoice(ChartKind.FUNNEL), CANVAS)
    assert [mark.axes for mark in found.marks[:4]] == [0, 0, 0, 1]
    assert {mark.axes for mark in found.marks} == {0, 1, 2}
    assert all((mark.axes > 0) == (mark.conversion is not None) and mark.share is None for mark in found.marks)


def test_a_small_pictures_marks_lie_on_its_line(sample: Sample) -> None:
    found = chart(sample, ChartKind.MULTIPLES)
    drawn = {(round(x, 6), round(y, 6)) for path in paths(found.figure.axes[0], "units") for x, y in path if y is not None}
    assert {(round(mark.x, 6), round(mark.y, 6)) for mark in found.marks} == drawn


def test_the_nearest_mark_within_reach_is_found() -> None:
    places = [(0.0, 0.0), (10.0, 0.0)]
    assert nearest(places, (7, 1), 5) == 1
    assert nearest(places, (5, 40), 5) is None
    assert nearest([], (0, 0), 5) is None


def test_a_group_has_its_course_too_and_a_bump_chart_the_first_group(sample: Sample) -> None:
    assert chart(sample, ChartKind.PACE, group="街道").title.startswith("街道 ")
    assert {mark.subject.name for mark in chart(sample, ChartKind.BUMP).marks} >= {"城关镇"}


def test_nothing_to_draw_is_said(sample: Sample) -> None:
    with sample.book.change("remove"):
        sample.book.write("UPDATE unit SET valid_from = NULL, valid_to = 202512")
    with pytest.raises(NoUnitToPrint):
        chart(sample, ChartKind.PACE)
    with sample.book.change("remove"):
        for table in ("figure", "target", "plan_share", "scheme_line", "indicator"):
            sample.book.write(f"DELETE FROM {table}")
    with pytest.raises(NoIndicatorToPrint):
        chart_of(sample.live, ChartChoice(ChartKind.PACE), CANVAS)


def test_every_kind_has_its_name() -> None:
    assert len({kind_name(kind) for kind in ChartKind}) == len(ChartKind)


@pytest.mark.parametrize("width", [480, 700, 1600])
@pytest.mark.parametrize("kind", list(ChartKind))
def test_long_names_and_narrow_windows_bring_no_text_over_another(sample: Sample, kind: ChartKind, width: int) -> None:
    with sample.book.change("rename"):
        sample.book.write("UPDATE unit SET name = '云山县高新技术产业开发区管委会' WHERE name = '石桥镇'")
        sample.book.write("UPDATE unit_group SET name = '省级以上开发区和产业园区' WHERE name = '园区'")
        sample.book.write("UPDATE indicator SET name = '实际到位省外境内资金（亿元以上项目）' WHERE code = 'SWZJ'")
    chosen = () if kind in (ChartKind.FUNNEL, ChartKind.INDICATORS) else (sample.indicator["SWZJ"],)
    choice = ChartChoice(kind, chosen, units=(sample.live.units[2].id,), years=3)
    assert overlaps(chart_of(sample.live, choice, Canvas(screen_look(dark=False), width, 440)).figure) == []
