"""The months' values that a file gives, by themselves or as cumulatives, each with what is to be said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.exchange.submissions.against_book import AgainstBook
from tracker.exchange.submissions.amounts import Amount, amount_of
from tracker.exchange.submissions.facts import Remark, SentFigure
from tracker.exchange.submissions.understanding import Understood
from tracker.exchange.submissions.words import Basis
from tracker.i18n import tr

Place = tuple[UnitId, IndicatorId, Month]


@dataclass(frozen=True, slots=True)
class SentAmount:
    """A month's own value as a file gives it, with its cell; None with the `reason` why it cannot be taken."""

    figure: SentFigure
    value: Decimal | None
    reason: str = ""


@dataclass(slots=True)
class _Given:
    """What a file gives of one figure, on both bases."""

    month: list[SentFigure] = field(default_factory=list)
    cumulative: list[SentFigure] = field(default_factory=list)


class FileAmounts:
    """Goes through the figures of one file, month after month: a cumulative builds on the months before it."""

    def __init__(self, book: AgainstBook, file: Understood) -> None:
        self._book = book
        self._given: dict[Place, _Given] = defaultdict(_Given)
        for figure in file.figures:
            given = self._given[figure.unit, figure.indicator, figure.month]
            (given.month if figure.basis is Basis.MONTH else given.cumulative).append(figure)
        self._order = {id(figure): position for position, figure in enumerate(file.figures)}
        self._sent: dict[Place, Decimal] = {}
        self.remarks: list[Remark] = []

    def amounts(self) -> list[SentAmount]:
        """The months' values, in the order of their cells; blank ones are none."""
        places = sorted(self._given, key=lambda place: place[2])
        found = [amount for place in places for amount in self._of(place)]
        return sorted(found, key=lambda amount: self._order[id(amount.figure)])

    def _of(self, place: Place) -> Iterator[SentAmount]:
        given = self._given[place]
        indicator = self._book.indicator(place[1])
        months = [(figure, self._read(figure, indicator)) for figure in given.month]
        months = [(figure, amount) for figure, amount in months if amount != Amount(None)]
        cumulatives = [(figure, self._read(figure, indicator)) for figure in given.cumulative]
        cumulatives = [(figure, amount) for figure, amount in cumulatives if amount != Amount(None)]
        for figure, amount in months:
            yield self._noted(place, figure, amount)
        if not months:
            for figure, amount in cumulatives:
                yield self._noted(place, figure, self._month_of(place, indicator, amount))
        elif cumulatives:
            self._check(place, months[0][1], *cumulatives[0])

    def _read(self, figure: SentFigure, indicator: Indicator) -> Amount:
        return amount_of(figure.text, indicator, figure.measure)

    def _noted(self, place: Place, figure: SentFigure, amount: Amount) -> SentAmount:
        if amount.value is not None:
            self._sent[place] = amount.value
            if amount.value < 0:
                name = self._book.indicator(place[1]).name
                reason = tr("{indicator} {value}: negative. Ask whether that is meant.", indicator=name, value=amount.value)
                self.remarks.append(Remark(figure.where, reason, figure.text))
        return SentAmount(figure, amount.value, amount.reason)

    def _month_of(self, place: Place, indicator: Indicator, cumulative: Amount) -> Amount:
        """The month's own value of what is given as its cumulative; a stock's is the same."""
        if cumulative.value is None or indicator.kind is Kind.STOCK:
            return cumulative
        before = self._before(place)
        value = cumulative.value - before
        if value < 0:
            reason = tr(
                "{indicator}: the cumulative {value} is below the {before} of the month before.",
                indicator=indicator.name,
                value=cumulative.value,
                before=before,
            )
            return Amount(None, reason)
        return Amount(value)

    def _check(self, place: Place, month: Amount, figure: SentFigure, cumulative: Amount) -> None:
        """Tell where a file's cumulative is not what the months come to."""
        if month.value is None or cumulative.value is None:
            return
        indicator = self._book.indicator(place[1])
        expected = month.value if indicator.kind is Kind.STOCK else self._before(place) + month.value
        if cumulative.value != expected:
            reason = tr(
                "{indicator}: its cumulative is {value}, but the months come to {expected}.",
                indicator=indicator.name,
                value=cumulative.value,
                expected=expected,
            )
            self.remarks.append(Remark(figure.where, reason, figure.text))

    def _before(self, place: Place) -> Decimal:
        """The cumulative of the month before: the book's, with what the same file changes in the year's earlier months."""
        unit, indicator, month = place
        if month.number == 1:
            return Decimal(0)
        before = self._book.cumulative(unit, indicator, month.plus(-1))
        for number in range(1, month.number):
            earlier = unit, indicator, Month(month.year, number)
            if earlier in self._sent:
                before += self._sent[earlier] - (self._book.value(*earlier) or 0)
        return before
