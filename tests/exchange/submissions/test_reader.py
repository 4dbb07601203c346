import io
import json
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.exchange.submissions.test_content import workbook
from tracker.exchange.submissions import reader
from tracker.exchange.submissions.arriving import listed, member_name
from tracker.exchange.submissions.reader import read_files

SLOW = """
import json, sys, time
for line in sys.stdin:
    if "a.csv" in line:
        time.sleep(60)
    print(json.dumps({"name": "b.csv", "digest": "0", "modified": None, "sheets": [["", [["乙", "2"]], [], False]]}))
    print(flush=True)
"""


@pytest.fixture(autouse=True)
def this_source(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def test_files_folders_and_packages_are_read_once_each_in_order(tmp_path):
    (tmp_path / "城关镇(改).xlsx").write_bytes(workbook([["甲", 1]]))
    (tmp_path / "城关镇.xlsx").write_bytes(workbook([["甲", 2]]))
    (tmp_path / "~$城关镇.xlsx").write_bytes(b"lock")
    (tmp_path / "下级").mkdir()
    with zipfile.ZipFile(tmp_path / "下级" / "其他.zip", "w") as package:
        package.writestr("乡/大营乡.csv", "甲,3\n")
        package.writestr("__MACOSX/._大营乡.csv", b"\0")
    files = read_files([tmp_path, tmp_path / "城关镇.xlsx"])
    assert [(file.name, file.sheets[0].rows[0]) for file in files] == [
        ("城关镇.xlsx", ("甲", "2")),
        ("城关镇(改).xlsx", ("甲", "1")),
        ("下级/其他.zip › 乡/大营乡.csv", ("甲", "3")),
    ]
    assert all(file.digest and file.modified and not file.fault for file in files)
    assert files[2].own_name == "乡/大营乡.csv"


def test_a_hostile_file_is_refused_and_the_others_are_read(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(workbook([["甲"]]))
    with zipfile.ZipFile(tmp_path / "a.xlsx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b"</sheetData>", cell)
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    with zipfile.ZipFile(tmp_path / "c.zip", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("bomb.csv", b"1," * 2**26)
        package.writestr("../../etc/good.csv", "甲,1\n")
        package.writestr("inner.zip", _zip_of(b"x"))
    with (tmp_path / "d.xlsx").open("wb") as sparse:
        sparse.truncate(500 * 2**20)
    files = {file.name: file for file in read_files([tmp_path])}
    assert not files["a.xlsx"].fault
    assert "time or memory" in files["b.xlsx"].fault or "rows" in files["b.xlsx"].fault
    assert "MB" in files["c.zip › bomb.csv"].fault
    assert files["c.zip › good.csv"].sheets[0].rows == (("甲", "1"),)
    assert "package within" in files["c.zip › inner.zip"].fault
    assert "MB" in files["d.xlsx"].fault
    assert not (tmp_path.parent / "etc").exists()


def _zip_of(content):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("x.txt", content)
    return stream.getvalue()


def test_a_worker_that_takes_too_long_is_ended_and_the_next_file_is_read(tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_text("甲,1\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("乙,2\n", encoding="utf-8")
    monkeypatch.setattr(reader, "_command", lambda: [sys.executable, "-c", SLOW])
    begun = time.monotonic()
    first, second = read_files([tmp_path], seconds=2)
    assert "time or memory" in first.fault
    assert second.sheets[0].rows == (("乙", "2"),)
    assert time.monotonic() - begun < 30


def test_reading_is_given_up_while_a_file_is_being_read(tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_text("甲,1\n", encoding="utf-8")
    monkeypatch.setattr(reader, "_command", lambda: [sys.executable, "-c", SLOW])
    begun = time.monotonic()

    def waiting():
        if time.monotonic() - begun > 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), reader.Reader(waiting=waiting) as reading:
        reading.read(tmp_path / "a.csv", "a.csv")
    assert time.monotonic() - begun < 20


def test_a_worker_that_dies_is_told_as_too_hard(tmp_path, monkeypatch):
    (tmp_path / "a.csv").write_text("甲,1\n", encoding="utf-8")
    monkeypatch.setattr(reader, "_command", lambda: [sys.executable, "-c", "import os; os._exit(9)"])
    (only,) = read_files([tmp_path])
    assert "time or memory" in only.fault


def test_files_of_the_same_name_are_told_apart(tmp_path):
    for number, folder in enumerate(("甲", "乙")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "报表.csv").write_text(f"甲,{number}\n", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "三.zip", "w") as package:
        package.writestr("a/../../报表.csv", "甲,2\n")
        package.writestr("../报表.csv", "甲,3\n")
    files = read_files([tmp_path / "甲" / "报表.csv", tmp_path / "乙" / "报表.csv", tmp_path / "三.zip"])
    assert [file.sheets[0].cell(0, 1) for file in files] == ["0", "1", "2", "3"]
    assert [file.name for file in files] == [
        "报表.csv",
        "乙/报表.csv",
        "三.zip › 报表.csv",
        "三.zip › 报表.csv (2)",
    ]


def test_what_is_not_there_is_told(tmp_path):
    for path in (tmp_path / "无.xlsx", Path(os.devnull)):
        (only,) = read_files([path])
        assert "not there" in only.fault


def test_progress_is_told_and_may_give_up(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.csv").write_text("甲,1\n", encoding="utf-8")
    heard = []

    def told(done, of):
        heard.append((done, of))
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_files([tmp_path], told)
    assert heard == [(0, 3), (1, 3), (2, 3)]


def test_names_packed_on_a_chinese_windows_are_read_as_they_were_written():
    packed = zipfile.ZipInfo("城关镇.xlsx".encode("gb18030").decode("cp437"))
    assert member_name(packed) == "城关镇.xlsx"
    assert member_name(zipfile.ZipInfo("C:\\temp\\a.csv")) == "a.csv"
    assert listed([]) == []


def test_the_worker_answers_a_line_a_file_and_an_empty_one(tmp_path):
    (tmp_path / "a.csv").write_text("甲,1\n", encoding="utf-8")
    request = json.dumps({"path": str(tmp_path / "a.csv"), "name": "a.csv"}) + "\n"
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "read-files"],
        input=request * 2,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    lines = done.stdout.splitlines()
    assert [bool(line) for line in lines] == [True, False, True, False]
    assert json.loads(lines[0])["sheets"] == [["", [["甲", "1"]], [], False, [], []]]
