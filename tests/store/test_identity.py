import shutil

from tracker.store import settings
from tracker.store.book import Book
from tracker.store.identity import identity


def test_a_book_is_known_by_the_beginning_of_its_journal(county, tmp_path):
    first = identity(county.book)
    assert len(first) == 32
    with county.book.change("rename"):
        settings.set_title(county.book, "青云县")
    assert identity(county.book) == first
    county.book.close()
    with Book.open(shutil.copy(county.book.path, tmp_path / "copy.tracker")) as copied:
        assert identity(copied) == first


def test_a_book_in_which_nothing_was_done_has_none(tmp_path):
    with Book.create(tmp_path / "new.tracker") as book:
        assert identity(book) == ""
