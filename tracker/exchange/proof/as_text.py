"""A proof to read in a terminal: a line a claim, what to mend below it, and what came of it all at the end.

Chinese here is data: a unit of measure as the bulletin writes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from tracker.domain.amount import MISSING
from tracker.domain.proof.statement import ClaimKind
from tracker.i18n import mark, tr
from tracker.metrics.proof.claim import Claim, Proof, Verdict

VERDICTS = {Verdict.RIGHT: mark("right"), Verdict.ROUNDING: mark("rounding"), Verdict.WRONG: mark("WRONG")}
KINDS = {"completion": mark("completion"), "pace": mark("pace"), "yoy": mark("year on year"), "share": mark("share")}

POINTS = "个百分点"
_INDENT = "    "


def proof_text(proof: Proof) -> Iterator[str]:
    """The lines, each with its line end."""
    found = [(claim.result_span[0], list(_claim(claim))) for claim in proof.claims]
    found += [(remark.span[0], [_quoted(remark.text), _INDENT + remark.wording]) for remark in proof.remarks]
    for _, lines in sorted(found, key=lambda place: place[0]):
        yield from (f"{line}\n" for line in lines)
    yield _summary(proof) + "\n"


def _claim(claim: Claim) -> Iterator[str]:
    yield tr(
        "[{verdict}] {kind}: {text}", verdict=tr(VERDICTS[claim.verdict]), kind=tr(KINDS[claim.kind]), text=_quoted(claim.text)
    )
    if claim.verdict is not Verdict.RIGHT:
        printed, computed = _number(claim.published, claim), _number(claim.recomputed, claim)
        if claim.verdict is Verdict.WRONG:
            yield _INDENT + tr("It says {published}; its numbers give {recomputed}.", published=printed, recomputed=computed)
        else:
            yield _INDENT + tr(
                "It says {published}; as printed, its numbers give {recomputed}, unrounded ones may give what it says.",
                published=printed,
                recomputed=computed,
            )
    yield from (_INDENT + sentence for sentence in claim.wording)


def _number(value: Decimal | None, claim: Claim) -> str:
    points = claim.kind is ClaimKind.PACE and claim.unit == "%"
    return MISSING if value is None else f"{value:f}{POINTS if points else claim.unit}"


def _quoted(text: str) -> str:
    return " ".join(text.split())


def _summary(proof: Proof) -> str:
    count = Counter(claim.verdict for claim in proof.claims)
    wording = len(proof.remarks) + sum(len(claim.wording) for claim in proof.claims)
    return tr(
        "{claims} claims: {right} right, {rounding} within rounding, {wrong} wrong; {wording} wordings to mend.",
        claims=len(proof.claims),
        right=count[Verdict.RIGHT],
        rounding=count[Verdict.ROUNDING],
        wrong=count[Verdict.WRONG],
        wording=wording,
    )
