"""Score a month: every line of the scheme on every unit that it is for, then the ranks and the moves within each group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from tracker.domain.adjustment import Adjustment
from tracker.domain.period import Month
from tracker.domain.scheme import Scheme
from tracker.domain.unit import Group, GroupId, Unit, UnitId
from tracker.metrics.live import Live
from tracker.metrics.scoring.award import Award, awards
from tracker.metrics.scoring.forms import Forms
from tracker.metrics.scoring.places import places
from tracker.metrics.scoring.score import GroupScores, Score, ScoreTable

Given = Sequence[Mapping[UnitId, Award]]
"""For each line of the scheme, what it gives the units that it is for."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What counts beside the lines: points by hand, what forms cost, and last month's ranks, from which moves count."""

    by_hand: Sequence[Adjustment] = ()
    forms: Mapping[UnitId, Forms] = field(default_factory=dict)
    ranks_before: Mapping[UnitId, int] = field(default_factory=dict)


def score_table(live: Live, scheme: Scheme, *, month: Month | None = None, beside: Beside | None = None) -> ScoreTable:
    """The scores of a month (the one in view if none is given) by that version of the scheme.

    A line without a group is for every group; one with a group is for that group in addition. Raises ParameterMissing and
    SumTooLarge.
    """
    month, beside = month or live.month, beside or Beside()
    given = [awards(line, live.table(line.indicator, month)) for line in scheme.lines]
    roster = live.roster_of(month)
    members: dict[GroupId, list[Unit]] = {group.id: [] for group in roster.groups}
    for unit in roster.units:
        members[unit.group].append(unit)
    scored = (_group_scores(group, members[group.id], scheme, given, beside) for group in roster.groups)
    return ScoreTable(month, scheme, tuple(_ranked(one, beside.ranks_before, as_printed=live.as_printed) for one in scored))


def _group_scores(group: Group, units: Sequence[Unit], scheme: Scheme, given: Given, beside: Beside) -> GroupScores:
    total = sum((line.full for line in scheme.lines_of(group.id)), Fraction(0))
    by_hand: dict[UnitId, list[Adjustment]] = {}
    for entry in beside.by_hand:
        by_hand.setdefault(entry.unit, []).append(entry)
    rows = (
        Score(
            unit=unit,
            total=total,
            awards=tuple(of_line[unit.id] for of_line in given if unit.id in of_line),
            by_hand=tuple(by_hand.get(unit.id, ())),
            forms=beside.forms.get(unit.id),
        )
        for unit in units
    )
    return GroupScores(group, total, tuple(rows))


def _ranked(of_group: GroupScores, before: Mapping[UnitId, int], *, as_printed: bool) -> GroupScores:
    compared = {row.unit.id: row.printed if as_printed else row.value for row in of_group.rows}
    ranks = places({unit: value for unit, value in compared.items() if value is not None})
    rows = []
    for row in of_group.rows:
        rank, was = ranks.get(row.unit.id), before.get(row.unit.id)
        change = None if rank is None or was is None else was - rank
        rows.append(replace(row, rank=rank, rank_change=change, ranked=len(ranks)))
    return replace(of_group, rows=tuple(rows))
