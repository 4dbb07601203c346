"""A line of the scheme (考核办法): how an indicator's points are given in a year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import GroupId


class Method(StrEnum):
    """The methods by which counties give points; domain terms, each from a real rule."""

    PROPORTIONAL = "proportional"
    PROPORTIONAL_BONUS = "proportional_bonus"
    PACE = "pace"
    EFFICACY = "efficacy"
    RANK_POINTS = "rank_points"
    TIERS = "tiers"
    PER_ITEM = "per_item"
    ALL_OR_NOTHING = "all_or_nothing"


@dataclass(frozen=True, slots=True)
class SchemeLine:
    """Full `points` for an indicator in a year, for all groups (None) or one; the parameters that its method takes, else None.

    `tiers` are (completion reached, percent of the points) pairs, highest first; `basis` is the figure that efficacy compares.
    """

    year: int
    group: GroupId | None
    indicator: IndicatorId
    points: Decimal
    method: Method
    cap: Decimal | None = None
    bonus: Decimal | None = None
    bonus_cap: Decimal | None = None
    step: Decimal | None = None
    floor: Decimal | None = None
    each: Decimal | None = None
    tiers: tuple[tuple[Decimal, Decimal], ...] = ()
    basis: str | None = None
