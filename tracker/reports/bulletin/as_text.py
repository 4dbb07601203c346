"""The bulletin as plain text, to read, to copy into a message, or to proof-read."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.reports.bulletin.content import Bulletin

INDENT = "　　"


def bulletin_text(bulletin: Bulletin) -> str:
    """The text from the number to the date, a paragraph a line; the annexes are named only."""
    return "\n".join(_lines(bulletin)) + "\n"


def _lines(bulletin: Bulletin) -> Iterator[str]:
    if bulletin.number:
        yield from (bulletin.number, "")
    yield from (bulletin.whole_title, "", bulletin.addressees, INDENT + bulletin.opening)
    for chapter in bulletin.chapters:
        yield INDENT + chapter.heading
        for paragraph in chapter.paragraphs:
            yield INDENT + paragraph.lead + paragraph.text
    yield from ("", *(INDENT + line for line in bulletin.annex_lines), "")
    if bulletin.office:
        yield bulletin.office
    yield bulletin.dated
