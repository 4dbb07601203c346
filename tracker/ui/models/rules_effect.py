"""What the rules of the lists would do to the month in view, in one sentence, before they are stored."""

from __future__ import annotations

import datetime

from tracker.domain.indicator import IndicatorId
from tracker.domain.light import Light
from tracker.i18n import tr
from tracker.metrics.lists_month import ByWhat, MonthLists, OfficeRules, leading_indicator, month_lists
from tracker.metrics.live import Live
from tracker.store.book import Book
from tracker.store.publications import publication
from tracker.ui.models.kept_rules import KeptRules
from tracker.ui.months import month_text


def rules_effect(book: Book, live: Live, rules: KeptRules, about: IndicatorId | None, *, today: datetime.date) -> str:
    """How many units would be praised, warned, named and lit, by the indicator `about`, the leading one where it is None.

    `live` has the book's own figures. A published month keeps its own rules; the sentence says so.
    """
    leading = leading_indicator(live)
    lead = about if about is not None or leading is None else leading.id
    if lead is None:
        return tr("There are no units or no indicators yet.")
    found = month_lists(book, live, ByWhat(lead), today=today, rules=OfficeRules(rules.lists, rules.light_rule(lead)))
    if found is None:
        return tr("There are no units or no indicators yet.")
    month = month_text(live.month)
    if publication(book, live.month) is not None:
        return tr("{month} is published and keeps its own rules. It would have {effect}.", month=month, effect=_effect(found))
    return tr("{month} would have {effect}.", month=month, effect=_effect(found))


def _effect(found: MonthLists) -> str:
    lit = [one.light for one in found.lights.units]
    exempt = sum(one.exemption is not None for one in found.red_black.spared)
    return tr(
        "by {indicator}: red list {red}, black list {black} (exempt {exempt}), last again and again {running}, "
        "nothing at all {zero}; green lights {green}, yellow {yellow}, red {red_lights}",
        indicator=found.lead.indicator.name,
        red=len(found.red_black.red),
        black=len(found.red_black.black),
        exempt=exempt,
        running=len(found.running.units),
        zero=len({one.unit.id for each in found.zero for one in each.units}),
        green=lit.count(Light.GREEN),
        yellow=lit.count(Light.YELLOW),
        red_lights=lit.count(Light.RED),
    )
