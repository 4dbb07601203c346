"""The sheet holds what the metrics say, in the order of the places, formatted as the office prints it."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.reports.conftest import DAY, Sample
from tracker.domain.figure import Figure
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.target import Target, TargetSet
from tracker.metrics.live import Live
from tracker.reports.errors import NoIndicatorToPrint, NoUnitToPrint
from tracker.reports.ranking_sheet import Imprint, ranking_sheet
from tracker.reports.sheet import Paper, RankingSheet, SheetRow
from tracker.store.book import Book
from tracker.store.figures import set_figure
from tracker.store.groups import add_group
from tracker.store.settings import set_clerk
from tracker.store.targets import set_target
from tracker.store.units import add_unit, update_unit

pytestmark = pytest.mark.usefixtures("chinese")


def named(sheet: RankingSheet, name: str) -> SheetRow:
    return next(row for row in sheet.rows() if row.name == name)


def heads(sheet: RankingSheet, band: int = 0) -> list[str]:
    return [column.heading.replace("\n", "") for column in sheet.bands[band].columns]


def test_the_head_of_the_sheet_is_the_offices(sample: Sample) -> None:
    sheet = sample.sheet("SWZJ", "WZ", "QY")
    assert sheet.title == "云山县2026年1-9月招商引资主要指标完成情况排名表"
    assert sheet.as_of == "（截至2026年9月30日）"
    assert sheet.units_of_measure == "单位：亿元、万美元、个、%、个百分点"
    assert (sheet.office, sheet.dated, sheet.date_made) == ("云山县招商服务中心", "2026年10月2日", "2026年10月2日制")
    assert [sign.role for sign in sheet.signatures] == ["制表：", "审核：", "签发："]
    assert [band.heading for band in sheet.bands] == [
        "实际到位省外资金（亿元）",
        "实际利用外资（万美元）",
        "新签约亿元以上项目（个）",
    ]
    assert heads(sheet) == ["年度目标", "当月", "累计", "完成率", "超欠序时", "同比", "位次"]


def test_units_stand_by_place_in_the_order_of_their_groups(sample: Sample) -> None:
    sheet = sample.sheet("SWZJ", "WZ")
    assert [block.subtotal and block.subtotal.name for block in sheet.blocks] == [
        "一类乡镇小计",
        "二类乡镇小计",
        "街道小计",
        "园区小计",
        "县直单位小计",
    ]
    for block in sheet.blocks:
        places = [int(row.position) for row in block.rows]
        assert places == sorted(places)
    assert sheet.total is not None
    assert sheet.total.name == "全县合计"


def test_figures_are_rounded_once_and_the_gap_can_be_checked_by_hand(sample: Sample) -> None:
    sheet = sample.sheet("SWZJ", "KG")
    money, begun = named(sheet, "城关镇").cells[:7], named(sheet, "石桥镇").cells[7:]
    assert money == ("12.00", "1.22", "9.69", "80.75", "+5.75", "+3.75", "2")
    assert begun[3:5] == ("66.67", "−11.33")  # 66.67 − 78.00: the plan's pace, printed less printed


def test_every_figure_is_the_metrics_own(sample: Sample) -> None:
    sheet = sample.sheet(*sample.indicator)
    assert len(sheet.columns) == len(named(sheet, "城关镇").cells)
    table = sample.live.table(sample.indicator["WZ"])
    for row in table.rows:
        cells = named(sheet, row.unit.name).cells[7:14]
        assert cells[-1] == ("-" if row.rank is None else str(row.rank))
        if row.cumulative is not None:
            assert Decimal(cells[2].replace(",", "")) == row.cumulative


def test_ties_share_a_place_and_moves_have_their_marks(sample: Sample) -> None:
    sheet = sample.sheet("SWZJ", "WZ")
    assert [named(sheet, name).position for name in ("云溪镇", "石桥镇", "龙泉镇")] == ["3", "3", "5"]
    assert [named(sheet, name).change for name in ("石桥镇", "白马乡", "城关镇")] == ["▲1", "▽2", "–"]


def test_what_was_not_reported_says_so_and_no_target_is_a_dash(sample: Sample) -> None:
    sheet = sample.sheet("SWZJ", "WZ")
    late = named(sheet, "白马乡").cells
    assert (late[1], late[2]) == ("未报", "3.74")
    assert named(sheet, "小㙦乡").cells[7:] == ("-",) * 7


def test_totals_have_no_place(sample: Sample) -> None:
    sheet = sample.sheet("SWZJ", "WZ")
    assert sheet.total is not None
    assert (sheet.total.position, sheet.total.change, sheet.total.cells[6]) == ("", "", "")
    assert sheet.total.cells[:3] == ("150.00", "16.64", "118.45")


def test_one_indicator_has_its_place_in_front_alone(sample: Sample) -> None:
    sheet = sample.sheet("SWZJ")
    assert "位次" not in heads(sheet)
    assert sheet.title == "云山县2026年1-9月实际到位省外资金完成情况排名表"
    assert named(sheet, "柳林镇").position == "1"


def test_stocks_and_ratios_have_only_the_columns_that_mean_something(sample: Sample) -> None:
    sheet = sample.sheet("ZT", "KGL")
    assert heads(sheet, 0) == ["当月", "同比", "位次"]
    assert heads(sheet, 1) == ["累计", "位次"]
    assert sheet.units_of_measure == "单位：个、%"
    with sample.book.change("targets"):
        set_target(sample.book, Target(2026, sample.unit["城关镇"], sample.indicator["ZT"], Decimal(10)))
    assert heads(sample.sheet("ZT", "KGL"), 0) == ["年度目标", "当月", "完成率", "同比", "位次"]


def test_a_flow_without_any_target_has_no_columns_for_it(sample: Sample) -> None:
    sample.live.show(Month(2030, 3))
    assert heads(sample.sheet("SWZJ", "WZ")) == ["当月", "累计", "同比", "位次"]


def test_what_the_units_are_ranked_by_is_bold(sample: Sample) -> None:
    sheet = sample.sheet("SWZJ", "GTZ", "ZT", "KGL")
    bold = [column.heading for column in sheet.columns if column.bold]
    assert bold == ["完成率", "同比", "当月", "累计"]


def test_the_leading_place_is_the_chosen_indicators(sample: Sample) -> None:
    sheet = sample.sheet("SWZJ", "WZ", lead="WZ")
    assert named(sheet, "城关镇").position == "1"
    assert named(sheet, "城关镇").cells[6] == "2"
    last = sheet.blocks[1].rows[-2:]
    assert [row.position for row in last] == ["-", "-"]
    apart = sample.sheet("SWZJ", lead="WZ")
    assert "位次" in heads(apart)


def test_january_has_no_moves(sample: Sample) -> None:
    assert sample.sheet("SWZJ").heads.change == "升\n降"
    sample.live.show(Month(2026, 1))
    sheet = sample.sheet("SWZJ")
    assert sheet.heads.change == ""
    assert {row.change for row in sheet.rows()} == {""}
    assert sheet.title == "云山县2026年1月实际到位省外资金完成情况排名表"


def test_a_choice_of_groups_leaves_the_others_in_the_total(sample: Sample) -> None:
    sheet = sample.sheet("SWZJ", groups=["街道"])
    assert [block.subtotal and block.subtotal.name for block in sheet.blocks] == ["街道小计"]
    assert sheet.total == sample.sheet("SWZJ").total


def test_a_book_of_one_group_has_no_subtotal_that_repeats_the_total(sample: Sample) -> None:
    with sample.book.change("one group"):
        for unit in sample.unit.values():
            update_unit(sample.book, unit, group=sample.group["街道"])
    (block,) = sample.sheet("QY").blocks
    assert block.subtotal is None
    (held_to_own_target,) = sample.sheet("SWZJ").blocks
    assert held_to_own_target.subtotal is not None


def test_a_target_is_never_shown_rounded(sample: Sample) -> None:
    with sample.book.change("half a project"):
        set_target(sample.book, Target(2026, sample.unit["城关镇"], sample.indicator["QY"], Decimal("4.5")))
    sheet = sample.sheet("QY")
    assert [named(sheet, name).cells[0] for name in ("城关镇", "柳林镇")] == ["4.5", "7.0"]


def test_pasted_line_breaks_do_not_reach_the_paper(sample: Sample) -> None:
    with sample.book.change("rename"):
        update_unit(sample.book, sample.unit["城关镇"], name="城关\n镇\t本级")
        set_clerk(sample.book, "经办\n甲")
    sheet = ranking_sheet(sample.live, imprint=Imprint.of(sample.book, DAY), indicators=[sample.indicator["SWZJ"]])
    assert named(sheet, "城关 镇 本级")
    assert sheet.signatures[0].name == "经办 甲"


def test_the_office_may_set_its_own_title_and_paper(sample: Sample) -> None:
    imprint = replace(Imprint.of(sample.book, DAY, paper=Paper.A3), title="考核结果")
    sheet = ranking_sheet(sample.live, imprint=imprint)
    assert (sheet.title, sheet.paper) == ("考核结果", Paper.A3)


def test_the_same_book_gives_the_same_sheet(sample: Sample) -> None:
    assert sample.sheet("SWZJ", "WZ") == sample.sheet("SWZJ", "WZ")


def test_everything_printed_is_among_the_texts(sample: Sample) -> None:
    sheet = sample.sheet("SWZJ", "WZ")
    texts = set(sheet.texts())
    assert {sheet.title, sheet.office, "城关镇", "未报", "全县合计", "▲1", "年度\n目标", *sheet.notes} <= texts


def test_nothing_to_print_is_told_calmly(sample: Sample) -> None:
    with sample.book.change("end"):
        for unit in sample.unit.values():
            update_unit(sample.book, unit, valid_to=Month(2026, 6), merged_into=None)
    with pytest.raises(NoUnitToPrint, match="2026-09"):
        sample.sheet("SWZJ")


def test_a_book_without_indicators_has_nothing_to_print(tmp_path: Path) -> None:
    with Book.create(tmp_path / "empty.tracker", title="云山县") as book, pytest.raises(NoIndicatorToPrint):
        ranking_sheet(Live(book), imprint=Imprint.of(book, DAY))


def test_an_unknown_indicator_is_a_mistake_of_ours(sample: Sample) -> None:
    with pytest.raises(KeyError):
        ranking_sheet(sample.live, imprint=sample.imprint, indicators=[IndicatorId(999)])


def test_one_unit_is_a_sheet_too(sample: Sample) -> None:
    with sample.book.change("one"):
        lonely = add_group(sample.book, "其他")
        unit = add_unit(sample.book, code="X", name="独家", group=lonely)
        set_figure(sample.book, Figure(unit, sample.indicator["SWZJ"], Month(2026, 9), Decimal("0.5")))
    sheet = sample.sheet("SWZJ", groups=["其他"])
    (block,) = sheet.blocks
    assert block.rows == (SheetRow("独家", ("-", "0.50", "0.50", "-", "-", "-"), "-", ""),)
    assert block.subtotal is not None


def test_the_stretch_targets_are_shown_when_asked_for(sample: Sample) -> None:
    assigned = named(sample.sheet("SWZJ"), "城关镇").cells[0]
    sample.live.show(target_set=TargetSet.STRETCH)
    stretch = sample.sheet("SWZJ")
    assert named(stretch, "城关镇").cells[0] != assigned
    assert stretch.notes[0].endswith("目标为县自加压目标。")
