"""A unit's card as its reader sees it: every text formatted; of the chart its numbers, for it is drawn from them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class HeadFigure:
    """One of the large figures at the head: 综合得分 76.48 分."""

    label: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True)
class Name:
    """An indicator's name and its unit of measure."""

    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """How far an indicator is: its texts in the order of the headings, and its bar (shares of the target; None: no bar)."""

    of: Name
    amounts: tuple[str, str, str, str]
    bar: float | None
    pace: float | None
    standing: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class MonthsRow:
    """What was reported in each month from January to December; "" for what is still to come."""

    of: Name
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedRow:
    """What the year's target still takes: in all, a month, and the mean month so far."""

    of: Name
    missing: str
    monthly: str
    mean: str


@dataclass(frozen=True, slots=True)
class Table:
    """A section's heading and its columns' headings."""

    heading: str
    heads: tuple[str, ...]


class Stroke(StrEnum):
    """How a line of the chart is drawn."""

    OWN = "own"
    PACE = "pace"
    LAST_YEAR = "last_year"


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A line of the chart: (month, value), and a text for each value where it has such."""

    stroke: Stroke
    name: str
    points: tuple[tuple[int, float], ...]
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """The lead's course over the year: the axis from its lowest to its highest tick; `told` says it in words."""

    heading: str
    axis: str
    ticks: tuple[tuple[float, str], ...]
    months: tuple[str, ...]
    lines: tuple[ChartLine, ...]
    ranks_heading: str
    ranks: tuple[tuple[str, str], ...]
    told: str


@dataclass(frozen=True, slots=True)
class UnitCard:
    """One unit's card. `page_of` holds {page} and {pages}, counted for each card by itself.

    `title_face`, `body_face`: see PrintSetup.
    """

    name: str
    what: str
    period: str
    group: str
    figures: tuple[HeadFigure, ...]
    pace: str
    progress: Table
    progress_rows: tuple[ProgressRow, ...]
    months: Table
    months_rows: tuple[MonthsRow, ...]
    chart: Chart | None
    needs: Table | None
    needs_rows: tuple[NeedRow, ...]
    notes: tuple[str, ...]
    office: str
    date: datetime.date
    date_made: str
    page_of: str
    title_face: str = ""
    body_face: str = ""

    def texts(self) -> Iterator[str]:
        """Everything that is printed."""
        yield from _texts(self)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str) and not isinstance(value, Stroke):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
