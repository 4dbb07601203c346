"""What an indicator's fields are called, and what their values mean in words; for the form and for the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

from tracker.domain.amount import plain
from tracker.domain.indicator import Direction, EnteredBy, Indicator, IndicatorId, Kind, RankBy
from tracker.i18n import mark, tr

FIELDS = {
    "code": mark("Code"),
    "name": mark("Name"),
    "unit": mark("Unit of measure"),
    "decimals": mark("Decimals"),
    "kind": mark("Kind"),
    "numerator": mark("Numerator"),
    "denominator": mark("Denominator"),
    "factor": mark("Factor"),
    "direction": mark("Which is better"),
    "rank_by": mark("Ranked by"),
    "entered_by": mark("What is typed"),
    "definition": mark("Definition"),
}
"""In the order of the form."""

CHOICES: Mapping[str, Sequence[tuple[StrEnum, str]]] = {
    "kind": (
        (Kind.FLOW, mark("Flow: months add up")),
        (Kind.STOCK, mark("Stock: the level at month's end")),
        (Kind.RATIO, mark("Ratio: one indicator over another")),
    ),
    "direction": ((Direction.HIGHER, mark("Higher is better")), (Direction.LOWER, mark("Lower is better"))),
    "rank_by": (
        (RankBy.COMPLETION, mark("Completion of the year's target")),
        (RankBy.CUMULATIVE, mark("The figure to date")),
        (RankBy.YOY, mark("Growth over last year")),
    ),
    "entered_by": ((EnteredBy.MONTH, mark("The month's own figure")), (EnteredBy.CUMULATIVE, mark("The figure to date"))),
}


def changed_fields(old: Indicator, new: Indicator) -> dict[str, Any]:
    """The fields in which the two differ, with the new values, as the store takes them."""
    return {field: getattr(new, field) for field in FIELDS if getattr(old, field) != getattr(new, field)}


def change_label(old: Indicator, new: Indicator, names: Mapping[IndicatorId, str]) -> str:
    """What the journal says of the change: 改指标 省外资金：小数位 2 → 1."""
    fields = list(changed_fields(old, new))
    titles = [tr(FIELDS[field]) for field in fields]
    if fields == ["definition"]:
        return tr("Change indicator {indicator}: {field}", indicator=old.name, field=titles[0])
    if len(fields) > 1:
        return tr("Change indicator {indicator}: {field}", indicator=old.name, field=tr(", ").join(titles))
    before, after = (_words(fields[0], getattr(one, fields[0]), names) for one in (old, new))
    return tr("Change indicator {indicator}: {field} {old} → {new}", indicator=old.name, field=titles[0], old=before, new=after)


def _words(field: str, value: object, names: Mapping[IndicatorId, str]) -> str:
    if field in CHOICES:
        return next(tr(words) for choice, words in CHOICES[field] if choice == value)
    if field in ("numerator", "denominator"):
        return next((name for id_, name in names.items() if id_ == value), "—")
    return format(plain(value), "f") if isinstance(value, Decimal) else str(value) or "—"
