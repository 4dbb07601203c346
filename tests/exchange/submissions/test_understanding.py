import pytest

from tests.exchange.submissions.county import MONTH, names, sent, sheet
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.exchange.submissions.names import KnownWords
from tracker.exchange.submissions.understanding import Told, Usual, understand
from tracker.exchange.submissions.words import Basis

TOWN, MONEY, SIGNED, LEVEL = 1, 1, 2, 4
M, C = Basis.MONTH, Basis.CUMULATIVE


def read(*sheets, name="报表.xlsx", usual=None, told=None, known=None):
    """(unit, indicator, month's number, basis, text, measure) of every figure, and the reasons of what was left."""
    file = sent(*sheets, name=name)
    understood = understand(file, names(known), usual=usual or Usual(year=2026), told=told)
    figures = [(one.unit, one.indicator, one.month.number, one.basis, one.text, one.measure) for one in understood.figures]
    return figures, [(remark.where, remark.text, remark.reason) for remark in understood.remarks]


def test_which_column_is_the_month_and_which_the_cumulative():
    table = sheet(
        ["城关镇招商引资月报表（2026年9月）"],
        ["指标", "单位", "全年目标", "上月", "本月", "1-9月", "去年同期累计", "同比%", "完成率", "备注"],
        ["实际到位省外资金", "万元", 9, 8, 7, 6, 5, 4, 3, "x"],
    )
    figures, remarks = read(table)
    assert figures == [(TOWN, MONEY, 9, M, "7", "万元"), (TOWN, MONEY, 9, C, "6", "万元")]
    assert not remarks


def test_months_across_and_months_with_their_cumulatives():
    table = sheet(["2026年城关镇"], ["指标名称", "8月", "1-8月", "九月份", "全年目标"], ["在谈项目（个）", 1, 2, 3, 4])
    figures, _ = read(table)
    assert figures == [(TOWN, LEVEL, 8, M, "1", "个"), (TOWN, LEVEL, 8, C, "2", "个"), (TOWN, LEVEL, 9, M, "3", "个")]


def test_a_list_with_unit_indicator_and_figure_in_a_row():
    table = sheet(
        ["2026年9月"],
        ["乡镇", "指标名称", "当月完成"],
        ["城关镇", "实际到位省外资金", 1],
        ["", "新签约亿元以上项目", 2],
        ["青石镇", "实际到位省外资金", 3],
        ["合计", "", 4],
    )
    figures, remarks = read(table)
    assert [figure[:2] + figure[4:5] for figure in figures] == [(1, 1, "1"), (1, 2, "2"), (2, 1, "3")]
    assert not remarks


def test_indicators_down_and_units_across():
    table = sheet(["2026年9月当月"], ["指标名称", "城关镇", "青石镇", "合计"], ["在谈项目", 1, 2, 3])
    figures, _ = read(table)
    assert [figure[:2] + figure[4:5] for figure in figures] == [(1, LEVEL, "1"), (2, LEVEL, "2")]


def test_one_indicator_that_the_title_names():
    table = sheet(
        ["2026年9月实际到位省外资金完成情况（万元）"], ["序号", "单位", "当月", "累计"], [1, "城关镇", 5, 6], [2, "石桥镇", 7, 8]
    )
    figures, remarks = read(table)
    assert figures[:2] == [(1, MONEY, 9, M, "5", "万元"), (1, MONEY, 9, C, "6", "万元")]
    assert len(figures) == 4
    assert not remarks


def test_a_figure_on_both_bases_down_the_rows():
    table = sheet(
        ["城关镇2026年9月"],
        ["指标名称", "", "完成数"],
        ["实际到位省外资金", "当月", 1],
        ["", "累计", 2],
        merged=((2, 0, 3, 0),),
    )
    figures, _ = read(table)
    assert [(figure[3], figure[4]) for figure in figures] == [(M, "1"), (C, "2")]


def test_a_title_of_cumulatives_is_believed():
    table = sheet(["2026年1-9月各单位累计完成情况"], ["单位", "实际到位省外资金（亿元）", "在谈项目"], ["城关镇", 5, 6])
    figures, _ = read(table)
    assert figures == [(1, MONEY, 9, C, "5", "亿元"), (1, LEVEL, 9, C, "6", "")]


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("城关镇", 1),
        ("城 关 镇人民政府", 1),
        ("城关", 1),
        ("云山县城关镇（盖章）", 1),
        ("U01", 1),
        ("云峰街道办事处", 6),
        ("经济开发区管委会", 7),
        ("商务局", 8),
        ("石桥", 3),
        ("大石桥镇", 4),
        ("小石桥镇", None),
        ("城关镇中学", None),
        ("不存在镇", None),
    ],
)
def test_a_unit_is_found_only_where_it_is_certain(label, unit):
    assert names().unit(label) == unit


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("大石桥镇2026年9月报表", 4),
        ("云山县石桥镇报表", 3),
        ("新石桥镇报表", None),
        ("9月城关报表", 1),
        ("城关镇、青石镇报表", None),
    ],
)
def test_a_title_is_not_taken_for_another_unit_whose_name_it_holds(title, unit):
    assert names().unit_within(title) == unit


def test_the_sheets_own_word_counts_before_the_files_name_and_two_months_are_asked_about():
    august = sheet(["城关镇月报（2026年8月）"], ["指标", "当月"], ["在谈项目", 1], name="9月")
    figures, remarks = read(august)
    assert not figures
    assert remarks[0][0] == "9月"
    assert "two months" in remarks[0][2]
    figures, remarks = read(august, told=Told(month=Month(2026, 8)))
    assert figures == [(1, LEVEL, 8, M, "1", "")]
    table = sheet(["报表"], ["指标", "当月"], ["在谈项目", 1])
    assert read(table, name="城关镇9月.xlsx")[0] == [(1, LEVEL, 9, M, "1", "")]
    assert read(table, name="城关镇.xlsx", usual=Usual(MONTH, 2026))[0] == [(1, LEVEL, 9, M, "1", "")]
    (_, remarks) = read(table, name="城关镇.xlsx")
    assert "which month" in remarks[0][2]


def test_what_is_not_known_is_told_with_its_cell_and_not_taken():
    table = sheet(
        ["城关镇2026年9月"],
        ["指标", "当月"],
        ["新增市场主体", 3],
        ["在谈项目", 1],
        ["开工率", 50],
        ["注：以上为快报数", ""],
        ["填报人：张三", 1],
    )
    figures, remarks = read(table)
    assert figures == [(1, LEVEL, 9, M, "1", "")]
    assert remarks == [("Sheet1!A3", "新增市场主体", remarks[0][2])]
    wide = sheet(["2026年9月当月"], ["单位", "在谈项目", "专利数"], ["城关镇", 1, 2], ["火星镇", 3, 4], ["合计", 4, 6])
    figures, remarks = read(wide)
    assert figures == [(1, LEVEL, 9, M, "1", "")]
    assert {remark[:2] for remark in remarks} == {("Sheet1!C2", "专利数"), ("Sheet1!A4", "火星镇")}


def test_what_the_office_explained_is_remembered():
    table = sheet(["城投公司 2026年9月"], ["指标", "完成数", "上报数"], ["到位资金", 5, 6], ["专利", 1, 2])
    known = KnownWords(
        {"城投公司": UnitId(1)}, {"到位资金": IndicatorId(MONEY), "专利": None}, {"完成数": Basis.CUMULATIVE, "上报数": None}
    )
    figures, remarks = read(sheet(["填报单位：城投公司"], *table.rows, name="月报"), known=known)
    assert figures == [(1, MONEY, 9, C, "5", "")]
    assert not remarks


def test_hidden_and_useless_sheets_are_left_out_and_said_so():
    good = sheet(["城关镇2026年9月"], ["指标", "当月"], ["在谈项目", 1])
    help_ = sheet(["填报说明"], ["请于5日前报送"], name="说明")
    old = sheet(["城关镇2026年9月"], ["指标", "当月"], ["在谈项目", 9], name="旧表", hidden=True)
    figures, remarks = read(good, help_, old)
    assert figures == [(1, LEVEL, 9, M, "1", "")]
    assert [(where, text) for where, text, _ in remarks] == [("旧表", "旧表")]
    figures, remarks = read(help_)
    assert not figures
    assert "No table" in remarks[0][2]


def test_the_sheets_unit_of_measure_is_that_of_its_money():
    table = sheet(["城关镇2026年9月当月", "", "单位：万元"], ["指标", "完成"], ["实际到位省外资金", 5], ["在谈项目", 6])
    figures, _ = read(table)
    assert [(figure[1], figure[5]) for figure in figures] == [(MONEY, "万元"), (LEVEL, "")]


def test_the_day_of_filling_in_is_not_the_month_it_is_about():
    table = sheet(
        ["城关镇招商引资月报", ""],
        ["报表月份", "2026-09-01", "填报时间：", "2026-10-03"],
        ["指标", "当月"],
        ["在谈项目", 6],
    )
    figures, remarks = read(table)
    assert figures == [(1, LEVEL, 9, M, "6", "")]
    assert not remarks


def test_what_is_neither_said_to_be_the_month_nor_the_cumulative_is_asked_about_once():
    table = sheet(["城关镇2026年9月"], ["指标", "完成数"], ["在谈项目", 6], ["实际到位省外资金", 5])
    figures, remarks = read(table)
    assert [figure[3] for figure in figures] == [M, M]
    assert [(where, text) for where, text, _ in remarks] == [("Sheet1!B2", "完成数")]
    known = KnownWords(bases={"完成数": Basis.MONTH})
    assert not read(table, known=known)[1]
