"""What a version of the scheme does to a month beside another one, and what is to be known of its points before it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.period import Month
from tracker.domain.scheme import Scheme
from tracker.i18n import tr
from tracker.metrics.live import Live
from tracker.metrics.scoring.book_scores import scored
from tracker.metrics.scoring.comparison import Compared, side_by_side
from tracker.metrics.scoring.guards import Caution, cautions
from tracker.metrics.scoring.score import ScoreTable
from tracker.store.scheme_versions import faults_of


@dataclass(frozen=True, eq=False)
class Effect:
    """A month by one version, or by two side by side; `before` or `after` is None where there is none or it cannot work.

    `hindrances` tell why `after` cannot; `cautions` are those of `after`.
    """

    month: Month
    before: ScoreTable | None
    after: ScoreTable | None
    hindrances: Sequence[str] = ()
    cautions: Sequence[Caution] = ()

    @property
    def rows(self) -> list[Compared]:
        """Every listed unit, by group and position, with both scores; where one is missing the other stands for it too."""
        before, after = self.before or self.after, self.after or self.before
        return [] if before is None or after is None else side_by_side(before, after)

    @property
    def changing(self) -> int:
        """How many units have another place."""
        return sum(row.changes_place for row in self.rows)


def effect(live: Live, before: Scheme | None, after: Scheme | None, *, today: date) -> Effect:
    """The month in view under both. A scheme whose points do not add up is computed all the same: that is told at its lines.

    Raises SumTooLarge.
    """
    tables = [_table(live, scheme, today) if scheme and not hindrances(live, scheme) else None for scheme in (before, after)]
    if after is None or tables[1] is None:
        return Effect(live.month, tables[0], None, hindrances(live, after) if after else ())
    return Effect(live.month, tables[0], tables[1], (), cautions(live, after))


def _table(live: Live, scheme: Scheme, today: date) -> ScoreTable:
    return scored(live, scheme, live.month, today, {})


def hindrances(live: Live, scheme: Scheme) -> list[str]:
    """Why the month cannot be scored by the version: it has no lines, or some that cannot work, or are of what is not there."""
    if not scheme.lines:
        return [tr("The scheme has no lines yet.")]
    names = {indicator.id: indicator.name for indicator in live.indicators}
    if any(line.indicator not in names for line in scheme.lines):
        return [tr("{month} was published before one of the indicators was there.", month=live.month)]
    found = faults_of(live.book, scheme, months=[live.month.number])
    return [
        tr("{indicator}: {fault}", indicator=names[fault.line.indicator], fault=fault.text)
        for fault in found
        if fault.line is not None
    ]
