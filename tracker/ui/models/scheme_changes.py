"""What was changed of a scheme, in a few words: for the name of the step that undo takes back, and for the journal."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tracker.domain.amount import plain
from tracker.domain.indicator import Indicator
from tracker.domain.scheme import SchemeLine, Terms
from tracker.domain.scheme_rules import PARAMETERS
from tracker.domain.unit import Group
from tracker.i18n import mark, tr
from tracker.metrics.scoring.wording import method_name
from tracker.ui.models.scheme_words import basis_name

OF_TERMS = {
    "total": mark("total points"),
    "late": mark("points off for a late form"),
    "missing": mark("points off for a missing form"),
    "most": mark("at most"),
}


def version_name(year: int, from_month: int) -> str:
    """The version as one speaks of it: 2026年7月起."""
    return tr("{year}, from month {number} on", year=year, number=from_month)


def line_change(old: SchemeLine, new: SchemeLine, indicators: Sequence[Indicator], groups: Sequence[Group]) -> str:
    """What is another in the line: its indicator, group or method, else the one number that is."""
    names = {one.id: one.name for one in indicators}
    of = names[old.indicator]
    if old.indicator != new.indicator:
        return tr("{old} → {new}", old=of, new=names[new.indicator])
    if old.group != new.group:
        told = {one.id: one.name for one in groups} | {None: tr("All groups")}
        return tr("{indicator}, {old} → {new}", indicator=of, old=told[old.group], new=told[new.group])
    if old.method is not new.method:
        return tr("{indicator}, {old} → {new}", indicator=of, old=method_name(old.method), new=method_name(new.method))
    for name, words in PARAMETERS.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            values = {"old": _shown(before), "new": _shown(after)}
            return tr("{indicator}, {field} {old} → {new}", indicator=of, field=tr(words), **values)
    return of


def terms_change(old: Terms, new: Terms) -> str:
    """Which of the terms is another."""
    for name, words in OF_TERMS.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            return tr("{field} {old} → {new}", field=tr(words), old=_shown(before), new=_shown(after))
    return ""


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(f"{_shown(least)}: {_shown(worth)}" for least, worth in value)
    if isinstance(value, Decimal):
        return format(plain(value), "f")
    return "—" if value is None else basis_name(str(value))
