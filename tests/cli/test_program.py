import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Program, Run
from tracker import __version__
from tracker.cli.program import one_line
from tracker.i18n import use_language

COMMANDS = ["check", "demo", "dump", "load", "log", "new", "proof", "rank"]

HEAVY = """
import sys
from tracker.cli import main
sys.argv = ["tracker", "--help"]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
heavy = {"pandas", "numpy", "PySide6", "matplotlib", "openpyxl", "typst", "sqlite_utils"} & set(sys.modules)
assert not heavy, heavy
"""


def test_help_names_every_command(run: Run) -> None:
    told = run("--help")
    assert told.exit_code == 0
    assert all(f"\n  {command} " in told.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Run, command: str) -> None:
    told = run(command, "--help")
    assert told.exit_code == 0
    assert told.stdout.startswith(f"Usage: tracker {command} ")


def test_help_imports_nothing_heavy(environment: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-c", HEAVY], check=True, env=environment, stdout=subprocess.DEVNULL)


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").stdout == f"tracker {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["nonsense"],
        ["nonsense", "--help"],
        ["new", "x.tracker"],
        ["new", "--title", "T"],
        ["new", "x.tracker", "--title", "T", "--template", "other"],
        ["load", "x.tracker"],
        ["dump"],
        ["rank", "x.tracker"],
        ["rank", "x.tracker", "--month", "2026-13"],
        ["rank", "x.tracker", "--month", "September"],
        ["rank", "x.tracker", "--month", "2026-09", "--format", "docx"],
        ["rank", "x.tracker", "--month", "2026-09", "--target-set", "given"],
        ["log"],
        ["check", "a", "b"],
        ["demo"],
        ["a.tracker", "b.tracker"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2_and_changes_nothing(
    run: Run, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = run(*arguments)
    assert told.exit_code == 2
    assert told.stdout == ""
    assert "Usage: tracker" in told.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["dump", "none.tracker", "x"],
        ["rank", "none.tracker", "--month", "2026-09"],
        ["log", "none.tracker"],
        ["check", "none.tracker"],
    ],
    ids=" ".join,
)
def test_an_error_is_one_line_and_1(
    program: Program, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = program(*arguments)
    assert told.returncode == 1
    assert told.stdout == ""
    assert told.stderr.startswith("tracker: There is no book at ")
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize(("content", "message"), [(b"", "empty file"), (b"words", "is not a book"), (None, "is a folder")])
def test_what_is_no_book_is_told_and_left_alone(run: Run, tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "odd.tracker"
    path.mkdir() if content is None else path.write_bytes(content)
    for command in (["check", path], ["log", path], ["dump", path, tmp_path / "out"], ["load", path, tmp_path]):
        told = run(*command)
        assert told.exit_code == 1
        assert message in told.stderr
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["odd.tracker"]
    assert content is None or path.read_bytes() == content


def test_messages_never_take_a_second_line() -> None:
    assert one_line("a\n  b\tc") == "a b c"


def test_it_speaks_chinese(program: Program) -> None:
    told = program("--help", TRACKER_LANGUAGE="zh_CN")
    assert "用法" in told.stdout
    assert "排名" in told.stdout
    assert "并退出" in told.stdout


def test_the_help_tells_what_every_command_does_in_whole_sentences(program: Program) -> None:
    told = program("--help", TRACKER_LANGUAGE="zh_CN")
    assert "..." not in told.stdout.split("命令:")[1]


def test_an_unknown_word_is_told_in_chinese_too(run: Run) -> None:
    use_language("zh_CN")
    assert "无此" in run("无此").stderr


def test_a_disk_that_refuses_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    told = run("demo", tmp_path / "file" / "under")
    assert told.exit_code == 1
    assert told.stderr == f"tracker: {tmp_path / 'file' / 'under'}: Not a directory\n"


def test_a_reader_that_goes_away_is_no_error(book: Path, environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "tracker", "rank", str(book), "--month", "2026-01"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to one process")
def test_a_book_alone_opens_the_window_on_it(book: Path, environment: dict[str, str]) -> None:
    lock = book.with_name(f".~lock.{book.name}#")
    with subprocess.Popen([sys.executable, "-m", "tracker", str(book)], stderr=subprocess.PIPE, env=environment) as process:
        deadline = time.monotonic() + 60
        while not lock.exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        told = process.stderr.read().decode()
        assert process.wait(60) == 0, told
    assert not lock.exists()


def test_the_self_test_is_an_option(program: Program) -> None:
    told = program("--self-test")
    assert told.returncode == 0, told.stderr
    assert told.stdout.count("ok  ") > 3


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to one process")
def test_without_anything_the_window_opens(environment: dict[str, str], own_home: Path) -> None:
    with subprocess.Popen([sys.executable, "-m", "tracker"], stderr=subprocess.PIPE, env=environment) as process:
        time.sleep(3)
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        told = process.stderr.read().decode()
        assert process.wait(60) == 0, told
