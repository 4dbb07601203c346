"""The units' cards as a workbook: the card's figures, by formulas that LibreOffice finds the same numbers for."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from tests.reports.conftest import DAY, Sample
from tracker.domain.period import Month
from tracker.exchange.data_folder import load
from tracker.metrics.live import Live
from tracker.metrics.scoring.book_scores import scores_if_any
from tracker.reports.errors import NoIndicatorToPrint, NoUnitToPrint
from tracker.reports.imprint import Imprint
from tracker.reports.workbook.card_workbook import card_workbook_bytes
from tracker.store.book import Book
from tracker.store.units import update_unit


def workbook(sample: Sample, **chosen: Any) -> bytes:
    scores = scores_if_any(sample.book, sample.live, today=DAY)
    return card_workbook_bytes(sample.live, scores, imprint=sample.imprint, **chosen)


def test_libreoffice_finds_the_same_numbers_on_every_card(sample: Sample, shared_data, tmp_path, recompute_all) -> None:  # type: ignore[no-untyped-def]
    with Book.create(tmp_path / "county.tracker") as book:
        load(book, shared_data / "books" / "book1")
        live = Live(book, month=Month(2026, 9))
        edges = card_workbook_bytes(live, scores_if_any(book, live, today=DAY), imprint=Imprint("云山县", "招商局", DAY))
        live.close()
    for found in recompute_all([workbook(sample), edges]):
        assert len(found.formulas) > 1000
        assert found.differing() == {}


def test_a_card_refers_to_the_figures_behind_and_sums_its_months(sample: Sample, chinese: None) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(sample, units=[sample.unit["城关镇"]])))
    results = openpyxl.load_workbook(io.BytesIO(workbook(sample, units=[sample.unit["城关镇"]])), data_only=True)
    assert len(book.sheetnames) == 2
    card, shown = book.worksheets[0], results.worksheets[0]
    assert book.sheetnames[0] == "城关镇"
    line = [cell.value for cell in card[4]]
    assert [str(value)[0] for value in line[1:8]] == ["="] * 7
    assert all(f"='{book.sheetnames[1]}'!" in str(value) for value in line[1:8])
    assert line[9] == "=MAX(0,B4-N(D4))"
    assert line[10] == "=J4/3"
    assert [cell.value for cell in shown[4]][3:11] == pytest.approx([9.69, 0.8075, 5.75, 0.0375, 2, 5, 2.31, 0.77], abs=1e-3)
    months = next(row for row in card.iter_rows(min_row=12) if str(row[13].value).startswith("=SUM("))
    assert months[1].value == pytest.approx(0.5)
    assert card.freeze_panes == "B4"
    assert card.page_setup.fitToHeight == 0
    assert card.print_title_rows


def test_names_of_sheets_are_what_a_workbook_allows_and_each_is_its_own(sample: Sample, chinese: None) -> None:
    long = "很长的名字" * 8
    with sample.book.change("names"):
        for name, new in (("城关镇", long + "甲"), ("柳林镇", long + "乙"), ("龙泉镇", "园区[一]/二:'三'?"), ("石桥镇", "[]")):
            update_unit(sample.book, sample.unit[name], name=new)
    names = openpyxl.load_workbook(io.BytesIO(workbook(sample, groups=[sample.group["一类乡镇"]]))).sheetnames
    assert len({name.casefold() for name in names}) == len(names) == 6
    assert max(map(len, names)) == 31
    assert sum(name.endswith(" 2") for name in names) == 1


def test_nobody_and_nothing_have_no_cards(sample: Sample, tmp_path) -> None:  # type: ignore[no-untyped-def]
    sample.live.show(Month(1990, 1))
    with pytest.raises(NoUnitToPrint):
        workbook(sample, units=[sample.unit["城关镇"], -1][1:])
    with Book.create(tmp_path / "empty.tracker") as book:
        live = Live(book, month=Month(2026, 9))
        with pytest.raises(NoIndicatorToPrint):
            card_workbook_bytes(live, None, imprint=Imprint("云山县", "", DAY))
        live.close()


def test_the_same_cards_give_the_same_bytes(sample: Sample) -> None:
    assert workbook(sample) == workbook(sample)
