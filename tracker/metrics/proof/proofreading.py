"""The proof-reader itself: a text in, its claims with their verdicts out."""

from __future__ import annotations

from collections.abc import Callable

from tracker.domain.amount import round_half_up
from tracker.domain.proof import statements
from tracker.domain.proof.mends import Mend, mends
from tracker.domain.proof.plain_text import PlainText, plain_text
from tracker.domain.proof.statement import Statement
from tracker.metrics.proof.claim import Claim, Proof, Remark, Verdict
from tracker.metrics.proof.inputs import inputs_of
from tracker.metrics.proof.interval import Interval, rounded
from tracker.metrics.proof.results import exact_result, possible_results

Progress = Callable[[int, int], None]


def proofread(text: str, *, month: int | None = None, told: Progress | None = None) -> Proof:
    """The claims of a bulletin's text and the wording to mend; `month` (1 to 12) is what its figures run to where it says none.

    Takes time in proportion to the text. `told` is called before each claim with how many are done, and how many there are; what
    it raises ends the reading.
    """
    read = plain_text(text)
    loose = {mend.end: mend for mend in mends(read.text)}
    claims = []
    found = statements(read.text, month)
    for done, statement in enumerate(found):
        if told is not None:
            told(done, len(found))
        mend = loose.pop(statement.result.end, None)
        claims.append(_claim(text, read, statement, () if mend is None else (mend.sentence,)))
    return Proof(tuple(claims), tuple(_remark(text, read, mend) for mend in loose.values()))


def _claim(text: str, read: PlainText, statement: Statement, wording: tuple[str, ...]) -> Claim:
    result = statement.result
    exact = exact_result(statement)
    recomputed = None if exact is None else round_half_up(exact / result.unit.factor, result.decimals)
    right = recomputed == result.printed
    possible = None if right else possible_results(statement)
    start, end = read.original_span(statement.start, statement.end)
    return Claim(
        text=text[start:end],
        span=(start, end),
        result_span=read.original_span(result.start, result.end),
        kind=statement.kind,
        inputs=inputs_of(statement, read),
        published=result.printed,
        unit=result.unit.name,
        recomputed=recomputed,
        verdict=Verdict.RIGHT if right else _verdict(statement, possible),
        wording=wording,
        possible=None if possible is None else possible.times(1 / result.unit.factor),
    )


def _verdict(statement: Statement, possible: Interval | None) -> Verdict:
    """rounding where some inputs that print so give a result that prints so."""
    printed = rounded(statement.result.value, statement.result.step)
    return Verdict.ROUNDING if possible is not None and possible.meets(printed) else Verdict.WRONG


def _remark(text: str, read: PlainText, mend: Mend) -> Remark:
    start, end = read.original_span(mend.start, mend.end)
    return Remark(text[start:end], (start, end), mend.sentence)
