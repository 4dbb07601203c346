import csv
import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("month", ["2026-01", "2026-07"])
def test_scores_equal_the_expected_results(run: Run, shared_data: Path, tmp_path: Path, month: str) -> None:
    book = tmp_path / "book2.tracker"
    assert run("load", book, shared_data / "books" / "book2").exit_code == 0
    told = run("rank", book, "--month", month, "--score", "--format", "json")
    assert told.exit_code == 0
    expected = json.loads((shared_data / "books" / "book2" / "expected.json").read_bytes())[month]["scores"]
    scores = json.loads(told.stdout)["scores"]
    assert {group: {row["unit"]: row["rank"] for row in rows} for group, rows in scores.items()} == {
        group: {row["unit"]: row["rank"] for row in rows} for group, rows in expected.items()
    }
    for group, rows in expected.items():
        mine = {row["unit"]: row["score"] for row in scores[group]}
        assert mine == pytest.approx({row["unit"]: row["score"] for row in rows}, rel=1e-12)


def test_scores_go_to_the_screen_or_to_a_file(run: Run, book: Path, tmp_path: Path) -> None:
    told = run("rank", book, "--month", "2026-01", "--score", "--group", "乡镇")
    assert told.stdout.startswith("2026-01  Score\nRank  Move  Unit")
    written = run("rank", book, "--month", "2026-01", "--score", "-o", tmp_path / "out.csv")
    assert written.stdout == f"Wrote {tmp_path / 'out.csv'}.\n"
    with (tmp_path / "out.csv").open(encoding="utf-8-sig") as file:
        assert [row["unit"] for row in csv.DictReader(file)] == ["U1", "U2"]


def test_the_sheet_of_scores_is_a_pdf(run: Run, book: Path, tmp_path: Path) -> None:
    file = tmp_path / "scores.pdf"
    told = run("rank", book, "--month", "2026-01", "--score", "--group", "乡镇", "-o", file)
    assert (told.exit_code, told.stdout) == (0, f"Wrote {file}.\n")
    assert file.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("asked", [["--score"], [], ["--indicator", "M"]])
def test_each_sheet_is_a_picture_too(run: Run, book: Path, tmp_path: Path, asked: list[str]) -> None:
    file = tmp_path / "sheet.png"
    assert run("rank", book, "--month", "2026-01", *asked, "-o", file).exit_code == 0
    assert file.read_bytes().startswith(b"\x89PNG")
    assert run("rank", book, "--month", "2026-01", *asked, "--format", "png").exit_code == 2


def test_the_scores_are_a_workbook_too(run: Run, book: Path, tmp_path: Path) -> None:
    file = tmp_path / "scores.xlsx"
    assert run("rank", book, "--month", "2026-01", "--score", "-o", file).exit_code == 0
    assert len(openpyxl.load_workbook(file).worksheets) == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--indicator", "M"], "A score counts all indicators of the scheme: leave --indicator out."),
    ],
)
def test_what_a_score_does_not_have_is_wrong_usage(run: Run, book: Path, arguments: list[str], message: str) -> None:
    told = run("rank", book, "--month", "2026-01", "--score", *arguments)
    assert told.exit_code == 2
    assert message in " ".join(told.stderr.split())


def test_scores_stand_against_another_months_scheme(run: Run, book: Path, tmp_path: Path) -> None:
    told = run("rank", book, "--month", "2026-01", "--score", "--against", "2026-01", "--format", "json")
    assert json.loads(told.stdout)["against"] == "2026-01"
    assert run("rank", book, "--month", "2026-01", "--against", "2026-01").exit_code == 2
    assert run("rank", book, "--month", "2026-01", "--score", "--against", "soon").exit_code == 2
    assert "no scheme for 2025-12" in run("rank", book, "--month", "2026-01", "--score", "--against", "2025-12").stderr
