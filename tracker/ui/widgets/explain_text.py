"""The lists of the panel as rich text: a figure's history, and the units of a subtotal."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from html import escape

from tracker.domain.amount import format_number
from tracker.i18n import tr
from tracker.store.journal import EntryKind, FigureEvent
from tracker.ui.models.entry_writing import is_calculation
from tracker.ui.models.explained import Summand
from tracker.ui.theme import colors, dp

MOST_EVENTS = 12
"""The newest changes of a figure; all of them are in the journal."""


def history_html(events: Sequence[FigureEvent], *, decimals: int) -> str:
    """When, who, from what to what; below it where it came from, what was typed, what was noted."""
    rows = "".join(_event(event, decimals) for event in events[:MOST_EVENTS])
    return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>'


def _event(event: FigureEvent, decimals: int) -> str:
    quiet, below = colors().text2.name(), f"padding-bottom:{dp(6)}px"
    when = f'<td style="color:{quiet};padding-right:{dp(12)}px;{below};white-space:nowrap">{_when(event.at)}</td>'
    said = [f"{escape(event.name)} {_what(event, decimals)}"]
    said += [f'<span style="color:{quiet}">{escape(text)}</span>' for text in _circumstances(event)]
    return f'<tr>{when}<td width="100%" style="{below}">{"<br>".join(said)}</td></tr>'


def _when(at: datetime.datetime) -> str:
    local, today = at.astimezone(), datetime.datetime.now().astimezone()
    return f"{local:%m-%d %H:%M}" if local.year == today.year else f"{local:%Y-%m-%d}"


def _what(event: FigureEvent, decimals: int) -> str:
    """撤销 0.52 → 0.86; of a figure that stays only its note was changed."""
    word = {EntryKind.UNDO: tr("undone:"), EntryKind.REDO: tr("redone:"), EntryKind.REVERT: tr("turned back:")}.get(
        event.kind, ""
    )
    now = _figure(event.new, event.typed, decimals)
    changed = f"{_figure(event.old, '', decimals)} → <b>{now}</b>" if event.old is not None else f"<b>{now}</b>"
    return f"{word} {changed}".strip() if event.old != event.new or event.new is None else f"{word} <b>{now}</b>".strip()


def _figure(value: Decimal | None, typed: str, decimals: int) -> str:
    return escape(format_number(value, decimals) or typed or tr("blank"))


def _circumstances(event: FigureEvent) -> list[str]:
    """Its source, the calculation that was typed, and the note where nothing but that was changed."""
    typed = event.typed if event.new is not None and is_calculation(event.typed) else ""
    note = tr("Note: {note}", note=event.note) if event.note and event.old == event.new else ""
    return [text for text in (event.source, typed, note) if text]


def summands_html(summands: Sequence[Summand]) -> str:
    """Each unit with its figure at the right."""
    rows = "".join(
        f'<tr><td style="padding-bottom:{dp(3)}px">{escape(one.name)}</td><td align="right">{escape(one.figure)}</td></tr>'
        for one in summands
    )
    return f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>'
