"""The scores as JSON for other programs: unrounded, null where there is none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from fractions import Fraction

from tracker.domain.adjustment import Adjustment
from tracker.domain.amount import plain
from tracker.exchange.scores.choice import Scores
from tracker.metrics.scoring.award import Award
from tracker.metrics.scoring.forms import Forms
from tracker.metrics.scoring.score import Score


def scores_json(scores: Scores) -> Iterator[str]:
    """The parts of {"month": …, "scores": {group: [{"unit", "name", "score", "rank", "rank_change", "lines": […]}]}}.

    One unit a line. A score and points are the nearest doubles of their exact fractions; `full` has all its digits. A line that
    does not count for a unit, for want of a target, has null points. Points by hand, and what late or missing forms cost, stand
    as "added" beside the lines of a unit that has any.
    """
    yield f'{{"month": "{scores.table.month}", "scores": {{'
    for position, of_group in enumerate(scores.groups):
        yield ",\n" if position else "\n"
        yield f"{_text(of_group.group.name)}: [\n"
        yield ",\n".join(_unit(scores, score) for score in of_group.rows)
        yield "\n]"
    yield "\n}}\n"


def _unit(scores: Scores, score: Score) -> str:
    values = {
        "unit": _text(score.unit.code),
        "name": _text(score.unit.name),
        "score": _number(score.value),
        "rank": _whole(score.rank),
        "rank_change": _whole(score.rank_change),
        "lines": _list(_line(scores, award) for award in score.awards),
    }
    extras = [_entry(entry) for entry in score.by_hand] + ([_forms(score.forms)] if score.forms else [])
    if extras:
        values["added"] = _list(extras)
    return _object(values)


def _entry(entry: Adjustment) -> str:
    values = {
        "points": format(plain(entry.points), "f"),
        "month": _text(str(entry.month)),
        "reason": _text(entry.reason),
        "document": _text(entry.document),
    }
    return _object(values)


def _forms(forms: Forms) -> str:
    months = {"late": forms.late, "missing": forms.missing}
    told = {name: _list(_text(str(month)) for month in of) for name, of in months.items()}
    return _object({"points": _number(forms.points), **told})


def _line(scores: Scores, award: Award) -> str:
    values = {
        "indicator": _text(scores.indicators[award.line.indicator].code),
        "points": _number(award.points),
        "full": format(plain(award.line.points), "f"),
        "method": _text(award.line.method),
    }
    return _object(values)


def _list(values: Iterable[str]) -> str:
    return "[" + ", ".join(values) + "]"


def _object(values: dict[str, str]) -> str:
    return "{" + ", ".join(f'"{name}": {value}' for name, value in values.items()) + "}"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _whole(value: int | None) -> str:
    return "null" if value is None else str(value)


def _number(value: Fraction | None) -> str:
    return "null" if value is None else repr(value.numerator / value.denominator)
