import pytest

from tests.exchange.submissions.county import INDICATORS, MONTH, UNITS, sent, sheet
from tracker.exchange.submissions.amounts import amount_of
from tracker.exchange.submissions.names import Names
from tracker.exchange.submissions.understanding import Usual, understand
from tracker.exchange.submissions.words import Basis

TOWN, OTHER = 1, 2
MONEY, SIGNED, BEGUN, LEVEL = 1, 2, 3, 4
TITLE = "城关镇2026年9月"
NAMES = {MONEY: "实际到位省外资金", SIGNED: "新签约亿元以上项目", BEGUN: "新开工亿元以上项目", LEVEL: "在谈项目"}
BY_ID = {one.id: one for one in INDICATORS}


def read(*rows, name="报表.xlsx", place="", **others):
    """(unit, indicator, month's number) → the value and "c" for a cumulative, and the places that are told of."""
    file = sent(sheet(*map(list, rows), **others), name=name)
    understood = understand(file, Names(UNITS, INDICATORS, place=place), usual=Usual(year=MONTH.year))
    found = {}
    for one in understood.figures:
        amount = amount_of(one.text, BY_ID[one.indicator], one.measure)
        text = "refused" if amount.reason else f"{amount.value.normalize():f}"
        basis = "c" if one.basis is Basis.CUMULATIVE else ""
        assert (one.unit, one.indicator, one.month) not in found
        found[one.unit, one.indicator, one.month.number] = text + basis
    return found, [remark.where for remark in understood.remarks]


@pytest.mark.parametrize(
    "measure",
    [
        "单位：万元、个",
        "单位：万元/个",
        "（单位：万元  个）",
        "单位：万",
        "单位：人民币万元",
        "计量单位为万元",
        "金额单位：万元，个",
    ],
)
def test_the_sheets_units_of_measure_are_told_from_one_another(measure):
    found, _ = read([TITLE], ["", measure], ["指标", "当月"], [NAMES[MONEY], 2000], [NAMES[SIGNED], 3])
    assert found == {(TOWN, MONEY, 9): "0.2", (TOWN, SIGNED, 9): "3"}


@pytest.mark.parametrize("label", ["（万）", "（2026年，万元）", "（万元/个）", "(单位:万元)"])
def test_the_measure_beside_a_name_counts_in_any_writing(label):
    found, _ = read([TITLE], ["指标", "当月"], [NAMES[MONEY] + label, 2000], [NAMES[SIGNED], 3])
    assert found.get((TOWN, MONEY, 9), "0.2") == "0.2"


def test_a_title_or_a_note_may_give_the_measure():
    table = (["指标", "当月"], [NAMES[MONEY], 2000], [NAMES[SIGNED], 3])
    expected = {(TOWN, MONEY, 9): "0.2", (TOWN, SIGNED, 9): "3"}
    assert read([TITLE + "月报，单位：万元"], *table)[0] == expected
    assert read([TITLE], *table, ["注：资金单位为万元"])[0] == expected


def test_a_measure_of_another_currency_is_not_taken_for_the_indicators():
    found, _ = read([TITLE], ["", "单位：万美元"], ["指标", "当月"], [NAMES[MONEY], 2000])
    assert found == {(TOWN, MONEY, 9): "refused"}


def test_words_in_brackets_beside_an_indicators_name_count():
    head = [
        "单位",
        NAMES[MONEY] + "（累计）",
        NAMES[SIGNED] + "（9月）",
        NAMES[BEGUN] + "（去年同期）",
        NAMES[LEVEL] + "（工业）",
    ]
    found, told = read(["2026年9月"], head, ["城关镇", 20, 3, 4, 5])
    assert found == {(TOWN, MONEY, 9): "20c", (TOWN, SIGNED, 9): "3"}
    assert told == ["Sheet1!E2"]
    rows = [
        [NAMES[MONEY] + "（上年同期）", 3],
        [NAMES[SIGNED] + "（年度任务）", 9],
        [NAMES[BEGUN] + "（工业）", 1],
        [NAMES[LEVEL], 2],
    ]
    found, told = read([TITLE], ["指标", "当月"], *rows)
    assert found == {(TOWN, LEVEL, 9): "2"}
    assert told == ["Sheet1!A5"]


def test_last_years_column_beside_this_years_is_not_taken():
    for word in ("月", "年完成数"):
        heads = ["2025年9月", "2026年9月"] if word == "月" else ["2025年完成数", "2026年9月完成数"]
        found, _ = read([TITLE], ["指标", *heads], [NAMES[MONEY], 5, 2], [NAMES[BEGUN], 7, ""])
        assert found == {(TOWN, MONEY, 9): "2"}


def test_of_several_columns_the_one_that_says_what_it_counts_is_taken():
    head = ["指标", "本月", "核实数", "比上月±", "期初", "缺口"]
    found, told = read([TITLE], head, [NAMES[MONEY], 5, 6, 1, 2, 3], [NAMES[BEGUN], "", 7, 1, 2, 3])
    assert found == {(TOWN, MONEY, 9): "5"}
    assert told == ["Sheet1!C2"]
    found, told = read([TITLE], ["指标", "核实数", "上报数"], [NAMES[MONEY], 5, 6])
    assert not found
    assert told == ["Sheet1!B2", "Sheet1!C2"]


@pytest.mark.parametrize(
    ("title", "name", "month"),
    [
        ("城关镇报表", "城关镇9月报表2026.10.5.xlsx", 9),
        ("城关镇10月报送9月份数据", "报表.xlsx", 9),
        ("城关镇报表（截至2026年9月28日）", "报表.xlsx", 9),
        ("城关镇报表 2026年10月5日", "9月.xlsx", 9),
        ("城关镇报表 2026-09-01", "报表.xlsx", 9),
    ],
)
def test_the_day_a_report_was_made_is_not_its_month(title, name, month):
    found, _ = read([title], ["指标", "当月"], [NAMES[LEVEL], 5], name=name)
    assert found.keys() == {(TOWN, LEVEL, month)}


def test_tables_below_one_another_have_heads_of_their_own():
    one = [["2026年9月当月"], ["单位", NAMES[MONEY], NAMES[SIGNED]], ["城关镇", 1, 2], ["合计", 1, 2], []]
    found, told = read(*one, ["单位", NAMES[BEGUN], NAMES[LEVEL]], ["青石镇", 7, 8])
    assert found == {(TOWN, MONEY, 9): "1", (TOWN, SIGNED, 9): "2", (OTHER, BEGUN, 9): "7", (OTHER, LEVEL, 9): "8"}
    assert not told
    found, _ = read(*one, ["单位", NAMES[SIGNED], NAMES[MONEY]], ["青石镇", 7, 8])
    assert found == {(TOWN, MONEY, 9): "1", (TOWN, SIGNED, 9): "2", (OTHER, SIGNED, 9): "7", (OTHER, MONEY, 9): "8"}
    found, _ = read(*one, ["单位", NAMES[BEGUN], NAMES[LEVEL], NAMES[MONEY]], ["青石镇", 7, 8, 9])
    assert found.keys() == {(1, MONEY, 9), (1, SIGNED, 9), (2, BEGUN, 9), (2, LEVEL, 9), (2, MONEY, 9)}


def test_tables_below_one_another_have_units_and_months_of_their_own():
    head = ["指标", "当月"]
    blocks = (
        [["填报单位：城关镇", "2026年8月"], head, [NAMES[MONEY], 1]],
        [["填报单位：青石镇", "2026年9月"], head, [NAMES[MONEY], 3]],
    )
    found, _ = read(*blocks[0], [], *blocks[1])
    assert found == {(TOWN, MONEY, 8): "1", (OTHER, MONEY, 9): "3"}
    found, _ = read([TITLE], head, [NAMES[MONEY], 1], ["二、年度目标任务"], ["指标", "完成"], [NAMES[BEGUN], 30])
    assert found == {(TOWN, MONEY, 9): "1"}
    found, told = read([TITLE], head, [NAMES[MONEY], 1], ["青石镇"], [NAMES[BEGUN], 30])
    assert found == {(TOWN, MONEY, 9): "1"}
    assert told == ["Sheet1!A4"]


def test_tables_beside_one_another_are_read_each():
    found, _ = read(
        [TITLE], ["指标", "当月", "指标", "当月"], [NAMES[MONEY], "", NAMES[BEGUN], 3], [NAMES[SIGNED], 2, NAMES[LEVEL], 4]
    )
    assert found == {(TOWN, SIGNED, 9): "2", (TOWN, BEGUN, 9): "3", (TOWN, LEVEL, 9): "4"}


def test_a_column_of_a_unit_that_is_not_known_is_not_the_senders():
    found, told = read(["2026年9月当月"], ["指标", "城关镇", "火星镇"], [NAMES[MONEY], 1, 2], name="大营乡.xlsx")
    assert found == {(TOWN, MONEY, 9): "1"}
    assert told == ["Sheet1!C2"]


def test_another_countys_town_of_the_same_name_is_not_ours():
    table = (["指标", "当月"], [NAMES[MONEY], 1])
    for title in ("清河县城关镇2026年9月", "填报单位：清河县城关镇人民政府 2026年9月"):
        assert not read([title], ["2026年9月"], *table, place="云山县2026年台账")[0]
    for title in ("云山县城关镇2026年9月", "全县城关镇2026年9月", "吉安市云山县城关镇2026年9月"):
        assert read([title], *table, place="云山县2026年台账")[0] == {(TOWN, MONEY, 9): "1"}


def test_figures_in_hidden_rows_and_columns_are_told_of_and_not_taken():
    rows = [["指标", "当月", "累计"], [NAMES[MONEY], 1, 10], [NAMES[SIGNED], 2, 20], [NAMES[BEGUN], 3, 30]]
    found, told = read([TITLE], *rows, hidden_rows=frozenset({3}), hidden_columns=frozenset({2}))
    assert found == {(TOWN, MONEY, 9): "1", (TOWN, BEGUN, 9): "3"}
    assert told == ["Sheet1!C3", "Sheet1!B4"]


def test_rows_may_be_months_or_last_years():
    head = ["", NAMES[MONEY], NAMES[SIGNED]]
    found, _ = read([TITLE], head, ["本月", 1, 2], ["去年同期", 3, 4], ["年度目标", 5, 6])
    assert found == {(TOWN, MONEY, 9): "1", (TOWN, SIGNED, 9): "2"}
    found, _ = read(["城关镇2026年"], ["月份", *head[1:]], ["8月", 1, 2], ["9月", 3, 4])
    assert found == {(TOWN, MONEY, 8): "1", (TOWN, SIGNED, 8): "2", (TOWN, MONEY, 9): "3", (TOWN, SIGNED, 9): "4"}
    found, _ = read(["2026年9月当月"], ["单位", "年度", NAMES[MONEY]], ["城关镇", "2025年", 1], ["青石镇", "2026年", 2])
    assert found == {(OTHER, MONEY, 9): "2"}


def test_a_heading_of_units_over_several_levels_does_not_end_the_head():
    rows = (
        ["序号", "乡镇名称", NAMES[MONEY], "", ""],
        ["", "", "年度目标", "9月", "1-9月"],
        [1, "城关镇", 30, "", ""],
        [2, "青石镇", 40, 2, ""],
    )
    found, _ = read(["2026年9月"], *rows, merged=((1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 4)))
    assert found == {(OTHER, MONEY, 9): "2"}
