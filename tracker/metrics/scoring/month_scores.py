"""Score a month: every line of the scheme on every unit that it is for, then the ranks and the moves within each group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from tracker.domain.period import Month
from tracker.domain.scheme import SchemeLine
from tracker.domain.unit import Group, Unit, UnitId
from tracker.metrics.live import Live
from tracker.metrics.scoring.award import Award, awards
from tracker.metrics.scoring.places import places
from tracker.metrics.scoring.score import GroupScores, Score, ScoreTable

Given = Sequence[Mapping[UnitId, Award]]
"""For each line of the scheme, what it gives the units that it is for."""


def score_table(
    live: Live, lines: Sequence[SchemeLine], *, month: Month | None = None, ranks_before: Mapping[UnitId, int] | None = None
) -> ScoreTable:
    """The scores of a month (the one in view if none is given) by these lines; moves are counted from `ranks_before`.

    A line without a group is for every group; one with a group is for that group in addition. Raises ParameterMissing and
    SumTooLarge.
    """
    month = month or live.month
    tables = {line.indicator: live.table(line.indicator, month) for line in lines}
    given = [awards(line, tables[line.indicator]) for line in lines]
    roster = live.roster_of(month)
    members: dict[int, list[Unit]] = {group.id: [] for group in roster.groups}
    for unit in roster.units:
        members[unit.group].append(unit)
    scored = [_group_scores(group, members[group.id], lines, given) for group in roster.groups]
    return ScoreTable(month, tuple(lines), tuple(_ranked(one, ranks_before or {}, as_printed=live.as_printed) for one in scored))


def _group_scores(group: Group, units: Sequence[Unit], lines: Sequence[SchemeLine], given: Given) -> GroupScores:
    total = sum((line.full for line in lines if line.group in (None, group.id)), Fraction(0))
    rows = (
        Score(unit=unit, total=total, awards=tuple(of_line[unit.id] for of_line in given if unit.id in of_line)) for unit in units
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
