"""`tracker bulletin`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tracker.resources import resource

pytestmark = pytest.mark.usefixtures("compiled")


@pytest.fixture
def compiled() -> None:
    """The paper's words are Chinese; without the compiled translations there is only English."""
    from tracker.reports import wording

    if wording.tr("Notes: ") == "Notes: ":
        pytest.skip("the translations are not compiled: make setup")


def test_the_bulletin_goes_to_the_screen_or_to_a_file(run: Run, book: Path, tmp_path: Path) -> None:
    told = run("bulletin", book, "--month", "2026-01", "--indicator", "M", "--number", "云招〔2026〕1号")
    assert told.exit_code == 0
    assert told.stdout.startswith("云招〔2026〕1号\n\n关于2026年1月全县招商引资主要指标完成情况的通报\n")
    written = run("bulletin", book, "--month", "2026-01", "-o", tmp_path / "out.txt")
    assert written.stdout == f"Wrote {tmp_path / 'out.txt'}.\n"
    assert "一、总体情况" in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_a_file_of_another_kind_is_wrong_usage(run: Run, book: Path, tmp_path: Path) -> None:
    told = run("bulletin", book, "--month", "2026-01", "-o", tmp_path / "out.exe")
    assert told.exit_code == 2
    assert "A bulletin's file ends in .txt." in " ".join(told.stderr.split())


def test_a_month_without_figures_is_refused(run: Run, book: Path) -> None:
    told = run("bulletin", book, "--month", "2031-01")
    assert told.exit_code == 1
    assert "There are no figures for 2031-01." in told.stderr


def test_the_programs_own_bulletin_passes_the_proof_reader(run: Run, tmp_path: Path) -> None:
    run("load", tmp_path / "sample.tracker", resource("sample"))
    run("bulletin", tmp_path / "sample.tracker", "--month", "2026-09", "-o", tmp_path / "out.txt")
    told = json.loads(run("proof", tmp_path / "out.txt", "--json").stdout)
    assert {claim["kind"] for claim in told["claims"]} >= {"completion", "pace"}
    assert [claim for claim in told["claims"] if claim["verdict"] == "wrong" or claim["wording"]] == []
