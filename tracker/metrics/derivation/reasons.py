"""Any number of the ranking with its reasons: a figure, a rank, a change of rank, of a unit or of a total."""

from __future__ import annotations

from enum import StrEnum

from tracker.metrics.derivation.completion import pace_step
from tracker.metrics.derivation.figures import Figure, derive
from tracker.metrics.derivation.ranks import derive_change, derive_rank, place_step, ranked_figure
from tracker.metrics.derivation.steps import Derivation
from tracker.metrics.derivation.sums import case_of
from tracker.metrics.table import IndicatorTable
from tracker.metrics.whose import Whole, Whose


class Place(StrEnum):
    """What a unit has and a total has not."""

    RANK = "rank"
    CHANGE = "rank_change"


def reasons(table: IndicatorTable, whose: Whose, asked: Figure | Place, *, sides: tuple[IndicatorTable, ...] = ()) -> Derivation:
    """The derivation, and after it where the figure puts the unit, if it is the one that units are ranked by.

    A total, having no rank, answers with the figure by which its units are ranked. Raises KeyError for who is not listed.
    """
    if isinstance(whose, Whole):
        return derive(table, whose, ranked_figure(table.indicator) if isinstance(asked, Place) else asked, sides=sides)
    if isinstance(asked, Place):
        return {Place.RANK: derive_rank, Place.CHANGE: derive_change}[asked](table, whose, sides=sides)
    found = derive(table, whose, asked, sides=sides)
    if asked is not ranked_figure(table.indicator) or found.exact is None:
        return found
    paced = pace_step(case_of(table, whose)) if asked is Figure.COMPLETION else None
    more = (step for step in (paced, place_step(table, whose)) if step is not None)
    return Derivation(found.shown, found.exact, (*found.steps, *more))
