"""Gaps to the pace in words: 超序时进度N个百分点, 比时间进度慢了N个百分点, 短平均进度N个百分点, 短收N万元.

Chinese here is data: the phrases themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.domain.proof.completion import is_completion
from tracker.domain.proof.role import Role
from tracker.domain.proof.runs import Run
from tracker.domain.proof.sentence import Parts, before, begin, below_zero, nearest, repeated, stated
from tracker.domain.proof.statement import ClaimKind, Statement
from tracker.domain.proof.subject import speaks_of

AHEAD = "超过|超出|超前|超|高于|高出|高|快于|快|领先于?|优于|好于"
BEHIND = "落后于?|低于|慢于|滞后于?|短于|短|欠|慢|低|差|少于"
KINDS = "序时|时序|时间|平均|月|计划|应达"
PACE = f"(?:全年|年度|全市|全县)?(?:(?:{KINDS})?进度(?:要求|目标)?|序时(?!进))"

_MOVED = re.compile(f"(?:分别)?(?:(?P<ahead>{AHEAD})|(?P<behind>{BEHIND})){PACE}(?:了|为|分别|达|约)?$")
_SET_AGAINST = re.compile(f"[比较与]{PACE}(?:相比)?(?:分别)?(?:(?P<ahead>{AHEAD})|(?P<behind>{BEHIND}))(?:了|出|约)?(?:分别)?$")
_AFTER_STATED = re.compile(
    f"[)）]?(?:的(?:{KINDS})进度(?:要求)?)?(?:的要求)?,?(?:(?P<ahead>{AHEAD})|(?P<behind>{BEHIND}))?(?:了|出)?"
)
_STATED = re.compile(f"(?:{KINDS})进度(?:要求)?(?:应为|应达到?|为|是|达|:|\\()+$|[比较](?:{KINDS})进度(?:要求)?$")
_STATED_AFTER = re.compile(f"的(?:{KINDS})进度")
_BEFORE_STATED = re.compile(f"(?:(?P<ahead>{AHEAD})|(?P<behind>{BEHIND}))$")
_SHORT_OF = re.compile(f"(?:(?P<ahead>超收|超支?(?:{KINDS})进度)|(?P<behind>短收|[短欠](?:{KINDS})进度))(?:了|为)?$")
_PACE_WORD = re.compile(f"(?:{KINDS})进度")


@dataclass(frozen=True, slots=True)
class Direction:
    """Ahead of the pace or behind it, and the place of the pace that is stated between the words, if there is one."""

    ahead: bool
    stated: int | None = None


def find_pace(parts: Parts, at: int, month: int | None) -> list[Statement]:
    """The gaps that the numbers at `at` claim, where the completion is printed and the month or the pace is known."""
    run = parts[at].run
    direction = direction_of(parts, at)
    if direction is None:
        return []
    stop = at if direction.stated is None else direction.stated
    done = next((place for place in before(parts, stop) if _is_rate_done(parts, place, run)), None)
    if done is None or not speaks_of(parts[stop].run.clause, parts[done].run):
        return []
    stated_at = stated_pace(parts, at) if direction.stated is None else direction.stated
    inputs = [("completion", parts[done].run)]
    if stated_at is not None:
        inputs.append(("pace", repeated(parts[stated_at].run, run)))
    elif month is None:
        return []
    results = run.quantities if direction.ahead else below_zero(run).quantities
    known = month if stated_at is None else None
    return stated(ClaimKind.PACE, results, inputs, begins=begin(parts, done), month=known)


def direction_of(parts: Parts, at: int) -> Direction | None:
    """Where the numbers at `at` stand to the pace, by the words before them; None where they are no gap."""
    run = parts[at].run
    said = _MOVED.search(run.clause) or _SET_AGAINST.search(run.clause)
    if said and not run.lead.endswith("("):
        return Direction(said["ahead"] is not None)
    if run.opens or not parts[at - 1].is_percent:
        return None
    return _around_stated(parts[at - 1].run, run, at - 1)


def _around_stated(pace: Run, gap: Run, place: int) -> Direction | None:
    """快于序时进度(75%)3个百分点, 高于75%的序时进度3个百分点, 较序时进度75%快3个百分点."""
    after = _AFTER_STATED.fullmatch(gap.lead)
    enclosed = pace.lead.endswith("(") and gap.lead.startswith(")")
    if not after or not (_STATED_AFTER.match(gap.lead) or enclosed or _STATED.search(pace.lead)):
        return None
    said = next((match for match in (_MOVED.search(pace.clause), _BEFORE_STATED.search(pace.clause), after) if match), after)
    return Direction(said["ahead"] is not None, place) if said["ahead"] or said["behind"] else None


def stated_pace(parts: Parts, at: int) -> int | None:
    """The place of the pace that the sentence itself states, before `at` or in a parenthesis after it: 序时进度为75%."""
    after = at + 1
    if after < len(parts) and parts[after].run.lead.startswith("(") and _is_stated(parts[after].run):
        return after
    return next((place for place in before(parts, at) if _is_stated(parts[place].run)), None)


def _is_stated(run: Run) -> bool:
    """Whether the percentage is the pace itself, not a gap written with %."""
    if run.dimension != "%" or len(run.quantities) > 1:
        return False
    return bool(_STATED.search(run.lead) and (run.lead.endswith("(") or not _MOVED.search(run.clause)))


def _is_rate_done(parts: Parts, place: int, gap: Run) -> bool:
    run = parts[place].run
    alike = parts[place].is_percent and len(run.quantities) == len(gap.quantities)
    return alike and not _is_stated(run) and is_completion(parts, place)


def find_pace_in_money(parts: Parts, at: int, month: int | None) -> list[Statement]:
    """短收N万元: what was done less target × month ÷ 12, where the sentence speaks of the pace."""
    run = parts[at].run
    said = _SHORT_OF.search(run.clause)
    if said is None or month is None:
        return []
    target = nearest(parts, at, Role.TARGET, run)
    done = nearest(parts, at if target is None else target, Role.DONE, run)
    spoken = [parts[place].run.lead for place in before(parts, at)] + [run.lead]
    if target is None or done is None or not any(_PACE_WORD.search(words) for words in spoken):
        return []
    inputs = [("cumulative", parts[done].run), ("target", parts[target].run)]
    results = run.quantities if said["ahead"] else below_zero(run).quantities
    return stated(ClaimKind.PACE, results, inputs, begins=begin(parts, done, target), month=month)
