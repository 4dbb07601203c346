"""What the proof-reader found, in words for the list beside the text: what is printed, what its numbers give, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from enum import StrEnum
from fractions import Fraction

from tracker.exchange.proof.as_text import KINDS, VERDICTS, number_text, quoted
from tracker.i18n import mark, tr
from tracker.metrics.proof.claim import Claim, Proof, Remark, Span, Verdict
from tracker.metrics.proof.interval import Bound, Interval

FINER = 2
"""How many decimals more than what is printed the ends of an interval are told with."""
_EXACT = Context(prec=60)


class Finding(StrEnum):
    """What a finding is, the worst first."""

    WRONG = "wrong"
    WORDING = "wording"
    ROUNDING = "rounding"
    RIGHT = "right"


WORDS = {
    Finding.WRONG: VERDICTS[Verdict.WRONG],
    Finding.WORDING: mark("wording"),
    Finding.ROUNDING: VERDICTS[Verdict.ROUNDING],
    Finding.RIGHT: VERDICTS[Verdict.RIGHT],
}


@dataclass(frozen=True, slots=True)
class Found:
    """One finding. `span` is the claim in the text, `at` what of it is marked, `inputs` what it follows from.

    `printed`, `computed` and `reason` are blank where nothing was recomputed.
    """

    finding: Finding
    kind: str
    text: str
    span: Span
    at: Span
    inputs: tuple[Span, ...] = ()
    printed: str = ""
    computed: str = ""
    reason: str = ""
    wording: tuple[str, ...] = ()

    @property
    def needs_a_look(self) -> bool:
        """Whether it is anything but right."""
        return self.finding is not Finding.RIGHT


def findings_of(proof: Proof) -> tuple[Found, ...]:
    """Everything that was found, in the order of the text."""
    found = [*(_of_claim(claim) for claim in proof.claims), *(_of_remark(remark) for remark in proof.remarks)]
    return tuple(sorted(found, key=lambda one: one.at))


def _of_claim(claim: Claim) -> Found:
    finding = Finding(claim.verdict.value)
    if claim.wording and finding is not Finding.WRONG:
        finding = Finding.WORDING
    return Found(
        finding,
        tr(KINDS[claim.kind]),
        quoted(claim.text),
        claim.span,
        claim.result_span,
        tuple(one.span for one in claim.inputs if one.span is not None),
        number_text(claim.published, claim),
        number_text(claim.recomputed, claim),
        "\n".join(_reasons(claim)),
        claim.wording,
    )


def _of_remark(remark: Remark) -> Found:
    return Found(Finding.WORDING, tr("wording"), quoted(remark.text), remark.span, remark.span, wording=(remark.wording,))


def _reasons(claim: Claim) -> Iterator[str]:
    """Why the verdict is what it is."""
    printed, computed = number_text(claim.published, claim), number_text(claim.recomputed, claim)
    month = next((one.value for one in claim.inputs if one.name == "month"), None)
    if month is not None:
        yield tr("The pace is that of month {month}.", month=month)
    if claim.verdict is Verdict.RIGHT:
        yield tr("The numbers beside it give just this.")
        return
    if claim.recomputed is None:
        yield tr("Its numbers give no such figure: what it is measured by is zero.")
    else:
        yield tr("As printed, the numbers beside it give {computed}.", computed=computed)
    if claim.possible is None or (claim.recomputed is None and claim.verdict is Verdict.WRONG):
        return
    between = _between(claim.possible, claim)
    if claim.verdict is Verdict.ROUNDING:
        yield tr(
            "They are rounded themselves: unrounded they may give {between}, and {printed} is among it.",
            between=between,
            printed=printed,
        )
    else:
        yield tr("Even unrounded they can only give {between}; {printed} is not among it.", between=between, printed=printed)


def _between(possible: Interval, claim: Claim) -> str:
    """The interval in words, its ends a little wider than they are, with the unit of the claim."""
    places = -int(claim.published.as_tuple().exponent) + FINER
    low, high = _end(possible.low, places, ROUND_FLOOR), _end(possible.high, places, ROUND_CEILING)
    if low is None and high is None:
        return tr("anything")
    if low is None or high is None:
        end = number_text(low if high is None else high, claim)
        return tr("{end} or more", end=end) if high is None else tr("{end} or less", end=end)
    if low == high:
        return number_text(low, claim)
    return tr("{low} to {high}", low=number_text(low, claim), high=number_text(high, claim))


def _end(bound: Bound, places: int, rounding: str) -> Decimal | None:
    """An end as a decimal with so many places; None where there is none."""
    if not isinstance(bound, Fraction):
        return None
    unrounded = _EXACT.divide(Decimal(bound.numerator), Decimal(bound.denominator))
    return unrounded.quantize(Decimal(1).scaleb(-places), rounding=rounding, context=_EXACT)
