"""The sentences of hints: what is odd about a figure, with the numbers that show it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.amount import decimals_of, format_number, round_half_up
from tracker.i18n import mark, tr

Number = Decimal | Fraction


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure beside the median of `count` months before, as they are shown: with the indicator's decimals."""

    value: Number
    median: Number
    count: int
    decimals: int

    def words(self) -> dict[str, object]:
        """What both kinds of sentences are filled with."""
        return {"value": self.shown(self.value), "median": self.shown(self.median), "count": self.count}

    def shown(self, number: Number) -> str:
        """A number as the indicator shows it; a median of whole numbers may lie between two."""
        fine = isinstance(number, Fraction) and (number * 10**self.decimals).denominator != 1
        return format_number(number, self.decimals + fine)


_SLIPS = {
    (False, False): mark(
        "{value} is about {times} times {median}, the median of {count} months with figures; the unit of measure may be wrong."
    ),
    (False, True): mark(
        "{value} is about 1/{times} of {median}, the median of {count} months with figures; the unit of measure may be wrong."
    ),
    (True, False): mark("{value} to date is about {times} times the {median} to be expected; the unit of measure may be wrong."),
    (True, True): mark("{value} to date is about 1/{times} of the {median} to be expected; the unit of measure may be wrong."),
}
"""By whether the cumulative is typed, and whether the figure is a part of what is usual."""


def slip_sentence(of: Compared, *, by_cumulative: bool) -> str:
    """A figure that is about ten or ten thousand times what is usual, or that part of it."""
    times = abs(Fraction(of.value) / Fraction(of.median))
    is_part = times < 1
    return tr(_SLIPS[by_cumulative, is_part], **of.words(), times=about(1 / times if is_part else times))


def outlier_sentence(of: Compared) -> str:
    """A figure far from the unit's own months."""
    words = of.words()
    if of.median > 0 and Fraction(of.value) >= 2 * Fraction(of.median):
        times = about(Fraction(of.value) / Fraction(of.median))
        return tr("{value} is about {times} times {median}, the median of the last {count} months.", **words, times=times)
    return tr("{value} is far from {median}, the median of the last {count} months.", **words)


def fall_sentence(now: Decimal, before: Decimal, decimals: int) -> str:
    """A cumulative below last month's."""
    shown = {
        "now": format_number(now, decimals),
        "before": format_number(before, decimals),
        "fall": format_number(before - now, decimals),
    }
    return tr("{now} to date is {fall} less than last month's {before}.", **shown)


def negative_sentence(value: Decimal, decimals: int) -> str:
    """A figure below zero."""
    return tr("{value} is below zero.", value=format_number(value, decimals))


def blank_sentence(before: Decimal, decimals: int) -> str:
    """Nothing, where last month had a figure."""
    return tr("Blank; last month there was {before}.", before=format_number(before, decimals))


def percent_sentence(value: Number, decimals: int, measure: str) -> str:
    """A rate over a hundred percent."""
    return tr("{value} is more than 100%.", value=f"{format_number(value, decimals)}{measure}")


def decimals_sentence(value: Decimal, decimals: int) -> str:
    """A stored figure that is finer than its indicator."""
    exact = format_number(value, decimals_of(value))
    return tr("{value} has more decimals than the indicator ({decimals}).", value=exact, decimals=decimals)


def unreadable_sentence(text: str, reason: str) -> str:
    """A text that is no figure, and why."""
    return tr("“{text}” cannot be read: {reason}", text=text, reason=reason)


def about(times: Fraction) -> str:
    """How many times, in as many digits as “about” bears: 2.4, 14, 9,800."""
    if times >= 100:
        return format_number(round_half_up(times / 100, 0) * 100, 0)
    rough = round_half_up(times, 0 if times >= 10 else 1)
    return format_number(rough, decimals_of(rough))
