import shutil
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.data_folder.county import fill, picture
from tracker.exchange.data_folder import dump, load
from tracker.store import journal
from tracker.store.book import Book


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_what_is_dumped_and_loaded_equals_the_book(blank: Path, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        with (
            Book.open(shutil.copy(blank, here / "first.tracker")) as first,
            Book.open(shutil.copy(blank, here / "second.tracker")) as second,
        ):
            fill(first, data)
            dump(first, here / "folder")
            report = load(second, here / "folder")
            assert picture(second) == picture(first)
            assert report.ignored == ()
            dump(second, here / "again")
            assert not load(second, here / "again").changed, "loading what the book has changes nothing"
            assert journal.verify(second) is None
        for file in sorted((here / "folder").iterdir()):
            assert (here / "again" / file.name).read_bytes() == file.read_bytes(), "the same book gives the same bytes"


@pytest.mark.parametrize("name", ["books/book1", "books/book2", "books/book3", "submissions/book"])
def test_the_test_books_come_back_as_they_were(
    name: str, shared_data: Path, new_book: Callable[[str], Book], tmp_path: Path
) -> None:
    first, second = new_book("first"), new_book("second")
    load(first, shared_data / name)
    dump(first, tmp_path / "folder")
    load(second, tmp_path / "folder")
    assert picture(second) == picture(first)
    assert sorted_lines(tmp_path / "folder" / "figures.csv") == sorted_lines(shared_data / name / "figures.csv")
    if (shared_data / name / "scheme.csv").exists():
        assert (tmp_path / "folder" / "scheme.csv").read_text("utf-8") == (shared_data / name / "scheme.csv").read_text("utf-8")


def sorted_lines(path: Path) -> list[tuple[str | Decimal, ...]]:
    """The file's lines but the header; numbers as they compare: the test books write 0.00, 1.50 and even -0."""
    _, *lines = path.read_text(encoding="utf-8").splitlines()
    return sorted((*line.split(",")[:-1], Decimal(line.split(",")[-1])) for line in lines)


def test_undo_takes_a_whole_load_back(folder, book: Book) -> None:
    before = picture(book)
    load(book, folder.path)
    after = picture(book)
    assert book.undo() == "Load folder"
    assert picture(book) == before
    book.redo()
    assert picture(book) == after
