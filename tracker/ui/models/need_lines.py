"""还差多少: what a unit or a total still needs, in words and figures ready to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from tracker.domain.amount import MISSING, format_number
from tracker.domain.indicator import Indicator, RankBy
from tracker.i18n import tr
from tracker.metrics.forecast import Forecast, forecast_of
from tracker.metrics.needs import Case, Goal, Need, case_of, usual_needs, why_none
from tracker.metrics.needs_level import Level
from tracker.metrics.rates import PERCENT_DECIMALS
from tracker.metrics.row import Row
from tracker.metrics.whose import Whole, Whose
from tracker.store.exemptions import exemptions
from tracker.store.list_rules import list_rules

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.metrics.table import IndicatorTable

TIMES_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class NeedLine:
    """One goal: what is to be reached, beside whom, by when, and the amounts; `times` is the monthly one over the mean so far."""

    need: Need
    goal: str
    reference: str
    by: str
    needed: str
    missing: str
    monthly: str
    times: str


@dataclass(frozen=True, slots=True)
class Needs:
    """What stands over the lines, the lines or why there are none, and where the year is likely to end ("" without a guess).

    `ranks` is how many ranks up can be asked for, `rank` the one that is; `method` tells how the guess was made.
    """

    facts: str
    lines: tuple[NeedLine, ...]
    why: str
    ranks: int
    rank: int
    estimate: str
    method: str
    months: int
    measure: str


def needs_of(live: Live, table: IndicatorTable, whose: Whose, *, rank: int | None = None) -> Needs:
    """All of it; `rank` is the one asked for, the next one up if none is given or it is none above the unit's."""
    case = case_of(live, table, whose)
    likely = forecast_of(table, group=whose.group) if isinstance(whose, Whole) else forecast_of(table, unit=whose)
    indicator, month = table.indicator, table.month
    estimate, method = ("", "") if likely is None else (_estimate(likely, indicator), likely.text)
    if case is None:
        return Needs("", (), why_none(live, table, whose), 0, 0, estimate, method, month.number, indicator.unit)
    ranks = max(0, case.rank - 1)
    asked = rank if rank is not None and 0 < rank <= ranks else ranks
    rules = list_rules(live.book)
    found = usual_needs(case, rules, exemptions(live.book, month), rank=asked or None)
    few = rules.size_of(case.own.unit.group) if isinstance(case.own, Row) else 0
    lines = tuple(_line(need, indicator, asked, few) for need in found)
    why = "" if lines else tr("Everything is reached: nothing is missing.")
    return Needs(_facts(case, indicator), lines, why, ranks, asked, estimate, method, month.number, indicator.unit)


def _facts(case: Case, indicator: Indicator) -> str:
    """累计 6.51 亿元，第 6 位，月均 0.72 亿元；余下 3 个月."""
    done, month = case.own.cumulative, case.table.month.number
    total = format_number(done, indicator.decimals) or MISSING
    mean = MISSING if done is None else format_number(Fraction(done) / month, indicator.decimals)
    place = tr("rank {rank}, ", rank=case.rank) if case.rank else ""
    return tr(
        "to date {total} {unit}, {place}a month {mean} {unit}; {left} months left",
        total=total,
        unit=indicator.unit,
        place=place,
        mean=mean,
        left=12 - month,
    )


def _line(need: Need, indicator: Indicator, asked: int, few: int) -> NeedLine:
    decimals = indicator.decimals
    times = MISSING if need.times is None else tr("{times} times", times=format_number(need.times, TIMES_DECIMALS))
    return NeedLine(
        need=need,
        goal=_goal(need, asked, few),
        reference=_reference(need, indicator),
        by=tr("end of M{number}", number=need.by.number),
        needed=format_number(need.needed, decimals),
        missing=format_number(need.missing, decimals),
        monthly=MISSING if need.monthly is None else _at_least(need.monthly, decimals),
        times=times,
    )


def _at_least(monthly: Fraction, decimals: int) -> str:
    """Rounded up, so that the months together do it."""
    return format_number(Level(monthly, strictly=False).least(decimals), decimals)


def _goal(need: Need, asked: int, few: int) -> str:
    if need.goal is Goal.RANK:
        return tr("Rise to rank {rank}", rank=asked)
    if need.goal is Goal.FIRST_FEW:
        return tr("Among the first {count}", count=few)
    words = {
        Goal.PACE: tr("Reach the pace"),
        Goal.TARGET: tr("Reach the target"),
        Goal.LEAVE_BLACK: tr("Leave the black list"),
    }
    return words[need.goal]


def _reference(need: Need, indicator: Indicator) -> str:
    """Who stands there with what, or the share of the target."""
    if need.reference is None:
        share = tr("{rate} %", rate=format_number(need.at * 100, PERCENT_DECIMALS))
        return share if need.goal is Goal.TARGET else tr("pace of M{number} {share}", number=need.by.number, share=share)
    by_amount = indicator.rank_by is RankBy.CUMULATIVE
    figure = (
        f"{format_number(need.at, indicator.decimals)} {indicator.unit}"
        if by_amount
        else tr("{rate} %", rate=format_number(need.at * 100, PERCENT_DECIMALS))
    )
    words = tr("{unit} {figure}", unit=need.reference.name, figure=figure)
    return tr("{words} (level with it)", words=words) if need.ties else words


def _estimate(likely: Forecast, indicator: Indicator) -> str:
    """按目前进度，年底预计 8.68 亿元；按前两年后续走势为 8.12 至 9.40 亿元."""
    spread = _spread(likely, indicator) if likely.seasons else ""
    rate = "" if likely.completion is None else tr(", {percent} % of the target", percent=_percent(likely.completion))
    return tr(
        "An estimate: going on like this, the year ends at about {end} {unit}{rate}{spread}.",
        end=format_number(likely.year_end, indicator.decimals),
        unit=indicator.unit,
        spread=spread,
        rate=rate,
    )


def _spread(likely: Forecast, indicator: Indicator) -> str:
    """How far the last years went on from here."""
    lowest, highest = (format_number(end, indicator.decimals) for end in (likely.lowest, likely.highest))
    years = tr(", ").join(str(season.year) for season in reversed(likely.seasons))
    if lowest == highest:
        return tr("; as {years} went on from here, at {end} {unit}", years=years, end=lowest, unit=indicator.unit)
    return tr(
        "; as {years} went on from here, at {lowest} to {highest} {unit}",
        years=years,
        lowest=lowest,
        highest=highest,
        unit=indicator.unit,
    )


def _percent(rate: Fraction) -> str:
    return format_number(rate * 100, PERCENT_DECIMALS)


def columns_of(needs: Needs) -> Sequence[str]:
    """The titles of the amounts, with their unit of measure."""
    unit = needs.measure
    return (
        tr("To reach {unit}", unit=unit),
        tr("Missing {unit}", unit=unit),
        tr("Each month {unit}", unit=unit),
        tr("Against the {count} months' mean (line: once)", count=needs.months),
    )
