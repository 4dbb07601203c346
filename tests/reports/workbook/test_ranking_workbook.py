from __future__ import annotations

import datetime
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tracker.domain.period import Month
from tracker.domain.print_setup import PrintSetup, SheetColumn
from tracker.domain.target import TargetSet
from tracker.exchange.data_folder import load
from tracker.metrics.live import Live
from tracker.reports.ranking_sheet import Imprint
from tracker.reports.workbook import write_workbook
from tracker.reports.workbook.ranking_workbook import workbook_bytes
from tracker.store.book import Book
from tracker.store.indicators import update_indicator
from tracker.store.settings import set_rank_what_is_printed
from tracker.store.units import update_unit

DAY = datetime.date(2026, 10, 2)


def sheet_of(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def test_libreoffice_computes_every_formula_of_the_sample_to_the_same_number(sample, recompute) -> None:  # type: ignore[no-untyped-def]
    found = recompute(workbook_bytes(sample.live, imprint=sample.imprint))
    assert len(found.formulas) > 900
    assert found.differing() == {}


@pytest.mark.parametrize("name", ["book1", "book2", "book3"])
def test_libreoffice_computes_the_test_books_to_the_same_numbers(name, shared_data, tmp_path, recompute) -> None:  # type: ignore[no-untyped-def]
    with Book.create(tmp_path / "county.tracker") as book:
        load(book, shared_data / "books" / name)
        live = Live(book, month=Month(2026, 9), target_set=TargetSet.ASSIGNED)
        found = recompute(workbook_bytes(live, imprint=Imprint("云山县", "招商局", DAY)))
        live.close()
    assert found.formulas
    assert found.differing() == {}


def test_where_the_book_ranks_what_is_printed_the_workbook_does_too(sample, recompute) -> None:  # type: ignore[no-untyped-def]
    with sample.book.change("Rank what is printed"):
        set_rank_what_is_printed(sample.book, printed=True)
    found = recompute(workbook_bytes(sample.live, imprint=sample.imprint))
    assert any("ROUND(" in formula and "COUNTIF" in formula for formula in found.formulas.values())
    assert found.differing() == {}


def test_one_group_has_its_own_ranks_and_the_county_s_figures_as_they_are(sample, recompute) -> None:  # type: ignore[no-untyped-def]
    content = workbook_bytes(
        sample.live, imprint=sample.imprint, indicators=[sample.indicator["SWZJ"]], groups=[sample.group["街道"]]
    )
    assert recompute(content).differing() == {}
    rows = [[cell.value for cell in row] for row in sheet_of(content).iter_rows(min_row=6)]
    county = next(row for row in rows if "全县合计" in row)
    assert county[4] == pytest.approx(16.64)  # not a sum of what is shown


def test_libreoffice_computes_a_workbook_of_the_columns_that_the_office_chose(sample, recompute) -> None:  # type: ignore[no-untyped-def]
    columns = tuple(SheetColumn(code) for code in ("rank", "gap", "share", "mom", "light", "yoy"))
    setup = PrintSetup(columns=columns, indicators=("QY", "SWZJ", "KGL"), total_first=True, portrait=True)
    content = workbook_bytes(sample.live, imprint=replace(sample.imprint, setup=setup))
    found = recompute(content)
    assert len(found.formulas) > 300
    assert found.differing() == {}
    sheet = sheet_of(content)
    assert sheet.page_setup.orientation == "portrait"
    hidden = [letter for letter, column in sheet.column_dimensions.items() if column.hidden]
    assert len(hidden) >= 2, "what the formulas need and the office does not print"
    assert "全县合计" in [cell.value for cell in sheet[6]]


def test_every_number_that_follows_from_others_is_a_formula(sample) -> None:  # type: ignore[no-untyped-def]
    sheet = sheet_of(workbook_bytes(sample.live, imprint=sample.imprint, indicators=[sample.indicator["SWZJ"]]))
    by_name = {row[2].value: row for row in sheet.iter_rows(min_row=6)}
    first, subtotal = by_name["柳林镇"], by_name["一类乡镇小计"]
    assert [str(cell.value)[:3] for cell in first[3:10]] == ["11", "1.2", "9.5", "8.1", "=IF", "=IF", "=IF"]
    assert first[0].value == '=IF(ISNUMBER(H6),COUNTIF(H6:H10,">"&H6+1*1E-12)+1,"-")'
    assert subtotal[5].value == '=IF(COUNT(F6:F10)=0,"-",SUM(F6:F10))'


def test_one_indicator_fits_the_width_of_a_page(sample) -> None:  # type: ignore[no-untyped-def]
    sheet = sheet_of(workbook_bytes(sample.live, imprint=sample.imprint, indicators=[sample.indicator["SWZJ"]]))
    assert sheet.freeze_panes == "D6"
    assert sheet.print_title_rows == "$3:$5"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == ("landscape", 9, 0)
    assert sheet.oddFooter.center.text == "第 &P 页 / 共 &N 页"


def test_many_indicators_go_on_on_further_pages_each_whole_and_with_the_names(sample) -> None:  # type: ignore[no-untyped-def]
    sheet = sheet_of(workbook_bytes(sample.live, imprint=sample.imprint))
    assert sheet.page_setup.paperSize == 8
    assert sheet.print_title_cols == "$A:$C"
    assert 60 <= sheet.page_setup.scale <= 100
    headings = [cell.value for cell in sheet[3]]
    assert sheet.col_breaks.brk
    assert all(headings[one.id] for one in sheet.col_breaks.brk)  # a page begins where an indicator does


def test_a_name_that_looks_like_a_formula_stays_text(sample) -> None:  # type: ignore[no-untyped-def]
    unit = sample.live.units[0]
    with sample.book.change("Rename"):
        update_unit(sample.book, unit.id, name='=HYPERLINK("http://x")')
    sheet = sheet_of(workbook_bytes(sample.live, imprint=sample.imprint))
    named = [cell for row in sheet.iter_rows() for cell in row if "HYPERLINK" in str(cell.value)]
    assert named
    assert all(cell.data_type == "s" for cell in named)


def test_the_same_content_gives_the_same_bytes(sample, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "ranking.xlsx"
    write_workbook(sample.live, path, imprint=sample.imprint)
    assert path.read_bytes() == workbook_bytes(sample.live, imprint=sample.imprint)


def test_a_name_that_begins_as_a_formula_stays_text(sample) -> None:  # type: ignore[no-untyped-def]
    book = sample.live.book
    with book.change("rename"):
        update_unit(book, sample.live.units[0].id, name='=HYPERLINK("x")')
        update_indicator(book, sample.live.indicators[0].id, name="=1+1")
    sheet = sheet_of(workbook_bytes(sample.live, imprint=sample.imprint))
    cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    named = [cell.data_type for cell in cells if cell.value.startswith(("=HYPERLINK", "=1+1"))]
    assert len(named) >= 2
    assert set(named) == {"s"}
