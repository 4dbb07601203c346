"""The months' values that a file gives, by themselves or as cumulatives, each with what is to be said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from operator import itemgetter

from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.exchange.submissions.against_book import AgainstBook
from tracker.exchange.submissions.amounts import Amount, amount_of, is_perhaps_a_fraction
from tracker.exchange.submissions.error_cells import NOT_COMPUTED
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


@dataclass(slots=True)
class Earlier:
    """What all the files of an import say of the months gone through so far: values, and figures that wait for a person."""

    values: dict[Place, Decimal] = field(default_factory=dict)
    waiting: set[Place] = field(default_factory=set)


class FileAmounts:
    """Goes through the figures of one file, month after month: a cumulative builds on the months before it."""

    def __init__(self, book: AgainstBook, file: Understood, earlier: Earlier) -> None:
        self._book, self._earlier = book, earlier
        self._given: dict[Place, _Given] = defaultdict(_Given)
        uncomputed: SentFigure | None = None
        both = len({figure.basis for figure in file.figures}) > 1
        for figure in file.figures:
            if both and figure.text == NOT_COMPUTED:  # as a rule the one follows from the other
                uncomputed = uncomputed or figure
                continue
            given = self._given[figure.unit, figure.indicator, figure.month]
            (given.month if figure.basis is Basis.MONTH else given.cumulative).append(figure)
        self._order = {id(figure): position for position, figure in enumerate(file.figures)}
        self.months = {place[2] for place in self._given}
        self.remarks: list[Remark] = []
        if uncomputed is not None:
            reason = tr("Formulas were saved without what they come to: they were passed over. Save the file in a spreadsheet.")
            self.remarks.append(Remark(uncomputed.where, reason))

    def amounts(self, month: Month) -> list[tuple[int, SentAmount]]:
        """The month's values, each with its place in the order of the file's cells; blank ones are none."""
        found = [amount for place in self._given if place[2] == month for amount in self._of(place)]
        return sorted(((self._order[id(amount.figure)], amount) for amount in found), key=itemgetter(0))

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
                yield self._noted(place, figure, self._month_of(place, figure, amount))
        elif cumulatives:
            self._check(place, months[0][1], *cumulatives[0])

    def _read(self, figure: SentFigure, indicator: Indicator) -> Amount:
        return amount_of(figure.text, indicator, figure.measure)

    def _noted(self, place: Place, figure: SentFigure, amount: Amount) -> SentAmount:
        indicator = self._book.indicator(place[1])
        if amount.value is not None and amount.value < 0:
            reason = tr("{indicator} {value}: negative. Ask whether that is meant.", indicator=indicator.name, value=amount.value)
            self.remarks.append(Remark(figure.where, reason, figure.text))
        elif amount.value is not None and is_perhaps_a_fraction(amount.value, indicator):
            reason = tr(
                "{indicator} {value}: a cell shown as 50% holds 0.5. Ask whether percent are meant.",
                indicator=indicator.name,
                value=amount.value,
            )
            self.remarks.append(Remark(figure.where, reason, figure.text))
        return SentAmount(figure, amount.value, amount.reason)

    def _month_of(self, place: Place, figure: SentFigure, cumulative: Amount) -> Amount:
        """The month's own value of what is given as its cumulative; a stock's is the same."""
        indicator = self._book.indicator(place[1])
        if cumulative.value is None or indicator.kind is Kind.STOCK:
            return cumulative
        waits = next((month for month in self._months_before(place) if (*place[:2], month) in self._earlier.waiting), None)
        if waits is not None:
            reason = tr(
                "{indicator}: its cumulative builds on {month}, of which a figure is in dispute. Settle that first.",
                indicator=indicator.name,
                month=waits,
            )
            return Amount(None, reason)
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
        self._tell_of_gap(place, figure)
        return Amount(value)

    def _tell_of_gap(self, place: Place, figure: SentFigure) -> None:
        """Say where the month before has no figure: the month's own value is that of both."""
        unit, indicator, month = place
        before = unit, indicator, month.plus(-1)
        if month.number == 1 or before in self._earlier.values or not self._book.is_listed(unit, before[2]):
            return
        if self._book.value(*before) is None:
            name = self._book.indicator(indicator).name
            reason = tr(
                "{indicator}: {before} has no figure, so that its share of the cumulative counts as {month}’s own. Please check.",
                indicator=name,
                before=before[2],
                month=month,
            )
            self.remarks.append(Remark(figure.where, reason, figure.text))

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
        for number in self._months_before(place):
            earlier = unit, indicator, number
            if earlier in self._earlier.values:
                before += self._earlier.values[earlier] - (self._book.value(*earlier) or 0)
        return before

    def _months_before(self, place: Place) -> list[Month]:
        return [Month(place[2].year, number) for number in range(1, place[2].number)]
