"""The light (红黄绿灯) of one row or total by a rule, and what each light of a rule stands for in words."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from tracker.domain.amount import decimals_of, format_number
from tracker.domain.indicator import Direction
from tracker.domain.light import Band, GapRule, GrowthRule, Light, LightRule
from tracker.i18n import mark, tr
from tracker.metrics.row import Rates

_NAMES = {
    Light.GREEN: mark("Green light: {meaning}"),
    Light.YELLOW: mark("Yellow light: {meaning}"),
    Light.RED: mark("Red light: {meaning}"),
}


def decided_by(of: Rates, rule: LightRule) -> Fraction | None:
    """What the light goes by: the gap in points, or the growth (0.1 is 10 %); unrounded, None where there is none."""
    return of.gap if isinstance(rule, GapRule) else of.yoy


def light_of(of: Rates, rule: LightRule, county: Callable[[], Fraction | None], direction: Direction) -> Light | None:
    """The light, None where there is nothing to decide it by; `county` is asked for the county's growth where that decides.

    Where lower is better, ahead is below, and to fall is to grow (rule 8).
    """
    decisive = decided_by(of, rule)
    if decisive is None:
        return None
    sign = 1 if direction is Direction.HIGHER else -1
    if isinstance(rule, GapRule):
        return rule.light(sign * decisive)
    beside = county()
    return rule.light(sign * decisive, None if beside is None else sign * beside)


def light_words(rule: LightRule, direction: Direction) -> dict[Light, str]:
    """What each light of the rule stands for, from green to red: short, as a legend has it."""
    if isinstance(rule, GrowthRule):
        return _growth_words(rule, direction)
    bands = {light: [band for band in rule.bands if band.light is light] for light in Light}
    return {light: tr(", or ").join(_band(band, direction) for band in of) for light, of in bands.items() if of}


def light_text(light: Light, rule: LightRule, direction: Direction) -> str:
    """A light with what it stands for: 黄灯：落后 10 个百分点以内."""
    return tr(_NAMES[light], meaning=light_words(rule, direction)[light])


def _growth_words(rule: GrowthRule, direction: Direction) -> dict[Light, str]:
    lower = direction is Direction.LOWER
    if rule.plan is None:
        green = tr("falls at least as the county does") if lower else tr("grows at least as the county does")
    else:
        plan = format_number(rule.plan, decimals_of(rule.plan))
        green = tr("falls by {plan} % and as the county does", plan=plan) if lower else _grows_as_planned(plan)
    yellow = tr("falls by less") if lower else tr("grows by less")
    return {Light.GREEN: green, Light.YELLOW: yellow, Light.RED: tr("grows") if lower else tr("falls")}


def _grows_as_planned(plan: str) -> str:
    return tr("grows by {plan} % and as the county does", plan=plan)


def _band(band: Band, direction: Direction) -> str:
    """On pace, behind by up to so many points, behind by more; any other band by its ends."""
    lower = direction is Direction.LOWER
    if band.most is None and band.least == 0 and band.from_least:
        return tr("within pace") if lower else tr("on pace")
    if band.most is None or band.to_most or band.most > 0:
        return band.ends
    if band.least is None:
        points = format_number(-band.most, decimals_of(band.most))
        return tr("over by more than {points} points", points=points) if lower else _behind_by_more(points)
    if band.most == 0 and band.from_least:
        points = format_number(-band.least, decimals_of(band.least))
        return tr("over by up to {points} points", points=points) if lower else _behind_by_up_to(points)
    return band.ends


def _behind_by_more(points: str) -> str:
    return tr("behind by more than {points} points", points=points)


def _behind_by_up_to(points: str) -> str:
    return tr("behind by up to {points} points", points=points)
