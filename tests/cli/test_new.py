from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tracker.cli.new import TEMPLATES
from tracker.exchange import new_book
from tracker.store import indicators, settings
from tracker.store.book import Book


@pytest.mark.parametrize(("arguments", "count"), [([], 0), (["--template", "blank"], 0), (["--template", "investment"], 10)])
def test_a_new_book_has_its_title_and_its_templates_indicators(
    run: Run, tmp_path: Path, arguments: list[str], count: int
) -> None:
    path = tmp_path / "云山县.tracker"
    told = run("new", path, "--title", "云山县", *arguments)
    assert (told.exit_code, told.stdout, told.stderr) == (0, f"Made {path}.\n", "")
    with Book.open(path) as book:
        assert settings.title(book) == "云山县"
        assert len(indicators.indicators(book)) == count
    assert [entry.name for entry in tmp_path.iterdir()] == ["云山县.tracker"]


def test_an_existing_file_is_refused(run: Run, book: Path) -> None:
    before = book.read_bytes()
    told = run("new", book, "--title", "T")
    assert told.exit_code == 1
    assert told.stderr == f"tracker: {book} exists already. Choose another name for the new book.\n"
    assert book.read_bytes() == before


def test_the_templates_are_those_that_there_are() -> None:
    assert sorted(TEMPLATES) == sorted(new_book.TEMPLATES)
