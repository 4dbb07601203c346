"""The office's rules for lists and lights, all in hand at once: read from the book, stored in one change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.domain.indicator import IndicatorId
from tracker.domain.light import GapRule, LightRule
from tracker.domain.list_rules import ListRules
from tracker.store.book import Book
from tracker.store.indicators import indicators
from tracker.store.list_rules import kept_light_rule, list_rules, set_light_rule, set_list_rules


@dataclass(frozen=True, slots=True)
class KeptRules:
    """The rules of the lists, the lights of all indicators (None: the usual ones), and those of an indicator's own."""

    lists: ListRules = field(default_factory=ListRules)
    lights: LightRule | None = None
    own: Mapping[IndicatorId, LightRule] = field(default_factory=dict)

    def light_rule(self, indicator: IndicatorId) -> LightRule:
        """By what the indicator's units get their lights."""
        return self.own.get(indicator) or self.lights or GapRule.usual()


def kept_rules(book: Book) -> KeptRules:
    """What the book keeps."""
    found = ((one.id, kept_light_rule(book, one)) for one in indicators(book))
    return KeptRules(list_rules(book), kept_light_rule(book), {id_: rule for id_, rule in found if rule is not None})


def keep_rules(book: Book, rules: KeptRules) -> None:
    """Store them, inside a change. Raises as `set_list_rules`."""
    set_list_rules(book, rules.lists)
    set_light_rule(book, rules.lights)
    for one in indicators(book):
        set_light_rule(book, rules.own.get(one.id), one)
