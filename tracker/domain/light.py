"""Lights (红黄绿灯): by which gap to the pace, or which growth, a unit is green, yellow or red; rules that leave no hole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from tracker.domain.amount import plain
from tracker.errors import DomainError
from tracker.i18n import mark, tr


class Light(StrEnum):
    """The colour; one that is not known (no target, no pace, no growth) is None everywhere."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


_NAMES = {Light.GREEN: mark("green"), Light.YELLOW: mark("yellow"), Light.RED: mark("red")}


class LightsUndefined(DomainError):
    """The bands of a rule leave part of the line without a light, or with two of them."""


@dataclass(frozen=True, slots=True)
class Band:
    """The gaps, in percentage points, that have a light: from `least` to `most`, None where there is no end.

    `from_least` and `to_most`: whether the end itself belongs to the band.
    """

    light: Light
    least: Decimal | None = None
    most: Decimal | None = None
    from_least: bool = True
    to_most: bool = False

    def holds(self, points: Fraction) -> bool:
        """Whether a gap lies in the band."""
        above = self.least is None or points > self.least or (self.from_least and points == self.least)
        below = self.most is None or points < self.most or (self.to_most and points == self.most)
        return above and below

    @property
    def text(self) -> str:
        """The band in words: “yellow: −10 ≤ gap < 0”."""
        left, right = self._sides
        return tr("{light}: {left}gap{right}", light=tr(_NAMES[self.light]), left=left, right=right)

    @property
    def ends(self) -> str:
        """The band without its light: “−10 ≤ gap < 0”."""
        left, right = self._sides
        return tr("{left}gap{right}", left=left, right=right)

    @property
    def _sides(self) -> tuple[str, str]:
        left = "" if self.least is None else f"{_shown(self.least)} {'≤' if self.from_least else '<'} "
        right = "" if self.most is None else f" {'≤' if self.to_most else '<'} {_shown(self.most)}"
        return left, right


USUAL_YELLOW = Decimal(10)
"""So many points behind are still yellow."""


@dataclass(frozen=True, slots=True)
class GapRule:
    """Lights by the gap to the pace: bands that cover the line once. Raises LightsUndefined where they leave holes or overlap."""

    bands: tuple[Band, ...]

    def __post_init__(self) -> None:
        _check(self.bands)

    @classmethod
    def usual(cls, yellow: Decimal = USUAL_YELLOW) -> GapRule:
        """Green on pace, yellow down to so many points behind, red below."""
        zero = Decimal(0)
        return cls((Band(Light.GREEN, zero), Band(Light.YELLOW, -yellow, zero), Band(Light.RED, None, -yellow)))

    def light(self, points: Fraction) -> Light:
        """The light of a gap (above zero: the better)."""
        return next(band.light for band in self.bands if band.holds(points))

    @property
    def text(self) -> str:
        """The rule in words."""
        bands = tr("; ").join(band.text for band in self.bands)
        return tr("By the gap to the pace, in percentage points. {bands}.", bands=bands)


@dataclass(frozen=True, slots=True)
class GrowthRule:
    """Lights by growth: red where it falls; green from the plan and the county's own growth on; yellow between.

    `plan`: the growth that is planned, in percent; None: only the county's counts. Who falls is red also where the whole county
    falls faster, and standing still is not falling: so that each growth has one light.
    """

    plan: Decimal | None = None

    def light(self, growth: Fraction, county: Fraction | None) -> Light:
        """The light of a growth (0.1 is 10 %), beside that of the county (None where it has none)."""
        if growth < 0:
            return Light.RED
        bars = [bar for bar in (None if self.plan is None else Fraction(self.plan) / 100, county) if bar is not None]
        return Light.GREEN if bars and all(growth >= bar for bar in bars) else Light.YELLOW

    @property
    def text(self) -> str:
        """The rule in words."""
        if self.plan is None:
            return tr("By growth. Green: at least the county's; red: falling; yellow: between.")
        return tr(
            "By growth. Green: at least the planned {plan} % and the county's; red: falling; yellow: between.",
            plan=_shown(self.plan),
        )


LightRule = GapRule | GrowthRule


def _check(bands: Sequence[Band]) -> None:
    """From above: each band must begin where the one before it ends, and exactly one of the two holds that very point."""
    ordered = sorted(bands, key=lambda band: (band.least is not None, band.least or 0), reverse=True)
    if not ordered or ordered[0].most is not None:
        raise LightsUndefined(tr("No light is said for the largest gaps."))
    if ordered[-1].least is not None:
        raise LightsUndefined(tr("No light is said for gaps below {least}.", least=_shown(ordered[-1].least)))
    for above, below in pairwise(ordered):
        _check_border(above, below)


def _check_border(above: Band, below: Band) -> None:
    if above.least is None or below.most is None or above.least < below.most:
        raise LightsUndefined(tr("Two bands overlap: {above} and {below}.", above=above.text, below=below.text))
    if above.least > below.most:
        names = {"most": _shown(below.most), "least": _shown(above.least)}
        raise LightsUndefined(tr("No light is said for gaps between {most} and {least}.", **names))
    if above.from_least == below.to_most:
        border = _shown(above.least)
        if above.from_least:
            raise LightsUndefined(tr("The gap {border} has two lights.", border=border))
        raise LightsUndefined(tr("No light is said for the gap {border}.", border=border))


def _shown(value: Decimal) -> str:
    return format(plain(value), "f").replace("-", "−")
