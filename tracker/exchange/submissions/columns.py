"""What the heading of a column says of the figures under it.

Chinese here is data: how a heading names a month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.domain.period import Month
from tracker.exchange.submissions.facts import Facts
from tracker.exchange.submissions.measure_words import measure_in
from tracker.exchange.submissions.month_words import month_in
from tracker.exchange.submissions.names import Names
from tracker.exchange.submissions.words import Basis, bare, basis_of, is_another_thing, is_total

_MONTH = re.compile(
    "(?:20[0-9]{2}年)?(?:1月?[-—~～至到])?(?:[0-9]{1,2}|十?[一二三四五六七八九]|十)月"
    "(?:份|末|底)?(?:当月|累计)?(?:完成|到位)?(?:数|值|情况)?"
)
_YEAR = re.compile("(20[0-9]{2})年")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: its heading's levels from top to bottom, and what they say.

    `passed_over` where it holds other things than figures of this year; `strange` where some word of it is not known.
    """

    at: int
    heading: tuple[str, ...]
    facts: Facts
    passed_over: bool = False
    strange: bool = False

    @property
    def title(self) -> str:
        """The heading in one line."""
        return " ".join("".join(level.split()) for level in self.heading)


def is_of_another_year(column: Column, context: Facts) -> bool:
    """Whether the column's figures are last year's, beside this year's: 2025年9月, 2025年完成数."""
    if context.month is None:
        return False
    if column.facts.month is not None:
        return column.facts.month.year != context.month.year
    return any(int(year) != context.month.year for text in column.heading for year in _YEAR.findall(bare(text)))


def month_of(text: str, year: int | None) -> Month | None:
    """The month that a heading is, with nothing else in it; `year` is that of one without."""
    return month_in(text, year=year) if _MONTH.fullmatch(bare(text)) else None


def year_alone(text: str) -> int | None:
    """The year that a label is, with nothing else in it."""
    found = _YEAR.fullmatch(bare(text))
    return int(found[1]) if found else None


class Headings:
    """Reads headings, by the book's names and the words that the office has explained."""

    def __init__(self, names: Names, year: int | None) -> None:
        self._names, self.year = names, year

    def column(self, at: int, heading: tuple[str, ...]) -> Column:
        """The column under that heading; a lower level's word counts before a higher one's."""
        facts, passed, strange = Facts(), False, False
        for text in reversed(heading):
            said = self.said_by(text)
            facts = facts.over(said)
            named = said.unit is not None or said.indicator is not None
            told = bare(text) in self._names.known.bases
            passed = passed or ((told or not named) and self._is_passed_over(text))
            strange = strange or said == Facts()
        return Column(at, heading, facts, passed, strange)

    def said_by(self, text: str) -> Facts:
        """What one text says: which unit or indicator, else which month or basis; and the unit of measure in its brackets."""
        unit, indicator, measure = self._names.unit(text), self._names.indicator(text), measure_in(text)
        if unit is not None or indicator is not None:
            beside = self._names.beside_indicator(text) if indicator is not None else ""
            month = self._month(beside)
            basis = self._names.known.bases.get(bare(text)) or self._basis(beside, month)
            return Facts(unit, indicator, month, basis, measure)
        month = self._month(text)
        return Facts(month=month, basis=self._basis(text, month), measure=measure)

    def _month(self, text: str) -> Month | None:
        return month_of(text, self.year)

    def _basis(self, text: str, month: Month | None) -> Basis | None:
        said = self._names.known.bases.get(bare(text)) or basis_of(text)
        return Basis.MONTH if said is None and month is not None else said

    def _is_passed_over(self, text: str) -> bool:
        known = self._names.known.bases
        if bare(text) in known:
            return known[bare(text)] is None
        return is_another_thing(text) or is_total(text) or self._names.is_passed_over(text)
