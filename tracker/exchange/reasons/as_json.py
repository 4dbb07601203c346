"""A number's reasons as JSON for other programs: steps with their exact results, inputs with who entered them and when."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from tracker.exchange.reasons.choice import Explanation
from tracker.metrics.derivation.origins import Origin
from tracker.metrics.derivation.steps import Source, Step, TargetSource

Find = Callable[[Source | TargetSource], Origin | None]


def reasons_json(told: Explanation) -> Iterator[str]:
    """{"month", "unit", "indicator", "number", "shown", "exact", "steps": [{"title", "text", "exact", "inputs": […]}]}.

    `exact` is the fraction itself as a text ("217/300"), null for none; `unit` is null for the county.
    """
    derivation = told.derivation
    found = {
        "month": str(told.month),
        "unit": None if told.unit is None else told.unit.code,
        "indicator": told.indicator.code,
        "number": told.number,
        "shown": derivation.shown,
        "exact": _exact(derivation.exact),
        "steps": [_step(step, told.origin) for step in derivation.steps],
    }
    yield json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _step(step: Step, find: Find) -> dict[str, Any]:
    return {"title": step.title, "text": step.text, "exact": _exact(step.exact), "inputs": list(_inputs(step, find))}


def _inputs(step: Step, find: Find) -> Iterator[Mapping[str, object]]:
    for term in step.terms:
        origins = [_origin(origin) for source in term.sources if (origin := find(source)) is not None]
        yield {"month": str(term.month), "value": str(term.value), "entered": origins}
    for part in step.parts:
        yield {"name": part.name, "shown": part.shown}
    for goal in step.goals:
        origin = find(goal)
        yield {"target": goal.set.value, "entered": [] if origin is None else [_origin(origin)]}


def _origin(origin: Origin) -> dict[str, str]:
    return {"at": origin.at.isoformat(), "by": origin.name, "label": origin.label, "source": origin.source}


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)
