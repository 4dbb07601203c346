"""A saved document is complete or not there; what stands in the way is told with what to do."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from tracker.reports.document_file import save
from tracker.reports.errors import DocumentNotSaved


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "排名.pdf"
    save(b"one", path)
    save(b"two", path)
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_permissions_are_those_of_any_new_file_or_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    before = os.umask(0o022)
    try:
        save(b"one", path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o644
        path.chmod(0o600)
        save(b"two", path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert os.umask(0o022) == 0o022
    finally:
        os.umask(before)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentNotSaved, match="folder does not exist"):
        save(b"x", tmp_path / "absent" / "a.pdf")


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DocumentNotSaved, match="folder does not exist"):
        save(b"x", tmp_path / "file" / "a.pdf")


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(DocumentNotSaved, match="folder of that name"):
        save(b"x", tmp_path / "a.pdf")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentNotSaved, match=r"name is too long|could not be saved"):
        save(b"x", tmp_path / ("长" * 200 + ".pdf"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(DocumentNotSaved, match="may not write in that folder"):
            save(b"x", tmp_path / "a.pdf")
    finally:
        tmp_path.chmod(0o700)


def refuse(code: int) -> object:
    def refused(*_arguments: object, **_named: object) -> None:
        raise OSError(code, os.strerror(code))

    return refused


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "write-protected"),
        (errno.EACCES, "may not write in that folder"),
        (errno.EIO, "The system says"),
    ],
)
def test_a_disk_that_refuses_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, told: str) -> None:
    monkeypatch.setattr(os, "fsync", refuse(code))
    with pytest.raises(DocumentNotSaved, match=told):
        save(b"x", tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_program_holds_open_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    save(b"old", path)
    monkeypatch.setattr(Path, "replace", refuse(errno.EACCES))  # what Windows answers while a reader has the file open
    with pytest.raises(DocumentNotSaved, match="open in another program"):
        save(b"new", path)
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
