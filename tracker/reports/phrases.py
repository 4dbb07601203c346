"""What a bulletin says of one set of figures, in the office's wording: a fall is 下降, a distance to the pace is in 个百分点.

Every number is printed with those that it follows from, so that a reader, and the proof-reader, can check it by hand.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import decimals_of, format_number
from tracker.domain.indicator import Direction, Indicator
from tracker.domain.period import Month
from tracker.metrics import rates
from tracker.metrics.row import Rates
from tracker.reports.wording import one_line, tr


def summary(of: Rates, indicator: Indicator, month: Month, *, who: str) -> str:
    """The paragraph of an indicator: 1-9月，全县实际到位省外资金…，完成年度目标任务…，落后序时进度…，同比下降….

    `who` is whom the figures are of (全县, a unit's name). What the rules print as "—" is left out; nothing reported is said so.
    """
    period = tr("January") if month.number == 1 else tr("January to {month}", month=month.number)
    words = {"period": period, "who": one_line(who), "indicator": one_line(indicator.name)}
    if of.cumulative is None:
        return tr("In {period}, {who} reported nothing for {indicator}.", **words)
    said = [completion_words(of, indicator), gap_words(of, indicator, month), growth_words(of, indicator)]
    first = tr("In {period}, {who}'s {indicator} was {amount}", amount=amount_words(of.cumulative, indicator), **words)
    return tr("{clauses}.", clauses=tr(", then ").join([first, *filter(None, said)]))


def amount_words(value: Decimal | Fraction, indicator: Indicator) -> str:
    """An amount with its unit of measure, as running text has it, without thousands separators: 34.22亿元."""
    return format_number(value, indicator.decimals, thousands=False) + indicator.unit


def completion_words(of: Rates, indicator: Indicator) -> str:
    """完成年度目标任务50亿元的68.44%; from above 100 % on 超额完成, the rate printed; "" without a target."""
    if of.completion is None or of.target is None:
        return ""
    rate = rates.printed_percent(of.completion)
    target = format_number(of.target, decimals_of(of.target), thousands=False) + indicator.unit  # 50亿元, as targets are set
    if indicator.direction is Direction.LOWER:  # a limit: to be above it is nothing to be praised for
        return tr("{rate}% of the year's limit of {target}", rate=rate, target=target)
    if rate > 100:
        return tr("more than the year's task: {rate}% of the target of {target}", rate=rate, target=target)
    return tr("{rate}% of the year's target of {target}", rate=rate, target=target)


def gap_words(of: Rates, indicator: Indicator, month: Month) -> str:
    """超序时进度N个百分点, 落后序时进度N个百分点, the pace itself printed where it is not month ÷ 12; "" without a gap.

    The number is the printed completion less the printed pace (rule 2).
    """
    gap = rates.printed_gap(of.completion, of.pace)
    if gap is None or of.pace is None:
        return ""
    evenly = of.pace == Fraction(month.number, 12)
    pace = tr("the pace") if evenly else tr("the pace ({pace}%)", pace=rates.printed_percent(of.pace))
    if not gap:
        return tr("level with {pace}", pace=pace)
    points = gap.copy_abs()
    if indicator.direction is Direction.LOWER:  # above a limit is no lead, below it no lag
        if gap > 0:
            return tr("{points} points above {pace}", points=points, pace=pace)
        return tr("{points} points below {pace}", points=points, pace=pace)
    if gap > 0:
        return tr("{points} points ahead of {pace}", points=points, pace=pace)
    return tr("{points} points behind {pace}", points=points, pace=pace)


def growth_words(of: Rates, indicator: Indicator) -> str:
    """同比增长N%（上年同期…）, 同比下降N%, 同比持平; where the base is zero or below, the base alone; "" where it is missing."""
    if of.last_year is None:
        return ""
    base = amount_words(of.last_year, indicator)
    if of.yoy is None:
        return tr("after {base} in the same months of last year", base=base)
    rate = rates.printed_percent(of.yoy)
    if rate > 0:
        return tr("up {rate}% on last year ({base} then)", rate=rate, base=base)
    if rate < 0:
        return tr("down {rate}% on last year ({base} then)", rate=rate.copy_abs(), base=base)
    return tr("level with last year ({base} then)", base=base)


def share_words(part: Rates, whole: Rates, indicator: Indicator, *, of_whom: str) -> str:
    """占全县总量50亿元的20.00%, to follow the part's own amount; "" where there is nothing to have a share of."""
    share = rates.share(part.inputs.cumulative, whole.inputs.cumulative)
    if share is None or whole.cumulative is None:
        return ""
    total = amount_words(whole.cumulative, indicator)
    return tr("{rate}% of {whom}'s total of {total}", rate=rates.printed_percent(share), whom=of_whom, total=total)
