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
    found += [(remark.span[0], [quoted(remark.text), _INDENT + remark.wording]) for remark in proof.remarks]
    for _, lines in sorted(found, key=lambda place: place[0]):
        yield from (f"{line}\n" for line in lines)
    yield summary(proof) + "\n"


def findings_text(proof: Proof) -> Iterator[str]:
    """What its author has to mend, numbered, each with what to write instead; then the summary. Lines with their ends."""
    found = [(claim.result_span[0], claim.text, _to_mend(claim)) for claim in proof.claims]
    found += [(remark.span[0], remark.text, [remark.wording]) for remark in proof.remarks]
    told = sorted((place for place in found if place[2]), key=lambda place: place[0])
    for number, (_, text, sentences) in enumerate(told, start=1):
        yield tr("{number}. {text}", number=number, text=quoted(text)) + "\n"
        yield from (f"{_INDENT}{sentence}\n" for sentence in sentences)
    yield summary(proof) + "\n"


def _to_mend(claim: Claim) -> list[str]:
    said = []
    if claim.verdict is Verdict.WRONG:
        printed, computed = number_text(claim.published, claim), number_text(claim.recomputed, claim)
        said.append(tr("It says {published}; its numbers give {recomputed}.", published=printed, recomputed=computed))
    return [*said, *claim.wording]


def _claim(claim: Claim) -> Iterator[str]:
    yield tr(
        "[{verdict}] {kind}: {text}", verdict=tr(VERDICTS[claim.verdict]), kind=tr(KINDS[claim.kind]), text=quoted(claim.text)
    )
    if claim.verdict is not Verdict.RIGHT:
        printed, computed = number_text(claim.published, claim), number_text(claim.recomputed, claim)
        if claim.verdict is Verdict.WRONG:
            yield _INDENT + tr("It says {published}; its numbers give {recomputed}.", published=printed, recomputed=computed)
        else:
            yield _INDENT + tr(
                "It says {published}; as printed, its numbers give {recomputed}, unrounded ones may give what it says.",
                published=printed,
                recomputed=computed,
            )
    yield from (_INDENT + sentence for sentence in claim.wording)


def number_text(value: Decimal | None, claim: Claim) -> str:
    """A result of the claim with its unit; — for none."""
    points = claim.kind is ClaimKind.PACE and claim.unit == "%"
    return MISSING if value is None else f"{value:f}{POINTS if points else claim.unit}"


def quoted(text: str) -> str:
    """A part of the text in one line."""
    return " ".join(text.split())


def summary(proof: Proof) -> str:
    """How many claims there are, and what they are like."""
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
