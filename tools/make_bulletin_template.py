"""Write the usual Word template of the bulletin: `python tools/make_bulletin_template.py [FILE]`; always the same bytes.

resources/templates/bulletin.docx by default: an official document (公文) with the fields that docs/bulletin-template.md explains.
Fonts are named as every Chinese office has them; a machine that lacks one shows its nearest.
"""

from __future__ import annotations

import datetime
import io
import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tracker.reports.bulletin.word_file import with_fixed_dates

TEMPLATE = Path(__file__).resolve().parent.parent / "resources" / "templates" / "bulletin.docx"
SONG_TITLE, SONG, FANGSONG, HEI, KAI = "方正小标宋简体", "宋体", "仿宋_GB2312", "黑体", "楷体_GB2312"
RED = RGBColor(0xD4, 0x14, 0x1C)
KEPT = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Title", "Heading 1", "Footer", "Header", "Table Grid"}

TEXT = (
    ("Normal", "{%p if 红头 %}"),
    ("红头", "{{ 红头 }}"),
    ("文号", "{{ 文号 }}"),
    ("Normal", "{%p elif 文号 %}"),
    ("文号", "{{ 文号 }}"),
    ("Normal", "{%p endif %}"),
    ("Title", "{{ 标题 }}"),
    ("主送", "{{ 主送 }}"),
    ("Normal", "{{ 导语 }}"),
    ("Normal", "{%p for 章 in 各章 %}"),
    ("Heading 1", "{{ 章.标题 }}"),
    ("Normal", "{%p for 段 in 章.各段 %}"),
    ("Normal", "{{ 段.题 }}", "{{ 段.文 }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
    ("主送", ""),
    ("Normal", "{%p for 一行 in 附件说明 %}"),
    ("附件说明", "{{ 一行 }}"),
    ("Normal", "{%p endfor %}"),
    ("主送", ""),
    ("主送", ""),
    ("Normal", "{%p if 署名 %}"),
    ("落款", "{{ 署名 }}"),
    ("Normal", "{%p endif %}"),
    ("落款", "{{ 成文日期 }}"),
)
ANNEXES = (
    ("附件", "{{ 附表.附件 }}"),
    ("附件标题", "{{ 附表.标题 }}"),
    ("表上文字", "{{ 附表.截至 }}"),
    ("表右文字", "{{ 附表.单位 }}"),
    ("表格文字", "{{ 附表.表 }}"),
    ("Normal", "{%p for 注 in 附表.各注 %}"),
    ("表注", "{{ 注 }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p if 附图 %}"),
    ("附件", "{{ 附图.附件 }}"),
    ("附件标题", "{{ 附图.标题 }}"),
    ("Normal", "{%p for 图 in 附图.各图 %}"),
    ("图", "{{ 图 }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endif %}"),
)


def main(arguments: list[str]) -> None:
    path = Path(arguments[0]) if arguments else TEMPLATE
    path.write_bytes(template())
    print(path)


def template() -> bytes:
    """The template's bytes."""
    document = Document()
    _leave_out_what_is_not_used(document)
    _styles(document)
    _page(document.sections[0], lying=False)
    for style, *texts in TEXT:
        _paragraph(document, style, texts)
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _page(section, lying=True)
    for style, *texts in ANNEXES:
        _paragraph(document, style, texts)
    _page_numbers(document)
    told = document.core_properties
    told.title, told.author, told.comments, told.language = "{{ 标题 }}", "{{ 署名 }}", "", "zh-CN"
    told.created = told.modified = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    file = io.BytesIO()
    document.save(file)
    return with_fixed_dates(file.getvalue())


def _paragraph(document: Any, style: str, texts: list[str]) -> None:
    paragraph = document.add_paragraph(style=style)
    *leads, text = texts
    for lead in leads:
        paragraph.add_run(lead, style="段题")
    if text:
        paragraph.add_run(text)


def _leave_out_what_is_not_used(document: Any) -> None:
    for style in list(document.styles):
        if style.name not in KEPT:
            style.delete()
    for paragraph in list(document.paragraphs):
        paragraph._element.getparent().remove(paragraph._element)  # noqa: SLF001 - python-docx has no other way


def _styles(document: Any) -> None:
    body = _style(document, "Normal", FANGSONG, 16)
    form = body.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(28)
    form.space_before = form.space_after = Pt(0)
    form.alignment, form.widow_control = WD_ALIGN_PARAGRAPH.JUSTIFY, True
    _indent(body, characters=2)
    head = _style(document, "红头", SONG_TITLE, 50, WD_ALIGN_PARAGRAPH.DISTRIBUTE)
    head.font.color.rgb = RED
    _spaced(head, before=Mm(35) - Pt(6), after=Pt(42), line=54)
    number = _style(document, "文号", FANGSONG, 16, WD_ALIGN_PARAGRAPH.CENTER)
    _rule_below(number)
    _spaced(number, before=Pt(0), after=Pt(0), line=28)
    title = _style(document, "Title", SONG_TITLE, 22, WD_ALIGN_PARAGRAPH.CENTER)
    _spaced(title, before=Pt(44), after=Pt(28), line=34)
    _plain(title)
    heading = _style(document, "Heading 1", HEI, 16)
    _spaced(heading, before=Pt(0), after=Pt(0), line=28)
    _plain(heading)
    _indent(heading, characters=2)
    heading.paragraph_format.keep_with_next = True
    _spaced(_style(document, "主送", FANGSONG, 16), before=Pt(0), after=Pt(0), line=28)
    annex_line = _style(document, "附件说明", FANGSONG, 16, WD_ALIGN_PARAGRAPH.LEFT)
    annex_line.paragraph_format.left_indent, annex_line.paragraph_format.first_line_indent = Pt(80), Pt(-48)
    closing = _style(document, "落款", FANGSONG, 16, WD_ALIGN_PARAGRAPH.RIGHT)
    closing.paragraph_format.right_indent = Pt(64)
    closing.paragraph_format.keep_together = True
    _annex_styles(document)
    lead = document.styles.add_style("段题", WD_STYLE_TYPE.CHARACTER)
    _font(lead, KAI, None)


def _annex_styles(document: Any) -> None:
    _spaced(_style(document, "附件", HEI, 16, WD_ALIGN_PARAGRAPH.LEFT), before=Pt(0), after=Pt(0), line=28)
    document.styles["附件"].paragraph_format.page_break_before = True
    title = _style(document, "附件标题", SONG_TITLE, 20, WD_ALIGN_PARAGRAPH.CENTER)
    _spaced(title, before=Pt(0), after=Pt(4), line=30)
    for name, alignment, size, line in (
        ("表上文字", WD_ALIGN_PARAGRAPH.CENTER, 11, 15),
        ("表右文字", WD_ALIGN_PARAGRAPH.RIGHT, 9, 14),
        ("表格文字", WD_ALIGN_PARAGRAPH.CENTER, 9, 11),
        ("表注", WD_ALIGN_PARAGRAPH.LEFT, 9, 14),
    ):
        _spaced(_style(document, name, SONG, size, alignment), before=Pt(0), after=Pt(0), line=line)
    _font(document.styles["表格文字"], SONG, 9, latin=SONG)  # its digits are narrow and all of one width
    _spaced(_style(document, "图", SONG, 9, WD_ALIGN_PARAGRAPH.CENTER), before=Pt(6), after=Pt(0), line=None)


def _style(document: Any, name: str, face: str, size: float, alignment: WD_ALIGN_PARAGRAPH | None = None) -> Any:
    known = {style.name for style in document.styles}
    style = document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if name not in KEPT:
        style.base_style = document.styles["Normal"]
        style.quick_style = True
    _font(style, face, size)
    if alignment is not None:
        style.paragraph_format.alignment = alignment
    if name != "Normal":
        _indent(style, characters=0)
    return style


def _font(style: Any, face: str, size: float | None, *, latin: str = "Times New Roman") -> None:
    """The face for Chinese; Latin letters and digits in Times New Roman, as offices set them."""
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    if fonts is not None:
        properties.remove(fonts)
    fonts = OxmlElement("w:rFonts")
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), latin)
    fonts.set(qn("w:eastAsia"), face)
    properties.insert(0, fonts)
    if size is not None:
        style.font.size = Pt(size)


def _indent(style: Any, *, characters: int) -> None:
    properties = style.element.get_or_add_pPr()
    style.paragraph_format.first_line_indent = Pt(16 * characters)
    properties.find(qn("w:ind")).set(qn("w:firstLineChars"), str(100 * characters))


def _spaced(style: Any, *, before: Any, after: Any, line: float | None) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after = before, after
    if line is None:
        form.line_spacing_rule = WD_LINE_SPACING.SINGLE
    else:
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(line)


def _plain(style: Any) -> None:
    """Take the default template's colours and rules away."""
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.bold = False
    properties = style.element.get_or_add_pPr()
    for name in ("w:pBdr", "w:contextualSpacing"):
        for found in properties.findall(qn(name)):
            properties.remove(found)
    for name in ("w:spacing", "w:kern"):
        for found in style.element.get_or_add_rPr().findall(qn(name)):
            style.element.rPr.remove(found)


def _rule_below(style: Any) -> None:
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "13"), ("space", "11"), ("color", str(RED))):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    style.element.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc")


def _page(section: Any, *, lying: bool) -> None:
    if lying:
        section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
        section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = Mm(14), Mm(20), Mm(13), Mm(13)
        section.footer_distance = Mm(10)
    else:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = Mm(37), Mm(35), Mm(28), Mm(26)
        section.footer_distance = Mm(23)


def _page_numbers(document: Any) -> None:
    """— 1 —, at the outer edge: to the right on odd pages, to the left on even ones, a character in."""
    document.settings.odd_and_even_pages_header_footer = True
    style = _style(document, "Footer", SONG, 14)
    _spaced(style, before=Pt(0), after=Pt(0), line=None)
    first = document.sections[0]
    for footer, alignment in ((first.footer, WD_ALIGN_PARAGRAPH.RIGHT), (first.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style, paragraph.alignment = document.styles["Footer"], alignment
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Pt(14)
        paragraph.add_run("— ")
        for kind, text in (("begin", None), (None, " PAGE "), ("end", None)):
            run = paragraph.add_run()
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.text = text
                element.set(qn("xml:space"), "preserve")
            run._element.append(element)  # noqa: SLF001 - python-docx knows no fields
        paragraph.add_run(" —")


if __name__ == "__main__":
    main(sys.argv[1:])
