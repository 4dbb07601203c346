"""A bulletin's text understood: the claims in it whose inputs stand beside them, and wording that wants mending."""

from __future__ import annotations

from tracker.domain.proof.completion import find_completion
from tracker.domain.proof.growth import find_growth
from tracker.domain.proof.months import Months
from tracker.domain.proof.pace import find_pace, find_pace_in_money
from tracker.domain.proof.role import Role
from tracker.domain.proof.runs import paragraphs
from tracker.domain.proof.sentence import Parts, parts_of
from tracker.domain.proof.share import find_share
from tracker.domain.proof.stage import find_stage
from tracker.domain.proof.statement import Statement


def statements(text: str, month: int | None = None) -> list[Statement]:
    """What a plain text claims, in the order of the results. `month` (1 to 12) is what its figures run to where it does not say.

    Conservative: a number with two readings gives no statement. Takes time in proportion to the text.
    """
    found: list[Statement] = []
    read = list(paragraphs(text))
    months = Months(read, month)
    for paragraph in read:
        parts = parts_of(paragraph)
        month_at = months.within(paragraph)
        for at, part in enumerate(parts):
            if not part.run.last.is_rate:
                found.extend(find_pace_in_money(parts, at, month_at(part.run.start)))
            elif part.role is Role.RATE:  # not 增长约20%, which claims nothing exact
                found.extend(_found(parts, at, month_at(part.run.start)))
    return found


def _found(parts: Parts, at: int, month: int | None) -> list[Statement]:
    return (
        find_completion(parts, at)
        or find_growth(parts, at)
        or find_pace(parts, at, month)
        or find_share(parts, at)
        or find_stage(parts, at)
    )
