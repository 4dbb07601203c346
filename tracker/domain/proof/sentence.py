"""The runs of a paragraph with their roles, and what stands before one of them in its sentence.

Chinese here is data: the words that make an amount a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.domain.proof.quantity import Quantity
from tracker.domain.proof.role import Role, role_of
from tracker.domain.proof.runs import Paragraph, Run
from tracker.domain.proof.statement import ClaimKind, Statement

WINDOW = 16
"""How many numbers back an input may stand: what is further away does not belong. It keeps the time linear, too."""

OF_PRINTED = re.compile(r"\)?的(?:比重|比例|份额)?(?:分别)?(?:为|达|达到)?")
"""Between what is printed and its percentage: 目标132.63亿元的90.8%."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run and its role; a short name for what the readers of claims walk over."""

    run: Run
    role: Role

    @property
    def is_percent(self) -> bool:
        return self.run.dimension == "%"


Parts = Sequence[Part]


def parts_of(paragraph: Paragraph) -> list[Part]:
    """The runs with their roles. An amount of which a percentage is said, 占A 30亿元的20%, is a whole unless it is a target."""
    parts: list[Part] = []
    for run in paragraph.runs:
        part = Part(run, role_of(run))
        if part.is_percent and not run.opens and OF_PRINTED.fullmatch(run.lead):
            before = parts[-1]
            if before.role is Role.DONE and "占" in before.run.clause:
                parts[-1] = replace(before, role=Role.WHOLE)
        parts.append(part)
    return parts


def before(parts: Parts, at: int) -> Iterator[int]:
    """The places of the runs before `at` in the same sentence, the nearest first."""
    sentence = parts[at].run.sentence
    for place in range(at - 1, max(at - 1 - WINDOW, -1), -1):
        if parts[place].run.sentence != sentence:
            return
        yield place


def nearest(parts: Parts, at: int, role: Role, like: Run | None = None) -> int | None:
    """The nearest run of that role before `at` in its sentence, with the dimension and the length of `like`.

    What is done within a parenthesis, (其中亿元以上6个), is nothing to those outside.
    """
    for place in before(parts, at):
        part = parts[place]
        hidden = role is Role.DONE and part.run.enclosed and not parts[at].run.enclosed
        if part.role is role and not hidden and (like is None or fits(part.run, like)):
            return place
    return None


def measured_against(parts: Parts, whole: int) -> int | None:
    """The amount that is held against the one at `whole`: what was done before it; after 占 and the like,
    whatever stands right before it.
    """
    run = parts[whole].run
    done = nearest(parts, whole, Role.DONE, run)
    if done is not None or run.opens or not run.clause.startswith(("占", "完成", "为")):
        return done
    return whole - 1 if parts[whole - 1].role is Role.TARGET and fits(parts[whole - 1].run, run) else None


def fits(run: Run, like: Run) -> bool:
    """Whether the two can be computed with each other, number by number."""
    return run.dimension == like.dimension and len(run.quantities) == len(like.quantities)


def repeated(run: Run, like: Run) -> Run:
    """A single number as often as `like` has numbers: one whole, or one pace, for a list of results."""
    times = len(like.quantities) if len(run.quantities) == 1 else 1
    return replace(run, quantities=run.quantities * times)


def below_zero(run: Run) -> Run:
    """The run with its numbers negated: a fall that was printed as what it fell by."""
    return replace(run, quantities=tuple(one.negated() for one in run.quantities))


def stated(
    kind: ClaimKind, results: Sequence[Quantity], inputs: Sequence[tuple[str, Run]], *, begins: int, month: int | None = None
) -> list[Statement]:
    """One statement a result of a list, each with its own inputs; `begins` is where the words of the first input begin.

    None where a list of inputs is longer or shorter than that of the results: which belongs to which would be a guess.
    """
    found: list[Statement] = []
    if any(len(run.quantities) != len(results) for _, run in inputs):
        return found
    for place, result in enumerate(results):
        named = tuple((name, run.quantities[place]) for name, run in inputs)
        found.append(Statement(kind, named, result, begins, result.end, month))
    return found


def begin(parts: Parts, *places: int) -> int:
    """Where the words of the first of these runs begin: its clause, or that of what is printed right before its percentage."""
    place = min(places)
    if OF_PRINTED.fullmatch(parts[place].run.lead) and not parts[place].run.opens:
        place -= 1
    run = parts[place].run
    opened = len(run.lead) - len(run.lead.rstrip("(:“"))
    return run.start - opened - len(run.clause.lstrip("、"))
