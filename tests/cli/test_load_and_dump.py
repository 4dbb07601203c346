from pathlib import Path

from tests.cli.conftest import Program, Run
from tests.exchange.conftest import Folder
from tracker.store import settings
from tracker.store.book import Book

DECIMALS = "Write digits with at most 2 decimals, like 1234.56."


def test_a_folder_makes_a_new_book(run: Run, folder: Folder, tmp_path: Path) -> None:
    path = tmp_path / "云山县.tracker"
    told = run("load", path, folder.path)
    assert told.exit_code == 0, told.stderr
    assert told.stdout == (f"Loaded into {path}: 3 units, 4 indicators, 3 targets, 2 plan shares, 2 scheme lines, 3 figures.\n")
    with Book.open(path) as book:
        assert settings.title(book) == "云山县"
    assert run("load", path, folder.path).stdout == f"{path} had all of it already: nothing was changed.\n"


def test_every_problem_has_a_line_and_the_sum_comes_last(program: Program, folder: Folder, tmp_path: Path) -> None:
    folder.change("figures.csv", "2026-01,1.25", "2026-01,1.255")
    folder.add("units.csv", "U3,重复,街道,9,,,")
    told = program("load", tmp_path / "new.tracker", folder.path)
    assert told.returncode == 1
    assert told.stdout == ""
    assert told.stderr.splitlines() == [
        "tracker: units.csv, row 5: It repeats row 4. Keep one of the two.",
        "tracker: figures.csv, row 2, column value: 1.255 has more than 2 decimals. " + DECIMALS,
        "tracker: Nothing was loaded: 2 problems in the data folder.",
    ]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["folder"]


def test_an_existing_book_stays_as_it_was_where_there_is_a_problem(run: Run, folder: Folder, book: Path) -> None:
    before = book.read_bytes()
    folder.add("figures.csv", "U1,M,2026-02,7", "U1,M,2026-03,x")
    assert run("load", book, folder.path).exit_code == 1
    assert book.read_bytes() == before


def test_a_problem_never_takes_a_second_line(run: Run, folder: Folder, tmp_path: Path) -> None:
    folder.add("figures.csv", '"U\n9",M,2026-02,7')
    told = run("load", tmp_path / "new.tracker", folder.path)
    assert told.stderr.startswith("tracker: figures.csv, row 5, column unit: There is no unit “U 9”.")
    assert told.stderr.count("\n") == 2


def test_a_misspelt_file_is_named(run: Run, folder: Folder, tmp_path: Path) -> None:
    folder.write("figure.csv", "x\n")
    told = run("load", tmp_path / "new.tracker", folder.path)
    assert told.exit_code == 0
    assert told.stderr == "tracker: figure.csv was not read: the folder's files have fixed names.\n"


def test_a_book_that_somebody_has_open_is_not_loaded_into(run: Run, folder: Folder, book: Path) -> None:
    with Book.open(book):
        told = run("load", book, folder.path)
    assert told.exit_code == 1
    assert "has it open since" in told.stderr


def test_the_dump_is_the_folder_again(run: Run, folder: Folder, book: Path, tmp_path: Path) -> None:
    told = run("dump", book, tmp_path / "out")
    assert (told.exit_code, told.stdout) == (0, f"Wrote {tmp_path / 'out'}.\n")
    for path in folder.path.iterdir():
        assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes()
    assert run("load", book, tmp_path / "out").stdout.endswith("nothing was changed.\n")


def test_a_folder_of_somebody_else_is_refused(run: Run, folder: Folder, book: Path) -> None:
    told = run("dump", book, folder.path)
    assert told.exit_code == 1
    assert told.stderr == f"tracker: {folder.path} has a units.csv that this program did not write. Choose another folder.\n"
