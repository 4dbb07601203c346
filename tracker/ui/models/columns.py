"""The columns of the entry grid: for each indicator the month, the year to date and the completion, one of them typed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.indicator import EnteredBy, Indicator, IndicatorId, Kind
from tracker.i18n import mark, tr

COMPLETION_DECIMALS = 1

_TITLES = {
    "month": mark("Month"),
    "cumulative": mark("To date"),
    "completion": mark("Completion %"),
}


class Part(StrEnum):
    """Which of an indicator's figures a column shows."""

    MONTH = "month"
    CUMULATIVE = "cumulative"
    COMPLETION = "completion"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of figures; its indicator's block goes from `first` to `last`, and one types in the one that is `typed`."""

    indicator: Indicator
    part: Part
    typed: bool
    first: bool
    last: bool

    @property
    def title(self) -> str:
        """The word of the header's second level."""
        return tr(_TITLES[self.part])

    @property
    def measure(self) -> str:
        """The unit of measure of what the column shows; only figures of the same one may be added."""
        return "%" if self.part is Part.COMPLETION else self.indicator.unit

    @property
    def decimals(self) -> int:
        """How many decimals are shown."""
        return COMPLETION_DECIMALS if self.part is Part.COMPLETION else self.indicator.decimals

    @property
    def full_title(self) -> str:
        """Indicator and column in one line, for people who hear the screen and for the status bar."""
        return tr("{indicator}, {column}", indicator=self.indicator.name, column=self.title)


def entry_columns(
    indicators: Iterable[Indicator], *, entered_by: EnteredBy | None, with_targets: Collection[IndicatorId]
) -> tuple[Column, ...]:
    """The columns for these indicators, in their order.

    `entered_by` says which column of a flow is typed; None leaves it to each indicator. There is a completion for those in
    `with_targets`.
    """
    columns: list[Column] = []
    for indicator in indicators:
        columns += _block(indicator, entered_by or indicator.entered_by, indicator.id in with_targets)
    return tuple(columns)


def _block(indicator: Indicator, entered_by: EnteredBy, has_targets: bool) -> list[Column]:
    if indicator.kind is Kind.RATIO:
        return [Column(indicator, Part.CUMULATIVE, typed=False, first=True, last=True)]
    parts = [Part.MONTH] if indicator.kind is Kind.STOCK else [Part.MONTH, Part.CUMULATIVE]
    typed = Part.CUMULATIVE if indicator.kind is Kind.FLOW and entered_by is EnteredBy.CUMULATIVE else Part.MONTH
    if has_targets:
        parts.append(Part.COMPLETION)
    return [
        Column(indicator, part, typed=part is typed, first=at == 0, last=at == len(parts) - 1) for at, part in enumerate(parts)
    ]
