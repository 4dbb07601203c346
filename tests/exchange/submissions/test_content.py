import datetime
import io
import zipfile

import openpyxl
import pytest
import xlsxwriter

from tracker.exchange.submissions import content, faults
from tracker.exchange.submissions.content import number_text, sheets_of
from tracker.exchange.submissions.error_cells import errors_of
from tracker.exchange.submissions.faults import Fault, FileUnreadable
from tracker.exchange.submissions.hidden_cells import hidden_of


def workbook(*sheets, hidden=()):
    """An .xlsx with those sheets of rows."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for at, rows in enumerate(sheets):
        sheet = made.create_sheet(f"表{at}")
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if at in hidden else "visible"
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def with_formula(formula, value):
    """An .xlsx whose first cell holds a formula and what it came to."""
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream)
    made.add_worksheet().write_formula(0, 0, formula, None, value)
    made.close()
    return stream.getvalue()


def packed(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


def fault_of(data):
    with pytest.raises(FileUnreadable) as caught:
        sheets_of(data)
    return caught.value.fault


def test_cells_are_the_texts_that_stand_for_them():
    day = datetime.date(2026, 9, 30)
    (sheet,) = sheets_of(workbook([["城关镇 ", 12.5, 3, None, True, day, "=1+1", 0.1 + 0.2]]))
    assert sheet.rows == (("城关镇", "12.5", "3", "", "TRUE", "2026-09-30", "=?", "0.3"),)


def test_a_formula_is_what_it_came_to_when_it_was_saved():
    assert sheets_of(with_formula("=6*7", 42))[0].cell(0, 0) == "42"


def test_a_formula_saved_without_a_value_is_told_from_a_blank():
    assert sheets_of(workbook([["甲", "=A2*2"]]))[0].rows == (("甲", "=?"),)


def test_an_open_document_tells_errors_and_what_is_hidden():
    error = '<table:table-cell table:formula="of:=1/0" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    number = '<table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>'
    blank = '<table:table-cell table:number-columns-repeated="2"/>'
    unseen = 'table:number-rows-repeated="2" table:visibility="collapse"'
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    rows = f"<table:table-row>{blank}{error}</table:table-row><table:table-row {unseen}>{number}</table:table-row>"
    last = f"<table:table-row>{error}</table:table-row>"
    content = packed(**{"content.xml": f'<table:table table:name="甲">{columns}{rows}{last}</table:table><table:table/>'})
    assert errors_of(content, packed=True) == {0: {(0, 2): "#DIV/0!", (3, 0): "#DIV/0!"}}
    first, second = hidden_of(content, packed=True).values()
    assert (first.rows, first.columns) == ({1, 2}, {1})
    assert (second.rows, second.columns) == (set(), set())


def test_hidden_rows_and_columns_are_told():
    made = openpyxl.Workbook()
    for row in range(4):
        made.active.append([row, 1, 2])
    made.active.row_dimensions[2].hidden = True
    made.active.column_dimensions["C"].hidden = True
    stream = io.BytesIO()
    made.save(stream)
    (sheet,) = sheets_of(stream.getvalue())
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({1}, {2})


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#VALUE!", "#N/A"])
def test_an_error_is_told_from_a_blank(error):
    assert sheets_of(with_formula("=1/0", error))[0].cell(0, 0) == error


def test_numbers_have_no_dust_and_no_exponent():
    assert [number_text(value) for value in (0.0, 3.0, 1e22, 1.1e-7, 374800.0, -2.5, 1 / 3)] == [
        *("0", "3", "10000000000000000000000", "0.00000011", "374800", "-2.5", "0.333333333333333"),
    ]


def test_hidden_sheets_are_told_and_merged_cells_too():
    made = openpyxl.Workbook()
    made.active.append(["甲", "", "乙"])
    made.active.merge_cells("A1:B2")
    made.create_sheet("旧表").sheet_state = "veryHidden"
    stream = io.BytesIO()
    made.save(stream)
    first, second = sheets_of(stream.getvalue())
    assert (first.hidden, first.merged) == (False, ((0, 0, 1, 1),))
    assert second.hidden


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_text_in_columns_is_read_in_any_encoding(encoding, delimiter):
    text = delimiter.join(["指标", "㙍 当月"]) + "\r\n" + delimiter.join(["资金", " 1.5 "]) + "\r\n"
    assert sheets_of(text.encode(encoding))[0].rows == (("指标", "㙍 当月"), ("资金", "1.5"))


def test_what_is_no_table_is_told_by_what_it_is():
    assert fault_of(b"  \r\n") is Fault.EMPTY
    assert fault_of("只有一句话".encode()) is Fault.NOT_A_WORKBOOK
    assert fault_of(b"\xff\xff\xff\x80,") is Fault.NOT_A_WORKBOOK
    assert fault_of(b"%PDF-1.7 a,b\0") is Fault.NOT_A_WORKBOOK
    assert fault_of(b"<html><table><tr><td>1</td></tr></table></html>") is Fault.WEB_PAGE
    assert fault_of(packed(**{"word/document.xml": "<w/>"})) is Fault.NOT_A_WORKBOOK
    assert fault_of(workbook([["甲", 1]])[:900]) is Fault.DAMAGED
    assert fault_of(content.COMPOUND + bytes(600)) is Fault.DAMAGED
    assert fault_of(content.COMPOUND + bytes(600) + "EncryptedPackage".encode("utf-16-le")) is Fault.PROTECTED


def test_bounds_are_kept(monkeypatch):
    assert fault_of(b"a," * (faults.LARGEST * 2**19 + 1)) is Fault.TOO_LARGE
    bomb = packed(**{"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": bytes(faults.LARGEST * 10 * 2**20 + 1)})
    assert len(bomb) < 2**20
    assert fault_of(bomb) is Fault.TOO_LARGE_INSIDE
    assert fault_of(b"1,2\n" * (faults.MOST_ROWS + 1)) is Fault.TOO_MANY_CELLS
    assert fault_of(b"," * (faults.MOST_COLUMNS + 1) + b"\n") is Fault.TOO_MANY_CELLS
    monkeypatch.setattr(content, "MOST_CELLS", 3)
    assert fault_of(workbook([[1, 2], [3, 4]])) is Fault.TOO_MANY_CELLS


def test_entities_are_not_expanded():
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    shared = f'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY l0 "ha">{lol}]><sst><si><t>&l8;</t></si></sst>'
    with zipfile.ZipFile(io.BytesIO(workbook([["甲", 1]]))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/sharedStrings.xml"] = shared.encode()
    assert fault_of(packed(**parts)) is Fault.DAMAGED
