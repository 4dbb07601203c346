"""The note that says by which rule the sheet's lights are given, in the paper's words."""

from __future__ import annotations

from decimal import Decimal

from tracker.domain.amount import plain
from tracker.domain.light import Band, GrowthRule, LightRule
from tracker.reports.note_lists import Printed, listed
from tracker.reports.ranking_columns import LIGHTS, Field
from tracker.reports.wording import tr


def light_note(printed: Printed) -> str:
    """The rules of the lights on the sheet, each with its indicators where they differ; "" without lights."""
    rules: dict[str, list[str]] = {}
    for columns in printed.columns:
        if columns.light_rule is not None and Field.LIGHT in columns.fields:
            rules.setdefault(_rule_text(columns.light_rule), []).append(columns.indicator.name)
    if not rules:
        return ""
    if len(rules) == 1:
        return tr("Lights: {rule}", rule=next(iter(rules)))
    told = (tr("{indicators}: {rule}", indicators=listed(names), rule=rule) for rule, names in rules.items())
    return tr("Lights: {rule}", rule="".join(told))


def _rule_text(rule: LightRule) -> str:
    if not isinstance(rule, GrowthRule):
        return tr("By the gap to the pace, in percentage points. {bands}.", bands=tr("; ").join(map(_band_text, rule.bands)))
    if rule.plan is None:
        return tr("By growth. Green: at least the county's; red: falling; yellow: between.")
    return tr(
        "By growth. Green: at least the planned {plan} % and the county's; red: falling; yellow: between.", plan=_end(rule.plan)
    )


def _band_text(band: Band) -> str:
    left = "" if band.least is None else f"{_end(band.least)} {'≤' if band.from_least else '<'} "
    right = "" if band.most is None else f" {'≤' if band.to_most else '<'} {_end(band.most)}"
    return tr("{light}: {left}gap{right}", light=tr(LIGHTS[band.light]), left=left, right=right)


def _end(value: Decimal) -> str:
    return format(plain(value), "f").replace("-", "−")
