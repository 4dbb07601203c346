"""A fresh book for each test, blank or with a small county in it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.county import County, add_county
from tracker.store.book import Book


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new book's file; to be copied, because making one imports sqlite-utils."""
    path = tmp_path_factory.mktemp("blank") / "blank.tracker"
    Book.create(path).close()
    return path


@pytest.fixture
def path(blank: Path, tmp_path: Path) -> Path:
    """The path of a closed blank book."""
    return Path(shutil.copy(blank, tmp_path / "云山县.tracker"))


@pytest.fixture
def book(path: Path) -> Iterator[Book]:
    """An open blank book."""
    with Book.open(path) as book:
        yield book


@pytest.fixture
def county(book: Book) -> County:
    """The same open book with groups, units and indicators, and nothing to undo."""
    return add_county(book)


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that other users of the machine can come to."""
    folder = Path(tempfile.mkdtemp(prefix="county-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    """Not root, whom no permission stops: as somebody without rights, where the tests run as root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
