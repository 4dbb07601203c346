"""One row's change in words: 云溪镇 · 实际到位省外资金 · 2026年9月：0.52 → 0.86."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.i18n import tr
from tracker.ui.models.journal_names import Names

if TYPE_CHECKING:
    from tracker.store.changed import RowChange

Image = Mapping[str, Any]
Shown = Callable[[Image, Names], str]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a row tells: what it is called ("" for the row's own figure), and its words; "" where it is blank."""

    label: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class TableWords:
    """How a table's rows are told: what a row is of, and its fields in order."""

    subject: Shown
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What changed, from what, to what; "" stands for nothing there."""

    subject: str
    old: str
    new: str

    def __str__(self) -> str:
        return tr("{subject}: {old} → {new}", subject=self.subject, old=self.old or BLANK, new=self.new or BLANK)


BLANK = "—"


def lines_of(change: RowChange, names: Names, tables: Mapping[str, TableWords]) -> Iterator[ChangeLine]:
    """What the change did: a line for the whole row where it was added or removed, else one for each field that is another."""
    words = tables[change.table]
    there = change.new or change.old or {}
    subject = words.subject(there, names)
    if change.old is None or change.new is None:
        yield ChangeLine(subject, _told(change.old, words, names), _told(change.new, words, names))
        return
    for field in words.fields:
        old, new = field.shown(change.old, names), field.shown(change.new, names)
        if old != new:
            yield ChangeLine(_of_field(subject, field), old, new)


def _told(image: Image | None, words: TableWords, names: Names) -> str:
    """All that a row tells, in one line."""
    if image is None:
        return ""
    told = ((field.label, field.shown(image, names)) for field in words.fields)
    return tr(", ").join(_labelled(label, text) for label, text in told if text)


def _labelled(label: str, text: str) -> str:
    return tr("{label} {text}", label=tr(label), text=text) if label else text


def _of_field(subject: str, field: Field) -> str:
    return f"{subject} · {tr(field.label)}" if field.label else subject
