import json
from pathlib import Path

from tests.cli.conftest import Run
from tracker.cli.explain import NUMBERS
from tracker.exchange.reasons import choice


def test_a_number_is_explained_step_by_step(run: Run, book: Path) -> None:
    told = run("explain", book, "--indicator", "M", "--month", "2026-01")
    assert told.exit_code == 0
    assert told.stdout.splitlines()[1].startswith("1. Rule: ")
    assert told.stdout.startswith("County total · ")


def test_json_is_for_other_programs(run: Run, book: Path) -> None:
    told = run("explain", book, "--indicator", "M", "--month", "2026-01", "--number", "cumulative", "--json")
    assert json.loads(told.stdout)["number"] == "cumulative"


def test_who_is_not_there_is_told_in_one_line(run: Run, book: Path) -> None:
    told = run("explain", book, "--indicator", "M", "--month", "2026-01", "--unit", "nobody")
    assert told.exit_code == 1
    assert told.stderr.startswith("tracker: No unit “nobody” is listed in 2026-01.")


def test_the_numbers_are_those_that_can_be_explained() -> None:
    assert list(choice.NUMBERS) == list(NUMBERS)
