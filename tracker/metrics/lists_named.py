"""A month's lists ready to be shown: each with its rule in words, whom it names with which evidence, or why it names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.exemption import Exemption
from tracker.domain.indicator import IndicatorId
from tracker.domain.light import Light
from tracker.domain.unit import Group, Unit
from tracker.i18n import mark, tr
from tracker.metrics import lists_evidence as say
from tracker.metrics import lists_nobody as nobody
from tracker.metrics.lists_month import MonthLists
from tracker.metrics.lists_red_black import Spared
from tracker.metrics.lists_running import Running
from tracker.metrics.lists_zero import ZeroList


class ListKind(StrEnum):
    """Which list; several of 零报告 may stand beside each other, one an indicator."""

    RED = "red"
    BLACK = "black"
    RUNNING = "running"
    ZERO = "zero"
    LATE = "late"
    ENDS = "ends"
    LIGHTS = "lights"


TITLES = {
    ListKind.RED: mark("Red list"),
    ListKind.BLACK: mark("Black list"),
    ListKind.RUNNING: mark("Last again and again"),
    ListKind.ZERO: mark("Nothing at all"),
    ListKind.LATE: mark("Late or not reported"),
    ListKind.ENDS: mark("Firsts and lasts"),
    ListKind.LIGHTS: mark("The lights"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A unit in a list: in short what is said of it, and the evidence. A line of lights is a whole group's: `unit` is None.

    `spared`: it is shown beside the list, not on it; `exemption`: why, where that is an exemption. `lights` counts a group's.
    """

    group: Group
    verdict: str
    evidence: str
    unit: Unit | None = None
    spared: bool = False
    exemption: Exemption | None = None
    lights: tuple[tuple[Light, int], ...] = ()

    @property
    def name(self) -> str:
        """The unit's name, or the group's."""
        return self.group.name if self.unit is None else self.unit.name


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedList:
    """One list. `indicator`: the one that it is about, None for the score or for none at all; `nobody`: why it is empty."""

    kind: ListKind
    title: str
    rule: str
    named: tuple[Named, ...]
    nobody: str
    indicator: IndicatorId | None = None

    @property
    def count(self) -> int:
        """How many are on it; who is spared is not."""
        return sum(not one.spared for one in self.named)


def named_lists(lists: MonthLists) -> list[NamedList]:
    """Every list of the month, in the order in which they are read out."""
    return [_red(lists), _black(lists), _running(lists), *_zero(lists), _late(lists), _ends(lists), _lights(lists)]


def _red(lists: MonthLists) -> NamedList:
    found = lists.red_black
    named = tuple(
        Named(unit=one.unit, group=one.place.group, verdict=tr("on the red list"), evidence=say.standing_text(lists, one))
        for one in found.red
    )
    why = "" if named else nobody.nobody_red(lists)
    return NamedList(
        kind=ListKind.RED, title=_title(ListKind.RED), rule=found.red_rule, named=named, nobody=why, indicator=lists.basis
    )


def _black(lists: MonthLists) -> NamedList:
    found = lists.red_black
    named = tuple(
        Named(unit=one.unit, group=one.place.group, verdict=tr("on the black list"), evidence=say.standing_text(lists, one))
        for one in found.black
    )
    why = "" if named else nobody.nobody_black(lists)
    named += tuple(_spared(lists, one) for one in found.spared)
    return NamedList(
        kind=ListKind.BLACK, title=_title(ListKind.BLACK), rule=found.black_rule, named=named, nobody=why, indicator=lists.basis
    )


def _spared(lists: MonthLists, of: Spared) -> Named:
    """Who would be warned but is exempt, or is among the last but has fulfilled."""
    return Named(
        unit=of.evidence.unit,
        group=of.evidence.place.group,
        verdict=tr("fulfilled") if of.exemption is None else tr("exempt"),
        evidence=say.joined(say.standing_text(lists, of.evidence), _exempt_text(of.exemption)),
        spared=True,
        exemption=of.exemption,
    )


def _running(lists: MonthLists) -> NamedList:
    named = tuple(
        Named(
            unit=one.unit,
            group=one.reviews[0][1].group,
            verdict=tr("{count} running", count=len(one.reviews)),
            evidence=say.running_text(one),
        )
        for one in lists.running.units
    )
    why = "" if named else nobody.nobody_running(lists)
    exempt = {one.unit: one for one in lists.exempt if one.covers(lists.basis, lists.month)}
    named += tuple(_spared_running(one, exempt[one.unit.id]) for one in lists.running.spared)
    return NamedList(
        kind=ListKind.RUNNING,
        title=_title(ListKind.RUNNING),
        rule=lists.running.rule,
        named=named,
        nobody=why,
        indicator=lists.basis,
    )


def _spared_running(of: Running, exemption: Exemption) -> Named:
    return Named(
        unit=of.unit,
        group=of.reviews[0][1].group,
        verdict=tr("exempt"),
        evidence=say.joined(say.exempt_text(exemption), say.running_text(of)),
        spared=True,
        exemption=exemption,
    )


def _zero(lists: MonthLists) -> list[NamedList]:
    """One for each indicator that must not be nothing; an empty one where none is looked at."""
    if not lists.zero:
        why = nobody.nobody_zero(lists)
        return [NamedList(kind=ListKind.ZERO, title=_title(ListKind.ZERO), rule="", named=(), nobody=why)]
    return [_zero_list(lists, one) for one in lists.zero]


def _zero_list(lists: MonthLists, of: ZeroList) -> NamedList:
    named = tuple(
        Named(
            unit=one.unit,
            group=_group(lists, one.unit),
            verdict=tr("zero report") if one.reported else tr("not reported"),
            evidence=say.nothing_text(one, of.month),
        )
        for one in of.units
    )
    title = tr("{list}: {indicator}", list=_title(ListKind.ZERO), indicator=of.indicator.name)
    why = "" if named else tr("Every unit has something of {indicator}.", indicator=of.indicator.name)
    return NamedList(kind=ListKind.ZERO, title=title, rule=of.rule, named=named, nobody=why, indicator=of.indicator.id)


def _late(lists: MonthLists) -> NamedList:
    named = tuple(
        Named(
            unit=one.unit,
            group=_group(lists, one.unit),
            verdict=tr("not reported") if one.received is None else tr("late"),
            evidence=say.late_text(one, lists.reports.deadline),
        )
        for one in lists.late.units
    )
    why = "" if named else nobody.nobody_late(lists)
    return NamedList(kind=ListKind.LATE, title=_title(ListKind.LATE), rule=lists.late.rule, named=named, nobody=why)


def _ends(lists: MonthLists) -> NamedList:
    """Who is first or last in anything, those first who are first most often."""
    told = [one for one in lists.counts.units if one.first or one.last]
    named = tuple(
        Named(
            unit=one.unit,
            group=_group(lists, one.unit),
            verdict=tr("first {first}, last {last}", first=len(one.first), last=len(one.last)),
            evidence=say.ends_text(one),
        )
        for one in sorted(told, key=lambda one: (-len(one.first), len(one.last)))
    )
    why = "" if named else tr("Nobody is ahead of anybody yet.")
    return NamedList(kind=ListKind.ENDS, title=_title(ListKind.ENDS), rule=lists.counts.rule, named=named, nobody=why)


def _lights(lists: MonthLists) -> NamedList:
    """A line a group: how many of its units have which light, and who has not the green one."""
    named = tuple(line for group in lists.lead.roster.groups if (line := _group_lights(lists, group)) is not None)
    return NamedList(
        kind=ListKind.LIGHTS,
        title=tr("{list}: {indicator}", list=_title(ListKind.LIGHTS), indicator=lists.lead.indicator.name),
        rule=lists.lights.rule,
        named=named,
        nobody="" if named else nobody.no_lights(lists),
        indicator=lists.lead.indicator.id,
    )


def _group_lights(lists: MonthLists, group: Group) -> Named | None:
    of = [one for one in lists.lights.units if one.unit.group == group.id and one.light is not None]
    if not of:
        return None
    counts = tuple((light, sum(one.light is light for one in of)) for light in Light)
    names = ((light, [one.unit.name for one in of if one.light is light]) for light in (Light.RED, Light.YELLOW))
    told = [tr(_LIT[light], units=tr(", ").join(units)) for light, units in names if units]
    return Named(
        group=group,
        verdict=tr("{green} green, {yellow} yellow, {red} red", **{light.value: count for light, count in counts}),
        evidence=tr("; ").join(told) or tr("all green"),
        lights=counts,
    )


_LIT = {Light.RED: mark("red: {units}"), Light.YELLOW: mark("yellow: {units}")}


def _title(kind: ListKind) -> str:
    return tr(TITLES[kind])


def _exempt_text(exemption: Exemption | None) -> str:
    return "" if exemption is None else say.exempt_text(exemption)


def _group(lists: MonthLists, unit: Unit) -> Group:
    return next(group for group in lists.lead.roster.groups if group.id == unit.group)
