from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.reports.charts.conftest import bars, floats, many_in, overlaps, texts
from tests.reports.conftest import Sample
from tracker.domain.light import Light
from tracker.metrics.trends.standing import Standing, standing
from tracker.reports.charts.look import screen_look
from tracker.reports.charts.standing import standing_figure, written
from tracker.store.groups import update_group
from tracker.store.units import update_unit

SCREEN = screen_look(dark=False)


def of(sample: Sample, code: str, group: str | None = None) -> Standing:
    return standing(sample.live, sample.indicator[code], None if group is None else sample.group[group])


@pytest.mark.parametrize("code", ["SWZJ", "TS", "GTZ", "ZT", "KGL"])
def test_bars_figures_and_order_are_those_computed(sample: Sample, code: str) -> None:
    found = of(sample, code)
    figure = standing_figure(found, SCREEN)
    (axes,) = figure.axes
    assert bars(axes, "units") == floats([bar.value or 0 for bar in found.bars])
    names = [bar.row.unit.name for bar in found.bars]
    written_names, *_, figures, _ = [[short.text for short in many.shorts] for many in many_in(axes)]
    assert written_names == names
    assert figures == [written(bar.value, found) for bar in found.bars]
    assert overlaps(figure) == []


def test_long_names_give_way_in_the_middle_and_leave_the_bars_their_room(sample: Sample) -> None:
    with sample.book.change("long names"):
        for at, unit in enumerate(sample.live.units):
            update_unit(sample.book, unit.id, name=f"国家级经济技术开发区高新技术产业园第{at}管理委员会办公室")
        for group in sample.live.groups:
            update_group(sample.book, group.id, name=f"{group.name}重点开发乡镇街道及省级以上园区分组")
    figure = standing_figure(of(sample, "SWZJ"), SCREEN, (680, 700))
    (axes,) = figure.axes
    assert axes.get_position().width > 0.25
    names, groups, *_ = [[short.text for short in many.shorts] for many in many_in(axes)]
    assert len(set(names)) == len(names)
    assert all(name.startswith("国家…第") and name.endswith("办公室") for name in names)
    assert len(set(groups)) == len(sample.live.groups)
    assert all(name.endswith("分组") for name in groups)
    assert overlaps(figure) == []


def test_each_light_stands_in_its_units_row(sample: Sample) -> None:
    found = of(sample, "SWZJ")
    (axes,) = standing_figure(found, SCREEN).axes
    for light in Light:
        (marks,) = [one for one in axes.collections if one.get_label() == light.value]
        assert [round(float(y)) for _, y in marks.get_offsets()] == [  # type: ignore[union-attr]
            at for at, bar in enumerate(found.bars) if bar.light is light
        ]


def test_the_pace_and_the_total_cross_the_bars_where_they_are(sample: Sample) -> None:
    found = of(sample, "SWZJ")
    figure = standing_figure(found, SCREEN)
    lines = {line.get_label(): line.get_xdata()[0] for line in figure.axes[0].lines}  # type: ignore[index]
    assert found.pace is not None
    assert found.total_value is not None
    assert (lines["pace"], lines["total"]) == (float(found.pace), float(found.total_value))
    assert {"Pace 75.00%", "The whole county 78.97"} <= set(texts(figure))


def test_the_sentence_counts_who_keeps_the_pace(sample: Sample) -> None:
    assert (
        texts(standing_figure(of(sample, "SWZJ"), SCREEN))[0] == "6 of 17 units keep the pace, and 西城街道 first, 云峰街道 last"
    )
    assert texts(standing_figure(of(sample, "ZT"), SCREEN))[0].startswith("16 units in order")


def test_the_totals_name_stays_within_the_figure_however_long_it_is(sample: Sample) -> None:
    found = of(sample, "SWZJ", "街道")
    assert found.group is not None
    for times in (1, 5):
        group = replace(found.group, name="高新技术产业开发区管理委员会" * times)
        figure = standing_figure(replace(found, group=group, total_value=Fraction(9, 10)), SCREEN)
        (said,) = [text for text in texts(figure) if text.endswith(" 90.00")]
        assert said.startswith("高新技术产业开发区管理委员会")
        assert overlaps(figure) == []


def test_one_group_alone_names_no_groups(sample: Sample) -> None:
    said = texts(standing_figure(of(sample, "SWZJ", "街道"), SCREEN))
    assert "街道" not in said
    assert "西城街道" in said
