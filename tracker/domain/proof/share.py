"""Shares in words: 占A总量N的N%; 其中X N,占N%; 占A的比重为N%.

Chinese here is data: the phrases themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.domain.proof.role import Role
from tracker.domain.proof.runs import Run
from tracker.domain.proof.sentence import OF_PRINTED, Parts, before, begin, fits, measured_against, nearest, repeated, stated
from tracker.domain.proof.statement import ClaimKind, Statement
from tracker.domain.proof.subject import speaks_of

_TO_BE = "(?:分别)?(?:为|达|达到|:)?"
_SHARE = re.compile(
    "(?P<part>[^,，]*?)(?:所|分别)?占(?P<whole>[^,，占比]{0,20}?)(?P<all>总量|总额|总数|总和|合计)?"
    f"(?:的?(?:比重|比例|比|份额)|的)?{_TO_BE}$"
)
_OF_WHICH = re.compile("其中|当中")
_EVERYONE = re.compile("|全部|总计|其|[全本](?:部|市|县|省|区|州|国)")
_TOTAL = re.compile("总|共|合计|全部")
_NO_NAME = re.compile("^(?:其中|其|共|分别|[:和及与])*")

_NAME = 2
"""Characters that a name has at least."""

Found = tuple[int, int]


def find_share(parts: Parts, at: int) -> list[Statement]:
    """The shares that the percentages at `at` claim, where the part and the whole are both printed."""
    run = parts[at].run
    if not parts[at].is_percent or any(rate.is_negative for rate in run.quantities):
        return []
    found = _of_printed(parts, at) or _of_words(parts, at)
    if found is None:
        return []
    part, whole = parts[found[0]].run, repeated(parts[found[1]].run, run)
    return stated(ClaimKind.SHARE, run.quantities, [("part", part), ("whole", whole)], begins=begin(parts, *found))


def _of_printed(parts: Parts, at: int) -> Found | None:
    """占A总量N的N%: the whole stands right before the percentage."""
    run = parts[at].run
    if run.opens or not OF_PRINTED.fullmatch(run.lead) or parts[at - 1].role is not Role.WHOLE:
        return None
    named = _named_part(parts, at - 1)
    part = measured_against(parts, at - 1) if named is None else named
    return None if part is None or not speaks_of(parts[at - 1].run.clause, parts[part].run) else (part, at - 1)


def _named_part(parts: Parts, whole: int) -> int | None:
    """税收N,非税收入N,税收占收入N的N%: the amount whose words begin with the name that stands before 占."""
    run = parts[whole].run
    name = run.clause.partition("占")[0].removesuffix("收入")
    if run.opens or len(name) < _NAME:
        return None
    named = (place for place in before(parts, whole) if parts[place].role is Role.DONE and fits(parts[place].run, run))
    return next((place for place in named if parts[place].run.clause.startswith(name)), None)


def _of_words(parts: Parts, at: int) -> Found | None:
    """占N%, 占比N%, 占A的比重为N%: the whole stands before 其中, or is the one amount that is called A."""
    said = _SHARE.fullmatch(parts[at].run.clause)
    part = nearest(parts, at, Role.DONE)
    if said is None or part is None or not _is_called(parts[part].run, _NO_NAME.sub("", said["part"])):
        return None
    name = said["whole"].removesuffix("的")
    if not _EVERYONE.fullmatch(name):
        called = [place for place in _wholes(parts, part) if name in parts[place].run.clause]
        return (part, called[0]) if len(called) == 1 else None
    whole = _divided(parts, part)
    if whole is None and said["all"]:
        whole = _total(parts, part)
    return None if whole is None else (part, whole)


def _divided(parts: Parts, part: int) -> int | None:
    """What 其中 divides: 总量N,其中X N."""
    divided = next((place for place in _and_before(parts, part) if _OF_WHICH.search(parts[place].run.lead)), None)
    return None if divided is None else next((place for place in _wholes(parts, divided) if _fits(parts, place, part)), None)


def _total(parts: Parts, part: int) -> int | None:
    """The one amount that is called a total, for 占总数的N%: 共N,X N."""
    totals = [place for place in _wholes(parts, part) if _TOTAL.search(parts[place].run.clause) and _fits(parts, place, part)]
    return totals[0] if len(totals) == 1 else None


def _is_called(run: Run, name: str) -> bool:
    """Whether the part's own words begin or hold its name, where the share names it: 税收收入N,税收占比N%."""
    return not name or name[:2] in run.clause


def _and_before(parts: Parts, at: int) -> Iterator[int]:
    yield at
    yield from before(parts, at)


def _wholes(parts: Parts, part: int) -> Iterator[int]:
    """Single amounts before the part that may be its whole."""
    for place in before(parts, part):
        if parts[place].role is Role.DONE and len(parts[place].run.quantities) == 1:
            yield place


def _fits(parts: Parts, whole: int, part: int) -> bool:
    return parts[whole].run.dimension == parts[part].run.dimension
