"""What the book's settings are called in the journal, and what they hold in words where they hold more than a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.i18n import mark, tr
from tracker.store.list_names import LIGHTS, SIZES, ZERO, lights_key, read
from tracker.store.list_rules import light_rule_of
from tracker.store.scheme_drafts import DRAFTS
from tracker.ui.models.journal_choices import SETTINGS
from tracker.ui.models.journal_drafts import drafts_text

if TYPE_CHECKING:
    from tracker.ui.models.journal_names import Names
    from tracker.ui.models.journal_words import Image

OF_INDICATOR = lights_key("")
_TOLD = {SIZES: mark("{name} {number}"), ZERO: mark("{name} by month {number}")}


def setting(image: Image, _names: Names) -> str:
    """What the setting is called."""
    key = str(image["key"])
    if key.startswith(OF_INDICATOR):
        return tr("Rule for lights of {code}", code=key.removeprefix(OF_INDICATOR))
    return tr(SETTINGS.get(key, key))


def setting_value(image: Image, names: Names) -> str:
    """What the setting says; rules and drafts of schemes in words."""
    key, value = str(image["key"]), str(image.get("value") or "")
    if key == DRAFTS:
        return drafts_text(value, names)
    if key == LIGHTS or key.startswith(OF_INDICATOR):
        rule = light_rule_of(value)
        return value if rule is None else rule.text
    told = read(value) if key in (SIZES, ZERO) else None
    if not isinstance(told, dict) or not told:
        return value
    return tr(", ").join(tr(_TOLD[key], name=name, number=number) for name, number in told.items())
