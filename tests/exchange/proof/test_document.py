from pathlib import Path

import pytest

from tests.exchange.proof.conftest import WordFile
from tracker.exchange.proof.document import LARGEST, LONGEST, document_at, document_text
from tracker.exchange.proof.errors import (
    DocumentIsNoText,
    DocumentOfAnotherKind,
    DocumentTooLarge,
    DocumentTooLong,
    DocumentUnreadable,
)

TEXT = "完成年度目标任务的80%，超序时进度5个百分点。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_the_usual_encodings(encoding: str) -> None:
    assert document_text(TEXT.encode(encoding), "x.txt") == TEXT


def test_a_word_file_is_known_by_its_content(word_file: WordFile) -> None:
    assert document_text(word_file("<w:p><w:r><w:t>文字</w:t></w:r></w:p>"), "x.txt") == "文字"


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [(b"%PDF-1.7", "PDF"), (b"\xd0\xcf\x11\xe0\xa1", ".doc / .wps"), (b"{\\rtf1", "RTF"), (b"\x89PNG", "PNG")],
)
def test_other_kinds_are_refused_by_name_with_what_to_do(beginning: bytes, kind: str) -> None:
    with pytest.raises(DocumentOfAnotherKind) as refused:
        document_text(beginning, "9月通报")
    assert str(refused.value).startswith(f"9月通报 is a {kind} file, which is not read here. Save the bulletin as .docx")


@pytest.mark.parametrize("content", [b"\xff\xff\xff", b"ab\0c", b"\xff\xfeabc"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(DocumentIsNoText, match="x is not text in UTF-8 or GB18030"):
        document_text(content, "x")


def test_sizes_are_bounded() -> None:
    with pytest.raises(DocumentTooLarge, match=f"larger than {LARGEST} MB"):
        document_text(b" " * (LARGEST * 2**20 + 1), "x")
    with pytest.raises(DocumentTooLong, match=str(LONGEST)):
        document_text(b" " * (LONGEST + 1), "x")
    assert len(document_text(b" " * LONGEST, "x")) == LONGEST


def test_an_empty_file_has_no_text() -> None:
    assert document_text(b"", "x") == ""


def test_a_file_is_read_where_it_lies_or_says_why_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("通报", encoding="utf-8")
    assert document_at(tmp_path / "a.txt") == "通报"
    with pytest.raises(DocumentUnreadable, match=r"^b\.txt could not be opened: .+\.$"):
        document_at(tmp_path / "b.txt")
