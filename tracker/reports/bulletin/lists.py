"""The red and the black list in the bulletin, and who was among the last several times running; each with its measure.

Chinese here is data: the full stops that a reason may end with.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tracker.domain.indicator import Direction, Indicator
from tracker.domain.list_rules import ListRules
from tracker.domain.unit import Group
from tracker.metrics.lists_red_black import Evidence, RedBlack, Spared, by_indicator
from tracker.metrics.lists_reviews import reviews_by_indicator
from tracker.metrics.lists_running import running_last
from tracker.metrics.live import Live
from tracker.metrics.table import IndicatorTable
from tracker.reports.bulletin.content import Paragraph
from tracker.reports.bulletin.phrases import percent
from tracker.reports.bulletin.places import basis
from tracker.reports.note_lists import listed
from tracker.reports.wording import one_line, tr
from tracker.store.exemptions import exemptions
from tracker.store.list_rules import list_rules

_STOPS = "。．.；; "


def list_paragraphs(live: Live, lead: IndicatorTable) -> list[Paragraph]:
    """By the leading indicator and the office's rules: who is praised, who is warned, who is spared and why, who stays behind."""
    rules, exempt = list_rules(live.book), exemptions(live.book)
    lists = by_indicator(lead, rules, exempt)
    said = [_red(lead, lists, rules), _black(lead, lists, rules), _running(live, lead, rules)]
    return [Paragraph(text) for text in said if text]


def _red(table: IndicatorTable, lists: RedBlack, rules: ListRules) -> str:
    if not lists.red:
        return ""
    kept = _kept(table.indicator, paced=_is_paced(lists.red))
    return tr(
        "{basis}: on the red list, being among {places} of the group and {kept}, are {count} units: {units}.",
        basis=basis(table.indicator),
        places=_ends(table.roster.groups, rules, first=True),
        kept=kept,
        count=len(lists.red),
        units=_by_group(table, lists.red),
    )


def _black(table: IndicatorTable, lists: RedBlack, rules: ListRules) -> str:
    said = ""
    if lists.black:
        said = tr(
            "On the black list, being among {places} of the group and {missed}, are {count} units: {units}.",
            places=_ends(table.roster.groups, rules, first=False),
            missed=_missed(table.indicator, paced=_is_paced(lists.black)),
            count=len(lists.black),
            units=_by_group(table, lists.black),
        )
        if not lists.red:  # the basis has not been told yet
            said = tr("{basis}: {list}", basis=basis(table.indicator), list=said)
    return said + "".join(_spared(lists.spared))


def _spared(spared: Sequence[Spared]) -> list[str]:
    """Who would be on the black list but is exempt, and who has fulfilled."""
    said = [
        tr("{unit} is not put on the black list: {reason}.", unit=_name(one.evidence), reason=_reason(one.exemption.reason))
        for one in spared
        if one.exemption is not None
    ]
    fulfilled = [_name(one.evidence) for one in spared if one.exemption is None]
    if fulfilled:
        said.append(tr("{units}: the year’s target is fulfilled, not on the black list.", units=listed(fulfilled)))
    return said


def _running(live: Live, table: IndicatorTable, rules: ListRules) -> str:
    """Those who are exempt in the month are not named."""
    covered = {one.unit for one in exemptions(live.book) if one.covers(table.indicator.id, table.month)}
    reviews = [
        (month, places) for month, places in reviews_by_indicator(live.whole, live, table.indicator.id) if month <= table.month
    ]
    named = [one for one in running_last(reviews, rules).units if one.unit.id not in covered]
    if not named:
        return ""
    return tr(
        "Among {places} of the group in {reviews} reviews running or more are {count} units: {units}.",
        places=_ends(table.roster.groups, rules, first=False),
        reviews=rules.reviews,
        count=len(named),
        units=listed(
            [tr("{unit} ({count} times running)", unit=one_line(one.unit.name), count=len(one.reviews)) for one in named]
        ),
    )


def _ends(groups: Sequence[Group], rules: ListRules, *, first: bool) -> str:
    """前3位, or, where groups differ, 一类乡镇前3位、街道前1位."""
    sizes = {one_line(group.name): rules.size_of(group.id) for group in groups}
    of_all = {tr("the first {count}", count=size) if first else tr("the last {count}", count=size) for size in sizes.values()}
    if len(of_all) == 1:
        return of_all.pop()
    each = [
        tr("{group} the first {count}", group=group, count=size)
        if first
        else tr("{group} the last {count}", group=group, count=size)
        for group, size in sizes.items()
    ]
    return tr("the places ({places})", places=listed(each))


def _kept(indicator: Indicator, *, paced: bool) -> str:
    if indicator.direction is Direction.LOWER:
        return tr("within the pace") if paced else tr("within the limit")
    return tr("on the pace") if paced else tr("on the target")


def _missed(indicator: Indicator, *, paced: bool) -> str:
    if indicator.direction is Direction.LOWER:
        return tr("above the pace") if paced else tr("above the limit")
    return tr("behind the pace") if paced else tr("behind the target")


def _is_paced(named: Sequence[Evidence]) -> bool:
    return any(evidence.pace is not None for evidence in named)


def _by_group(table: IndicatorTable, named: Sequence[Evidence]) -> str:
    """一类乡镇的柳林镇（86.45%）、城关镇（80.75%）；街道的西城街道（87.33%）; a county of one group names none."""
    parts = []
    for group, of_group in groupby(named, key=lambda evidence: evidence.place.group):
        units = listed(
            [tr("{unit} ({figure})", unit=_name(evidence), figure=percent(evidence.completion)) for evidence in of_group]
        )
        several = len(table.roster.groups) > 1
        parts.append(tr("of {group} {units}", group=one_line(group.name), units=units) if several else units)
    return tr("; ").join(parts)


def _name(evidence: Evidence) -> str:
    return one_line(evidence.unit.name)


def _reason(text: str) -> str:
    return one_line(text).rstrip(_STOPS)
