"""The lists as JSON for other programs: rules and evidence in words, and the figures unrounded, null where there is none."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from tracker.domain.unit import UnitId
from tracker.metrics.lists_month import MonthLists
from tracker.metrics.lists_named import ListKind, Named, NamedList, named_lists
from tracker.metrics.lists_places import Place
from tracker.metrics.lists_red_black import Evidence

Facts = Mapping[UnitId, dict[str, Any]]
"""What is known of each unit of a list."""


def lists_json(lists: MonthLists) -> Iterator[str]:
    """{"month", "by", "lists": [{"list", "rule", "indicator", "nobody", "units": [{"unit", "name", "group", "evidence", …}]}]}.

    `by` is an indicator's code, null for the score; `list` one of red, black, running, zero, late, ends, lights. A unit beside
    the black list has "spared": "exempt" (with the "reason") or "fulfilled". The lights have "groups" with counts.
    """
    codes = {lists.lead.indicator.id: lists.lead.indicator.code} | {of.indicator.id: of.indicator.code for of in lists.zero}
    told = [
        {
            "list": of.kind.value,
            "rule": of.rule,
            "indicator": None if of.indicator is None else codes[of.indicator],
            "nobody": of.nobody or None,
            **_members(lists, of),
        }
        for of in named_lists(lists)
    ]
    by = None if lists.basis is None else codes[lists.basis]
    yield json.dumps({"month": str(lists.month), "by": by, "lists": told}, ensure_ascii=False, indent=1) + "\n"


def _members(lists: MonthLists, of: NamedList) -> dict[str, Any]:
    if of.kind is ListKind.LIGHTS:
        counts = ({"group": one.group.name, **{light.value: count for light, count in one.lights}} for one in of.named)
        return {"groups": list(counts)}
    facts = _facts(lists, of)
    return {"units": [_unit(one, facts) for one in of.named]}


def _unit(one: Named, facts: Facts) -> dict[str, Any]:
    if one.unit is None:
        raise ValueError(one)
    told: dict[str, Any] = {"unit": one.unit.code, "name": one.unit.name, "group": one.group.name, "evidence": one.evidence}
    if one.spared:
        told["spared"] = "fulfilled" if one.exemption is None else "exempt"
    if one.exemption is not None:
        told["reason"] = one.exemption.reason
    return told | facts[one.unit.id]


def _facts(lists: MonthLists, of: NamedList) -> Facts:
    found = lists.red_black
    match of.kind:
        case ListKind.RED | ListKind.BLACK:
            every = (*found.red, *found.black, *(one.evidence for one in found.spared))
            return {one.unit.id: _standing(one) for one in every}
        case ListKind.RUNNING:
            return {
                one.unit.id: {"reviews": [{"month": str(month), **_place(place)} for month, place in one.reviews]}
                for one in (*lists.running.units, *lists.running.spared)
            }
        case ListKind.ZERO:
            return {
                one.unit.id: {"reported": one.reported}
                for zero in lists.zero
                if zero.indicator.id == of.indicator
                for one in zero.units
            }
        case ListKind.LATE:
            return {
                one.unit.id: {"received": one.received and one.received.isoformat(), "days": one.days, "running": one.running}
                for one in lists.late.units
            }
    return {
        one.unit.id: {"first": [each.code for each in one.first], "last": [each.code for each in one.last]}
        for one in lists.counts.units
    }


def _standing(of: Evidence) -> dict[str, Any]:
    figures = {"completion": _number(of.completion), "pace": _number(of.pace), "gap": _number(of.gap)}
    return _place(of.place) | figures


def _place(place: Place) -> dict[str, Any]:
    return {"rank": place.rank, "ranked": place.ranked}


def _number(value: Fraction | None) -> float | None:
    return None if value is None else value.numerator / value.denominator
