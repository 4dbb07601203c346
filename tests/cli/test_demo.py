import os
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tracker.cli.demo import free_name
from tracker.store import settings
from tracker.store.book import Book


def test_the_demo_writes_a_book_a_ranking_and_a_picture_again_and_again(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    for _ in range(2):
        told = program("demo", folder)
        assert told.returncode == 0, told.stderr
        written = [Path(line) for line in told.stdout.splitlines()]
        assert [path.name for path in written] == ["云山县.tracker", "ranking-2026-09.pdf", "window.png"]
        assert written[1].read_bytes().startswith(b"%PDF-")
        assert written[2].read_bytes().startswith(b"\x89PNG")
        assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in written)


def test_a_sample_that_somebody_changed_is_kept(tmp_path: Path) -> None:
    from tracker.exchange.new_book import make_sample

    path = tmp_path / "云山县.tracker"
    assert free_name(path) == path
    make_sample(path)
    assert free_name(path) == path
    with Book.open(path) as book, book.change("mine"):
        settings.set_office(book, "招商局")
    assert free_name(path) == tmp_path / "云山县-2.tracker"
    make_sample(tmp_path / "云山县-2.tracker")
    with Book.open(tmp_path / "云山县-2.tracker"):
        assert free_name(path) == tmp_path / "云山县-3.tracker", "a window has the second one open"
    assert free_name(path) == tmp_path / "云山县-2.tracker"


def test_a_file_of_another_kind_is_kept(tmp_path: Path) -> None:
    (tmp_path / "云山县.tracker").write_text("mine")
    assert free_name(tmp_path / "云山县.tracker") == tmp_path / "云山县-2.tracker"


@pytest.mark.skipif(os.name == "nt", reason="a folder cannot be made unwritable there")
def test_a_folder_that_is_a_file_is_refused(program: Program, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    told = program("demo", tmp_path / "file")
    assert told.returncode == 1
    assert told.stderr.startswith("tracker: ")
    assert told.stderr.count("\n") == 1
