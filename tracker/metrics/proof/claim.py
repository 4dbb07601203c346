"""A claim of a text with its verdict: the frozen values that a terminal prints and a window underlines."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tracker.domain.proof.statement import ClaimKind
from tracker.metrics.proof.interval import Interval

Span = tuple[int, int]
"""Start and end in the text that was given, the end not included."""


class Verdict(StrEnum):
    """right: the printed result follows from the printed inputs. rounding: inputs that print so can give it. wrong: none can."""

    RIGHT = "right"
    ROUNDING = "rounding"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Input:
    """One number that the result follows from, in the unit that all amounts of its claim are given in.

    `span` is where it stands; None for the month, which the whole paragraph or the person says.
    """

    name: str
    value: Decimal
    unit: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed and what is true. `published` and `recomputed` are signed and have the published decimals.

    `recomputed` is None where the rules print "—". `span` covers `text`, `result_span` the published number alone. `wording`
    are sentences in the user's language that say what to write instead. `possible` is all that unrounded inputs may give, in the
    published unit; None where that is nothing, or where the result is right.
    """

    text: str
    span: Span
    result_span: Span
    kind: ClaimKind
    inputs: tuple[Input, ...]
    published: Decimal
    unit: str
    recomputed: Decimal | None
    verdict: Verdict
    wording: tuple[str, ...]
    possible: Interval | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Wording to mend in a place where nothing can be recomputed."""

    text: str
    span: Span
    wording: str


@dataclass(frozen=True, slots=True)
class Proof:
    """All claims and the remarks beside them, in the order of the text."""

    claims: tuple[Claim, ...]
    remarks: tuple[Remark, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing needs a person: no claim is wrong, and no words want mending."""
        return not self.remarks and all(claim.verdict is not Verdict.WRONG and not claim.wording for claim in self.claims)
