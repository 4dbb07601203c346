"""Labels beside the ends of lines: spread so that none lies over another, each joined to its line by a leader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LINE = 17.0
"""The height of a label's line in pixels."""


@dataclass(frozen=True)
class Label:
    """A text that belongs at (`x`, `y`) in the data's own numbers; `weight` above zero is kept where there is no room for all."""

    text: str
    x: float
    y: float
    color: str
    bold: bool = False
    weight: int = 0


def spread(wanted: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Places as near as can be to the wanted ones, in their order, at least `apart` from each other, between `low` and `high`.

    Labels that would touch are set around the mean of what they want (pool adjacent violators). Where they do not all fit, they
    are set evenly.
    """
    if not wanted:
        return []
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    if apart * (len(order) - 1) > high - low:
        apart = (high - low) / (len(order) - 1)
    pools: list[list[float]] = []  # the sum of the wanted firsts, how many
    for place, at in enumerate(order):
        pools.append([wanted[at] - place * apart, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] >= pools[-1][0] / pools[-1][1]:
            total, count = pools.pop()
            pools[-1] = [pools[-1][0] + total, pools[-1][1] + count]
    found = [0.0] * len(wanted)
    place = 0
    for total, count in pools:
        first = min(max(total / count, low), high - (len(order) - 1) * apart)
        for _ in range(int(count)):
            found[order[place]] = first + place * apart
            place += 1
    return found


def fitting(labels: Sequence[Label], most: int) -> list[Label]:
    """At most so many of them: the weightier first, then the highest and the lowest in turn, so that both ends are told."""
    if len(labels) <= most:
        return list(labels)
    kept = sorted((label for label in labels if label.weight), key=lambda label: -label.weight)[: max(most, 0)]
    others = sorted((label for label in labels if not label.weight), key=lambda label: -label.y)
    for turn in range(max(0, most - len(kept))):
        kept.append(others.pop(0 if turn % 2 == 0 else -1))
    return kept
