"""Derive where a score puts a unit, and what is added or taken beside the lines of the scheme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from tracker.domain.amount import MINUS, MISSING, format_number
from tracker.domain.indicator import Indicator, IndicatorId
from tracker.i18n import tr
from tracker.metrics.derivation.points import points_text
from tracker.metrics.derivation.scores import by_hand_steps, derive_score, form_steps
from tracker.metrics.derivation.steps import Derivation, Step, nothing, rule, unrounded
from tracker.metrics.scoring.score import SCORE_DECIMALS, GroupScores, Score


def score_reasons(score: Score, of_group: GroupScores, indicators: Mapping[IndicatorId, Indicator]) -> Derivation:
    """Why a unit has its score, and where that puts it."""
    found = derive_score(score, indicators)
    return found if score.rank is None else replace(found, steps=(*found.steps, _standing(score, of_group, score.rank)))


def derive_score_rank(score: Score, of_group: GroupScores, *, as_printed: bool) -> Derivation:
    """Why a unit has its rank by score, or none."""
    what = tr("as printed") if as_printed else tr("unrounded")
    first = rule(tr("Rank = 1 + how many of the group have a higher score ({what}); equal ones share a rank.", what=what))
    if score.rank is None:
        return Derivation(MISSING, None, (first, nothing(tr("No line of the scheme counts for the unit."))))
    shown = tr("{rank} of {count}", rank=score.rank, count=score.ranked)
    return Derivation(shown, Fraction(score.rank), (first, _standing(score, of_group, score.rank)))


def derive_score_change(score: Score, of_group: GroupScores) -> Derivation:
    """Why a unit has moved so many ranks since last month."""
    first = rule(tr("Change = last month's rank − this month's: above zero is up."))
    if score.rank is None or score.rank_change is None:
        return Derivation(MISSING, None, (first, nothing(tr("It had no rank last month, or has none now."))))
    sign = MINUS if score.rank_change < 0 else "+" if score.rank_change else ""
    shown, exact = f"{sign}{abs(score.rank_change)}", Fraction(score.rank_change)
    text = f"{score.rank + score.rank_change} {MINUS} {score.rank} = {shown}"
    step = Step(title=tr("Substituted"), text=text, exact=exact)
    return Derivation(shown, exact, (first, step, _standing(score, of_group, score.rank)))


def derive_by_hand(score: Score) -> Derivation:
    """What was added or taken by hand, each with its reason and its document."""
    first = rule(tr("What is added or taken by hand counts from its month to the year's end."))
    points = sum((Fraction(entry.points) for entry in score.by_hand), Fraction(0))
    return _added(points, first, by_hand_steps(score))


def derive_forms(score: Score) -> Derivation:
    """What late and missing forms cost."""
    first = rule(tr("A form that came late or never costs the points that the scheme says, up to its most."))
    return _added(score.forms.points if score.forms else Fraction(0), first, form_steps(score))


def derive_full(of_group: GroupScores) -> Derivation:
    """The full points of a group."""
    told = rule(tr("The full points of a group: those of all lines that are for it, added up."))
    return Derivation(unrounded(of_group.total), of_group.total, (told,))


def _added(points: Fraction, first: Step, steps: tuple[Step, ...]) -> Derivation:
    if not steps:
        return Derivation(MISSING, None, (first, nothing(tr("Nothing of the kind."))))
    return Derivation(format_number(points, SCORE_DECIMALS, signed=True), points, (first, *steps))


def _standing(score: Score, of_group: GroupScores, rank: int) -> Step:
    """How many are ahead, who is equal, who stands next."""
    ranked = [(peer, peer.rank) for peer in of_group.rows if peer.rank is not None]
    ahead = sum(place < rank for _, place in ranked)
    lines = [tr("Ahead of its {figure}: {ahead}, hence rank {rank}.", figure=points_text(score.value), ahead=ahead, rank=rank)]
    above = max((place for _, place in ranked if place < rank), default=None)
    below = min((place for _, place in ranked if place > rank), default=None)
    for title, wanted in ((tr("Equal"), rank), (tr("Next above"), above), (tr("Next below"), below)):
        those = [peer for peer, place in ranked if place == wanted and peer is not score]
        if those:
            told = tr(", ").join(f"{peer.unit.name} {points_text(peer.value)}" for peer in those)
            lines.append(tr("{title}: {text}", title=title, text=told))
    return Step(title=tr("Rank"), text="\n".join(lines), exact=Fraction(rank))
