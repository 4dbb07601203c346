"""The entry page over a county small enough to be worked out by hand, driven by keys and mouse."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.entry.driver import Driver
from tests.ui.entry.small_book import build
from tracker.ui.program import Program
from tracker.ui.session import Session
from tracker.ui.theme import Scheme, apply
from tracker.ui.views.entry_view import EntryView


@pytest.fixture(scope="session")
def made_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book, to be copied."""
    path = tmp_path_factory.mktemp("entry") / "entry.tracker"
    build(path)
    return path


@pytest.fixture
def entry(made_book: Path, tmp_path: Path, session: Session, qapp: QApplication, qtbot: QtBot) -> Iterator[Driver]:
    """The page, shown and focused, September 2026 in view, the first typed cell current."""
    apply(qapp, Scheme.LIGHT)
    session.open(Path(shutil.copy(made_book, tmp_path / "entry.tracker")))
    view = EntryView(session)
    session.data_changed.connect(view.refresh)
    session.month_changed.connect(lambda: view.refresh(None))
    view.refresh(None)
    view.resize(1100, 420)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.grid.setFocus()
    qtbot.waitUntil(view.grid.hasFocus)
    yield Driver(qtbot, session, view)
    view.close()
    qapp.clipboard().clear()  # the offscreen platform frees what Python put there only after Python is gone


@pytest.fixture
def in_window(program: Program, made_book: Path, tmp_path: Path, qtbot: QtBot) -> Driver:
    """The page within the whole program, so that the window's commands and shortcuts count."""
    program.session.open(Path(shutil.copy(made_book, tmp_path / "entry.tracker")))
    view = program.window.turn_to("entry")
    assert isinstance(view, EntryView)
    view.grid.setFocus()
    qtbot.waitUntil(view.grid.hasFocus)
    QApplication.processEvents()
    return Driver(qtbot, program.session, view)
