"""Choose whose number is to be explained, and which, by the codes and names that people write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tracker.domain.indicator import Indicator
from tracker.domain.period import Month
from tracker.domain.unit import Unit
from tracker.errors import ExchangeError
from tracker.exchange.ranking.choice import choose_indicators
from tracker.i18n import tr
from tracker.metrics.derivation.figures import Figure
from tracker.metrics.derivation.origins import Origin, origin_of
from tracker.metrics.derivation.ranks import ranked_figure
from tracker.metrics.derivation.reasons import Place, reasons
from tracker.metrics.derivation.steps import Derivation, Source, TargetSource
from tracker.metrics.derivation.sums import sides_of
from tracker.metrics.live import Live
from tracker.metrics.whose import Whole
from tracker.store.book import Book
from tracker.store.publications import publication

NUMBERS: dict[str, Figure | Place] = {one.value: one for one in (*Figure, *Place)}
"""What can be asked for, by the names that `tracker rank --format json` has for it."""


class NoSuchUnit(ExchangeError):
    def __init__(self, text: str, month: Month, existing: Sequence[Unit]) -> None:
        names = tr(", ").join(unit.name for unit in existing)
        super().__init__(tr("No unit “{text}” is listed in {month}. There are: {names}.", text=text, month=month, names=names))


@dataclass(frozen=True, slots=True)
class Explanation:
    """Whose number it is (the county's where `unit` is None), which, and how it comes about."""

    book: Book
    month: Month
    unit: Unit | None
    indicator: Indicator
    number: str
    derivation: Derivation

    def origin(self, of: Source | TargetSource) -> Origin | None:
        """Who entered it and when, in a published month as it was published."""
        published = publication(self.book, self.month)
        until: datetime | None = None if published is None else published.at
        return origin_of(self.book, of, until=until)

    @property
    def place(self) -> str:
        """石桥镇 · 实际到位省外资金."""
        return f"{tr('County total') if self.unit is None else self.unit.name} · {self.indicator.name}"


def explanation_of(book: Book, live: Live, code: str, unit: str | None, number: str | None) -> Explanation:
    """Why the month that `live` shows (of the `book`) has a number; what units are ranked by, where none is named.

    Raises NoSuchIndicator, NoSuchUnit.
    """
    (indicator,) = choose_indicators(live.indicators, [code])
    chosen = None if unit is None else choose_unit(live.roster.units, unit, live.month)
    asked = NUMBERS[number] if number is not None else ranked_figure(indicator)
    whose = Whole(None) if chosen is None else chosen.id
    sides = sides_of(live, indicator.id)
    derivation = reasons(live.table(indicator.id), whose, asked, sides=sides)
    return Explanation(book, live.month, chosen, indicator, asked.value, derivation)


def choose_unit(existing: Sequence[Unit], text: str, month: Month) -> Unit:
    """The unit of that code or name. Raises NoSuchUnit."""
    for unit in existing:
        if text in (unit.code, unit.name):
            return unit
    raise NoSuchUnit(text, month, existing)
