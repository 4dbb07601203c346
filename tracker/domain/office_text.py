"""What the office decides of a month's bulletin: its number, the problems, the next steps, which indicators it tells of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.period import Month


class OfficeTextKind(StrEnum):
    """Which part of the bulletin a text is. INDICATORS has their codes, a line each: the first one ranks the units."""

    NUMBER = "number"
    PROBLEMS = "problems"
    NEXT_STEPS = "next_steps"
    INDICATORS = "indicators"


def as_kept(text: str) -> str:
    """The text as it is stored: its lines end alike, and there are no blanks at its end."""
    return "\n".join(text.splitlines()).rstrip()


@dataclass(frozen=True, slots=True)
class OfficeText:
    """A month's text of a kind, a paragraph a line; "" is none."""

    month: Month
    kind: OfficeTextKind
    text: str
