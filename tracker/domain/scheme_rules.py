"""What is wrong with a scheme: points that do not add up, missing parameters, tiers with holes, methods that nothing can feed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tracker.domain.amount import plain
from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.scheme import BY_COMPLETION, EFFICACY_BASES, Method, Scheme, SchemeLine
from tracker.domain.target import PlanShare
from tracker.domain.unit import Group
from tracker.i18n import mark, tr

NEEDED: Mapping[Method, tuple[str, ...]] = {
    Method.PROPORTIONAL: ("cap",),
    Method.PROPORTIONAL_BONUS: ("bonus_cap",),
    Method.PACE: ("cap",),
    Method.EFFICACY: ("basis",),
    Method.RANK_POINTS: ("step", "floor"),
    Method.TIERS: ("tiers",),
    Method.PER_ITEM: ("each",),
    Method.ALL_OR_NOTHING: (),
}
"""What each method cannot do without; of a bonus and its sizes one must be there."""

PARAMETERS: Mapping[str, str] = {
    "points": mark("points"),
    "cap": mark("cap"),
    "bonus": mark("bonus"),
    "bonus_cap": mark("bonus cap"),
    "step": mark("step"),
    "floor": mark("floor"),
    "each": mark("each"),
    "tiers": mark("tiers"),
    "basis": mark("basis"),
}
"""What the numbers of a line are called."""

_NUMBERS = ("cap", "bonus", "bonus_cap", "step", "floor", "each")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a scheme is checked against: the indicators, the groups that are scored, the pace plans, the months (1 to 12)."""

    indicators: Mapping[IndicatorId, Indicator]
    groups: Sequence[Group]
    plan: Collection[PlanShare]
    months: Collection[int]


@dataclass(frozen=True, slots=True)
class SchemeFault:
    """What is wrong, in a sentence; with which line, None for the scheme as a whole."""

    line: SchemeLine | None
    text: str


def faults(scheme: Scheme, setting: Setting) -> list[SchemeFault]:
    """Everything that is wrong with a version of a scheme, line by line, then with the whole."""
    found = [SchemeFault(line, text) for line in scheme.lines for text in _of_line(line, scheme.year, setting)]
    return found + [SchemeFault(None, text) for text in _of_whole(scheme, setting.groups)]


def _of_line(line: SchemeLine, year: int, setting: Setting) -> Iterator[str]:
    yield from _missing(line)
    yield from _negative(line)
    yield from _tiers(line)
    yield from _unfed(line, setting.indicators[line.indicator])
    yield from _without_pace(line, year, setting)


def _missing(line: SchemeLine) -> Iterator[str]:
    for name in NEEDED[line.method]:
        if getattr(line, name) in (None, ()):
            yield tr("“{parameter}” is missing.", parameter=tr(PARAMETERS[name]))
    if line.basis is not None and line.basis not in EFFICACY_BASES:
        yield tr("“{text}” is nothing that can be compared; choose one of {choices}.", text=line.basis, choices=_listed())
    if line.method is Method.PROPORTIONAL_BONUS and line.bonus is None and not any(least <= 0 for least, _ in line.tiers):
        yield (
            tr("Small targets have no bonus: “bonus” is missing, and no size begins at 0.")
            if line.tiers
            else tr("“{parameter}” is missing.", parameter=tr(PARAMETERS["bonus"]))
        )


def _negative(line: SchemeLine) -> Iterator[str]:
    numbers = {"points": line.points} | {name: getattr(line, name) for name in _NUMBERS}
    for name, value in numbers.items():
        if value is not None and value < 0:
            yield tr("“{parameter}” is below zero: {value}.", parameter=tr(PARAMETERS[name]), value=_shown(value))
    if line.floor is not None and line.floor > line.points:
        yield tr("The fewest points, {floor}, are more than the full ones.", floor=_shown(line.floor))


def _tiers(line: SchemeLine) -> Iterator[str]:
    """Tiers overlap where two begin at one place, and contradict each other where more is worth less."""
    if line.method not in (Method.TIERS, Method.PROPORTIONAL_BONUS):
        return
    for (above, more), (below, less) in pairwise(line.tiers):
        if above <= below:
            yield tr("Two tiers begin at {least}; one place can have one value only.", least=_place(line, above))
        if line.method is Method.TIERS and more < less:
            yield tr(
                "Who reaches {more} would get less than who reaches {less}.", more=_place(line, above), less=_place(line, below)
            )
    for _, value in line.tiers:
        if value < 0 or (line.method is Method.TIERS and value > 100):
            yield tr("A tier's value, {value}, is outside of what is possible.", value=_shown(value))


def _place(line: SchemeLine, least: Decimal) -> str:
    """Where a tier begins: at a completion, or at a size of target."""
    return f"{_shown(least * 100)} %" if line.method is Method.TIERS else _shown(least)


def _unfed(line: SchemeLine, indicator: Indicator) -> Iterator[str]:
    """A ratio has a figure, and no target, no pace and no growth; a level has no pace."""
    ratio = indicator.kind is Kind.RATIO
    if ratio and (line.method in BY_COMPLETION or (line.method is Method.EFFICACY and line.basis == "completion")):
        yield tr("A ratio has no target, so that nothing of it can be completed. Choose another method.")
    elif ratio and line.method is Method.EFFICACY and line.basis == "yoy":
        yield tr("A ratio has no growth. Compare its own value (cumulative).")
    elif line.method is Method.PACE and indicator.kind is Kind.STOCK:
        yield tr("A level at month's end has no pace. Choose another method.")


def _without_pace(line: SchemeLine, year: int, setting: Setting) -> Iterator[str]:
    if line.method is not Method.PACE:
        return
    due = {share.month: share.share for share in setting.plan if (share.year, share.indicator) == (year, line.indicator)}
    nothing_due = [month for month in sorted(setting.months) if due.get(month) == 0]
    if nothing_due:
        yield tr(
            "Nothing is due by month {month}, and nothing can be divided by a pace of 0. Plan a share, or choose another method.",
            month=nothing_due[-1],
        )


def _of_whole(scheme: Scheme, groups: Sequence[Group]) -> Iterator[str]:
    terms = scheme.terms
    for value in (terms.total, terms.late, terms.missing, terms.most):
        if value is not None and value < 0:
            yield tr("A total or a deduction cannot be below zero: {value}.", value=_shown(value))
    if terms.total is not None:
        yield from _not_adding_up(scheme, groups, terms.total)


def _not_adding_up(scheme: Scheme, groups: Sequence[Group], total: Decimal) -> Iterator[str]:
    """A sentence for each group; one alone where it is the same with all of them."""
    points = {group: sum((line.points for line in scheme.lines_of(group.id)), Decimal(0)) for group in groups}
    sums = set(points.values())
    if len(groups) > 1 and len(sums) == 1 and sums != {total}:
        yield tr("The lines add up to {points} points; the scheme says {total}.", points=_shown(sums.pop()), total=_shown(total))
        return
    for group, added in points.items():
        if added != total:
            yield tr(
                "The lines for {group} add up to {points} points; the scheme says {total}.",
                group=group.name,
                points=_shown(added),
                total=_shown(total),
            )


def _listed() -> str:
    return ", ".join(EFFICACY_BASES)


def _shown(value: Decimal) -> str:
    return format(plain(value), "f")
