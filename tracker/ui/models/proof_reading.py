"""The work of the proof-reader's window, for a thread of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.metrics.proof.claim import Proof
from tracker.metrics.proof.proofreading import proofread
from tracker.ui.models.proof_findings import Finding, Found, findings_of
from tracker.ui.models.proof_places import Places
from tracker.ui.tasks import Progress

Part = tuple[int, int, Finding]
"""Units before it in its paragraph, units, what it is."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text and its places, its proof, that in words, and what is to be marked in each of its paragraphs."""

    text: str
    places: Places
    proof: Proof
    found: tuple[Found, ...]
    marks: Mapping[int, Sequence[Part]]


def read_text(text: str, month: int | None, progress: Progress) -> ReadText:
    """Read it; given up, it ends at the next claim."""
    progress(0, 0)
    proof = proofread(text, month=month, told=progress)
    found, places = findings_of(proof), Places(text)
    marks: dict[int, list[Part]] = {}
    for one in found:
        for block, start, length in places.parts(*one.at):
            marks.setdefault(block, []).append((start, length, one.finding))
    return ReadText(text, places, proof, found, marks)
