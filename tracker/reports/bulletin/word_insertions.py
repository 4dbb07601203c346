"""What a template only marks: the annex's tables and charts are put in there, and the red head is fitted to the width.

Chinese here is data: names of the template's styles.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Length, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from tracker.reports.bulletin.content import Bulletin, Picture
from tracker.reports.bulletin.heads import fit_head
from tracker.reports.bulletin.template_fields import PICTURE, TABLE
from tracker.reports.bulletin.word_tables import table_elements
from tracker.reports.faces import bundled_faces

TABLE_STYLE, HEAD_STYLE, ANNEX_LINE_STYLE, SIGNED_STYLE = "表格文字", "红头", "附件说明", "落款"
USUAL_HEAD_SIZE = 50.0
BESIDE_PICTURE = 0.72
"""So much of the page's height a chart may take: its annex's heading and title stand over it."""
_PICTURE = re.compile(re.escape(PICTURE).replace(r"\{number\}", r"(\d+)"))
_MARKS = re.compile(f"{re.escape(TABLE)}|{_PICTURE.pattern}")


def put_in(document: Document, bulletin: Bulletin) -> None:
    """Put the tables before, and the charts into, the paragraphs that mark their places, as wide as the page there allows."""
    for paragraph in [paragraph for paragraph in _paragraphs(document) if _MARKS.search(paragraph.text)]:
        width, height = _room(paragraph, document)
        marked = paragraph.text
        for run in paragraph.runs:
            numbers = [int(number) for number in _PICTURE.findall(run.text)]
            for text in run._element.findall(qn("w:t")):  # noqa: SLF001 - a run's text alone, without what else it holds
                text.text = _MARKS.sub("", text.text or "")
            if bulletin.charts is not None:
                for number in numbers:
                    _add_picture(run, bulletin.charts.pictures[number], width, height)
        if TABLE in marked:
            style = _style_of(document)
            tables = table_elements(bulletin.annex, (width.pt, height.pt), None if style is None else style.style_id)
            for at, table in enumerate(tables):
                if at:  # on a page of its own, and never touching the one before it: the two would be one
                    carried_on = paragraph.insert_paragraph_before(bulletin.annex.continued, style)
                    carried_on.paragraph_format.page_break_before = True
                paragraph._element.addprevious(table)  # noqa: SLF001 - python-docx has no tables before a paragraph


def put_head_in_width(document: Document) -> None:
    """Squeeze a red head that is wider than the page allows; one that is shorter is spread by its style."""
    for paragraph in _paragraphs(document):
        if paragraph.style is None or _style_name(paragraph) != HEAD_STYLE or not paragraph.text:
            continue
        style_size = paragraph.style.font.size
        room, _ = _room(paragraph, document)
        largest = style_size.pt if style_size else USUAL_HEAD_SIZE
        head = fit_head(paragraph.text, bundled_faces().serif_bold, room=room.pt, largest=largest)
        for run in paragraph.runs:
            if head.size != largest:
                run.font.size = Pt(round(head.size * 2) / 2)
            if head.scale < 1:
                _squeeze(run, int(head.scale * 100))


def keep_signature_with_text(document: Document) -> None:
    """Let office and date go to the next page with the last line of text at least: they never stand on a page alone."""
    paragraphs = document.paragraphs
    signed = [at for at, paragraph in enumerate(paragraphs) if _style_name(paragraph) == SIGNED_STYLE]
    for paragraph in reversed(paragraphs[: signed[-1]] if signed else []):
        paragraph.paragraph_format.keep_with_next = True
        if paragraph.text.strip() and _style_name(paragraph) not in {SIGNED_STYLE, ANNEX_LINE_STYLE}:
            return


def _style_name(paragraph: Paragraph) -> str:
    return (paragraph.style.name or "") if paragraph.style is not None else ""


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    """Every paragraph of the body, those in tables and frames too."""
    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document)


def _room(paragraph: Paragraph, document: Document) -> tuple[Length, Length]:
    """The type area's width and height in the section in which the paragraph stands."""
    element = paragraph._element  # noqa: SLF001 - python-docx does not tell a paragraph's section
    while element.getparent() is not document.element.body:
        element = element.getparent()
    before = sum(
        1 for section in element.itersiblings(preceding=True) if section.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    )
    section = document.sections[before]
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    height = (section.page_height or 0) - (section.top_margin or 0) - (section.bottom_margin or 0)
    return Emu(width), Emu(height)


def _style_of(document: Document) -> ParagraphStyle | None:
    found = (style for style in document.styles if style.name == TABLE_STYLE)
    return next((style for style in found if isinstance(style, ParagraphStyle)), None)


def _add_picture(run: Run, picture: Picture, width: Length, height: Length) -> None:
    """The chart as large as its place allows, with what it shows in words for those who cannot see it."""
    shape = run.add_picture(io.BytesIO(picture.png), width=width)
    most = int(height * BESIDE_PICTURE)
    if shape.height > most:
        shape.width, shape.height = Emu(int(shape.width * most / shape.height)), Emu(most)
    told = shape._inline.docPr  # noqa: SLF001 - python-docx has no alternative texts
    told.set("descr", picture.description)


def _squeeze(run: Run, percent: int) -> None:
    properties = run._element.get_or_add_rPr()  # noqa: SLF001 - python-docx has no character scale
    scale = OxmlElement("w:w")
    scale.set(qn("w:val"), str(percent))
    properties.insert_element_before(scale, "w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u", "w:lang")
