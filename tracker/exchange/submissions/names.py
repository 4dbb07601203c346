"""Finds the book's units and indicators by the names under which they are written in what is sent in.

Chinese here is data: what names of offices end in, and what a county puts before a town's name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.measure import measure
from tracker.domain.unit import Unit, UnitId
from tracker.exchange.submissions.words import Basis, bare, name_forms

_OFFICE = re.compile(
    "(?:人民)?政府(?:办公室)?|党委|办事处|管理委员会|管委会|党工委|招商(?:办|局|中心)|经济发展办(?:公室)?|财政所|统计站"
)
_KIND = re.compile("(?:街道|镇|乡|苏木|经济技术开发区|经济开发区|开发区|产业园区?|工业园区?|园区|管理区|办事处|局|委|中心)$")
_BEFORE_A_NAME = re.compile("(?:[县市区旗州省盟年月日份的]|[^\u3400-\u9fff])$")
"""What may stand right before a unit's name in a title: 大石桥镇 is not 石桥镇."""
_SHORTEST = 2

_Id = TypeVar("_Id", UnitId, IndicatorId)


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What the office has told of senders' words: which unit, indicator or basis they mean; None means to pass them over."""

    units: Mapping[str, UnitId] = field(default_factory=dict)
    indicators: Mapping[str, IndicatorId | None] = field(default_factory=dict)
    bases: Mapping[str, Basis | None] = field(default_factory=dict)


class Names:
    """The names of a book's units and indicators, in every form that says for certain which is meant; `book` is its identity."""

    def __init__(
        self, units: Sequence[Unit], indicators: Sequence[Indicator], known: KnownWords | None = None, *, book: str = ""
    ) -> None:
        self.known = known or KnownWords()
        self.book = book
        self.unit_codes = {unit.code: unit.id for unit in units}
        self.indicator_codes = {one.code: one.id for one in indicators}
        self._units = _only_one_each((form, unit.id) for unit in units for form in _unit_forms(unit))
        self._full = {bare(unit.name): unit.id for unit in units}
        self._measures = {one.id: one.unit for one in indicators}
        self._ratios = {one.id for one in indicators if one.kind is Kind.RATIO}
        self._indicators = _only_one_each((bare(form), one.id) for one in indicators for form in (one.name, one.code))

    def unit(self, label: str) -> UnitId | None:
        """The unit that a label names: 城关镇, 城 关 镇人民政府（盖章）, 城关, 云山县城关镇; None where that is not certain."""
        for form in name_forms(label):
            if form in self.known.units:
                return self.known.units[form]
            for name in (form, _OFFICE.sub("", form), _without_county(form), _OFFICE.sub("", _without_county(form))):
                if name in self._units:
                    return self._units[name]
        return None

    def unit_within(self, text: str) -> UnitId | None:
        """The unit that a title or a file's name speaks of; None where it speaks of none, or of several."""
        words = bare(text)
        for names in (self._full, {**self._units, **self.known.units}):
            found = {name: id_ for name, id_ in names.items() if len(name) >= _SHORTEST and _stands_in(name, words)}
            longest = {id_ for name, id_ in found.items() if not any(name != other and name in other for other in found)}
            if len(longest) == 1:
                return longest.pop()
            if longest:
                return None
        return None

    def indicator(self, label: str) -> IndicatorId | None:
        """The indicator that a label names, with or without its number and its unit of measure."""
        for form in name_forms(label):
            told = self.known.indicators.get(form)
            if told is not None:
                return told
            if form in self._indicators:
                return self._indicators[form]
        return None

    def is_ratio(self, indicator: IndicatorId) -> bool:
        """Whether the indicator is computed from others: what is sent for it is not taken."""
        return indicator in self._ratios

    def measures_in(self, indicator: IndicatorId, name: str) -> bool:
        """Whether the indicator can be counted in that unit of measure: money in 万元, projects not."""
        return measure(self._measures[indicator]).dimension == measure(name).dimension

    def is_passed_over(self, label: str) -> bool:
        """Whether the office has said that the sender's word names nothing of the book's."""
        return any(form in self.known.indicators and self.known.indicators[form] is None for form in name_forms(label))

    def indicator_within(self, text: str) -> IndicatorId | None:
        """The one indicator that a title speaks of; None where it speaks of none, or of several."""
        words = bare(text)
        found = {name: id_ for name, id_ in self._indicators.items() if len(name) > _SHORTEST and name in words}
        longest = {id_ for name, id_ in found.items() if not any(name != other and name in other for other in found)}
        return longest.pop() if len(longest) == 1 else None


def _unit_forms(unit: Unit) -> set[str]:
    """The unit's name and code, its name without its office, and without its kind: 城关镇, U01, 城关."""
    name = bare(unit.name)
    forms = {name, bare(unit.code), _OFFICE.sub("", name), re.sub("^[县市区](?=.{2})", "", name)}
    forms |= {_KIND.sub("", form) for form in forms}
    return {form for form in forms if len(form) >= _SHORTEST}


def _only_one_each(forms: Iterable[tuple[str, _Id]]) -> dict[str, _Id]:
    """Those forms that name one thing alone."""
    pairs = set(forms)
    count = Counter(form for form, _ in pairs)
    return {form: id_ for form, id_ in pairs if count[form] == 1}


def _without_county(name: str) -> str:
    """城关镇 of 云山县城关镇 and of 吉安市云山县城关镇."""
    return re.sub("^(?:[^县市区旗]{1,8}[县市区旗]){1,2}(?=.{2})", "", name)


def _stands_in(name: str, words: str) -> bool:
    at = words.find(name)
    while at >= 0:
        if at == 0 or _BEFORE_A_NAME.search(words[:at]):
            return True
        at = words.find(name, at + 1)
    return False
