"""连续靠后: who was among the last of its group in so many reviews running."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.domain.list_rules import ListRules
from tracker.domain.period import Month
from tracker.domain.unit import Unit, UnitId
from tracker.i18n import tr
from tracker.metrics.lists_places import Place

Reviews = Sequence[tuple[Month, Mapping[UnitId, Place]]]
"""The places of each review, the newest first."""


@dataclass(frozen=True, slots=True)
class Running:
    """A unit that was among the last in each of these reviews, the newest first, each with its month and its place."""

    unit: Unit
    reviews: tuple[tuple[Month, Place], ...]


@dataclass(frozen=True, slots=True)
class RunningList:
    """The rule in words, and whom it names, those first who have been there longest."""

    rule: str
    units: tuple[Running, ...]


def running_last(reviews: Reviews, rules: ListRules) -> RunningList:
    """Who was among the last in the newest review and in those before it, `rules.reviews` of them at least.

    As many reviews are looked at as are given; a unit that had no place in one of them was not among the last in it.
    """
    rule = tr("Among the last of the group in {count} reviews running.", count=rules.reviews)
    found = []
    for unit in reviews[0][1] if reviews else ():
        run = _run(unit, reviews, rules)
        if len(run) >= rules.reviews:
            found.append(Running(run[0][1].unit, tuple(run)))
    return RunningList(rule, tuple(sorted(found, key=lambda one: -len(one.reviews))))


def _run(unit: UnitId, reviews: Reviews, rules: ListRules) -> list[tuple[Month, Place]]:
    run = []
    for month, places in reviews:
        place = places.get(unit)
        if place is None or not place.among_last(rules.size_of(place.group.id)):
            break
        run.append((month, place))
    return run
