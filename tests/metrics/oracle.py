"""The exact rules written down a second time, in the plainest way: fractions, loops, no arrays, nothing remembered."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from tracker.domain.indicator import Direction, Indicator, IndicatorId, Kind, RankBy
from tracker.domain.period import Month
from tracker.domain.unit import Unit, UnitId

Amount = Fraction | None


@dataclass
class County:
    """A county as plain dictionaries."""

    units: list[Unit]
    indicators: dict[IndicatorId, Indicator]
    figures: dict[tuple[UnitId, IndicatorId, Month], Fraction] = field(default_factory=dict)
    targets: dict[tuple[int, UnitId | None, IndicatorId], Fraction] = field(default_factory=dict)
    plan: dict[tuple[int, IndicatorId, int], Fraction] = field(default_factory=dict)


def add(values: list[Amount]) -> Amount:
    there = [value for value in values if value is not None]
    return sum(there, Fraction(0)) if there else None


def sources(county: County, month: Month) -> dict[UnitId, list[UnitId]]:
    """Each listed unit with those whose history it carries, itself first."""
    found = {unit.id: [unit.id] for unit in county.units if unit.listed_in(month)}
    by_id = {unit.id: unit for unit in county.units}
    for unit in county.units:
        heir = unit
        while heir.valid_to is not None and heir.valid_to < month and heir.merged_into is not None:
            heir = by_id[heir.merged_into]
        if heir is not unit and heir.id in found:
            found[heir.id].append(unit.id)
    return found


def month_of(
    county: County, indicator: IndicatorId, month: Month, *, with_change: bool = True
) -> dict[UnitId, dict[str, object]]:
    """Every listed unit's figures by name, as Row names them."""
    of, rows = county.indicators[indicator], {}
    for unit, carried in sources(county, month).items():
        rows[unit] = _ratio(county, of, carried, month) if of.kind is Kind.RATIO else _measured(county, of, carried, month)
    group = {unit.id: unit.group for unit in county.units}
    for unit, row in rows.items():
        peers = [other for peer, other in rows.items() if group[peer] == group[unit]]
        total = add([peer["cumulative"] for peer in peers])  # type: ignore[misc]
        row["share"] = None if of.kind is Kind.RATIO or row["cumulative"] is None or not total else row["cumulative"] / total  # type: ignore[operator]
        row["rank"] = _rank(of, row, peers)
    before = {} if month.number == 1 or not with_change else month_of(county, indicator, month.plus(-1), with_change=False)
    for unit, row in rows.items():
        was = before.get(unit, {}).get("rank")
        row["rank_change"] = was - row["rank"] if was is not None and row["rank"] is not None else None  # type: ignore[operator]
    return rows


def _rank(of: Indicator, row: dict[str, object], peers: list[dict[str, object]]) -> int | None:
    key = {RankBy.COMPLETION: "completion", RankBy.CUMULATIVE: "cumulative", RankBy.YOY: "yoy"}[of.rank_by]
    mine = row["cumulative"] if of.kind is Kind.RATIO else row[key]
    if mine is None:
        return None
    theirs = [peer["cumulative"] if of.kind is Kind.RATIO else peer[key] for peer in peers]
    better = [
        value for value in theirs if value is not None and (value > mine if of.direction is Direction.HIGHER else value < mine)
    ]  # type: ignore[operator]
    return 1 + len(better)


def _own(county: County, indicator: IndicatorId, units: list[UnitId], month: Month) -> Amount:
    return add([county.figures.get((unit, indicator, month)) for unit in units])


def _cumulative(county: County, of: Indicator, units: list[UnitId], month: Month) -> Amount:
    first = month.number if of.kind is Kind.STOCK else 1
    return add([_own(county, of.id, units, Month(month.year, number)) for number in range(first, month.number + 1)])


def _ratio(county: County, of: Indicator, units: list[UnitId], month: Month) -> dict[str, object]:
    top, bottom = (_cumulative(county, county.indicators[side], units, month) for side in (of.numerator, of.denominator))  # type: ignore[index]
    names = ("target", "month_value", "completion", "pace", "gap", "yoy", "mom")
    return dict.fromkeys(names) | {"cumulative": None if top is None or not bottom else top / bottom * Fraction(of.factor)}


def _measured(county: County, of: Indicator, units: list[UnitId], month: Month) -> dict[str, object]:
    year = month.year
    target = add([county.targets.get((year, unit, of.id)) for unit in units])
    value, cumulative = _own(county, of.id, units, month), _cumulative(county, of, units, month)
    base, before = _cumulative(county, of, units, month.plus(-12)), _own(county, of.id, units, month.plus(-1))
    pace = None if of.kind is Kind.STOCK else county.plan.get((year, of.id, month.number), Fraction(month.number, 12))
    unknown = of.kind is Kind.STOCK and cumulative is None  # a level that nobody reported is no level of 0
    completion = None if target is None or target <= 0 or unknown else (cumulative or 0) / target
    return {
        "target": target,
        "month_value": value,
        "cumulative": cumulative,
        "completion": completion,
        "pace": pace,
        "gap": None if completion is None or pace is None else (completion - pace) * 100,
        "yoy": None if cumulative is None or base is None or base <= 0 else cumulative / base - 1,
        "mom": None if of.kind is Kind.STOCK or value is None or before is None or before <= 0 else value / before - 1,
    }
