import io

import docx
import pytest

from tests.exchange.proof.conftest import WordFile
from tracker.exchange.proof import word_file as reading
from tracker.exchange.proof.errors import DocumentDamaged, DocumentOfAnotherKind, DocumentTooLarge
from tracker.exchange.proof.word_file import word_text


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


def test_paragraphs_and_cells_of_a_written_document_come_in_order() -> None:
    document = docx.Document()
    document.add_paragraph("完成20亿元，").add_run("占目标25亿元的80%")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "城关镇", "80%"
    document.add_paragraph("下一步\t工作")
    stream = io.BytesIO()
    document.save(stream)
    assert word_text(stream.getvalue(), "通报.docx").split("\n") == [
        "完成20亿元，占目标25亿元的80%",
        "城关镇",
        "80%",
        "下一步\t工作",
    ]


def test_what_was_deleted_or_moved_away_is_left_out_and_what_was_inserted_is_read(word_file: WordFile) -> None:
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>完成</w:t></w:r>"
        "<w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins><w:r><w:t>20</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>30</w:t></w:r></w:moveFrom><w:r><w:t>亿元</w:t><w:br/><w:t>完</w:t><w:noBreakHyphen/></w:r></w:p>"
    )
    assert word_text(word_file(body), "x") == "完成20亿元\n完-"


def test_a_text_box_is_a_paragraph_of_its_own_and_read_once(word_file: WordFile) -> None:
    box = "<w:txbxContent>" + paragraph("框内") + "</w:txbxContent>"
    alternatives = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert word_text(word_file(f"<w:p><w:r>{alternatives}<w:t>框外</w:t></w:r></w:p>"), "x") == "框内\n框外"


def test_the_part_of_some_exporters_has_a_number(word_file: WordFile) -> None:
    assert word_text(word_file(paragraph("文字", ""), part="word/document2.xml"), "x") == "文字"


def test_a_damaged_file_is_refused(word_file: WordFile) -> None:
    sound = word_file(paragraph("文字" * 1000))
    unclosed = word_file("<w:p>")
    for content in (b"PK\x03\x04", sound[:-30], sound[:100] + b"\0\0\0" + sound[103:], unclosed):
        with pytest.raises(DocumentDamaged, match="x is no sound .docx file"):
            word_text(content, "x")


def test_a_document_type_that_could_blow_the_file_up_is_refused(word_file: WordFile) -> None:
    with pytest.raises(DocumentDamaged):
        word_text(word_file(paragraph("&a;"), before='<!DOCTYPE w [<!ENTITY a "aaaa">]>'), "x")


def test_another_package_is_named(word_file: WordFile) -> None:
    with pytest.raises(DocumentOfAnotherKind, match="x is a .zip / .xlsx / .pptx file"):
        word_text(word_file("", part="xl/workbook.xml"), "x")


def test_a_file_that_unpacks_to_too_much_is_refused(word_file: WordFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_UNPACKED", 1)
    with pytest.raises(DocumentTooLarge, match="larger than 1 MB"):
        word_text(word_file(paragraph("0" * 2**20)), "x")
