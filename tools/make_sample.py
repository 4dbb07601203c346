"""Write the sample county, 云山县: `python tools/make_sample.py [FOLDER]`, resources/sample by default; always the same bytes.

18 units in five groups, 10 indicators of the three kinds, January 2024 to September 2026. Amounts follow yearly targets, each
unit's own quality, a season and some luck, all from one fixed seed; only + − × ÷ are used, so that every machine gives the same.
The county is invented; on top of the plausible figures lie the flaws that a clerk meets, each made in `flaws` below.
"""

from __future__ import annotations

import csv
import json
import random
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tracker.domain.period import Month
from tracker.exchange.data_folder import dump, load
from tracker.store.book import Book

SAMPLE = Path(__file__).resolve().parent.parent / "resources" / "sample"
SEED = 20260930
FIRST, LAST = Month(2024, 1), Month(2026, 9)
GROUPS = ("一类乡镇", "二类乡镇", "街道", "园区", "县直单位")

Row = dict[str, object]  # a row of a CSV file by column; what is not named stays empty

FLOW = {"kind": "flow", "direction": "higher", "rank_by": "completion"}
INDICATORS: tuple[Row, ...] = (
    FLOW | {"code": "SWZJ", "name": "实际到位省外资金", "unit": "亿元", "decimals": 2},
    FLOW | {"code": "WZ", "name": "实际利用外资", "unit": "万美元", "decimals": 0},
    FLOW | {"code": "QY", "name": "新签约亿元以上项目", "unit": "个", "decimals": 0},
    FLOW | {"code": "KG", "name": "新开工亿元以上项目", "unit": "个", "decimals": 0},
    FLOW | {"code": "TC", "name": "新投产亿元以上项目", "unit": "个", "decimals": 0},
    FLOW | {"code": "GTZ", "name": "固定资产投资", "unit": "亿元", "decimals": 2, "rank_by": "yoy", "entered_by": "cumulative"},
    FLOW | {"code": "ZT", "name": "在谈项目", "unit": "个", "decimals": 0, "kind": "stock", "rank_by": "cumulative"},
    FLOW | {"code": "WCZS", "name": "招商小分队外出", "unit": "次", "decimals": 0},
    FLOW | {"code": "TS", "name": "企业投诉", "unit": "件", "decimals": 0, "direction": "lower"},
    FLOW
    | {"code": "KGL", "name": "项目开工率", "unit": "%", "decimals": 2, "kind": "ratio", "rank_by": "cumulative"}
    | {"numerator": "KG", "denominator": "QY", "factor": 100},
)
DEFINITIONS = {
    "SWZJ": "省外投资者当月实际到位、用于本县项目的资金，凭银行进账单计。",
    "WZ": "外国及港澳台投资者当月实际缴付的资金，以商务部门系统确认数为准。",
    "QY": "当月签订正式合同、总投资 1 亿元以上的项目，框架协议不计。",
    "KG": "当月取得施工许可并进场施工的亿元以上项目。",
    "TC": "当月建成投产或投入运营的亿元以上项目。",
    "GTZ": "招商引资项目的固定资产投资，按统计口径报累计数。",
    "ZT": "月末仍在洽谈、有书面意向的项目数。",
    "WCZS": "单位主要负责人或分管负责人带队外出招商的次数。",
    "TS": "当月受理的企业投诉，年度目标为控制数，越少越好。",
    "KGL": "新开工亿元以上项目 ÷ 新签约亿元以上项目 × 100，均为累计数。",
}
PLACES = {"SWZJ": 2, "WZ": 0, "QY": 0, "KG": 0, "TC": 0, "GTZ": 2, "ZT": 0, "WCZS": 0, "TS": 0}
AIMED_AT = ("SWZJ", "WZ", "QY", "KG", "TC", "GTZ", "WCZS", "TS")


@dataclass(frozen=True)
class Unit:
    """A unit of the county: its targets of 2026 by indicator, its usual number of talks, and its quality (1 is on plan)."""

    code: str
    name: str
    group: str
    targets: dict[str, Decimal]
    talks: int
    quality: float


def unit(name: str, group: int, targets: str, *, talks: int, quality: float) -> Unit:
    """A unit from "CODE NAME"; in `targets` a “-” stands for no target: such an indicator is not reported either."""
    code, name = name.split()
    aimed = {indicator: Decimal(text) for indicator, text in zip(AIMED_AT, targets.split(), strict=True) if text != "-"}
    return Unit(code, name, GROUPS[group], aimed, talks, quality)


# One name has a character beyond GBK (㙦): fonts and files must cope with it.
UNITS = (
    unit("U01 城关镇", 0, "12.00 180 5 4 3 18.00 24 14", talks=11, quality=1.16),
    unit("U02 云溪镇", 0, "10.50 230 6 5 3 15.50 24 12", talks=9, quality=1.03),
    unit("U03 石桥镇", 0, "9.00 330 4 3 3 14.00 18 10", talks=8, quality=1.02),
    unit("U04 柳林镇", 0, "11.00 350 7 5 4 16.00 24 12", talks=10, quality=1.12),
    unit("U05 龙泉镇", 0, "9.50 170 4 3 3 12.00 18 10", talks=6, quality=0.76),
    unit("U06 白马乡", 1, "5.50 110 3 2 2 7.00 12 6", talks=4, quality=0.98),
    unit("U07 红岩乡", 1, "7.00 90 3 3 2 8.50 12 6", talks=5, quality=1.06),
    unit("U08 双河乡", 1, "5.50 100 4 3 2 7.50 12 6", talks=5, quality=1.12),
    unit("U09 长岭乡", 1, "6.00 - 3 2 1 6.50 12 5", talks=3, quality=0.87),
    unit("U10 小㙦乡", 1, "4.00 - 2 2 1 5.00 12 4", talks=3, quality=0.80),
    unit("U11 竹沟乡", 1, "3.00 - 2 1 1 4.00 12 4", talks=2, quality=0.92),
    unit("U12 东关街道", 2, "8.00 120 5 4 3 12.00 18 16", talks=7, quality=0.97),
    unit("U13 西城街道", 2, "7.50 100 4 4 2 11.00 18 14", talks=6, quality=1.08),
    unit("U14 云峰街道", 2, "4.00 60 3 2 2 6.00 12 8", talks=4, quality=0.94),
    unit("U15 经济开发区", 3, "32.00 1200 12 10 8 56.00 36 10", talks=22, quality=1.09),
    unit("U16 高新产业园", 3, "18.00 800 8 6 5 30.00 30 6", talks=14, quality=0.93),
    unit("U17 县商务局", 4, "5.00 150 3 2 1 - 24 -", talks=6, quality=1.04),
    unit("U18 县工信局", 4, "4.50 - 2 2 1 - 18 -", talks=4, quality=0.82),
)
MERGED, MERGED_INTO, LAST_OF_MERGED = "U11", "U08", Month(2026, 6)
NEW, FIRST_OF_NEW = "U14", Month(2026, 3)

# Thousandths of a year's amount that fall into each month.
SEASONS = {
    "SWZJ": (50, 45, 100, 85, 85, 110, 75, 85, 110, 85, 80, 90),
    "WZ": (45, 40, 95, 80, 90, 115, 80, 85, 110, 90, 80, 90),
    "QY": (40, 50, 130, 90, 90, 120, 70, 70, 110, 80, 80, 70),
    "KG": (30, 40, 140, 110, 100, 110, 70, 70, 110, 80, 70, 70),
    "TC": (50, 40, 80, 80, 90, 120, 70, 80, 120, 80, 80, 110),
    "GTZ": (30, 40, 100, 95, 100, 115, 85, 85, 100, 90, 85, 75),
    "WCZS": (60, 50, 100, 100, 100, 90, 80, 80, 100, 90, 80, 70),
    "TS": (70, 60, 90, 90, 85, 90, 90, 85, 90, 85, 85, 80),
}
GROWTH = {2024: 0.83, 2025: 0.91, 2026: 1.0}
KG_PLAN = (2, 5, 14, 25, 36, 48, 57, 66, 78, 87, 94, 100)


def units() -> Iterator[Row]:
    """The units, one merged into another in mid 2026, one that begins in 2026."""
    for sort, unit in enumerate(UNITS, start=1):
        merged = {"valid_to": LAST_OF_MERGED, "merged_into": MERGED_INTO} if unit.code == MERGED else {}
        began = {"valid_from": FIRST_OF_NEW} if unit.code == NEW else {}
        yield {"code": unit.code, "name": unit.name, "group": unit.group, "sort": sort} | merged | began


def target_of(unit: Unit, indicator: str, year: int) -> Decimal:
    """A unit's target: earlier years' are smaller, amounts in halves, counts whole and at least 1."""
    scaled = unit.targets[indicator] * Decimal(str(GROWTH[year]))
    step = Decimal("0.5") if PLACES[indicator] else Decimal(10) if indicator == "WZ" else Decimal(1)
    return unit.targets[indicator] if year == 2026 else max(step, (scaled / step).quantize(Decimal(1)) * step)


def targets() -> Iterator[Row]:
    """What the city assigned, for three years; for 2026 a stretch of two indicators, and the county's own target for one."""
    yield {"year": 2026, "indicator": "SWZJ", "value": 150, "set": "assigned"}
    for year in GROWTH:
        for unit in UNITS:
            if unit.code != NEW or year >= FIRST_OF_NEW.year:
                row: Row = {"year": year, "unit": unit.code, "set": "assigned"}
                yield from (row | {"indicator": code, "value": target_of(unit, code, year)} for code in unit.targets)
    for unit in UNITS:
        row = {"year": 2026, "unit": unit.code, "set": "stretch"}
        yield row | {"indicator": "SWZJ", "value": (unit.targets["SWZJ"] * Decimal("1.15")).quantize(Decimal("0.1"))}
        yield row | {"indicator": "QY", "value": unit.targets["QY"] + 1}


def plan() -> Iterator[Row]:
    """Projects start in spring: more than a twelfth a month is due by summer."""
    for month, percent in enumerate(KG_PLAN, start=1):
        yield {"year": 2026, "indicator": "KG", "month": month, "share": Decimal(percent) / 100}


def scheme() -> Iterator[Row]:
    """2026's scheme: a hundred points."""
    lines: tuple[Row, ...] = (
        {"indicator": "SWZJ", "points": 30, "method": "proportional_bonus", "bonus": "0.1", "bonus_cap": 3},
        {"indicator": "WZ", "points": 10, "method": "proportional", "cap": "1.2"},
        {"indicator": "QY", "points": 15, "method": "pace", "cap": 1},
        {"indicator": "KG", "points": 15, "method": "tiers", "tiers": "0.75:100;0.5:60;0.25:30"},
        {"indicator": "TC", "points": 10, "method": "efficacy", "basis": "cumulative"},
        {"indicator": "GTZ", "points": 10, "method": "rank_points", "step": "0.5", "floor": 4},
        {"indicator": "WCZS", "points": 5, "method": "per_item", "each": "0.25"},
        {"indicator": "KGL", "points": 5, "method": "efficacy", "basis": "cumulative"},
    )
    yield from ({"year": 2026} | line for line in lines)


Values = dict[tuple[str, str, Month], int]  # figures in whole units of the last decimal: 86 for 0.86 亿元


def grow(luck: random.Random) -> Values:
    """Every figure of every unit in the months that it exists, without the flaws."""
    values: Values = {}
    for unit in UNITS:
        for code in unit.targets:
            for year in GROWTH:
                values |= _year(unit, code, year, luck)
        level, month = unit.talks, FIRST
        while month <= LAST:
            level = max(1, level + luck.choice((-1, 0, 0, 1)) + (level < unit.talks - 2) - (level > unit.talks + 2))
            values[unit.code, "ZT", month] = level
            month = month.plus(1)
    return {place: value for place, value in values.items() if _exists(place[0], place[2])}


def _year(unit: Unit, indicator: str, year: int, luck: random.Random) -> Values:
    """One unit's year of one indicator: what the year will bring, spread over the season; counts carry their fractions on."""
    quality = 2 - unit.quality if indicator == "TS" else unit.quality
    places = PLACES[indicator]
    whole_year = float(target_of(unit, indicator, year)) * 10**places * quality * luck.uniform(0.9, 1.12)
    expected, so_far, values = 0.0, 0, {}
    for number, share in enumerate(SEASONS[indicator], start=1):
        part = whole_year * share / 1000
        if places or indicator == "WZ":
            value = round(part * luck.uniform(0.75, 1.25))
        else:
            expected += part
            value = max(0, int(expected + luck.uniform(0.1, 0.95)) - so_far)
            so_far += value
        values[unit.code, indicator, Month(year, number)] = value
    return values


def _exists(code: str, month: Month) -> bool:
    return month <= (LAST_OF_MERGED if code == MERGED else LAST) and (code != NEW or month >= FIRST_OF_NEW)


def settle(values: Values, unit: str, indicator: str, total: int) -> None:
    """Make January to September 2026 add up to `total` by changing January to August evenly."""
    months = [Month(2026, number) for number in range(1, 9)]
    missing = total - sum(values[unit, indicator, month] for month in (*months, LAST))
    for left, month in zip(range(len(months), 0, -1), months, strict=True):
        part = missing // left
        values[unit, indicator, month] += part
        missing -= part


Noted = dict[tuple[str, str, Month], tuple[str, str]]  # the text that was typed and the note


def flaws(values: Values) -> Noted:
    """Change the figures to what a clerk finds at the end of September, and return what was typed and noted."""
    # A tie: both at 76 % of their targets, 10.50 and 9.00.
    values["U02", "SWZJ", LAST] = 86
    settle(values, "U02", "SWZJ", 798)
    settle(values, "U03", "SWZJ", 684)
    # A late unit: nothing at all of September. Another one lacks one figure, and a month of an earlier year was never reported.
    for place in [place for place in values if place[0] == "U06" and place[2] == LAST]:
        del values[place]
    del values["U13", "GTZ", LAST], values["U10", "TS", Month(2024, 7)]
    # A base of zero: reported, but nothing went into production in 2025.
    for number in range(1, 13):
        values["U09", "TC", Month(2025, number)] = 0
    values["U10", "GTZ", LAST] = -35
    values["U16", "SWZJ", LAST] = 235
    del values["U14", "WZ", LAST]
    return {
        ("U02", "SWZJ", LAST): ("=0.52+0.34", "含溪谷康养项目首期款 0.34 亿元。"),
        ("U04", "QY", Month(2026, 8)): ("", "其中 1 个为外资项目。"),
        ("U10", "GTZ", LAST): ("-0.35", "统计部门核减 6 月重复上报的 0.61 亿元。"),
        ("U14", "WZ", LAST): ("约30万", ""),
        ("U16", "SWZJ", LAST): ("2.35亿元", ""),
    }


def figures() -> Iterator[Row]:
    """All figures with what was typed and noted; some have nothing but that."""
    values = grow(random.Random(SEED))
    noted = flaws(values)
    for place in sorted(values.keys() | noted.keys()):
        code, indicator, month = place
        value = Decimal(values[place]).scaleb(-PLACES[indicator]) if place in values else ""
        typed, note = noted.get(place, ("", ""))
        yield {"unit": code, "indicator": indicator, "month": month, "value": value, "typed": typed, "note": note}


def package() -> dict[str, object]:
    """What datapackage.json tells: the book's name, and that every month but the newest is published."""
    published = [str(FIRST.plus(months)) for months in range(FIRST.until(LAST))]
    settings = {"office": "云山县招商服务中心"}
    return {"title": "云山县2026年招商引资台账", "settings": settings, "groups": GROUPS, "published": published}


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """A CSV file with every column that a row names."""
    kept = list(rows)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(dict.fromkeys(column for row in kept for column in row)))
        writer.writeheader()
        writer.writerows(kept)


def make(folder: Path) -> None:
    """Write the sample's data folder as `tracker dump` writes it: put together, loaded into a book and dumped again."""
    indicators = (
        {"sort": sort, "definition": DEFINITIONS[str(row["code"])]} | row for sort, row in enumerate(INDICATORS, start=1)
    )
    files = {
        "units": units(),
        "indicators": indicators,
        "targets": targets(),
        "plan": plan(),
        "scheme": scheme(),
        "figures": figures(),
    }
    with tempfile.TemporaryDirectory() as temporary:
        source = Path(temporary) / "source"
        source.mkdir()
        for name, rows in files.items():
            write_rows(source / f"{name}.csv", rows)
        (source / "datapackage.json").write_text(json.dumps(package(), ensure_ascii=False), encoding="utf-8")
        with Book.create(Path(temporary) / "county.tracker") as book:
            load(book, source)
            dump(book, folder)


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)
