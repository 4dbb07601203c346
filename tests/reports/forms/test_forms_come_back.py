"""A form as it goes out, filled in by LibreOffice as a person would, saved in each of its formats, and read back."""

import os
import shutil
import subprocess
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import ROOT
from tracker.domain.form_mark import SHEET
from tracker.domain.period import Month
from tracker.exchange.data_folder import load
from tracker.exchange.new_book import making_book
from tracker.exchange.submissions.intake import plan_files
from tracker.exchange.submissions.plan import Status
from tracker.metrics.live import Live
from tracker.reports.forms.all_forms import write_forms
from tracker.store.book import Book

SEPTEMBER = Month(2026, 9)
FORMATS = {".xlsx": "Calc MS Excel 2007 XML", ".xls": "MS Excel 97", ".ods": "calc8"}
SECRET = (".xls", ".ods")  # this LibreOffice keeps no password in .xlsx
# Opens a form, types figures into the cells that are open, and saves it in each format.
MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">Sub Fill
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  form = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
  sheet = form.Sheets.getByIndex(0)
  value = 1001
  For row = 5 To 60
    For column = 6 To 7
      If Not sheet.getCellByPosition(column, row).CellProtection.IsLocked Then
        If sheet.getCellByPosition(0, row).Value > 0 Then
          sheet.getCellByPosition(column, row).Value = value
          value = value + 1
        End If
      End If
    Next
  Next
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  {stores}
  Dim secret(1) As New com.sun.star.beans.PropertyValue
  secret(0).Name = "FilterName" : secret(1).Name = "Password" : secret(1).Value = "1234"
  {secrets}
  form.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""


@pytest.fixture
def county(tmp_path, monkeypatch):
    """The sample county's book."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with making_book(tmp_path / "county.tracker", title="云山县2026年招商引资台账") as book:
        load(book, ROOT / "resources" / "sample")
    return tmp_path / "county.tracker"


def fill(program: str, form: Path, folder: Path) -> list[Path]:
    """The form filled in and saved in each format."""
    profile = folder / "profile"
    office = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    environment = {**os.environ, "HOME": str(folder)}
    subprocess.run([*office, "--terminate_after_init"], check=True, capture_output=True, timeout=120, env=environment)
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    filled = [folder / f"filled{ending}" for ending in FORMATS]
    stores = "\n".join(
        f'saving(0).Value = "{FORMATS[path.suffix]}" : form.storeToURL("{path.as_uri()}", saving())' for path in filled
    )
    secrets = "\n".join(
        f'secret(0).Value = "{FORMATS[ending]}" : form.storeToURL("{(folder / f"secret{ending}").as_uri()}", secret())'
        for ending in SECRET
    )
    macro = MACRO.replace("{source}", form.as_uri()).replace("{stores}", stores).replace("{secrets}", secrets)
    module.write_text(macro, encoding="utf-8")
    subprocess.run([*office, "macro:///Standard.Module1.Fill"], check=True, capture_output=True, timeout=120, env=environment)
    return filled


def test_a_form_that_libreoffice_filled_in_comes_back_whole_in_every_format(county, tmp_path):
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    with Book.open(county, read_only=True) as book, closing(Live(book, month=SEPTEMBER)) as live:
        unit = next(unit for unit in live.units if unit.name == "云溪镇")
        forms = list(write_forms(live, tmp_path / "forms"))
        form = next(path for path in forms if "云溪镇" in path.name)
        asked = [indicator for indicator in live.indicators if indicator.kind != "ratio"]
        for path in fill(program, form, tmp_path):
            (file,) = plan_files(live, [path]).files
            assert [cell.indicator.id for cell in file.cells] == [indicator.id for indicator in asked], path.suffix
            assert [cell.unit.id for cell in file.cells] == [unit.id] * len(asked)
            assert {cell.month for cell in file.cells} == {SEPTEMBER}
            assert [cell.text for cell in file.cells] == [str(1001 + at) for at in range(len(asked))]
            assert not file.remarks
        for ending in SECRET:
            (file,) = plan_files(live, [tmp_path / f"secret{ending}"]).files
            assert "password" in file.remarks[0].reason, ending


@pytest.fixture
def form(county, tmp_path):
    """One unit's form, to be opened."""
    with Book.open(county, read_only=True) as book, closing(Live(book, month=SEPTEMBER)) as live:
        return next(path for path in write_forms(live, tmp_path / "forms") if "云溪镇" in path.name)


def planned(county, path):
    with Book.open(county, read_only=True) as book, closing(Live(book, month=SEPTEMBER)) as live:
        return plan_files(live, [path]).files[0]


def test_only_what_is_to_be_filled_in_is_open_and_each_cell_is_checked(form):
    workbook = openpyxl.load_workbook(form)
    sheet = workbook.worksheets[0]
    assert sheet.protection.sheet
    assert workbook[SHEET].sheet_state == "veryHidden"
    open_ = [cell.coordinate for row in sheet.iter_rows(min_row=6) for cell in row if not cell.protection.locked]
    checked = {str(one.sqref) for one in sheet.data_validations.dataValidation}
    figures = {cell for cell in open_ if cell[0] in "GH"} - {cell for cell in open_ if sheet[f"A{cell[1:]}"].value is None}
    assert checked
    assert checked <= figures | set(open_)
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == (9, "landscape", 0)


def test_a_form_that_was_tampered_with_is_read_as_any_sheet_and_said_so(county, form, tmp_path):
    workbook = openpyxl.load_workbook(form)
    sheet, mark = workbook.worksheets[0], workbook[SHEET]
    sheet["G6"] = 1.5
    workbook.save(tmp_path / "good.xlsx")
    assert [cell.value for cell in planned(county, tmp_path / "good.xlsx").cells] == [Decimal("1.5")]
    mark["A2"] = str(mark["A2"].value).replace("2026-09", "2026-08")
    workbook.save(tmp_path / "altered.xlsx")
    altered = planned(county, tmp_path / "altered.xlsx")
    assert "altered" in altered.remarks[0].reason
    found = {(cell.month, cell.value) for cell in altered.cells if cell.value is not None and cell.status is not Status.SAME}
    assert found == {(SEPTEMBER, Decimal("1.5"))}
    workbook = openpyxl.load_workbook(form)
    workbook.worksheets[0]["G6"] = 1.5
    workbook.worksheets[0].protection.disable()
    workbook.worksheets[0].insert_rows(6)
    workbook.save(tmp_path / "moved.xlsx")
    assert "moved" in planned(county, tmp_path / "moved.xlsx").remarks[0].reason
    assert all(cell.status is not Status.REFUSED for cell in altered.cells)


def test_another_books_form_is_not_taken_for_this_ones(county, form, tmp_path):
    with making_book(tmp_path / "other.tracker", title="青云县") as other:
        load(other, ROOT / "resources" / "sample")
    workbook = openpyxl.load_workbook(form)
    workbook.worksheets[0]["G6"] = 1.5
    workbook.save(tmp_path / "form.xlsx")
    assert "another book" in planned(tmp_path / "other.tracker", tmp_path / "form.xlsx").remarks[0].reason
