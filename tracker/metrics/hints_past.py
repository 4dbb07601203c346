"""A unit's own months before: their median, how far they scatter, between what they lie; whole numbers until the last division.

Arrays have one element a unit. Doubled amounts stand for halves: a median may lie midway between two figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tracker.domain.amount import SCALE

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]

MAD_OF_NORMAL = 0.6745
MEAN_DEVIATIONS = 1.253314
"""A normal distribution's standard deviation in median (1 ÷ 0.6745) and in mean absolute deviations."""

_ABSENT = np.iinfo(np.int64).max


def twice_median(values: Ints, present: Flags) -> Ints:
    """Twice the median of each column's present values (months × units); 0 where there is none."""
    count = present.sum(axis=0)
    ordered = np.sort(np.where(present, values, _ABSENT), axis=0)
    middle = np.stack([np.maximum(count - 1, 0) // 2, np.minimum(count // 2, len(values) - 1)])
    both: Ints = np.take_along_axis(ordered, middle, axis=0).sum(axis=0)
    return np.where(count > 0, both, 0)


@dataclass(frozen=True, eq=False)
class Past:
    """The months before: `values` (months × units, int64 millionths) and `present` (bool); `whole` where whole things count."""

    values: Ints
    present: Flags
    whole: bool

    @cached_property
    def count(self) -> Ints:
        """In how many months there is a figure, 0 included."""
        count: Ints = self.present.sum(axis=0)
        return count

    @cached_property
    def median2(self) -> Ints:
        """Twice the median."""
        return twice_median(self.values, self.present)

    @cached_property
    def used(self) -> Past:
        """The sizes of the figures that are not 0: what a unit reports when it has something to report."""
        return Past(np.abs(self.values), self.present & (self.values != 0), self.whole)

    @cached_property
    def lowest(self) -> Ints:
        """The smallest figure; without one it means nothing."""
        lowest: Ints = np.where(self.present, self.values, _ABSENT).min(axis=0)
        return lowest

    @cached_property
    def highest(self) -> Ints:
        """The largest figure; without one it means nothing."""
        highest: Ints = np.where(self.present, self.values, -_ABSENT).max(axis=0)
        return highest

    def scores(self, now: Ints) -> Floats:
        """How many robust standard deviations each figure of `now` lies from the median; 0 where the months do not scatter.

        The modified z-score 0.6745 × |x − median| ÷ MAD of B. Iglewicz and D. C. Hoaglin, How to Detect and Handle Outliers,
        ASQC Quality Press 1993; where more than half of the months are alike, MAD is 0 and the mean absolute deviation takes its
        place: |x − median| ÷ (1.253314 × MeanAD).
        """
        scatter2 = self._scatter2
        distance2 = np.abs(2 * now - self.median2).astype(np.float64)
        scores: Floats = np.divide(distance2, scatter2, out=np.zeros_like(distance2), where=scatter2 > 0)
        return scores

    @property
    def _scatter2(self) -> Floats:
        """Twice the standard deviation. Of counts at least √median, and 1: so much is chance alone (Poisson)."""
        deviation2 = np.where(self.present, np.abs(2 * self.values - self.median2), 0)
        by_median = twice_median(deviation2, self.present) / (2 * MAD_OF_NORMAL)
        by_mean = MEAN_DEVIATIONS * deviation2.sum(axis=0, dtype=np.float64) / np.maximum(self.count, 1)
        scatter2: Floats = np.where(by_median > 0, by_median, by_mean)
        if self.whole:
            scatter2 = np.maximum(scatter2, 2 * SCALE * np.sqrt(np.maximum(np.abs(self.median2) / (2 * SCALE), 1)))
        return scatter2
