"""A month's lists and lights (榜单), gathered at once; a published month's by what it was published with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.domain.exemption import Exemption, exempt_units
from tracker.domain.indicator import Indicator, IndicatorId, RankBy
from tracker.domain.light import LightRule
from tracker.domain.list_rules import ListRules
from tracker.domain.period import Month
from tracker.metrics.lists_counts import Counts, count_ends
from tracker.metrics.lists_late import LateList, late_list
from tracker.metrics.lists_lights import Lights, lights
from tracker.metrics.lists_red_black import RedBlack, by_indicator, by_score
from tracker.metrics.lists_reviews import reviews_by_indicator, reviews_by_score
from tracker.metrics.lists_running import RunningList, running_last
from tracker.metrics.lists_zero import ZeroList, zero_lists
from tracker.metrics.live import Live
from tracker.metrics.reporting import MonthReports, month_reports
from tracker.metrics.scoring.book_scores import book_scores
from tracker.metrics.scoring.score import ScoreTable
from tracker.metrics.shown import document_date
from tracker.metrics.table import IndicatorTable
from tracker.store.book import Book
from tracker.store.exemptions import exemptions
from tracker.store.list_rules import list_rules


@dataclass(frozen=True, slots=True)
class ByWhat:
    """What the red and the black list and 连续靠后 go by: an indicator, or the score (None)."""

    indicator: IndicatorId | None


@dataclass(frozen=True, slots=True)
class OfficeRules:
    """The office's rules: for the lists, and for the lights of the leading indicator."""

    lists: ListRules
    lights: LightRule


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLists:
    """Every list of a month. They go by the `scores` where there are any, else by the indicator `lead`; that says who is on pace.

    `rules` are those that were applied, `exempt` the exemptions in force in the month, `today` the day as of which it is told who
    is late.
    """

    month: Month
    scores: ScoreTable | None
    lead: IndicatorTable
    rules: ListRules
    exempt: tuple[Exemption, ...]
    red_black: RedBlack
    running: RunningList
    zero: tuple[ZeroList, ...]
    reports: MonthReports
    late: LateList
    counts: Counts
    lights: Lights
    today: date

    @property
    def basis(self) -> IndicatorId | None:
        """The indicator that the lists go by; None where they go by the score."""
        return self.lead.indicator.id if self.scores is None else None


def leading_indicator(live: Live) -> Indicator | None:
    """The first indicator by whose completion somebody is ranked; else the first that ranks anybody, else the first of all."""
    ranked = [one for one in live.indicators if live.table(one.id).ranks.any()]
    by_completion = (one for one in ranked if one.rank_by is RankBy.COMPLETION and live.table(one.id).total(None).target)
    return next(by_completion, None) or next(iter(ranked or live.indicators), None)


def office_rules(live: Live, lead: Indicator) -> OfficeRules:
    """The rules that the month shown by `live` goes by."""
    return OfficeRules(list_rules(live.book), live.table(lead.id).light_rule)


def month_lists(book: Book, live: Live, by: ByWhat, *, today: date, rules: OfficeRules | None = None) -> MonthLists | None:
    """The lists of the month that `live` (of `live_of`) shows of the book; None where there is nobody or nothing to rank.

    By other `rules` than the office's to see what these would do. A published month is told as of the day of its publication.
    Raises as `book_scores` where the lists go by the score.
    """
    known = {one.id: one for one in live.indicators}
    lead = leading_indicator(live) if by.indicator is None else known.get(by.indicator)
    if lead is None or not live.roster.units:
        return None
    rules, table, today = rules or office_rules(live, lead), live.table(lead.id), document_date(book, live.month, today)
    exempt = exemptions(live.book, live.month)
    scores = book_scores(book, live, today=today) if by.indicator is None else None
    if scores is not None:
        red_black = by_score(scores, table, rules.lists, exempt)
        reviews = reviews_by_score(book, live, scores, today=today)
    else:
        red_black = by_indicator(table, rules.lists, exempt)
        reviews = reviews_by_indicator(book, live, lead.id)
    reports = month_reports(live.book, live, today=today)
    return MonthLists(
        month=live.month,
        scores=scores,
        lead=table,
        rules=rules.lists,
        exempt=tuple(exempt),
        red_black=red_black,
        running=running_last(reviews, rules.lists, exempt_units(exempt, by.indicator, live.month)),
        zero=tuple(zero_lists(live, rules.lists.zero)),
        reports=reports,
        late=late_list(reports, today=today),
        counts=count_ends(live.roster, [live.table(one.id) for one in live.indicators]),
        lights=lights(table, rules.lights),
        today=today,
    )
