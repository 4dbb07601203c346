"""The methods of a scheme with their numbers, in the words of a county's rules: 按完成率计分，最高按120%计."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tracker.domain.indicator import Indicator
from tracker.domain.scheme import Method, SchemeLine
from tracker.i18n import mark
from tracker.reports.score_lines import full_text
from tracker.reports.wording import tr

_BASES = {
    "cumulative": mark("the cumulative compared"),
    "completion": mark("the completion compared"),
    "yoy": mark("the growth compared"),
}


def rule_text(line: SchemeLine, indicator: Indicator) -> str:
    """How the line gives its points, without the full points themselves."""
    return _RULES[line.method](line, indicator)


def _proportional(line: SchemeLine, _: Indicator) -> str:
    return tr("by completion{cap}", cap=_cap(line))


def _pace(line: SchemeLine, _: Indicator) -> str:
    return tr("by completion ÷ pace{cap}", cap=_cap(line))


def _bonus(line: SchemeLine, _: Indicator) -> str:
    most = full_text(line.needed("bonus_cap"))
    if not line.tiers:
        return tr(
            "by completion, and for each percentage point over 100% {bonus} points more, at most {most}",
            bonus=full_text(line.needed("bonus")),
            most=most,
        )
    sizes = [
        tr("target from {least}: {bonus}", least=full_text(least), bonus=full_text(bonus))
        if least > 0
        else tr("other targets: {bonus}", bonus=full_text(bonus))
        for least, bonus in line.tiers
    ]
    if line.bonus is not None:
        sizes.append(tr("other targets: {bonus}", bonus=full_text(line.bonus)))
    return tr(
        "by completion, and for each percentage point over 100% more points by the size of the target ({sizes}), at most {most}",
        sizes=tr(", ").join(sizes),
        most=most,
    )


def _efficacy(line: SchemeLine, _: Indicator) -> str:
    return tr(
        "efficacy coefficient, {basis}: the group’s lowest 60%, its highest 100%", basis=tr(_BASES[line.basis or "cumulative"])
    )


def _rank_points(line: SchemeLine, _: Indicator) -> str:
    return tr(
        "by rank in the group: the first full points, {step} less for each further place, at least {floor}",
        step=full_text(line.needed("step")),
        floor=full_text(line.needed("floor")),
    )


def _tiers(line: SchemeLine, _: Indicator) -> str:
    tiers = [
        tr("{least}%: {percent}%", least=full_text(least * 100), percent=full_text(percent)) for least, percent in line.tiers
    ]
    return tr("by tiers of completion ({tiers}, nothing below)", tiers=tr(", ").join(tiers))


def _per_item(line: SchemeLine, indicator: Indicator) -> str:
    return tr("{each} points for each {unit}, up to full points", each=full_text(line.needed("each")), unit=indicator.unit)


def _all_or_nothing(_line: SchemeLine, _: Indicator) -> str:
    return tr("full points where the target is reached, else nothing")


def _cap(line: SchemeLine) -> str:
    """How far what is reached counts."""
    cap = line.needed("cap")
    if cap == 1:
        return tr(", up to full points")
    return tr(", counted up to {percent}%", percent=full_text(cap * 100))


_RULES: Mapping[Method, Callable[[SchemeLine, Indicator], str]] = {
    Method.PROPORTIONAL: _proportional,
    Method.PROPORTIONAL_BONUS: _bonus,
    Method.PACE: _pace,
    Method.EFFICACY: _efficacy,
    Method.RANK_POINTS: _rank_points,
    Method.TIERS: _tiers,
    Method.PER_ITEM: _per_item,
    Method.ALL_OR_NOTHING: _all_or_nothing,
}
