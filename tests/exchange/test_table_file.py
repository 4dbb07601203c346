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
    [(b"PK\x03\x04\x00\x00", "CSV UTF-8"), (b"\xff\xff\xff\x80", "CSV UTF-8"), (b'a,"b\n', "quotation marks")],
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
