"""Completion in words: 完成X N亿元,完成年度目标任务N亿元的N%; 占年初预算N万元的N%; 完成率N%.

Chinese here is data: the phrases themselves.
"""

from __future__ import annotations

import re

from tracker.domain.proof.role import Role
from tracker.domain.proof.sentence import OF_PRINTED, WINDOW, Parts, begin, fits, measured_against, nearest, stated
from tracker.domain.proof.statement import ClaimKind, Statement
from tracker.domain.proof.subject import speaks_of

RATE = re.compile("(?:完成|达成)(?:率|比例|百分比|进度)(?:分别)?(?:为|达|达到|是|:)?$|^(?:已)?完成(?:了)?$")
"""完成率N%, or 完成N% alone."""

_TARGET_WORD = "(?:目标|任务|计划|(?<!公共)(?<!一般)(?<!基金)预算(?![收支]))[^,，]{0,8}"
OF_TARGET = re.compile(
    f"(?:完成|占|为|达|达到|达成|实现|相当于)[^,，]{{0,16}}{_TARGET_WORD}(?:的(?:比重|比例)?(?:分别)?(?:为|达|达到)?)$"
)
"""完成年度目标任务的N%, where the target itself is not printed here."""

_OTHER_RATE = re.compile(
    "(?:(?<!序时)(?<!时序)(?<!时间)(?<!平均)进度|(?<!增长)(?<!贡献)(?<!占有)率|完成[^,，]{0,12}(?:目标|任务|计划|预算))"
    "(?:分别)?(?:为|达|达到|的|:)?$|完成(?:了|达)?$"
)


def find_completion(parts: Parts, at: int) -> list[Statement]:
    """The completions that the percentages at `at` claim, where what was done and the target are both printed."""
    run = parts[at].run
    if not parts[at].is_percent or any(rate.is_negative for rate in run.quantities):
        return []
    found = _of_printed(parts, at) if _is_of_printed(parts, at) else _of_named(parts, at)
    if found is None:
        return []
    inputs = [("cumulative", parts[found[0]].run), ("target", parts[found[1]].run)]
    here = [place for place in found if parts[place].run.sentence == run.sentence]
    return stated(ClaimKind.COMPLETION, run.quantities, inputs, begins=begin(parts, *here))


def is_completion(parts: Parts, at: int) -> bool:
    """Whether the percentages at `at` say how much of something is done, their inputs printed or not."""
    run = parts[at].run
    return bool(
        RATE.search(run.clause)
        or OF_TARGET.search(run.clause)
        or (_is_of_printed(parts, at) and parts[at - 1].role is Role.TARGET)
        or _OTHER_RATE.search(run.clause)
    )


Found = tuple[int, int]


def _is_of_printed(parts: Parts, at: int) -> bool:
    run = parts[at].run
    return not run.opens and bool(OF_PRINTED.fullmatch(run.lead))


def _of_printed(parts: Parts, at: int) -> Found | None:
    """完成目标任务N亿元的N%: the target stands right before the percentage."""
    if parts[at - 1].role is not Role.TARGET:
        return None
    done = measured_against(parts, at - 1)
    return None if done is None or not speaks_of(parts[at - 1].run.clause, parts[done].run) else (done, at - 1)


def _of_named(parts: Parts, at: int) -> Found | None:
    """完成率N%, 完成目标任务的N%: the target stands before what was done, between the two, or in a parenthesis after the rate."""
    run = parts[at].run
    if not (RATE.search(run.clause) or OF_TARGET.search(run.clause)):
        return None
    done = nearest(parts, at, Role.DONE)
    target = None if done is None else _target_of(parts, done, at)
    if done is None or target is None or not speaks_of(run.clause, parts[done].run, parts[target].run):
        return None
    return done, target


def _target_of(parts: Parts, done: int, at: int) -> int | None:
    """The target in a parenthesis after the rate, else the sentence's nearest, else the paragraph's only one so far."""
    after = at + 1
    if after < len(parts) and parts[after].role is Role.TARGET and parts[after].run.lead.startswith("("):
        return after if fits(parts[after].run, parts[done].run) else None
    here = nearest(parts, at, Role.TARGET, parts[done].run)
    if here is not None:
        return here
    places = range(max(at - WINDOW, 0), at)
    known = [place for place in places if parts[place].role is Role.TARGET and fits(parts[place].run, parts[done].run)]
    return known[0] if len(known) == 1 else None
