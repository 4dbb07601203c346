"""How a bulletin words one figure: 完成年度目标任务324.00亿元的74.06%，落后序时进度0.94个百分点，同比增长12.25%.

A percentage is rounded once, a gap is the printed completion less the printed pace, and a fall is worded, never signed. Each
phrase is "" where there is nothing to say.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import decimals_of, format_number
from tracker.domain.indicator import Direction, Indicator
from tracker.metrics.rates import PERCENT_DECIMALS, printed_gap, printed_percent
from tracker.metrics.row import Rates
from tracker.reports.wording import one_line, tr


def amount(value: Decimal | Fraction, indicator: Indicator, decimals: int | None = None) -> str:
    """The figure with its unit of measure: 239.95亿元, 7,252万美元."""
    return format_number(value, indicator.decimals if decimals is None else decimals) + one_line(indicator.unit)


def percent(rate: Fraction) -> str:
    """The rate as it is printed: 74.06%."""
    return f"{format_number(rate * 100, PERCENT_DECIMALS)}%"


def completion(rates: Rates, indicator: Indicator) -> str:
    """How much of the year's target is done, and that it is all of it; a limit (lower is better) is used up, not fulfilled."""
    done, target = rates.completion, rates.target
    if done is None or target is None:
        return ""
    # A target is never shown rounded.
    goal = amount(target, indicator, max(indicator.decimals, decimals_of(target)))
    if indicator.direction is Direction.LOWER:
        used = tr("{percent} of the year’s limit of {target}", percent=percent(done), target=goal)
        return used + (tr(", past the limit") if done > 1 else "")
    said = tr("{percent} of the year’s target of {target} done", percent=percent(done), target=goal)
    if printed_percent(done) > 100:
        return said + tr(", the target is surpassed")
    return said + (tr(", the target is reached") if done >= 1 else "")


def gap(rates: Rates, indicator: Indicator) -> str:
    """How far ahead of or behind the pace, in percentage points; of a limit, above or below it."""
    points = printed_gap(rates.completion, rates.pace)
    if points is None:
        return ""
    if points == 0:
        return tr("level with the pace")
    lower = indicator.direction is Direction.LOWER
    if points > 0:
        return above_pace(points) if lower else tr("{points} percentage points ahead of the pace", points=points_text(points))
    return tr("{points} percentage points below the pace", points=points_text(points)) if lower else behind_pace(points)


def behind_pace(points: Decimal) -> str:
    """落后序时进度0.94个百分点."""
    return tr("{points} percentage points behind the pace", points=points_text(points))


def above_pace(points: Decimal) -> str:
    """高于序时进度0.94个百分点, of what should be low."""
    return tr("{points} percentage points above the pace", points=points_text(points))


def yoy(rates: Rates) -> str:
    """The growth on last year's same months; a base of zero is told, for there is no growth on it (rule 5)."""
    growth = rates.yoy
    if growth is not None:
        return growth_text(growth)
    if rates.inputs.last_year == 0 and rates.inputs.cumulative:
        return tr("zero in the same months of last year")
    return ""


def growth_text(growth: Fraction) -> str:
    """同比增长12.25%, 同比下降8.92%, 同比持平; one too small to be printed is 基本持平."""
    if growth == 0:
        return tr("the same as last year")
    if printed_percent(growth) == 0:
        return tr("about the same as last year")
    size = percent(abs(growth))
    return tr("up {percent} on last year", percent=size) if growth > 0 else tr("down {percent} on last year", percent=size)


def share(rates: Rates, of: str) -> str:
    """占全县总量的12.34%."""
    return "" if rates.share is None else tr("{percent} of {whole}’s total", percent=percent(rates.share), whole=of)


def joined(*phrases: str) -> str:
    """The phrases that say something, in one sentence without its full stop."""
    return tr(", and ").join(phrase for phrase in phrases if phrase)


def figure(name: str, value: str) -> str:
    """The name of an indicator and its figure; a name that ends in a digit or a Latin letter needs a word between."""
    plain = one_line(name)
    if plain[-1:].isascii() or plain[-1:].isdigit():
        return tr("{name} is {value}", name=plain, value=value)
    return tr("{name} {value}", name=plain, value=value)


def points_text(points: Decimal) -> str:
    """The points without their sign, which the words tell."""
    return format_number(abs(points), PERCENT_DECIMALS)
