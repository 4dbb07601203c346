"""What a data folder says, row by row, in codes and names instead of a book's ids."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.indicator import Direction, EnteredBy, Kind, RankBy
from tracker.domain.office_text import OfficeTextKind
from tracker.domain.period import Month
from tracker.domain.scheme import Method
from tracker.domain.target import TargetSet


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit; `group` is the group's name, `merged_into` a unit's code or ""."""

    code: str
    name: str
    group: str
    sort: int
    valid_from: Month | None = None
    valid_to: Month | None = None
    merged_into: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator; `numerator` and `denominator` are indicators' codes or ""."""

    code: str
    name: str
    unit: str
    decimals: int
    kind: Kind = Kind.FLOW
    direction: Direction = Direction.HIGHER
    rank_by: RankBy = RankBy.COMPLETION
    numerator: str = ""
    denominator: str = ""
    factor: Decimal = Decimal(1)
    sort: int = 0
    entered_by: EnteredBy = EnteredBy.MONTH
    definition: str = ""


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target; `unit` "" is the county itself, `value` None takes an existing target away."""

    year: int
    unit: str
    indicator: str
    value: Decimal | None
    set: TargetSet = TargetSet.ASSIGNED


@dataclass(frozen=True, slots=True)
class PlanRow:
    """The share of the year's target due by the end of `month` (1 to 12)."""

    year: int
    indicator: str
    month: int
    share: Decimal


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """A line of the scheme; `group` "" is every group, a parameter that the method does not take is None."""

    year: int
    group: str
    indicator: str
    points: Decimal
    method: Method
    cap: Decimal | None = None
    bonus: Decimal | None = None
    bonus_cap: Decimal | None = None
    step: Decimal | None = None
    floor: Decimal | None = None
    each: Decimal | None = None
    tiers: tuple[tuple[Decimal, Decimal], ...] = ()
    basis: str = ""
    from_month: int | None = None


@dataclass(frozen=True, slots=True)
class TermsRow:
    """What the version of a year's scheme that is in force from a month (1 to 12) says beside its lines; None: nothing."""

    year: int
    from_month: int
    total: Decimal | None
    late: Decimal
    missing: Decimal
    most: Decimal | None


@dataclass(frozen=True, slots=True)
class AdjustmentRow:
    """Points by hand."""

    unit: str
    month: Month
    points: Decimal
    reason: str
    document: str


@dataclass(frozen=True, slots=True)
class ExemptionRow:
    """An exemption from the black list; `indicator` "" is every one and the score."""

    unit: str
    indicator: str
    first: Month
    last: Month
    reason: str


@dataclass(frozen=True, slots=True)
class TextRow:
    """What the office writes into a month's bulletin; `text` "" takes what is there away."""

    month: Month
    kind: OfficeTextKind
    text: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group; without `sort` its position is its place in the list."""

    name: str
    sort: int | None = None


@dataclass(frozen=True, slots=True)
class Package:
    """What datapackage.json tells beside the files: the book's title (None where it does not say), its other settings as
    (key, text), its groups in their order, the months that are published.
    """

    title: str | None = None
    settings: tuple[tuple[str, str], ...] = ()
    groups: tuple[GroupRow, ...] = ()
    published: tuple[Month, ...] = ()
