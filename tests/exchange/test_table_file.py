import openpyxl
import pytest

from tracker.exchange import table_file
from tracker.exchange.table_file import TableUnreadable, read_table

TABLE = [["代码", "名称"], ["U1", "小㙦乡"], ["U2", 'a "b", c']]
TEXT = '代码,名称\r\nU1,小㙦乡\r\nU2,"a ""b"", c"\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_table_is_read_as_spreadsheets_save_it(tmp_path, encoding, delimiter):
    path = tmp_path / "名单.csv"
    text = TEXT if delimiter == "," else TEXT.replace("码,", "码" + delimiter).replace("U1,", "U1" + delimiter)
    text = text if delimiter == "," else text.replace("U2,", "U2" + delimiter)
    path.write_bytes(text.encode(encoding))
    assert read_table(path) == TABLE


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04\x00\x00", "no spreadsheet"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "no spreadsheet"),
        (b"\xff\xff\xff\x80", "CSV UTF-8"),
        (b'a,"b\n', "quotation marks"),
    ],
)
def test_what_is_no_table_is_told_with_the_way_out(tmp_path, content, reason):
    path = tmp_path / "名单.xlsx"
    path.write_bytes(content)
    with pytest.raises(TableUnreadable, match=reason):
        read_table(path)


def test_a_file_that_is_not_there_or_too_large(tmp_path, monkeypatch):
    with pytest.raises(TableUnreadable, match="cannot be read"):
        read_table(tmp_path / "none.csv")
    monkeypatch.setattr(table_file, "LARGEST", 3)
    (tmp_path / "large.csv").write_text("a,b,c")
    with pytest.raises(TableUnreadable, match="too large"):
        read_table(tmp_path / "large.csv")


def spreadsheet(path, *sheets, hidden=()):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for at, rows in enumerate(sheets):
        sheet = book.create_sheet(f"表{at}")
        sheet.sheet_state = "hidden" if at in hidden else "visible"
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_of_a_spreadsheet_the_first_sheet_that_shows_anything_is_read(tmp_path):
    shown = [["代码", "名称"], ["U1", "小㙦乡"], [3, 2.5]]
    path = spreadsheet(tmp_path / "名单.xlsx", [["旧"]], [], shown, hidden={0})
    assert read_table(path) == [["代码", "名称"], ["U1", "小㙦乡"], ["3", "2.5"]]


def test_an_old_spreadsheet_is_read_too(shared_data):
    rows = read_table(shared_data / "submissions" / "incoming" / "石桥镇.xls")
    assert any("石 桥 镇" in cell for row in rows for cell in row)


def test_a_spreadsheet_without_anything_or_with_too_much_is_told(tmp_path, monkeypatch):
    path = spreadsheet(tmp_path / "名单.xlsx", [], [])
    with pytest.raises(TableUnreadable, match="none of its sheets"):
        read_table(path)
    monkeypatch.setattr(table_file, "LARGEST_INSIDE", 10)
    with pytest.raises(TableUnreadable, match="too large"):
        read_table(path)
