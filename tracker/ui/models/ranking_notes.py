"""What stands under the ranking: the marks explained, the rule in words, and who is missing from it and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.amount import format_number
from tracker.domain.indicator import Direction, Indicator, Kind, RankBy
from tracker.domain.period import Month
from tracker.domain.unit import GroupId, Unit
from tracker.i18n import mark, tr
from tracker.metrics.lights import light_words
from tracker.ui.models.ranking_columns import Column, has_targets, is_unreported, ranked_by
from tracker.ui.models.ranking_lines import ranks

if TYPE_CHECKING:
    from tracker.metrics.table import IndicatorTable

NAMES = 12
"""So many units are named in a note, then their number is told."""

RULES = {
    ("completion", Direction.HIGHER): mark("Ranked within each group by completion, highest first; equal ones share a place."),
    ("completion", Direction.LOWER): mark(
        "Ranked within each group by completion, lowest first, for lower is better; equal ones share a place."
    ),
    ("cumulative", Direction.HIGHER): mark(
        "Ranked within each group by the figure to date, highest first; equal ones share a place."
    ),
    ("cumulative", Direction.LOWER): mark(
        "Ranked within each group by the figure to date, lowest first, for lower is better; equal ones share a place."
    ),
    ("stock", Direction.HIGHER): mark(
        "Ranked within each group by the figure at month's end, highest first; equal ones share a place."
    ),
    ("stock", Direction.LOWER): mark(
        "Ranked within each group by the figure at month's end, lowest first, for lower is better; equal ones share a place."
    ),
    ("yoy", Direction.HIGHER): mark("Ranked within each group by growth on last year, highest first; equal ones share a place."),
    ("yoy", Direction.LOWER): mark(
        "Ranked within each group by growth on last year, lowest first, for lower is better; equal ones share a place."
    ),
    ("ratio", Direction.HIGHER): mark("Ranked within each group by the ratio, highest first; equal ones share a place."),
    ("ratio", Direction.LOWER): mark(
        "Ranked within each group by the ratio, lowest first, for lower is better; equal ones share a place."
    ),
}


Flagged = tuple[Unit, list[str]]
"""A unit and what a reader must know of its figures."""


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One explanation: a mark ("green", "yellow", "red", "up", "down", "" for none) and its words."""

    mark: str
    text: str


def legend(table: IndicatorTable, shown: Iterable[Column]) -> list[LegendItem]:
    """The marks that are in view, and the unit of measure."""
    keys, items = {column.key for column in shown}, []
    if "light" in keys:
        items += [LegendItem(light, words) for light, words in light_words(table.light_rule, table.indicator.direction).items()]
    if "move" in keys:
        items += moves(table.month)
    words = tr("Unit: {unit}; against pace: percentage points", unit=table.indicator.unit)
    items.append(LegendItem("", words if "gap" in keys else tr("Unit: {unit}", unit=table.indicator.unit)))
    return items


def moves(month: Month) -> list[LegendItem]:
    """The marks of who rose and fell."""
    return [LegendItem("up", tr("up")), LegendItem("down", tr("down (since month {number})", number=month.plus(-1).number))]


def rule(indicator: Indicator) -> str:
    """By what the units stand, in words."""
    key = ranked_by(indicator)
    if key == "cumulative" and indicator.kind is not Kind.FLOW:
        key = indicator.kind.value
    return tr(RULES[key, indicator.direction])


def notes(table: IndicatorTable, group: GroupId | None, units: Sequence[Unit]) -> list[str]:
    """The footnotes for one group, or the county for None; `units` are all of the book's, for the names of merged ones."""
    rows = [row for row in _flagged(table) if group is None or row[0].group == group]
    found = [rule(table.indicator)]
    found += _county_target(table) if group is None else []
    found += _without_target(table, rows)
    found += _unreported(table, rows)
    found += _unranked(table, rows)
    found += _merged(table, group, {unit.id: unit for unit in units})
    return found


def _flagged(table: IndicatorTable) -> list[Flagged]:
    """Every listed unit with its flags, without computing its rates: of 3,000 rows a screen shows forty."""
    content = table.content
    return [(unit, content.flags(content.of_row(at))) for at, unit in enumerate(table.roster.units)]


def _county_target(table: IndicatorTable) -> list[str]:
    """The county's own target beside the sum of what was handed down, where both exist."""
    county, decimals = table.total(None), table.indicator.decimals
    if county.target is None or county.targets_sum is None or county.target == county.targets_sum:
        return []
    own, handed = (format_number(value, decimals) for value in (county.target, county.targets_sum))
    return [
        tr(
            "The county's target is its own, {own} {unit}; the units' targets add up to {handed}.",
            own=own,
            handed=handed,
            unit=table.indicator.unit,
        )
    ]


def _without_target(table: IndicatorTable, rows: Sequence[Flagged]) -> list[str]:
    if table.indicator.kind is Kind.RATIO or table.indicator.rank_by is not RankBy.COMPLETION:
        return []
    names = [unit.name for unit, flags in rows if "no_target" in flags]
    return [tr("No target, therefore not ranked: {names}.", names=_listed(names))] if names else []


def _unreported(table: IndicatorTable, rows: Sequence[Flagged]) -> list[str]:
    """Who owes the month's figure of a flow; a stock without one is not ranked, which is told there."""
    due = has_targets(table)
    names = [unit.name for unit, flags in rows if is_unreported(flags, has_targets=due)]
    if not names or table.indicator.kind is not Kind.FLOW:
        return []
    listed, number = _listed(names), table.month.number
    return [tr("Not reported in month {number}, counted with what was reported before: {names}.", number=number, names=listed)]


def _unranked(table: IndicatorTable, rows: Sequence[Flagged]) -> list[str]:
    """Who has no rank for another reason than a missing target."""
    if ranked_by(table.indicator) == "completion":
        return []
    ranked = ranks(table)
    names = [unit.name for unit, _ in rows if unit.id not in ranked]
    if not names:
        return []
    if ranked_by(table.indicator) == "yoy":
        return [tr("Nothing to compare with last year, therefore not ranked: {names}.", names=_listed(names))]
    return [tr("No figure, therefore not ranked: {names}.", names=_listed(names))]


def _merged(table: IndicatorTable, group: GroupId | None, by_id: dict[int, Unit]) -> list[str]:
    """Each merger of a unit that is in view: what was merged into it, and from which month on."""
    found = []
    for at, former in table.roster.predecessors:
        heir, unit = table.roster.units[at], by_id.get(former)
        if group in (None, heir.group) and unit is not None and unit.valid_to is not None:
            since = unit.valid_to.plus(1)
            words = tr(
                "{unit} was merged into {heir} from {month} on, with its history, targets and last year's figures.",
                unit=unit.name,
                heir=heir.name,
                month=since,
            )
            found.append(words)
    return found


def _listed(names: Sequence[str]) -> str:
    """Names one after the other; past twelve, how many they are."""
    if len(names) <= NAMES:
        return tr(", ").join(names)
    return tr("{names} and others, {count} in all", names=tr(", ").join(names[:NAMES]), count=len(names))
