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
from tracker.domain.unit import Unit, UnitId
from tracker.exchange.submissions import measure_words
from tracker.exchange.submissions.measure_words import measure_in
from tracker.exchange.submissions.words import Basis, bare, in_brackets, is_another_thing, name_forms

_OFFICE = re.compile(
    "(?:人民)?政府(?:办公室)?|党委|办事处|管理委员会|管委会|党工委|招商(?:办|局|中心)|经济发展办(?:公室)?|财政所|统计站"
)
_KIND = re.compile("(?:街道|镇|乡|苏木|经济技术开发区|经济开发区|开发区|产业园区?|工业园区?|园区|管理区|办事处|局|委|中心)$")
_BEFORE_A_NAME = re.compile("(?:[县市区旗州省盟年月日份的]|[^\u3400-\u9fff])$")
"""What may stand right before a unit's name in a title: 大石桥镇 is not 石桥镇."""
_SHORTEST = 2
_COUNTY = re.compile("[^县市区旗省州盟]{1,8}[县市区旗]")
_LAST_COUNTY = re.compile("[\u3400-\u9fff]{0,8}[县市区旗]$")
_ANY_COUNTY = {"", "本", "我", "全", "该"}
_BEFORE_TOWN = re.compile("(?:[^县市区旗]{0,8}[县市区旗]){1,2}(?=.{2})")
_NEUTRAL = re.compile("(?:请|由)?.{0,6}(?:必填|选填|自动|公式|盖章|填报|不填)|[0-9一二三四五六七八九十①-⑳]{1,2}|数量|金额|数额")
_WHEN = "(?:1月?[-—~～至到])?(?:[0-9]{1,2}|十?[一二三四五六七八九]|十)月(?:份)?(?:累计|当月)?"
_ONE_BASIS = f"(?:当月|本月|本期|累计|{_WHEN})"
_BASIS_BESIDE = re.compile(f"^{_ONE_BASIS}(?:完成|新增)?|{_ONE_BASIS}(?:完成)?(?:数|值|额)?$")
"""What may stand before or behind an indicator's name and tell which of its figures is meant."""

_Id = TypeVar("_Id", UnitId, IndicatorId)


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What the office has told of senders' words: which unit, indicator or basis they mean; None means to pass them over."""

    units: Mapping[str, UnitId] = field(default_factory=dict)
    indicators: Mapping[str, IndicatorId | None] = field(default_factory=dict)
    bases: Mapping[str, Basis | None] = field(default_factory=dict)


class Names:
    """The names of a book's units and indicators, in every form that says for certain which is meant.

    `book` is its identity, `place` the text that names its county: another county's 城关镇 is not ours.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        indicators: Sequence[Indicator],
        known: KnownWords | None = None,
        *,
        book: str = "",
        place: str = "",
    ) -> None:
        self._counties = set(_COUNTY.findall(bare(place)))
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
            for name in (form, _OFFICE.sub("", form), self._local(form), _OFFICE.sub("", self._local(form))):
                if name in self._units:
                    return self._units[name]
        return None

    def unit_within(self, text: str) -> UnitId | None:
        """The unit that a title or a file's name speaks of; None where it speaks of none, or of several."""
        words = bare(text)
        for names in (self._full, {**self._units, **self.known.units}):
            found = {name: id_ for name, id_ in names.items() if len(name) >= _SHORTEST and self._stands_in(name, words)}
            longest = {id_ for name, id_ in found.items() if not any(name != other and name in other for other in found)}
            if len(longest) == 1:
                return longest.pop()
            if longest:
                return None
        return None

    def _local(self, name: str) -> str:
        """城关镇 of 云山县城关镇 and of 吉安市云山县城关镇; another county's name stays before it."""
        found = _BEFORE_TOWN.match(name)
        return name[found.end() :] if found and self._is_ours(found[0]) else name

    def _is_ours(self, before: str) -> bool:
        """Whether the text that ends before a town's name does not end in another county's: 本县, 云山县, 关于云山县."""
        county = _LAST_COUNTY.search(before)
        if county is None or not self._counties or county[0][:-1] in _ANY_COUNTY:
            return True
        return any(county[0].endswith(ours) or ours.endswith(county[0]) for ours in self._counties)

    def _stands_in(self, name: str, words: str) -> bool:
        at = words.find(name)
        while at >= 0:
            if at == 0 or (_BEFORE_A_NAME.search(words[:at]) and self._is_ours(words[:at])):
                return True
            at = words.find(name, at + 1)
        return False

    def indicator(self, label: str) -> IndicatorId | None:
        """The indicator that a label names, with or without its number and its unit of measure."""
        return self._indicator(label)[0]

    def beside_indicator(self, label: str) -> str:
        """What the label says besides the indicator's name: 累计 of “到位资金（累计）”; "" where nothing is."""
        return self._indicator(label)[1]

    def _indicator(self, label: str) -> tuple[IndicatorId | None, str]:
        for form in name_forms(label):
            told = self.known.indicators.get(form)
            if told is not None:
                return told, ""
        beside = [inside for inside in in_brackets(label) if not measure_in(inside)]
        whole = bare(label)
        for form in name_forms(label):
            if form in self._indicators and all(inside in form or _is_neutral(inside) for inside in beside):
                return self._indicators[form], "".join(inside for inside in beside if inside not in form)
            shorter = _BASIS_BESIDE.sub("", form)
            if form != shorter and shorter in self._indicators and not beside:
                return self._indicators[shorter], whole.replace(shorter, "")
        return None, ""

    def is_of_another_thing(self, label: str) -> bool:
        """Whether the label names an indicator, but of another year, or its target: 到位资金（去年同期）."""
        if not any(is_another_thing(inside) for inside in in_brackets(label)):
            return False
        return any(form in self._indicators for form in name_forms(label))

    def is_ratio(self, indicator: IndicatorId) -> bool:
        """Whether the indicator is computed from others: what is sent for it is not taken."""
        return indicator in self._ratios

    def measure_of(self, indicator: IndicatorId, given: str, of_sheet: str) -> str:
        """The unit of measure of a figure whose row or column says `given`, and whose sheet says `of_sheet`; "" for its own."""
        own = self._measures[indicator]
        return measure_words.for_indicator(given, own) if given else measure_words.of_sheet(of_sheet, own)

    def is_passed_over(self, label: str) -> bool:
        """Whether the office has said that the sender's word names nothing of the book's."""
        return any(form in self.known.indicators and self.known.indicators[form] is None for form in name_forms(label))

    def indicator_within(self, text: str) -> IndicatorId | None:
        """The one indicator that a title speaks of; None where it speaks of none, or of several."""
        words = bare(text)
        found = {name: id_ for name, id_ in self._indicators.items() if len(name) > _SHORTEST and name in words}
        longest = {id_ for name, id_ in found.items() if not any(name != other and name in other for other in found)}
        return longest.pop() if len(longest) == 1 else None


def _is_neutral(words: str) -> bool:
    """Whether words in brackets leave the name what it is; 工业 in 到位资金（工业） does not."""
    return _NEUTRAL.fullmatch(words) is not None or _BASIS_BESIDE.sub("", words) == ""


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
