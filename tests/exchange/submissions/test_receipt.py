import datetime

import pytest

from tests.exchange.submissions.test_planning import county, enter, form, plan  # noqa: F401 - county is the fixture
from tracker.domain.month_text import read_month
from tracker.exchange.submissions.evidence import contents_of
from tracker.exchange.submissions.plan import taken
from tracker.exchange.submissions.receipt import key_of, receipts

SEPTEMBER = read_month("2026-09")


def test_a_receipt_tells_a_sender_what_was_taken_changed_and_refused(county):  # noqa: F811
    enter(county, 1, 2, SEPTEMBER, "3")
    made = plan(county, form(("到位资金", "#REF!"), ("新签约项目", 4), ("新开工项目", 2), ("专利", 1)), form(name="空.xlsx"))
    written = [key_of(file, cell) for file, cell in taken(made)]
    first, nobody = receipts(made, written)
    assert first.unit.name == "城关镇"
    assert first.title == "城关镇: receipt for 2026-09"
    assert first.lines == (
        "表.xlsx: 2 figures taken, 0 were there already, 1 not taken.",
        "Taken: 新签约项目 2026-09 4 个 (was 3)",
        "Taken: 新开工项目 2026-09 2 个",
        "Not taken: Sheet1!B3, 到位资金: 到位资金 #REF!: a formula that came to an error.",
        "Please check: Sheet1!A6: 专利 No indicator of the book is called so: the row was not taken.",
    )
    assert nobody.unit is None
    assert nobody.lines[0] == "空.xlsx: nothing could be taken."
    assert first.text.count("\n") == 6
    nothing = receipts(plan(county, form(("新开工项目", 2))), [])
    assert "not taken it over" in nothing[0].lines[1]


def test_evidence_is_what_was_read_and_nothing_else(tmp_path):
    from dataclasses import replace
    from hashlib import sha256

    from tracker.exchange.submissions.plan import PlannedFile
    from tracker.exchange.submissions.sheet import SentFile
    from tracker.exchange.submissions.understanding import Understood

    (tmp_path / "a.csv").write_bytes(b"1,2\n")
    file = SentFile("a.csv", sha256(b"1,2\n").hexdigest())
    read = PlannedFile(Understood(file), (), ())
    assert contents_of([tmp_path / "a.csv"], [read]) == {"a.csv": b"1,2\n"}
    changed = replace(read, understood=Understood(replace(file, digest="0" * 64)))
    assert contents_of([tmp_path / "a.csv"], [changed]) == {}


@pytest.mark.parametrize("lines", [1, 80])
def test_receipts_are_printed_a_sender_a_page(lines):
    import io

    import pypdf

    from tracker.reports.receipt import ReceiptPaper, receipts_pdf

    papers = [ReceiptPaper(f"{unit}2026-09报送数据接收回执", ("已接收：到位资金",) * lines) for unit in ("城关镇", "小㙦乡")]
    made = receipts_pdf(papers, office="招商局", date=datetime.date(2026, 10, 3))
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    assert len(pages) >= 2
    assert "小㙦乡" in "".join(page.extract_text() for page in pages)
    assert receipts_pdf(papers, office="招商局", date=datetime.date(2026, 10, 3)) == made
