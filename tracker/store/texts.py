"""Texts as they may be stored."""

from __future__ import annotations

from decimal import Decimal

from tracker.domain.amount import plain
from tracker.store.faults import NameIsBlank, TextUnusable
from tracker.store.month_faults import ReasonIsBlank


def storable(text: str) -> str:
    """The text itself; raises TextUnusable for what UTF-8 and SQL cannot hold (half a surrogate pair, NUL: broken clipboards)."""
    if "\0" in text:
        raise TextUnusable(text.replace("\0", "�"))
    try:
        text.encode()
    except UnicodeEncodeError:
        raise TextUnusable(text) from None
    return text


def name_of(text: str) -> str:
    """A name or code without blanks around it; raises NameIsBlank where nothing is left."""
    name = storable(text).strip()
    if not name:
        raise NameIsBlank
    return name


def reason_of(text: str) -> str:
    """A reason without blanks around it; raises ReasonIsBlank where nothing is left."""
    reason = storable(text).strip()
    if not reason:
        raise ReasonIsBlank
    return reason


def decimal_text(value: Decimal) -> str:
    """A decimal as it is stored where it is no amount (shares, points, factors): exact, without exponent, 0.50 → "0.5"."""
    return format(plain(value), "f")
