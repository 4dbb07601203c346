"""The bulletin as PDF: an official document (公文) on A4, then its annexes, drawn by resources/templates/bulletin.typ."""

from __future__ import annotations

from typing import Any

from tracker.reports.bulletin.content import Bulletin, Chapter
from tracker.reports.bulletin.heads import CHARTS_TITLE_SIZE, TITLE_SIZE, fit_head, title_lines
from tracker.reports.drawing import Drawing, is_tagged
from tracker.reports.faces import Faces
from tracker.reports.font_file import Face
from tracker.reports.layout import lay_out
from tracker.reports.typesetting import pdf

TEMPLATE = "bulletin.typ"
SHORT_PARAGRAPH = 150
"""A last paragraph of so many characters stays whole, so that the signature never stands on a page without any text."""


def bulletin_pdf(bulletin: Bulletin) -> bytes:
    """The bulletin as PDF/A-2b, equal bytes for equal content; raises ReportError where a font or a character is missing."""
    return pdf(bulletin_drawing(bulletin))


def bulletin_drawing(bulletin: Bulletin) -> Drawing:
    """The bulletin ready for the typesetter, which makes pictures of its pages too."""
    as_table = is_tagged(bulletin.annex)

    def inputs(faces: Faces) -> dict[str, object]:
        annex = lay_out(bulletin.annex, faces, as_table=as_table, annex=bulletin.annex_heading)
        return {"bulletin": _content(bulletin, faces), "sheet": annex}

    faces_of = bulletin.annex.title_face, bulletin.annex.body_face
    return Drawing(TEMPLATE, tuple(bulletin.texts()), bulletin.date, inputs, as_table, *faces_of)


def _content(bulletin: Bulletin, faces: Faces) -> dict[str, Any]:
    """What the template reads."""
    title = _face(faces.title, "".join((bulletin.head, *bulletin.title)), faces.serif_bold)
    *chapters, last = bulletin.chapters
    kept = Chapter("", last.paragraphs[-1:]) if len(last.paragraphs) > 1 else last
    before = Chapter(last.heading, last.paragraphs[:-1])
    closing = kept if len(kept.paragraphs[0].text) <= SHORT_PARAGRAPH else None
    if closing is None:
        chapters.append(last)
    elif before.paragraphs:
        chapters.append(before)
    return {
        "language": bulletin.language,
        "families": _families(faces, title),
        "head": _head(bulletin.head, title),
        "number": bulletin.number,
        "title": title_lines(bulletin.title, TITLE_SIZE, title),
        "addressees": bulletin.addressees,
        "opening": bulletin.opening,
        "chapters": [_chapter(chapter) for chapter in chapters],
        "closing": [_chapter(closing)] if closing else [],
        "annex_lines": bulletin.annex_lines,
        "annex_indent": 3 if len(bulletin.annex_lines) == 1 else 4,
        "office": bulletin.office,
        "dated": bulletin.dated,
        "date": [bulletin.date.year, bulletin.date.month, bulletin.date.day],
        "charts": _charts(bulletin, title),
    }


def _families(faces: Faces, title: Face) -> dict[str, list[str]]:
    """The families of each role, with what stands in for characters that the first one lacks."""
    sans, serif = faces.sans.family, faces.serif.family
    roles = {"title": title, "body": faces.subtitle, "lead": faces.lead or faces.subtitle}
    families = {role: list(dict.fromkeys([(face or faces.serif).family, serif])) for role, face in roles.items()}
    return {**families, "heading": list(dict.fromkeys([(faces.heading or faces.sans).family, sans])), "serif": [serif]}


def _face(own: Face | None, text: str, other: Face) -> Face:
    """The user's own face where it has every character, for two faces in a title would look like a mistake."""
    return own if own is not None and all(map(own.has, text)) else other


def _head(text: str, face: Face) -> dict[str, Any] | None:
    if not text:
        return None
    head = fit_head(text, face)
    return {"text": text, "size": head.size, "scale": head.scale, "tracking": head.tracking}


def _chapter(chapter: Chapter) -> dict[str, Any]:
    paragraphs = [{"lead": paragraph.lead, "text": paragraph.text} for paragraph in chapter.paragraphs]
    return {"heading": chapter.heading, "paragraphs": paragraphs}


def _charts(bulletin: Bulletin, face: Face) -> dict[str, Any] | None:
    charts = bulletin.charts
    if charts is None:
        return None
    pictures = [{"svg": picture.svg.decode(), "description": picture.description} for picture in charts.pictures]
    return {
        "heading": charts.heading,
        "title": title_lines((charts.title,), CHARTS_TITLE_SIZE, face),
        "pictures": pictures,
    }
