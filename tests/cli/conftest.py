"""The command line, called in this process (`run`) and as a program of its own (`program`)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import ROOT
from tests.exchange.conftest import Folder
from tracker.cli.program import program as made

Run = Callable[..., Result]
Program = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run() -> Run:
    """`run(*arguments)` calls the command line; its result has exit_code, stdout and stderr."""

    def call(*arguments: object) -> Result:
        result = CliRunner().invoke(made(), [str(argument) for argument in arguments], prog_name="tracker")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


@pytest.fixture
def environment() -> dict[str, str]:
    """What a program that a test starts finds around it: this source, English."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "", "PYTHONWARNINGS": "error"}


@pytest.fixture
def program(environment: dict[str, str]) -> Program:
    """`program(*arguments)` starts `tracker` as a process of its own and waits for its end."""

    def start(*arguments: object, **environment_too: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "tracker", *map(str, arguments)]
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", env={**environment, **environment_too}, timeout=120, check=False
        )

    return start


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A small, sound data folder."""
    return Folder(tmp_path / "folder")


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book with the small folder in it; to be copied."""
    from tracker.exchange.data_folder import load
    from tracker.exchange.new_book import making_book

    here = tmp_path_factory.mktemp("loaded")
    with making_book(here / "book.tracker", title="云山县") as book:
        load(book, Folder(here / "folder").path)
    return here / "book.tracker"


@pytest.fixture
def book(loaded: Path, tmp_path: Path) -> Path:
    """The path of a book with the small folder in it."""
    return Path(shutil.copy(loaded, tmp_path / "book.tracker"))
