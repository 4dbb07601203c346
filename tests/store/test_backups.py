from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.store.county import SEPTEMBER, County, contents
from tracker.domain.figure import Figure
from tracker.store import figures, journal
from tracker.store.backups import backup
from tracker.store.book import Book
from tracker.store.faults import BackupIsTheBook, BookIsAFolder, BookNotWritten, BookUnreadable


def test_a_backup_is_the_whole_book_while_it_is_open(county: County, tmp_path: Path) -> None:
    county.put("1")
    target = tmp_path / "usb" / "云山县.tracker"
    target.parent.mkdir()
    backup(county.book, target)
    assert list(target.parent.iterdir()) == [target]
    with Book.open(target) as copy:
        assert not copy.read_only
        assert contents(copy) == contents(county.book)
        assert journal.verify(copy) is None


def test_a_reader_can_make_a_backup_too(county: County, tmp_path: Path) -> None:
    with Book.open(county.book.path, read_only=True) as reader:
        backup(reader, tmp_path / "copy.tracker")
    with Book.open(tmp_path / "copy.tracker") as copy:
        assert contents(copy) == contents(county.book)


def test_a_backup_replaces_the_one_before(county: County, tmp_path: Path) -> None:
    target = tmp_path / "copy.tracker"
    backup(county.book, target)
    county.put("1")
    backup(county.book, target)
    with Book.open(target) as copy:
        assert contents(copy) == contents(county.book)


def test_progress_is_told_and_can_end_it(county: County, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.store.opening._PAGES_AT_ONCE", 5)
    target = tmp_path / "copy.tracker"
    told: list[tuple[int, int]] = []
    backup(county.book, target, progress=lambda done, total: told.append((done, total)))
    pages = county.book.row("PRAGMA page_count")[0]
    assert told[0] == (5, pages)
    assert told[-1] == (pages, pages)
    before = target.read_bytes()

    def cancel(done: int, total: int) -> None:
        raise InterruptedError if done < total else AssertionError

    with pytest.raises(BookNotWritten):
        backup(county.book, target, progress=cancel)
    assert target.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir() if not file.name.startswith(".~lock")) == [
        "copy.tracker",
        "云山县.tracker",
    ]


def test_a_backup_never_goes_over_the_book_itself_or_a_folder(county: County, tmp_path: Path) -> None:
    for path in (county.book.path, tmp_path / "." / county.book.path.name):
        with pytest.raises(BackupIsTheBook):
            backup(county.book, path)
    with pytest.raises(BookIsAFolder):
        backup(county.book, tmp_path)
    with pytest.raises(BookUnreadable):
        backup(county.book, tmp_path / "no" / "copy.tracker")
    county.put("1")
    assert figures.figures(county.book) == [county.figure("1")]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_backup_to_where_one_may_not_write(county: County, shared_folder: Path, request: pytest.FixtureRequest) -> None:
    shared_folder.chmod(0o555)
    request.getfixturevalue("ordinary_user")
    with pytest.raises(BookUnreadable, match="write in its folder"):
        backup(county.book, shared_folder / "copy.tracker")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux")
def test_a_full_disk_leaves_no_half_backup(county: County, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tracker.store.disk.os.fsync", full)
    with pytest.raises(BookNotWritten, match="No space left"):
        backup(county.book, tmp_path / "copy.tracker")
    assert not (tmp_path / "copy.tracker").exists()
    assert not list(tmp_path.glob(".~part*"))


def test_a_backup_inside_a_change_is_our_own_mistake(county: County, tmp_path: Path) -> None:
    with county.book.change("type"):
        figures.set_figure(county.book, Figure(county.chengguan, county.money, SEPTEMBER, county.figure("1").value))
        with pytest.raises(RuntimeError, match="inside a change"):
            backup(county.book, tmp_path / "copy.tracker")
    assert not (tmp_path / "copy.tracker").exists()
