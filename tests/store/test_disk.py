from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tracker.store.disk import open_folder, sync_folder, whole_file


def test_a_whole_file_replaces_the_one_before_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")
    with whole_file(path) as part:
        part.write_text("after")
        assert path.read_text() == "before"
    assert path.read_text() == "after"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_the_file_before_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")

    def give_up() -> None:
        with whole_file(path) as part:
            part.write_text("after")
            part.with_name(f"{part.name}-journal").write_text("sqlite's")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_synced_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(handle: int) -> None:
        raise OSError(22, "Invalid argument")

    folder = open_folder(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", cannot)
        sync_folder(folder)
    sync_folder(folder)
    sync_folder(None)
    if folder is not None:
        os.close(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_folder_that_may_be_written_but_not_listed_will_do(shared_folder: Path, request: pytest.FixtureRequest) -> None:
    shared_folder.chmod(0o333)
    request.getfixturevalue("ordinary_user")
    assert open_folder(shared_folder) is None
    with whole_file(shared_folder / "a.txt") as part:
        part.write_text("x")
    assert (shared_folder / "a.txt").read_text() == "x"
