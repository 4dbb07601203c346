"""A county's names, and sheets about it as units make them up, in new combinations of oddities, with what each holds.

Chinese here is data: names of units and indicators, and what is written round figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.period import Month
from tracker.domain.unit import GroupId, Unit, UnitId
from tracker.exchange.submissions.names import KnownWords, Names
from tracker.exchange.submissions.sheet import SentFile, Sheet

MONTH = Month(2026, 9)
UNITS = [
    Unit(UnitId(number), f"U{number:02}", name, GroupId(1), number)
    for number, name in enumerate(
        ("城关镇", "青石镇", "石桥镇", "大石桥镇", "大营乡", "云峰街道", "经济开发区", "县商务局"), start=1
    )
]
INDICATORS = [
    Indicator(IndicatorId(1), "WZ", "实际到位省外资金", "亿元", 4),
    Indicator(IndicatorId(2), "QY", "新签约亿元以上项目", "个", 0),
    Indicator(IndicatorId(3), "KG", "新开工亿元以上项目", "个", 0),
    Indicator(IndicatorId(4), "ZT", "在谈项目", "个", 0, kind=Kind.STOCK),
    Indicator(IndicatorId(5), "KGL", "开工率", "%", 2, kind=Kind.RATIO, numerator=IndicatorId(3), denominator=IndicatorId(2)),
]
REPORTED = INDICATORS[:4]

Placed = dict[tuple[int, int, Month], Decimal]


def names(known: KnownWords | None = None) -> Names:
    """The county's names, with the words that the office has explained."""
    return Names(UNITS, INDICATORS, known)


def sheet(*rows: list[object], name: str = "Sheet1", merged: tuple = (), hidden: bool = False, **unseen) -> Sheet:
    """A sheet with those cells; None is blank."""
    texts = tuple(tuple("" if cell is None else str(cell) for cell in row) for row in rows)
    return Sheet(name, texts, merged, hidden, **unseen)


def sent(*sheets: Sheet, name: str = "报表.xlsx") -> SentFile:
    """A file with those sheets."""
    return SentFile(name, "0" * 64, None, sheets)


@dataclass(frozen=True)
class Made:
    """A file that a unit might send, and what it holds: values in the book's units of measure."""

    file: SentFile
    figures: Placed


_AMOUNTS = st.integers(0, 10**7).map(lambda ten_thousands: Decimal(ten_thousands) / 10_000)
_COUNTS = st.integers(0, 5_000).map(Decimal)
_FULL_WIDTH = {ord(plain): full for plain, full in zip("0123456789.,", "０１２３４５６７８９．，", strict=True)}


@st.composite
def _written(draw, value: Decimal, measure: str, given: str) -> str:
    """The figure as it may stand in a cell of a column in `given`, for an indicator in `measure`."""
    if measure == "亿元" and given == "万元":
        value *= 10_000
    plain = f"{value.normalize():f}" if value else "0"
    ways = [plain, f"{plain}{given}", f" {plain} "]
    if value >= 1000:
        ways.append(f"{value.normalize():,f}")
    if measure == "亿元" and given == "亿元" and value * 10_000 == int(value * 10_000):
        ways.append(f"{int(value * 10_000)}万元")
    text = draw(st.sampled_from(ways))
    return text.translate(_FULL_WIDTH) if draw(st.booleans()) else text


def _name(draw, name: str) -> str:
    """The unit's name as it may be written."""
    ways = [name, " ".join(name), f"云山县{name}" if not name.startswith("县") else name, f"{name}（盖章）"]
    if name.endswith(("镇", "乡")):
        ways += [f"{name}人民政府", f" {name} "]
    if name.endswith("街道"):
        ways.append(f"{name}办事处")
    return draw(st.sampled_from(ways))


def _label(draw, indicator: Indicator, number: int, measure: str) -> str:
    bare = indicator.name
    return draw(
        st.sampled_from(
            [bare, f"{number}.{bare}", f"{number}、{bare}", f"（{'一二三四五'[number - 1]}）{bare}", f"{bare}（{measure}）"]
        )
    )


def _measure(draw, indicator: Indicator) -> str:
    return draw(st.sampled_from(["亿元", "万元"])) if indicator.unit == "亿元" else indicator.unit


def _value(draw, indicator: Indicator) -> Decimal:
    return draw(_AMOUNTS if indicator.unit == "亿元" else _COUNTS)


_TITLES = (
    "{unit}招商引资月报表（2026年9月）",
    "2026年9月份{unit}招商引资情况",
    "{unit}二〇二六年九月招商引资统计表",
    "{unit}招商引资（2026.9）",
)
_SIGNATURES = (["填报人：张三", "审核人：李四"], ["注：数据截至2026年9月30日。"], ["单位负责人：", "", "填报时间：2026年10月3日"])


@st.composite
def forms(draw) -> Made:
    """One unit's sheet, indicators down: units of measure in a column or in brackets, other columns beside, rows left blank."""
    unit = draw(st.sampled_from(UNITS))
    chosen = draw(st.lists(st.sampled_from(REPORTED), min_size=2, max_size=4, unique=True))
    in_column = draw(st.booleans())
    heads = [
        "指标名称",
        *(["计量单位"] if in_column else []),
        *draw(st.permutations(["年度目标", "9月当月", "去年同期", "备注"])),
    ]
    figures: Placed = {}
    rows: list[list[object]] = []
    for number, indicator in enumerate(chosen, start=1):
        measure = _measure(draw, indicator)
        value = _value(draw, indicator)
        label = indicator.name if in_column else f"{number}.{indicator.name}（{measure}）"
        if in_column:
            label = _label(draw, indicator, number, measure)
        beside = {
            "指标名称": label,
            "计量单位": measure,
            "年度目标": 500,
            "去年同期": draw(_COUNTS),
            "备注": draw(st.sampled_from(["", "已核实"])),
        }
        if draw(st.integers(0, 5)):
            beside["9月当月"] = draw(_written(value, indicator.unit, measure))
            figures[unit.id, indicator.id, MONTH] = value
        rows.append([beside.get(head, "") for head in heads])
    told_by = draw(st.sampled_from(["title", "line", "file", "sheet"]))
    title = draw(st.sampled_from(_TITLES)).format(unit=unit.name if told_by == "title" else "")
    above: list[list[object]] = [[title] + [""] * (len(heads) - 1)]
    if told_by == "line":
        above.append(
            draw(st.sampled_from([["填报单位：" + _name(draw, unit.name)], ["填报单位（盖章）", _name(draw, unit.name)]]))
        )
    if draw(st.booleans()):
        above.append([])
    below = draw(st.lists(st.sampled_from(_SIGNATURES), max_size=2))
    made = sheet(*above, heads, *rows, *below, name=unit.name if told_by == "sheet" else "Sheet1")
    return Made(sent(made, name=f"{unit.name}9月报表.xlsx" if told_by == "file" else "报表.xlsx"), figures)


@st.composite
def summaries(draw) -> Made:
    """Many units' sheet, indicators across: a head of one to three levels, 当月 and 累计 beside each other, totals and notes."""
    units = draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=6, unique=True))
    chosen = draw(st.lists(st.sampled_from(REPORTED), min_size=2, max_size=4, unique=True))
    both = draw(st.booleans())
    over = draw(st.booleans())
    measures = [_measure(draw, indicator) for indicator in chosen]
    width = 2 if both else 1
    start = 2
    heads = [["序号", "单位"], ["", ""], ["", ""]]
    merged = [(1, 0, 1, 1)]
    for position, (indicator, measure) in enumerate(zip(chosen, measures, strict=True)):
        heads[0] += [draw(st.sampled_from(["资金类", "项目类"])) if over else "", *[""] * (width - 1)]
        heads[1] += [f"{indicator.name}（{measure}）", *[""] * (width - 1)]
        heads[2] += ["当月", "累计"] if both else [""]
        if both:
            merged.append((2, start + position * 2, 2, start + position * 2 + 1))
    if not over:
        heads[0] = [""] * len(heads[0])
        heads[1][:2] = ["序号", "单位"]
    head = [row for row, is_there in zip(heads, (over, True, both), strict=True) if is_there]
    merged = [(top - (not over), left, bottom - (not over), right) for top, left, bottom, right in merged if top > 1 or over]
    figures: Placed = {}
    rows: list[list[object]] = []
    for number, unit in enumerate(units, start=1):
        row: list[object] = [number, _name(draw, unit.name)]
        for indicator, measure in zip(chosen, measures, strict=True):
            value = _value(draw, indicator)
            row.append(draw(_written(value, indicator.unit, measure)))
            row += [""] if both else []
            figures[unit.id, indicator.id, MONTH] = value
        rows.append(row)
        if draw(st.integers(0, 3)) == 0:
            rows.append([])
    total = ["", draw(st.sampled_from(["合计", "合  计", "全县合计", "小计"])), *["99"] * (len(chosen) * width)]
    rows.insert(draw(st.sampled_from([0, len(rows)])), total)
    title = ["2026年9月招商引资当月完成情况"] + [""] * (start + len(chosen) * width - 1)
    made = sheet(title, *head, *rows, ["注：以上为9月数据。"], merged=tuple(merged))
    return Made(sent(made, name="汇总.xlsx"), figures)
