import json
from pathlib import Path

import pytest

from tests.exchange.conftest import Folder
from tests.exchange.data_folder.county import picture
from tracker.exchange.data_folder import FolderNotOurs, FolderNotWritten, dump, load, writing
from tracker.store import settings
from tracker.store.book import Book

FILES = ["datapackage.json", "figures.csv", "indicators.csv", "plan.csv", "scheme.csv", "targets.csv", "units.csv"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_offices_word_template_stays_in_its_book(new_book, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    book, other = new_book("one"), new_book("other")
    with book.change("template"):
        settings.set_bulletin_template(book, "a" * 64)
    dump(book, tmp_path / "out")
    assert settings.BULLETIN_TEMPLATE not in (tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8")
    told = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    told["settings"] = {settings.BULLETIN_TEMPLATE: "b" * 64, "office": "招商局"}
    (tmp_path / "out" / "datapackage.json").write_text(json.dumps(told), encoding="utf-8")
    load(other, tmp_path / "out")
    assert (settings.bulletin_template(other), settings.office(other)) == ("", "招商局")


def test_all_files_are_there_and_plain(book: Book, folder: Folder, tmp_path: Path) -> None:
    load(book, folder.path)
    dump(book, tmp_path / "a" / "b")
    assert names(tmp_path / "a") == ["b"]
    assert names(tmp_path / "a" / "b") == FILES
    for name in FILES[1:]:
        assert (tmp_path / "a" / "b" / name).read_text(encoding="utf-8") == folder.read(name), name


def test_an_empty_book_dumps_headers(book: Book, tmp_path: Path) -> None:
    dump(book, tmp_path / "empty")
    assert (tmp_path / "empty" / "figures.csv").read_bytes() == b"unit,indicator,month,value\n"
    assert names(tmp_path / "empty") == FILES


def test_columns_that_nobody_uses_are_left_out(book: Book, folder: Folder, tmp_path: Path) -> None:
    folder.write("figures.csv", "unit,indicator,month,value,note\nU1,M,2026-01,1,核\n")
    folder.write(
        "indicators.csv",
        folder.read("indicators.csv")
        .replace("sort\n", "sort,entered_by\n")
        .replace(",1\n", ",1,cumulative\n")
        .replace(",2\n", ",2,\n")
        .replace(",3\n", ",3,\n")
        .replace(",4\n", ",4,month\n"),
    )
    load(book, folder.path)
    dump(book, tmp_path / "dumped")
    assert (tmp_path / "dumped" / "figures.csv").read_text(encoding="utf-8").startswith("unit,indicator,month,value,note\n")
    header, *rows = (tmp_path / "dumped" / "indicators.csv").read_text(encoding="utf-8").splitlines()
    assert header.endswith(",sort,entered_by")
    assert [row.rpartition(",")[2] for row in rows] == ["cumulative", "", "", ""]


def test_text_that_looks_like_a_formula_stays_text(book: Book, folder: Folder, tmp_path: Path) -> None:
    folder.write("figures.csv", "unit,indicator,month,value,typed,note\nU1,M,2026-01,15.7,=12.5+3.2,@核 -1\n")
    load(book, folder.path)
    dump(book, tmp_path / "dumped")
    assert (tmp_path / "dumped" / "figures.csv").read_text(encoding="utf-8").splitlines()[
        1
    ] == "U1,M,2026-01,15.7,=12.5+3.2,@核 -1"


def test_line_ends_inside_a_note_come_back(book: Book, folder: Folder, tmp_path: Path) -> None:
    folder.write("figures.csv", 'unit,indicator,month,value,note\nU1,M,2026-01,1,"a\rb"\nU1,M,2026-02,1,"a\r\nb\n"\n')
    load(book, folder.path)
    before = picture(book)
    dump(book, tmp_path / "dumped")
    assert not load(book, tmp_path / "dumped").changed
    assert picture(book) == before
    assert b'"a\rb"' in (tmp_path / "dumped" / "figures.csv").read_bytes()


def test_dumping_again_replaces_what_was_dumped_and_nothing_else(book: Book, folder: Folder, tmp_path: Path) -> None:
    load(book, folder.path)
    dump(book, tmp_path / "dumped")
    (tmp_path / "dumped" / "notes.txt").write_text("mine")
    with book.change("title"):
        settings.set_title(book, "云山县")
    dump(book, tmp_path / "dumped")
    assert names(tmp_path / "dumped") == sorted([*FILES, "notes.txt"])
    assert (tmp_path / "dumped" / "notes.txt").read_text() == "mine"
    assert '"title": "云山县"' in (tmp_path / "dumped" / "datapackage.json").read_text(encoding="utf-8")
    assert [name for name in names(tmp_path) if name.startswith(".~part")] == []


def test_files_of_somebody_else_are_not_overwritten(book: Book, folder: Folder) -> None:
    load(book, folder.path)
    before = content(folder.path)
    with pytest.raises(FolderNotOurs, match=r"has a units.csv that this program did not write"):
        dump(book, folder.path)
    folder.write("datapackage.json", '{"format": "something else"}')
    with pytest.raises(FolderNotOurs):
        dump(book, folder.path)
    folder.write("datapackage.json", "{")
    with pytest.raises(FolderNotOurs):
        dump(book, folder.path)
    (folder.path / "datapackage.json").unlink()
    assert content(folder.path) == before


def test_a_file_in_the_folders_place_is_left_alone(book: Book, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(FolderNotWritten, match="it is a file"):
        dump(book, tmp_path / "file")
    with pytest.raises(FolderNotWritten):
        dump(book, tmp_path / "file" / "under")
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_that_cannot_be_replaced_whole_stays_whole(book: Book, folder: Folder, tmp_path: Path) -> None:
    load(book, folder.path)
    dump(book, tmp_path / "dumped")
    (tmp_path / "dumped" / "indicators.csv").unlink()
    before = content(tmp_path / "dumped")
    with book.change("title"):
        settings.set_title(book, "云山县")
    # As on Windows where a spreadsheet has the file open.
    old_replace = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if self.name == "plan.csv":
            raise PermissionError(13, "Permission denied", str(self))
        return old_replace(self, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing.Path, "replace", replace)
        with pytest.raises(FolderNotWritten, match="Permission denied"):
            dump(book, tmp_path / "dumped")
    assert content(tmp_path / "dumped") == before
    assert [name for name in names(tmp_path) if name.startswith(".~part")] == []


def test_a_reader_dumps_the_book_while_somebody_has_it_open(book: Book, folder: Folder, tmp_path: Path) -> None:
    load(book, folder.path)
    with Book.open(book.path, read_only=True) as reader:
        dump(reader, tmp_path / "dumped")
    with book.change("still open"):
        dump(book, tmp_path / "again")
    assert content(tmp_path / "dumped") == content(tmp_path / "again")
