"""Rates from one stage of a project to the next in words: 签约1093个,开工907个,开工率82.98%.

Chinese here is data: the phrases themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.domain.proof.role import Role
from tracker.domain.proof.runs import Run
from tracker.domain.proof.sentence import Parts, before, begin, fits, stated
from tracker.domain.proof.statement import ClaimKind, Statement

_STAGE = re.compile("(?P<stage>[^,，、:的为达和占率0-9%]{2,6})率(?:分别)?(?:为|达|达到|是|:)?$")
_NO_STAGE = ("增长", "贡献", "占有", "增速", "上升", "下降", "完成")
_OF_ALL = re.compile("签约|签订|合同|总|共|计划|受理|任务|列入|纳入|安排|下达|应")
_NEGATED = re.compile("[不未无没非]$")


def find_stage(parts: Parts, at: int) -> list[Statement]:
    """The rates at `at` that are called after a stage, where both the number that reached it and that of all are printed."""
    run = parts[at].run
    said = _STAGE.search(run.clause)
    if not parts[at].is_percent or said is None or said["stage"].endswith(_NO_STAGE):
        return []
    reached = next((place for place in before(parts, at) if _reached(parts, place, at, said["stage"][-2:])), None)
    whole = None if reached is None else _whole(parts, reached)
    if reached is None or whole is None:
        return []
    part, of = parts[reached].run, parts[whole].run
    target = parts[whole].role is Role.TARGET
    kind, names = (ClaimKind.COMPLETION, ("cumulative", "target")) if target else (ClaimKind.SHARE, ("part", "whole"))
    return stated(kind, run.quantities, list(zip(names, (part, of), strict=True)), begins=begin(parts, whole))


def _reached(parts: Parts, place: int, at: int, stage: str) -> bool:
    """Whether the amount is the one that the stage's name stands with: 开工907个, or 907个已开工."""
    run = parts[place].run
    if parts[place].role is not Role.DONE or len(run.quantities) != len(parts[at].run.quantities):
        return False
    words = re.split("[,，、;()。]", run.trail)[0]
    return any(stage in text and not _NEGATED.search(text.partition(stage)[0]) for text in (run.clause, words))


def _whole(parts: Parts, reached: int) -> int | None:
    """The number of all: the only amount of the kind before, or the nearest that its words call so."""
    candidates = list(_candidates(parts, reached))
    named = [place for place in candidates if _is_of_all(parts[place].run)]
    if named:
        return named[0]
    return candidates[0] if len(candidates) == 1 else None


def _candidates(parts: Parts, reached: int) -> Iterator[int]:
    for place in before(parts, reached):
        part = parts[place]
        if part.role in (Role.DONE, Role.TARGET) and fits(part.run, parts[reached].run):
            yield place


def _is_of_all(run: Run) -> bool:
    return bool(_OF_ALL.search(run.clause))
