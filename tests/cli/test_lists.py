import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_lists_of_the_newest_month_are_told(run: Run, book: Path) -> None:
    told = run("lists", book)
    assert told.exit_code == 0
    assert "Lists by " in told.stdout.splitlines()[0]
    assert next(line for line in told.stdout.splitlines() if line.startswith("[")).startswith("[Red list ")


def test_they_go_by_an_indicator_or_the_score_and_come_as_json(run: Run, book: Path) -> None:
    found = json.loads(run("lists", book, "--month", "2026-01", "--indicator", "M", "--json").stdout)
    assert (found["month"], found["by"]) == ("2026-01", "M")
    assert [one["list"] for one in found["lists"]] == ["red", "black", "running", "zero", "late", "ends", "lights"]
    assert json.loads(run("lists", book, "--month", "2026-01", "--score", "--json").stdout)["by"] is None


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--indicator", "none"], 1, "There is no indicator “none”."),
        (["--month", "1999-01"], 1, "There are no figures for 1999-01."),
        (["--score", "--indicator", "M"], 2, "leave one of the two out."),
        (["--month", "soon"], 2, "soon"),
    ],
)
def test_what_cannot_be_told_is_refused(run: Run, book: Path, arguments: list[str], code: int, message: str) -> None:
    told = run("lists", book, *arguments)
    assert told.exit_code == code
    assert message in told.stderr


def test_a_book_without_figures_says_so(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "new.tracker")
    assert run("lists", tmp_path / "new.tracker").exit_code == 1
