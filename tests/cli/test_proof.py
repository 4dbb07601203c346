import json
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from tests.cli.conftest import Program, Run
from tracker.cli.program import program as made

RIGHT = "1-9月，完成20亿元，占目标25亿元的80%，超序时进度5个百分点。"
WRONG = "1-9月，完成20亿元，占目标25.00亿元的85%。"
WORDED = "1-9月，完成20亿元，占目标25亿元的80%，超序时进度5%。"


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "9月通报.txt"


@pytest.mark.parametrize(("text", "code"), [(RIGHT, 0), (WRONG, 3), (WORDED, 3), ("", 0)])
def test_the_exit_code_says_whether_a_person_is_needed(run: Run, written: Path, text: str, code: int) -> None:
    written.write_text(text, encoding="gb18030")
    told = run("proof", written)
    assert told.exit_code == code, told.stderr
    assert told.stdout.splitlines()[-1].endswith("wordings to mend.")


def test_json_is_for_programs(run: Run, written: Path) -> None:
    written.write_text(WRONG, encoding="utf-8-sig")
    told = run("proof", written, "--json")
    assert told.exit_code == 3
    (claim,) = json.loads(told.stdout)["claims"]
    assert (claim["kind"], claim["published"], claim["recomputed"], claim["verdict"]) == ("completion", "85", "80", "wrong")


def test_a_word_file_is_read(run: Run, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(RIGHT)
    document.save(str(tmp_path / "通报.docx"))
    assert run("proof", tmp_path / "通报.docx").stdout.startswith("[right] completion: 完成20亿元，占目标25亿元的80%\n")


def test_standard_input_is_read() -> None:
    told = CliRunner().invoke(made(), ["proof", "-", "--json"], input=RIGHT.encode("gb18030"))
    assert told.exit_code == 0
    assert [claim["kind"] for claim in json.loads(told.stdout)["claims"]] == ["completion", "pace"]


@pytest.mark.parametrize("month", ["9", "09", "2026-09"])
def test_the_month_may_be_said_where_the_text_does_not(run: Run, written: Path, month: str) -> None:
    written.write_text("完成年度任务的80%，超序时进度5个百分点。", encoding="utf-8")
    assert "0 claims" in run("proof", written).stdout
    assert "1 right" in run("proof", written, "--month", month).stdout


@pytest.mark.parametrize("month", ["13", "0", "九月", "2026-13", ""])
def test_a_month_that_is_none_is_wrong_usage(run: Run, written: Path, month: str) -> None:
    written.write_text(RIGHT, encoding="utf-8")
    assert run("proof", written, "--month", month).exit_code == 2


def test_what_cannot_be_read_is_told_in_one_line(run: Run, program: Program, tmp_path: Path) -> None:
    (tmp_path / "通报.pdf").write_bytes(b"%PDF-1.7")
    told = run("proof", tmp_path / "通报.pdf")
    assert told.exit_code == 1
    assert told.stderr == (
        "tracker: 通报.pdf is a PDF file, which is not read here. Save the bulletin as .docx or as .txt, or copy its text.\n"
    )
    missing = program("proof", tmp_path / "missing.txt")
    assert missing.returncode == 1
    assert missing.stderr.count("\n") == 1
    assert run("proof", tmp_path).exit_code == 1
    assert run("proof").exit_code == 2
