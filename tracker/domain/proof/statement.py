"""A claim as a bulletin states it: the printed result, and the printed numbers that it must follow from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.proof.quantity import Quantity


class ClaimKind(StrEnum):
    """What is claimed: how much of a target is done, how far from the pace, growth, a part of a whole."""

    COMPLETION = "completion"
    PACE = "pace"
    YOY = "yoy"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Statement:
    """`inputs` are named (cumulative, target …) and lie before the result or beside it; `result` carries its sign.

    A pace has `month`, unless the text states the pace itself: then that is among the inputs. `start` and `end` are the span
    of the words in the plain text.
    """

    kind: ClaimKind
    inputs: tuple[tuple[str, Quantity], ...]
    result: Quantity
    start: int
    end: int
    month: int | None = None

    def input(self, name: str) -> Quantity | None:
        """The input of that name; None where the text has none."""
        return dict(self.inputs).get(name)
