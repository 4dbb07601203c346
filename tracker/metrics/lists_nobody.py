"""Why a list names nobody, in words: an empty list is a result too, and must not look like a fault."""

from __future__ import annotations

from tracker.domain.indicator import Kind
from tracker.i18n import tr
from tracker.metrics.lists_month import MonthLists


def nobody_red(lists: MonthLists) -> str:
    """Why nobody is praised."""
    return _nothing_to_judge(lists) or tr("Nobody among the first of the groups is on pace.")


def nobody_black(lists: MonthLists) -> str:
    """Why nobody is warned; who is spared stands under it."""
    if _nothing_to_judge(lists):
        return _nothing_to_judge(lists)
    if lists.red_black.spared:
        return tr("Nobody is on it: who is among the last has fulfilled the target or is exempt.")
    return tr("Nobody among the last of the groups is behind the pace.")


def nobody_running(lists: MonthLists) -> str:
    """Why nobody is named for having been among the last again and again."""
    wanted, there = lists.rules.reviews, lists.month.number
    if there < wanted:
        return tr("The year has had {there} of the {wanted} reviews that the rule needs.", there=there, wanted=wanted)
    if lists.running.spared:
        return tr("Nobody is on it: who was among the last in {count} reviews running is exempt.", count=wanted)
    return tr("Nobody was among the last in {count} reviews running.", count=wanted)


def nobody_zero(lists: MonthLists) -> str:
    """Why there is no list of who has nothing at all: no rule, or none whose month has come."""
    if not lists.rules.zero:
        return tr("No rule says which indicator must not be nothing by which month; set one in the rules of the lists.")
    months = sorted(rule.month for rule in lists.rules.zero)
    return tr("The rule looks at month {number}, which has not come yet.", number=months[0])


def nobody_late(lists: MonthLists) -> str:
    """Why nobody is late."""
    day = tr("{month:02d}-{day:02d}", month=lists.reports.deadline.month, day=lists.reports.deadline.day)
    if lists.today <= lists.reports.deadline:
        return tr("Nobody is late: there is time until {day}.", day=day)
    return tr("Everybody has reported by {day}, as far as arrivals are noted.", day=day)


def no_lights(lists: MonthLists) -> str:
    """Why no unit has a light."""
    return tr("No unit has a light: there is nothing to hold {indicator} against.", indicator=lists.lead.indicator.name)


def _nothing_to_judge(lists: MonthLists) -> str:
    """Why nobody can be on pace or behind it; "" where somebody can."""
    indicator = lists.lead.indicator
    if indicator.kind is Kind.RATIO:
        return tr("{indicator} is a ratio, which has no target: nobody is on pace or behind it.", indicator=indicator.name)
    if all(lists.lead.total(group.id).target is None for group in lists.lead.roster.groups):
        return tr("Nobody has a target for {indicator}: nobody is on pace or behind it.", indicator=indicator.name)
    if not lists.lead.ranks.any():
        return tr("Nobody can be ranked yet by {indicator}.", indicator=indicator.name)
    return ""
