"""The power goes out, a hundred times: every change that was acknowledged is there, the file is sound, the journal verifies."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.county import add_county
from tracker.store import journal
from tracker.store.book import Book
from tracker.store.check import check
from tracker.store.lock import lock_path

PROJECT = Path(__file__).parents[2]
TIMES = 100


def start(path: Path, seed: int) -> subprocess.Popen[str]:
    """A process that edits the book, ready to be killed."""
    program = Path(__file__).with_name("edits_until_killed.py")
    process = subprocess.Popen(
        [sys.executable, "-X", "faulthandler", str(program), str(path), str(seed)],
        stdout=subprocess.PIPE,
        text=True,
        env={**{name: value for name, value in os.environ.items() if not name.startswith("COV")}, "PYTHONPATH": str(PROJECT)},
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def kill(process: subprocess.Popen[str]) -> list[str]:
    """Kill it without warning; what it had acknowledged by then, whole lines only."""
    process.send_signal(signal.SIGKILL)
    said, _ = process.communicate()
    assert process.returncode == -signal.SIGKILL
    return [line.rstrip("\n") for line in said.splitlines(keepends=True) if line.endswith("\n")]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_hundred_power_cuts_lose_nothing_that_was_acknowledged(path: Path) -> None:
    with Book.open(path) as book:
        add_county(book)
    chance = random.Random(2026)
    acknowledged: list[str] = []
    for seed in range(TIMES):
        process = start(path, seed)
        time.sleep(chance.uniform(0, 0.12))
        acknowledged += kill(process)
        with Book.open(path) as book:
            assert not book.read_only, book.reason
            told = {entry.id: f"{entry.id} {entry.kind.value} {entry.label}" for entry in journal.entries(book)}
            lost = [line for line in acknowledged if told.get(int(line.split()[0])) != line]
            assert lost == []
            assert book.row("PRAGMA quick_check") == ("ok",)
            if seed % 10 == 0:
                assert check(book) == []
            unsaid = len(told) - 1 - len(acknowledged)
            assert unsaid <= seed + 1, "at most one change a life may be stored and not yet acknowledged"
    assert not lock_path(path).exists()
    assert len(acknowledged) > TIMES, "the processes lived long enough to do something"
    with Book.open(path) as book:
        assert journal.verify(book) is None
        assert check(book) == []


def test_the_data_is_what_the_journal_says_after_each_kill(path: Path) -> None:
    """The journal's images and the tables agree, so that an acknowledged change is there in both."""
    with Book.open(path) as book:
        add_county(book)
    for seed in range(3):
        process = start(path, 1000 + seed)
        time.sleep(0.3)
        kill(process) if sys.platform != "win32" else process.kill()
        with Book.open(path) as book:
            assert check(book) == []
