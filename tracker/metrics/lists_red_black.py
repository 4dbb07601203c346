"""The red and the black list (红黑榜): who is praised and who is warned, who is spared and why, each with the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.exemption import Exemption
from tracker.domain.indicator import Direction, Indicator, IndicatorId
from tracker.domain.list_rules import ListRules
from tracker.domain.period import Month
from tracker.domain.unit import Group, Unit, UnitId
from tracker.i18n import tr
from tracker.metrics.lists_places import Place, places_by_indicator, places_by_score
from tracker.metrics.row import Row
from tracker.metrics.scoring.score import ScoreTable
from tracker.metrics.table import IndicatorTable


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a unit stands, and how much of the year's target it has done against the pace (None where there is no pace)."""

    place: Place
    completion: Fraction
    pace: Fraction | None
    gap: Fraction | None

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.place.unit


@dataclass(frozen=True, slots=True)
class Spared:
    """A unit among the last that is not on the black list: it has fulfilled its target, or would be on it but is exempt."""

    evidence: Evidence
    exemption: Exemption | None


@dataclass(frozen=True, slots=True)
class RedBlack:
    """Both lists by group and rank, each rule in words."""

    red_rule: str
    black_rule: str
    red: tuple[Evidence, ...]
    black: tuple[Evidence, ...]
    spared: tuple[Spared, ...]


def by_indicator(table: IndicatorTable, rules: ListRules, exemptions: Iterable[Exemption] = ()) -> RedBlack:
    """The lists by an indicator's ranks. Who has no target is on none of them, and a ratio, having none, has empty lists."""
    return _lists(places_by_indicator(table), table, rules, _exempt(exemptions, table.indicator.id, table.month))


def by_score(scores: ScoreTable, leading: IndicatorTable, rules: ListRules, exemptions: Iterable[Exemption] = ()) -> RedBlack:
    """The lists by the ranks of scores; whether a unit is on pace, the `leading` indicator's month says."""
    return _lists(places_by_score(scores), leading, rules, _exempt(exemptions, None, scores.month))


def _exempt(exemptions: Iterable[Exemption], indicator: IndicatorId | None, month: Month) -> dict[UnitId, Exemption]:
    return {exemption.unit: exemption for exemption in exemptions if exemption.covers(indicator, month)}


def _lists(
    places: Mapping[UnitId, Place], table: IndicatorTable, rules: ListRules, exempt: Mapping[UnitId, Exemption]
) -> RedBlack:
    lower = table.indicator.direction is Direction.LOWER
    red: list[Evidence] = []
    black: list[Evidence] = []
    spared: list[Spared] = []
    for evidence in _evidence(places, table):
        count = rules.size_of(evidence.place.group.id)
        behind = _is_behind(evidence, lower=lower)
        if evidence.place.among_first(count) and not behind:
            red.append(evidence)
        elif evidence.place.among_last(count):
            if behind and evidence.unit.id in exempt:
                spared.append(Spared(evidence, exempt[evidence.unit.id]))
            elif _is_fulfilled(evidence, lower=lower):
                spared.append(Spared(evidence, None))
            elif behind:
                black.append(evidence)
    sizes = _sizes(table.roster.groups, rules)
    return RedBlack(
        red_rule=_red_rule(table.indicator, sizes),
        black_rule=_black_rule(table.indicator, sizes),
        red=tuple(red),
        black=tuple(black),
        spared=tuple(spared),
    )


def _evidence(places: Mapping[UnitId, Place], table: IndicatorTable) -> list[Evidence]:
    """By group and rank; of units that have a completion."""
    order = {group.id: at for at, group in enumerate(table.roster.groups)}
    rows = [row for row in table.rows if row.unit.id in places]
    found = [evidence for row in rows if (evidence := _of_row(places[row.unit.id], row)) is not None]
    return sorted(found, key=lambda one: (order[one.place.group.id], one.place.rank))


def _of_row(place: Place, row: Row) -> Evidence | None:
    return None if row.completion is None else Evidence(place, row.completion, row.pace, row.gap)


def _is_behind(evidence: Evidence, *, lower: bool) -> bool:
    """Behind the pace; behind the target itself where there is no pace. Where lower is better, above it (rule 8)."""
    points = (evidence.completion - 1) * 100 if evidence.gap is None else evidence.gap
    return points > 0 if lower else points < 0


def _is_fulfilled(evidence: Evidence, *, lower: bool) -> bool:
    """Whether the year's target is done; what should stay low is never done before the year is over."""
    return not lower and evidence.completion >= 1


def _sizes(groups: Sequence[Group], rules: ListRules) -> str:
    counts = {rules.size_of(group.id) for group in groups}
    if len(counts) == 1:
        return tr("{count} in each group", count=counts.pop())
    return tr(", ").join(tr("{group} {count}", group=group.name, count=rules.size_of(group.id)) for group in groups)


def _red_rule(indicator: Indicator, sizes: str) -> str:
    return tr("Among the first of the group ({sizes}), and on pace in {indicator}.", sizes=sizes, indicator=indicator.name)


def _black_rule(indicator: Indicator, sizes: str) -> str:
    return tr(
        "Among the last of the group ({sizes}), and behind the pace in {indicator}. Never who has fulfilled or is exempt.",
        sizes=sizes,
        indicator=indicator.name,
    )
