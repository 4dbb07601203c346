"""The drafts of schemes as the journal tells them: version, terms, then every line with its method and numbers."""

from __future__ import annotations

from decimal import Decimal

from tracker.domain.amount import plain
from tracker.domain.scheme import Scheme, SchemeLine
from tracker.domain.scheme_methods import PARAMETERS
from tracker.i18n import tr
from tracker.metrics.scoring.wording import method_name
from tracker.store.scheme_drafts import drafts_in
from tracker.ui.models.journal_names import Names
from tracker.ui.models.scheme_changes import OF_TERMS, version_name
from tracker.ui.models.scheme_words import basis_name


def drafts_text(stored: str, names: Names) -> str:
    """What the setting that keeps them says, in words."""
    return "; ".join(_draft(draft, names) for draft in drafts_in(stored))


def _draft(draft: Scheme, names: Names) -> str:
    terms = [f"{tr(words)} {_number(value)}" for name, words in OF_TERMS.items() if (value := getattr(draft.terms, name))]
    lines = [_line(line, names) for line in draft.lines]
    return tr("{version}: {lines}", version=version_name(draft.year, draft.from_month), lines=tr(", ").join([*terms, *lines]))


def _line(line: SchemeLine, names: Names) -> str:
    group = [] if line.group is None else [names.group(line.group)]
    numbers = [_value(value) for name in PARAMETERS if (value := getattr(line, name)) is not None]
    tiers = [f"{_number(least)}:{_number(value)}" for least, value in line.tiers]
    return " ".join([names.indicator(line.indicator), *group, _number(line.points), method_name(line.method), *numbers, *tiers])


def _value(value: Decimal | str) -> str:
    return basis_name(value) if isinstance(value, str) else _number(value)


def _number(value: Decimal) -> str:
    return format(plain(value), "f")
