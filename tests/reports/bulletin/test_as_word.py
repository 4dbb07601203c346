"""The bulletin as a Word document: what a reader finds in it, by whichever template, also when LibreOffice has opened it."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.reports.bulletin.conftest import Made
from tests.reports.bulletin.test_template import word_of
from tests.reports.conftest import DAY, Sample, poppler
from tracker.domain.period import Month
from tracker.domain.target import Target
from tracker.metrics.shown import live_of
from tracker.reports.bulletin.as_word import bulletin_word, write_word
from tracker.reports.bulletin.content import Bulletin, Picture
from tracker.reports.bulletin.month_bulletin import OfficeWords, month_bulletin
from tracker.reports.bulletin.template import set_template, template_of
from tracker.reports.bulletin.template_faults import BulletinTemplateBroken, TemplateFieldUnknown
from tracker.resources import resource
from tracker.store.publications import publish
from tracker.store.targets import set_target

WORDS = OfficeWords("云招组办〔2026〕19号", "项目落地偏慢。\n个别单位报送不及时。", "倒排工期，挂图作战。")
OWN = (
    "县招商通报",
    "{%p for 章 in 各章 %}",
    "{{ 章.标题 }}",
    "{%p for 段 in 章.各段 %}",
    "{{ 段.题 }}{{ 段.文 }}",
    "{%p endfor %}",
)


def texts(content: bytes) -> list[str]:
    """The texts of the body's paragraphs, those outside tables."""
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs if paragraph.text]


def sentences(bulletin: Bulletin) -> Iterator[str]:
    """All that is to be read before the annexes."""
    yield from (bulletin.addressees, bulletin.opening, *bulletin.annex_lines, bulletin.dated)
    for chapter in bulletin.chapters:
        yield chapter.heading
        yield from (paragraph.lead + paragraph.text for paragraph in chapter.paragraphs)


def test_every_sentence_stands_in_the_document_in_order(made: Made) -> None:
    bulletin = made("SWZJ", "WZ", words=WORDS)
    read = texts(bulletin_word(bulletin))
    assert read[:3] == [bulletin.head, bulletin.number, "关于2026年1-9月全县招商引资\n主要指标完成情况的通报"]
    wanted = list(sentences(bulletin))
    assert [text for text in read if text in wanted] == [text for text in read if text in set(wanted)]
    assert set(wanted) <= set(read)
    assert not [text for text in read if "{" in text or "}" in text or "\ue000" in text]


def test_the_annex_is_a_table_whose_head_repeats(made: Made) -> None:
    bulletin = made("SWZJ", "WZ")
    document = Document(io.BytesIO(bulletin_word(bulletin)))
    (table,) = document.tables
    heads = [row for row in table._tbl.tr_lst if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
    assert heads == table._tbl.tr_lst[:2]
    rows = [[cell.text for cell in row.cells] for row in table.rows][2:]
    for row, read in zip(bulletin.annex.rows(), rows, strict=True):
        assert read[-len(row.cells) :] == list(row.cells)
        assert row.name in read


def test_a_table_that_is_too_wide_goes_on_in_others(made: Made) -> None:
    bulletin = made()
    document = Document(io.BytesIO(bulletin_word(bulletin)))
    assert len(document.tables) > 1
    room = document.sections[-1].page_width - document.sections[-1].left_margin - document.sections[-1].right_margin
    for table in document.tables:
        assert sum(int(column.get(qn("w:w"))) for column in table._tbl.tblGrid) * 635 <= room + 635 * len(table.columns)
        assert bulletin.annex.blocks[0].rows[0].name in [cell.text for cell in table.rows[2].cells]
    read = [cell.text for table in document.tables for cell in table.rows[-1].cells]
    assert bulletin.annex.total is not None
    assert set(bulletin.annex.total.cells) <= set(read)
    carried_on = [paragraph for paragraph in document.paragraphs if paragraph.text == "（续表）"]
    assert len(carried_on) == len(document.tables) - 1
    assert all(paragraph.paragraph_format.page_break_before for paragraph in carried_on)


def test_charts_are_pictures_with_a_description(made: Made, picture: Callable[[], Picture]) -> None:
    content = bulletin_word(made("SWZJ", pictures=[picture(), picture()]))
    document = Document(io.BytesIO(content))
    assert len(document.inline_shapes) == 2
    for shape in document.inline_shapes:
        assert shape._inline.docPr.get("descr") == "实际到位省外资金各月累计与序时进度"
        assert shape.width <= document.sections[-1].page_width
        assert 1600 / (shape.width / 914400) >= 150
    assert "附件2" in texts(content)
    assert not bulletin_word(made("SWZJ")).count(b".png")


def test_equal_content_gives_equal_bytes_dated_like_the_bulletin(made: Made, picture: Callable[[], Picture]) -> None:
    bulletin = made("SWZJ", words=WORDS, pictures=[picture()])
    content = bulletin_word(bulletin)
    assert content == bulletin_word(bulletin)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    told = Document(io.BytesIO(content)).core_properties
    assert (told.title, told.author, told.language) == (bulletin.whole_title, bulletin.office, "zh-CN")
    assert told.created is not None
    assert told.created.date() == bulletin.date


def test_the_offices_own_template_decides(made: Made) -> None:
    bulletin = made("SWZJ", words=WORDS)
    read = texts(bulletin_word(bulletin, word_of([*OWN, "{%p endfor %}", "{{ 附表.表 }}"])))
    assert read[0] == "县招商通报"
    assert bulletin.number not in read
    assert read[1:] == [text for text in sentences(bulletin) if text in read[1:]]
    assert "倒排工期，挂图作战。" in read


def test_a_table_may_stand_among_other_words_and_twice(made: Made) -> None:
    content = bulletin_word(made("SWZJ"), word_of(["见{{ 附表.表 }}下", "{{ 附表.表 }}", "{{ 附表.标题 }}"]))
    assert len(Document(io.BytesIO(content)).tables) == 2
    assert texts(content)[0] == "见下"


def test_a_template_need_not_ask_whether_there_are_charts(made: Made) -> None:
    own = word_of(["{{ 标题 }}", "图：{{ 附图.标题 }}", "{%p for 图 in 附图.各图 %}", "{{ 图 }}", "{%p endfor %}"])
    assert texts(bulletin_word(made("SWZJ"), own))[-1] == "图："


def test_what_only_some_months_have_is_told_and_not_a_crash(made: Made) -> None:
    with pytest.raises(BulletinTemplateBroken):
        bulletin_word(replace(made("SWZJ"), chapters=()), word_of(["{{ 各章[0].标题 }}"]))


def test_a_broken_template_makes_no_file(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "通报.docx"
    with pytest.raises(TemplateFieldUnknown, match="没有"):
        write_word(made("SWZJ"), path, word_of(["{{ 没有 }}"]))
    assert list(tmp_path.glob("*.docx*")) == []
    write_word(made("SWZJ"), path)
    assert path.read_bytes() == bulletin_word(made("SWZJ"))


@pytest.mark.parametrize("text", ["<w:p>&amp;</w:p>", "{{ 标题 }}", "a\x01b\x0bc", "{%p endfor %}", "\ue000T", "]]>", "“引号”"])
def test_what_the_office_types_is_no_markup(made: Made, text: str) -> None:
    read = texts(bulletin_word(made("SWZJ", words=OfficeWords(problems=f"前{text}后"))))
    (found,) = [line for line in read if line.startswith("前")]
    assert found == f"前{text}后".replace("\x01", "").replace("\x0b", " ").replace("\ue000", "") or "\x0b" in text


def test_a_long_red_head_is_squeezed_into_the_width(made: Made) -> None:
    bulletin = replace(made("SWZJ"), head="云山县招商引资工作领导小组办公室文件")
    for text, squeezed in ((bulletin.head, "68"), ("云山县招商服务中心文件", "80"), ("云山县招商局文件", None)):
        document = Document(io.BytesIO(bulletin_word(replace(bulletin, head=text))))
        (head,) = [paragraph for paragraph in document.paragraphs if paragraph.text == text]
        scale = head.runs[0]._element.find(f"{qn('w:rPr')}/{qn('w:w')}")
        assert (None if scale is None else scale.get(qn("w:val"))) == squeezed


def test_office_and_date_stay_with_the_last_line_of_text(made: Made) -> None:
    bulletin = made("SWZJ", words=WORDS)
    paragraphs = Document(io.BytesIO(bulletin_word(bulletin))).paragraphs
    kept = [paragraph.text for paragraph in paragraphs if paragraph.paragraph_format.keep_with_next]
    assert kept == ["倒排工期，挂图作战。", "", *bulletin.annex_lines, "", "", bulletin.office]
    own = bulletin_word(bulletin, word_of(["{{ 标题 }}"]))
    assert [one.paragraph_format.keep_with_next for one in Document(io.BytesIO(own)).paragraphs] == [None]


def test_a_published_months_document_stays_as_it_was_published(sample: Sample, chinese: None) -> None:
    book, month, own = sample.book, Month(2026, 9), word_of([*OWN, "{%p endfor %}"])

    def made_now() -> bytes:
        with closing(live_of(book, month)) as live:
            content = month_bulletin(live, imprint=sample.imprint, words=WORDS)
            return bulletin_word(content, template_of(book, live.book))

    with book.change("template"):
        set_template(book, own)
    with book.change("publish"):
        publish(book, month, today=DAY)
    published = made_now()
    with book.change("another target and the usual template"):
        set_target(book, Target(2026, sample.unit["城关镇"], sample.indicator["SWZJ"], Decimal(1)))
        set_template(book, None)
    assert made_now() == published


def test_libreoffice_shows_every_sentence_and_every_figure(made: Made, picture: Callable[[], Picture], tmp_path: Path) -> None:
    bulletins = {
        "usual": made("SWZJ", "WZ", "QY", words=WORDS, pictures=[picture()]),
        "wide": made(words=WORDS),
        "bare": replace(made("SWZJ"), head="", number="", office=""),
    }
    for name, bulletin in bulletins.items():
        write_word(bulletin, tmp_path / f"{name}.docx")
    for name, pdf in _converted(tmp_path, list(bulletins)).items():
        bulletin, read = bulletins[name], _flowing(pdf)
        for text in (bulletin.whole_title, *sentences(bulletin), bulletin.annex.title):
            assert "".join(text.split()) in read
        for row in bulletin.annex.rows():
            assert [cell for cell in row.cells if cell not in read] == []
        assert poppler("pdftotext", pdf, "-", "-").count("\f") < 14


def _flowing(pdf: bytes) -> str:
    """The text of all pages without spaces, line ends and page numbers."""
    return re.sub("—[0-9]+—", "", "".join(poppler("pdftotext", pdf, "-", "-").split()))


def _converted(folder: Path, names: Sequence[str]) -> dict[str, bytes]:
    """The documents as LibreOffice prints them with Chinese type, in one start; skips the test where it is not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    command = [program, f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to", "pdf"]
    files = [str(folder / f"{name}.docx") for name in names]
    told = f"<fontconfig><dir>{resource('fonts')}</dir><cachedir>{folder / 'cache'}</cachedir></fontconfig>"
    (folder / "fonts.conf").write_text(told, encoding="utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True, timeout=120, env=environment)
    return {name: (folder / f"{name}.pdf").read_bytes() for name in names}
