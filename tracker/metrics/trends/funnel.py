"""Do signings become production? How many were signed, started and put into production, and how many of each became the next.

Chinese here is data: the words by which an indicator's name tells its stage (签约, 开工, 投产).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.period import Month
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.metrics.table import IndicatorTable
from tracker.metrics.trends.span import published_in
from tracker.metrics.trends.subject import COUNTY, Subject

STAGES = (("签约", "引进"), ("开工", "动工"), ("投产", "竣工", "达产"))


class NoStages(TrackerError):
    def __init__(self) -> None:
        super().__init__(
            tr("A funnel needs two indicators in one unit of measure, such as projects signed, started, in production.")
        )


@dataclass(frozen=True, slots=True)
class Flow:
    """What a subject has at each stage, cumulative, and the share of each stage that became the next one."""

    subject: Subject
    amounts: tuple[Decimal | None, ...]
    conversions: tuple[Fraction | None, ...]

    @property
    def through(self) -> Fraction | None:
        """The share of the first stage that reached the last one."""
        return conversion(self.amounts[0], self.amounts[-1])


@dataclass(frozen=True, slots=True)
class Funnel:
    """The county's flow and each group's through the same stages."""

    month: Month
    stages: tuple[Indicator, ...]
    county: Flow
    groups: tuple[Flow, ...]
    is_published: bool


def stages_of(indicators: Sequence[Indicator]) -> list[Indicator]:
    """The indicators that are the stages by their names: the first flow of each, in the first one's unit of measure."""
    flows = [one for one in indicators if one.kind is Kind.FLOW]
    found: list[Indicator] = []
    for words in STAGES:
        named = [one for one in flows if any(word in one.name for word in words) and one not in found]
        if found:
            named = [one for one in named if one.unit == found[0].unit]
        found += named[:1]
    return found


def stage_word(stage: Indicator) -> str:
    """签约, 开工 or 投产 for what is named so, else its whole name."""
    words = (word for words in STAGES for word in words)
    return next((word for word in words if word in stage.name), stage.name)


def funnel(live: Live, stages: Sequence[IndicatorId] = (), *, published_months: Iterable[Month] | None = None) -> Funnel:
    """The month that `live` shows; the stages by the indicators' names where none are given.

    Raises NoStages for fewer than two, for ratios and levels and for different units of measure; KeyError for what is not known.
    """
    chosen = list(dict.fromkeys(stages)) or [one.id for one in stages_of(live.indicators)]
    tables = [live.table(stage) for stage in chosen]
    indicators = tuple(table.indicator for table in tables)
    if len(tables) < 2 or len({one.unit for one in indicators}) > 1 or any(one.kind is not Kind.FLOW for one in indicators):
        raise NoStages
    groups = tuple(_flow(Subject(group=group), tables) for group in tables[0].roster.groups)
    return Funnel(live.month, indicators, _flow(COUNTY, tables), groups, live.month in published_in(live.book, published_months))


def _flow(subject: Subject, tables: Sequence[IndicatorTable]) -> Flow:
    amounts: list[Decimal | None] = []
    for table in tables:
        rates = subject.rates(table)
        amount = rates.cumulative if rates is not None else None
        amounts.append(amount if isinstance(amount, Decimal) else None)
    return Flow(subject, tuple(amounts), tuple(conversion(before, after) for before, after in pairwise(amounts)))


def conversion(before: Decimal | None, after: Decimal | None) -> Fraction | None:
    """after ÷ before; None where either is missing or the stage before has nothing."""
    return None if before is None or after is None or before <= 0 else Fraction(after) / Fraction(before)
