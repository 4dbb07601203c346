"""The fields of a Word template (docs/bulletin-template.md), filled from a bulletin.

Chinese here is data: the fields' names, as offices write them into their templates.
"""

from __future__ import annotations

from typing import Any

from tracker.reports.bulletin.content import Bulletin, Chapter
from tracker.reports.bulletin.heads import TITLE_SIZE, title_lines
from tracker.reports.faces import bundled_faces

TABLE, PICTURE = "\ue000T", "\ue000P{number}."
"""What stands in the text where the annex's table and its pictures are put in; of the Unicode blocks that no one writes with."""


def fields(bulletin: Bulletin) -> dict[str, Any]:
    """Every field with its text. Those that a document may be without are nothing to `if`."""
    annex = bulletin.annex
    return {
        "红头": _plain(bulletin.head),
        "文号": _plain(bulletin.number),
        "标题": "\n".join(map(_plain, title_lines(bulletin.title, TITLE_SIZE, bundled_faces().serif_bold))),
        "主送": _plain(bulletin.addressees),
        "导语": _plain(bulletin.opening),
        "各章": [_chapter(chapter) for chapter in bulletin.chapters],
        "附件说明": [_plain(line) for line in bulletin.annex_lines],
        "署名": _plain(bulletin.office),
        "成文日期": _plain(bulletin.dated),
        "附表": {
            "附件": _plain(bulletin.annex_heading),
            "标题": _plain(annex.title),
            "截至": _plain(annex.as_of),
            "单位": _plain(annex.units_of_measure),
            "表": TABLE,
            "各注": _notes(annex.notes_heading, annex.notes),
        },
        "附图": _charts(bulletin),
    }


def example_fields() -> dict[str, Any]:
    """Every field there is, none of them empty: what a template is tried with."""
    return {
        **dict.fromkeys(("红头", "文号", "标题", "主送", "导语", "署名", "成文日期"), "…"),
        "各章": [{"标题": "…", "各段": [{"题": "…", "文": "…"}]}],
        "附件说明": ["…"],
        "附表": {**dict.fromkeys(("附件", "标题", "截至", "单位"), "…"), "表": TABLE, "各注": ["…"]},
        "附图": {"附件": "…", "标题": "…", "各图": [PICTURE.format(number=0)]},
    }


def _chapter(chapter: Chapter) -> dict[str, Any]:
    paragraphs = [{"题": _plain(paragraph.lead), "文": _plain(paragraph.text)} for paragraph in chapter.paragraphs]
    return {"标题": _plain(chapter.heading), "各段": paragraphs}


def _notes(heading: str, notes: tuple[str, ...]) -> list[str]:
    """注：1. … and the others under it; a single one has no number."""
    numbered = notes if len(notes) < 2 else tuple(f"{at}. {note}" for at, note in enumerate(notes, start=1))
    indent = "　" * len(heading)
    return [_plain((indent if at else heading) + note) for at, note in enumerate(numbered)]


class _Charts(dict[str, Any]):
    """The charts' fields; where there are no charts `if` takes them for nothing, and they are blank."""

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self["各图"])


def _charts(bulletin: Bulletin) -> _Charts:
    charts = bulletin.charts
    if charts is None:
        return _Charts(附件="", 标题="", 各图=[])
    pictures = [PICTURE.format(number=number) for number in range(len(charts.pictures))]
    return _Charts(附件=_plain(charts.heading), 标题=_plain(charts.title), 各图=pictures)


def _plain(text: str) -> str:
    """The text without what a Word file cannot hold or takes for its own: control characters, halves of pairs, our own marks."""
    return "".join(character for character in text if _writable(ord(character)))


def _writable(code: int) -> bool:
    return 0x20 <= code < 0xD800 or 0xE001 <= code < 0xFFFE or code > 0xFFFF
