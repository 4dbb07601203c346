"""The columns of the entry grid: an indicator's figures of the month in view, or the months of its year and what they come to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.indicator import EnteredBy, Indicator, IndicatorId, Kind
from tracker.domain.period import Month
from tracker.i18n import mark, tr
from tracker.ui.months import span_text

COMPLETION_DECIMALS = 1

_TITLES = {
    "month": mark("Month"),
    "cumulative": mark("To date"),
    "target": mark("Target"),
    "completion": mark("Completion %"),
}
_QUARTERS = (mark("First quarter"), mark("Second quarter"), mark("Third quarter"), mark("Fourth quarter"))


class Part(StrEnum):
    """Which of an indicator's figures a cell shows."""

    MONTH = "month"
    CUMULATIVE = "cumulative"
    TARGET = "target"
    COMPLETION = "completion"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a cell shows, whosever it is: an indicator's part in a month, and whether it is the part that one types."""

    indicator: Indicator
    month: Month
    part: Part
    typed: bool

    @property
    def measure(self) -> str:
        """The unit of measure of the figure; only figures of the same one may be added."""
        return "%" if self.part is Part.COMPLETION else self.indicator.unit

    @property
    def decimals(self) -> int:
        """How many decimals are shown."""
        return COMPLETION_DECIMALS if self.part is Part.COMPLETION else self.indicator.decimals

    @property
    def carries_hints(self) -> bool:
        """Whether the hints of the figure are shown here: in the part that one types, or a ratio's only one."""
        return self.typed or self.indicator.kind is Kind.RATIO

    @property
    def title(self) -> str:
        """The part's word alone."""
        return tr(_TITLES[self.part])

    @property
    def full_title(self) -> str:
        """Indicator and part in one line, for people who hear the screen and for the status bar."""
        return tr("{indicator}, {column}", indicator=self.indicator.name, column=tr(_TITLES[self.part]))


@dataclass(frozen=True, slots=True)
class Column:
    """One column of figures: what it fixes of its cells, and its words.

    `indicator` is None where each line has its own; `part` is None for the one by which the line's indicator is entered. `key`
    stands for the column where its width is remembered. Columns of one `block` stand together from `first` to `last`.
    """

    key: str
    title: str
    block: str
    month: Month
    part: Part | None
    indicator: Indicator | None = None
    entered_by: EnteredBy | None = None
    measure: str = ""
    first: bool = False
    last: bool = False
    typed: bool = False
    """Whether one types in the column, where the line allows it."""

    def subject(self, own: Indicator | None) -> Subject | None:
        """What the cell shows in a line of `own`, the line's indicator; None where neither has one, as in a heading."""
        indicator = self.indicator or own
        if indicator is None:
            return None
        typed = typed_part(indicator, self.entered_by)
        part = self.part or typed or Part.CUMULATIVE
        return Subject(indicator, self.month, part, self.typed and part is typed)


def typed_part(indicator: Indicator, entered_by: EnteredBy | None) -> Part | None:
    """The part that one types: of a flow as `entered_by` says, or the indicator itself; None of a ratio."""
    if indicator.kind is Kind.RATIO:
        return None
    by_cumulative = indicator.kind is Kind.FLOW and (entered_by or indicator.entered_by) is EnteredBy.CUMULATIVE
    return Part.CUMULATIVE if by_cumulative else Part.MONTH


def indicator_columns(
    indicators: Iterable[Indicator], month: Month, *, entered_by: EnteredBy | None, with_targets: Collection[IndicatorId]
) -> tuple[Column, ...]:
    """The figures of these indicators in a month, in their order; a completion for those in `with_targets`.

    `entered_by` says which part of a flow is typed; None leaves it to each indicator.
    """
    columns: list[Column] = []
    for indicator in indicators:
        parts = _parts(indicator, has_target=indicator.id in with_targets)
        columns += [
            Column(
                key=f"{indicator.code}.{part}",
                title=tr(_TITLES[part]),
                block=indicator.name,
                month=month,
                part=part,
                indicator=indicator,
                entered_by=entered_by,
                measure=indicator.unit,
                first=part is parts[0],
                last=part is parts[-1],
                typed=part is typed_part(indicator, entered_by),
            )
            for part in parts
        ]
    return tuple(columns)


def _parts(indicator: Indicator, *, has_target: bool) -> list[Part]:
    if indicator.kind is Kind.RATIO:
        return [Part.CUMULATIVE]
    parts = [Part.MONTH] if indicator.kind is Kind.STOCK else [Part.MONTH, Part.CUMULATIVE]
    return [*parts, Part.COMPLETION] if has_target else parts


def year_columns(
    month: Month, *, entered_by: EnteredBy | None, indicator: Indicator | None = None, has_target: bool = True
) -> tuple[Column, ...]:
    """The twelve months of the year of `month`, by quarters, then what the year comes to in `month`.

    `indicator` is the one of all cells; without it each line brings its own.
    """
    is_typed = indicator is None or indicator.kind is not Kind.RATIO
    months = [
        Column(
            key=f"{number}",
            title=tr("month {month}", month=number),
            block=tr(_QUARTERS[(number - 1) // 3]),
            month=Month(month.year, number),
            part=None,
            indicator=indicator,
            entered_by=entered_by,
            first=number % 3 == 1,
            last=number % 3 == 0,
            typed=is_typed,
        )
        for number in range(1, 13)
    ]
    parts = _year_parts(indicator, has_target=has_target)
    ends = [
        Column(
            key=str(part),
            title=tr(_TITLES[part]),
            block=span_text(month),
            month=month,
            part=part,
            indicator=indicator,
            first=part is parts[0],
            last=part is parts[-1],
        )
        for part in parts
    ]
    return (*months, *ends)


def _year_parts(indicator: Indicator | None, *, has_target: bool) -> list[Part]:
    """What the year comes to: nothing of a ratio, which adds up to nothing; of a stock no cumulative, which its month is."""
    if indicator is not None and indicator.kind is Kind.RATIO:
        return []
    sums = [] if indicator is not None and indicator.kind is Kind.STOCK else [Part.CUMULATIVE]
    return [*sums, Part.TARGET, Part.COMPLETION] if has_target else sums
