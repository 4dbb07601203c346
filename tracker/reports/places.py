"""Who stands where, in the office's wording: 云溪镇居第1位，平安镇、石桥镇并列第2位."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tracker.reports.wording import one_line, tr

Place = tuple[int, str]
"""A rank and who has it."""


def places_words(places: Sequence[Place]) -> str:
    """The places in their order, those who share a rank together as 并列; "" where nobody is ranked."""
    ordered = sorted(places, key=lambda place: place[0])
    clauses = [_place(rank, [name for _, name in tied]) for rank, tied in groupby(ordered, key=lambda place: place[0])]
    return tr(", then ").join(clauses)


def first_words(places: Sequence[Place], count: int) -> str:
    """The places 1 to `count`; all who tie for the last of them are named."""
    return places_words([place for place in places if place[0] <= count])


def move_words(change: int | None) -> str:
    """较上月前移2个位次, 较上月后移1个位次, 位次与上月持平; `change` is last month's rank − this month's; "" where it is None."""
    if change is None:
        return ""
    if change > 0:
        return tr("up {count} places on last month", count=change)
    if change < 0:
        return tr("down {count} places on last month", count=-change)
    return tr("in the same place as last month")


def _place(rank: int, names: list[str]) -> str:
    who = tr(", ").join(map(one_line, names))
    if len(names) > 1:
        return tr("{names} share place {rank}", names=who, rank=rank)
    return tr("{name} has place {rank}", name=who, rank=rank)
