"""连续靠后: who was among the last of its group in so many reviews running."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tracker.domain.list_rules import ListRules
from tracker.domain.period import Month
from tracker.domain.unit import Unit, UnitId
from tracker.i18n import tr
from tracker.metrics.lists_places import Place
from tracker.metrics.lists_reviews import Review


@dataclass(frozen=True, slots=True)
class Running:
    """A unit that was among the last in each of these reviews, the newest first, each with its month and its place."""

    unit: Unit
    reviews: tuple[tuple[Month, Place], ...]


@dataclass(frozen=True, slots=True)
class RunningList:
    """The rule in words, and whom it names, those first who have been there longest; `spared` would be named but are exempt."""

    rule: str
    units: tuple[Running, ...]
    spared: tuple[Running, ...] = ()


def running_last(reviews: Iterable[Review], rules: ListRules, exempt: Collection[UnitId] = ()) -> RunningList:
    """Who was among the last in the newest review and in those before it, `rules.reviews` of them at least.

    As many reviews are looked at as are given, no more than it takes; a unit that had no place in one of them was not among the
    last in it.
    """
    rule = tr("Among the last of the group in {count} reviews running.", count=rules.reviews)
    runs: dict[UnitId, list[tuple[Month, Place]]] = {}
    unbroken: set[UnitId] | None = None
    for month, places in reviews:
        last = {unit for unit, place in places.items() if place.among_last(rules.size_of(place.group.id))}
        unbroken = last if unbroken is None else unbroken & last
        if not unbroken:
            break
        for unit in places:
            if unit in unbroken:
                runs.setdefault(unit, []).append((month, places[unit]))
    every = (Running(run[0][1].unit, tuple(run)) for run in runs.values() if len(run) >= rules.reviews)
    found = sorted(every, key=lambda one: -len(one.reviews))
    named = tuple(one for one in found if one.unit.id not in exempt)
    return RunningList(rule, named, tuple(one for one in found if one.unit.id in exempt))
