"""Derive a score: the points of its lines, scaled to the scheme's total, and what is added by hand or lost by forms."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from tracker.domain.amount import MINUS, format_number
from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.metrics.derivation.points import points_text
from tracker.metrics.derivation.steps import Derivation, Part, Step, nothing, rule, substituted, unrounded
from tracker.metrics.scoring.score import SCORE_DECIMALS, Score


def derive_score(score: Score, indicators: Mapping[IndicatorId, Indicator]) -> Derivation:
    """Why a unit has its score. What each line gives has a derivation of its own, with the figures that went in."""
    first = rule(
        tr("Score = points got ÷ full points that count for the unit × the scheme's total, and what is added or taken beside it.")
    )
    lines = _lines(score, indicators)
    if score.value is None:
        why = nothing(tr("No line of the scheme counts for the unit."))
        return Derivation(points_text(None), None, (first, why, lines))
    beside = (*by_hand_steps(score), *form_steps(score))
    formula = f"{unrounded(score.got)} ÷ {unrounded(score.full)} × {unrounded(score.total)}"
    if beside:
        formula += f" {MINUS if score.added < 0 else '+'} {unrounded(abs(score.added))}"
    result = substituted(formula, score.value, points_text(score.value))
    return Derivation(points_text(score.value), score.value, (first, result, lines, *beside))


def _lines(score: Score, indicators: Mapping[IndicatorId, Indicator]) -> Step:
    """What each line gives, and of how many points."""
    parts = []
    for award in score.awards:
        full = tr("of {full}", full=unrounded(award.line.full))
        note = tr("does not count") if award.points is None else full
        parts.append(Part(indicators[award.line.indicator].name, award.line, points_text(award.points), note))
    text = tr("{got} of {full} points", got=points_text(score.got), full=points_text(score.full))
    return Step(title=tr("Points of the lines"), text=text, exact=score.got, parts=tuple(parts), total=points_text(score.got))


def by_hand_steps(score: Score) -> tuple[Step, ...]:
    """What was added or taken by hand."""
    found = []
    for entry in score.by_hand:
        points = Fraction(entry.points)
        text = tr("{points}: {reason} ({document})", points=_signed(points), reason=entry.reason, document=entry.document)
        found.append(Step(title=tr("By hand"), text=text, exact=points))
    return tuple(found)


def form_steps(score: Score) -> tuple[Step, ...]:
    """What late and missing forms cost."""
    if score.forms is None:
        return ()
    late, missing = (_months(months) for months in (score.forms.late, score.forms.missing))
    text = tr("{points}: late {late}; missing {missing}", points=_signed(score.forms.points), late=late, missing=missing)
    return (Step(title=tr("Monthly forms"), text=text, exact=score.forms.points),)


def _months(months: tuple[Month, ...]) -> str:
    return tr(", ").join(str(month) for month in months) or tr("none")


def _signed(points: Fraction) -> str:
    return format_number(points, SCORE_DECIMALS, signed=True)
