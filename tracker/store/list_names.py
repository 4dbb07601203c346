"""The settings of lists, lights and sheets that hold names of groups and codes of indicators: they follow when those change."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tracker.store import settings

if TYPE_CHECKING:
    from tracker.store.book import Book

SIZES = "list_sizes"
ZERO = "list_zero"
LIGHTS = "lights"
PRINTED = "print_indicators"


def lights_key(code: str) -> str:
    """Where an indicator's own lights are kept."""
    return f"{LIGHTS}.{code}"


def read(text: str) -> Any:
    """What a setting holds as JSON; an empty object where it is none."""
    try:
        return json.loads(text or "{}")
    except ValueError:
        return {}


def read_list(text: str) -> list[str]:
    """The texts that a setting holds as a JSON list; empty where it is none."""
    told = read(text)
    return [item for item in told if isinstance(item, str)] if isinstance(told, list) else []


def written(content: object) -> str:
    """JSON as a setting holds it; "" for what is empty."""
    return json.dumps(content, ensure_ascii=False) if content else ""


def group_renamed(book: Book, old: str, new: str) -> None:
    """Let a group's number of named units follow its name."""
    _follow(book, SIZES, old, new)


def indicator_recoded(book: Book, old: str, new: str) -> None:
    """Let what is said of an indicator follow its code."""
    _follow(book, ZERO, old, new)
    printed = read_list(settings.get(book, PRINTED))
    if old in printed:
        settings.put(book, PRINTED, written([new if code == old else code for code in printed]))
    text = settings.get(book, lights_key(old))
    if text and old != new:
        settings.put(book, lights_key(old), "")
        settings.put(book, lights_key(new), text)


def _follow(book: Book, key: str, old: str, new: str) -> None:
    told = read(settings.get(book, key))
    if isinstance(told, dict) and old in told and old != new:
        settings.put(book, key, written({new if name == old else name: value for name, value in told.items()}))
