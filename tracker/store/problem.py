"""One thing that is wrong with a book."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.i18n import mark, tr

_SEPARATOR = " · "

_TABLES = {
    "setting": mark("setting"),
    "unit_group": mark("group"),
    "unit": mark("unit"),
    "indicator": mark("indicator"),
    "target": mark("target"),
    "plan_share": mark("pace plan"),
    "figure": mark("figure"),
    "month_state": mark("month"),
    "scheme_line": mark("scheme line"),
    "report": mark("arrival"),
    "acceptance": mark("accepted hint"),
    "publication": mark("publication"),
    "correction": mark("correction"),
    "correction_figure": mark("corrected figure"),
    "scheme_terms": mark("scheme"),
    "adjustment": mark("points by hand"),
    "exemption": mark("exemption"),
    "office_text": mark("office’s own text"),
    "sender_word": mark("word of a sender"),
    "sent_file": mark("file that was sent in"),
    "blob": mark("kept content"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where, in the office's words."""

    where: str
    text: str


def place(table: str, *names: object) -> str:
    """A row by its table's name and what tells it from the others: “figure · 城关镇 · 到位资金 · 2026-09”."""
    word = tr(_TABLES[table]) if table in _TABLES else table
    return _SEPARATOR.join([word, *(str(name) for name in names if name != "")])
