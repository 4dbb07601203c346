from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from tracker.ui.settings import RECENT_LIMIT, Density, Settings
from tracker.ui.theme import Scheme


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "settings.ini"


def test_what_was_set_is_there_at_the_next_start(file):
    settings = Settings(file)
    settings.scheme, settings.density, settings.zoom, settings.language = Scheme.DARK, Density.COMPACT, 125, "zh_CN"
    settings.page, settings.geometry = "ranking", QByteArray(b"\x01geometry")
    settings.save()
    again = Settings(file)
    assert (again.scheme, again.density, again.zoom, again.language) == (Scheme.DARK, Density.COMPACT, 125, "zh_CN")
    assert (again.page, again.geometry) == ("ranking", QByteArray(b"\x01geometry"))


def test_the_defaults_follow_the_system(file):
    settings = Settings(file)
    assert (settings.scheme, settings.density, settings.zoom, settings.language) == (Scheme.SYSTEM, Density.AUTOMATIC, 100, "")
    assert settings.geometry.isEmpty()


def test_a_damaged_value_reads_as_its_default(file):
    settings = Settings(file)
    for key, value in {"look/scheme": "mauve", "look/rows": "3", "look/zoom": "1e9", "window/geometry": "?"}.items():
        settings.set_text(key, value)
    assert (settings.scheme, settings.density, settings.zoom) == (Scheme.SYSTEM, Density.AUTOMATIC, 100)
    assert settings.geometry.isEmpty()


def test_recent_books_are_newest_first_without_repeats_and_bounded(file, tmp_path):
    settings = Settings(file)
    books = [tmp_path / f"书 {number}.tracker" for number in range(RECENT_LIMIT + 2)]
    for book in books:
        book.touch()
        settings.remember_book(book)
    settings.remember_book(books[-2])
    assert settings.recent[:2] == (books[-2], books[-1])
    assert len(settings.recent) == RECENT_LIMIT
    assert settings.last_book == books[-2]


def test_a_book_that_is_gone_is_not_offered(file, tmp_path):
    settings = Settings(file)
    gone = tmp_path / "gone.tracker"
    gone.touch()
    settings.remember_book(gone)
    gone.unlink()
    assert settings.recent == ()
    assert settings.last_book is None


def test_a_forgotten_book_leaves_the_list(file, tmp_path):
    settings = Settings(file)
    book = tmp_path / "a.tracker"
    book.touch()
    settings.remember_book(book)
    settings.forget_book(book)
    assert settings.recent == ()
