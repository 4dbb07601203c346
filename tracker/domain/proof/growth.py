"""Growth in words: 比上年同期N增加N,增长N%; 增收N万元,增长N%; 减收N万元,下降N%; 增长1.4倍.

Chinese here is data: the phrases themselves.
"""

from __future__ import annotations

import re

from tracker.domain.proof.role import FALLING, RISING, Role
from tracker.domain.proof.runs import Run
from tracker.domain.proof.sentence import Parts, before, begin, below_zero, fits, nearest, stated
from tracker.domain.proof.statement import ClaimKind, Statement
from tracker.domain.proof.subject import speaks_of

_LAST_YEAR = "同比|同期|[比较](?:上年|去年)(?:同期|同月)?"
_LAST_MONTH = "环比|[比较]上个?月"
_AGAINST = f"(?:{_LAST_YEAR}|{_LAST_MONTH}|上年同期|去年同期)?"
_VERB = f"(?:(?P<fall>{FALLING}|降幅)|(?P<rise>{RISING}|增幅|增速|同比))(?:率|幅度?)?(?:分别)?(?:了|为|达|达到|:)?"

GROWTH = re.compile(f"{_VERB}$")
"""What ends the words before a growth rate."""

_BESIDE = re.compile(f"\\)?[,，、(]?{_AGAINST}(?:分别)?(?:净)?{_VERB}")
_CHANGE_AFTER = re.compile(f"[,，、(]?{_AGAINST}(?:净)?(?:{FALLING}|{RISING})(?:额|了)?(?:为)?")
_NAMELESS = re.compile(f"{_AGAINST}(?:分别)?(?:净)?{_VERB}")
_UP_TO = re.compile(f"(?:{FALLING}|{RISING})[到至]")
_MONTHLY = re.compile(_LAST_MONTH)
_YEARLY = re.compile(f"{_LAST_YEAR}|上年|去年")
_OF_ANOTHER = re.compile(f"(?<![同环])[比较](?!重|例|上年|去年|同期|上个?月)[^,，]*{_VERB}$")


def find_growth(parts: Parts, at: int) -> list[Statement]:
    """The growth that the percentages (or 倍) at `at` claim, where last year's amount or the change is printed too."""
    run = parts[at].run
    said = GROWTH.search(run.clause) if run.dimension in ("%", "times") else None
    known = {} if said is None or _OF_ANOTHER.search(run.clause) else _printed(parts, at)
    if said is None or not known:
        return []
    first = min(*known.values(), at)
    current = nearest(parts, first, Role.DONE, next(parts[place].run for place in known.values()))
    if "current" not in known and current is not None:
        known = {"current": current, **known}
    if len(known) < 2 or not _speak_of_first(parts, [*known.values(), at]):
        return []
    results = [one.negated() if said["fall"] and one.printed > 0 else one for one in run.quantities]  # 下降-8.92% is a fall, too
    inputs = [(name, _signed(parts, place)) for name, place in known.items()]
    return stated(ClaimKind.YOY, results, inputs, begins=begin(parts, *known.values()))


def _speak_of_first(parts: Parts, places: list[int]) -> bool:
    first = min(places)
    return all(speaks_of(parts[place].run.clause, parts[first].run) for place in places if place != first)


def _printed(parts: Parts, at: int) -> dict[str, int]:
    """The places of last year's amount and of the change that belong to the rate; empty where neither is printed."""
    run = parts[at].run
    if not run.opens and _BESIDE.fullmatch(run.lead) and (known := _printed_beside(parts, at)):
        return known
    if not _NAMELESS.fullmatch(run.clause):
        return {}
    if _is_change_after(parts, at):
        return {"change": at + 1}
    after = at + 1
    if after < len(parts) and parts[after].role is Role.BASE and parts[after].run.lead.startswith("("):
        return {"last_year": after} if _of_one_period(parts[after].run, run) else {}
    return _base_further_back(parts, at)


def _printed_beside(parts: Parts, at: int) -> dict[str, int]:
    """The same, right before the rate: 增收N万元,增长N%; 比上年同期N增加N,增长N%; 由上年同期的N增加到N,增长N%."""
    near = parts[at - 1]
    if near.role is Role.DONE and not near.run.opens and parts[at - 2].role is Role.BASE and _UP_TO.fullmatch(near.run.lead):
        return {"current": at - 1, "last_year": at - 2}
    if not _of_one_period(near.run, parts[at].run):
        return {}
    if near.role in (Role.RISE, Role.FALL):
        base = _base_before_change(parts, at - 1)
        return {"change": at - 1} if base is None else {"last_year": base, "change": at - 1}
    return {"last_year": at - 1} if near.role is Role.BASE else {}


def _base_before_change(parts: Parts, change: int) -> int | None:
    """Last year's amount right before the change: 比上年同期N增加N."""
    of_change = parts[change].run
    beside = not of_change.opens and parts[change - 1].role is Role.BASE and fits(parts[change - 1].run, of_change)
    return change - 1 if beside and _CHANGE_AFTER.fullmatch(of_change.lead.removeprefix(")")) else None


def _is_change_after(parts: Parts, at: int) -> bool:
    """增长17.4%,增收3644万元: the change follows, and no rate of its own follows that."""
    if at + 1 >= len(parts) or parts[at + 1].role not in (Role.RISE, Role.FALL):
        return False
    run, change = parts[at].run, parts[at + 1].run
    if change.sentence != run.sentence or not _CHANGE_AFTER.fullmatch(change.lead):
        return False
    if at + 2 < len(parts):
        then = parts[at + 2].run
        if then.sentence == run.sentence and then.last.is_rate and _BESIDE.fullmatch(then.lead):
            return False
    return _of_one_period(run, change)


def _base_further_back(parts: Parts, at: int) -> dict[str, int]:
    """N亿元(上年同期N亿元),完成…的N%,同比增长N%: last year's amount in a parenthesis right after this year's."""
    run = parts[at].run
    if not _YEARLY.search(run.clause):
        return {}
    for place in before(parts, at):
        part = parts[place]
        if part.role is Role.BASE and _of_one_period(part.run, run) and len(part.run.quantities) == len(run.quantities):
            if place == at - 2 and parts[at - 1].role is Role.DONE and fits(parts[at - 1].run, part.run):
                return {"last_year": place, "current": at - 1}  # 上年同期N,今年完成N,同比增长N%
            follows = not part.run.opens and parts[place - 1].role is Role.DONE and fits(parts[place - 1].run, part.run)
            between = all(parts[other].role is not Role.DONE for other in range(place + 1, at))
            return {"last_year": place} if follows and between else {}
    return {}


def _of_one_period(first: Run, second: Run) -> bool:
    """Whether the two do not compare with different periods, 环比 and 同比."""
    monthly = [bool(_MONTHLY.search(run.clause)) or "上月" in run.clause for run in (first, second)]
    yearly = [bool(_YEARLY.search(run.clause)) for run in (first, second)]
    return not (monthly[0] and yearly[1]) and not (yearly[0] and monthly[1])


def _signed(parts: Parts, place: int) -> Run:
    """The run, its numbers below zero where it is a fall."""
    part = parts[place]
    return below_zero(part.run) if part.role is Role.FALL else part.run
