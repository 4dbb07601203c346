import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData

from tracker.ui.clipboard import Origin, from_mime, html_table, number_format, origin_of, tab_separated, to_mime

TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00\r"), max_size=8)
BLOCKS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(TEXTS, min_size=width, max_size=width), min_size=1, max_size=4)
)


def of_text(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


def of_html(html: str) -> QMimeData:
    mime = QMimeData()
    mime.setHtml(html)
    return mime


@given(BLOCKS)
def test_what_is_written_is_read_back(block: list[list[str]]) -> None:
    read = from_mime(of_text(tab_separated(block)))
    assert read == (block if any(cell.strip("\n") for row in block for cell in row) or len(block[0]) > 1 else read)


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("1\t2\n3\t4", [["1", "2"], ["3", "4"]]),
        ("1\t2\n3", [["1", "2"], ["3", ""]]),
        ('"a\tb"\t"say ""so"""\n', [["a\tb", 'say "so"']]),
        ('"two\nlines"\t1\n', [["two\nlines", "1"]]),
        ("1\n\n2\n", [["1"], [""], ["2"]]),
        ("城关镇\t1.08\n", [["城关镇", "1.08"]]),
        ("\n", []),
        ("", []),
    ],
)
def test_text_is_read_as_excel_writes_it(text: str, block: list[list[str]]) -> None:
    assert from_mime(of_text(text)) == block


def test_a_table_of_a_page_is_read_where_there_is_no_text() -> None:
    page = "<p>ignored</p><table><tr><th colspan=2>Funds</th></tr><tr><td> 1 <b>2</b>\n3</td><td>&lt;4</td></tr></table>"
    assert from_mime(of_html(page)) == [["Funds", ""], ["1 2 3", "<4"]]


@pytest.mark.parametrize("page", ["<table><td colspan=x>1</table>", "<table><td colspan=99999999>1"])
def test_a_sloppy_page_is_read_too(page: str) -> None:
    assert from_mime(of_html(page))[0][0] == "1"


def test_a_page_without_a_table_holds_nothing() -> None:
    assert from_mime(of_html("<p>nothing</p>")) == []


def test_a_table_escapes_its_texts_and_keeps_decimals() -> None:
    html = html_table([["<b>", "1.5"]], formats=["", number_format(2)])
    assert "<td>&lt;b&gt;</td>" in html
    assert "mso-number-format:'#,##0.00'" in html
    assert number_format(0) == "#,##0"


def test_our_own_block_tells_where_it_is_from() -> None:
    origin = Origin((True, False), (False, True), (("a", "=1"), ("b", "2")))
    mime = to_mime([["a", "1"], ["b", "2"]], formats=["", "#,##0"], origin=origin)
    assert origin_of(mime) == origin
    assert origin_of(of_text("1")) is None
    assert mime.text() == "a\t1\r\nb\t2\r\n"
