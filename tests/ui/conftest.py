"""A small county's book, and the program with its window on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.domain.target import Target
from tracker.store import figures, groups, indicators, settings, targets, units
from tracker.store.book import Book
from tracker.ui import places
from tracker.ui.main_window import MainWindow
from tracker.ui.program import Program
from tracker.ui.session import Session
from tracker.ui.settings import Settings

SEPTEMBER = Month(2026, 9)


@pytest.fixture(scope="session")
def small_county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book, to be copied: 4 units in 2 groups, 2 indicators; in September one is missing, one cell is unreadable."""
    path = tmp_path_factory.mktemp("county") / "small.tracker"
    with Book.create(path, title="Small county") as book, book.change("fill"):
        settings.set_office(book, "The office")
        towns, parks = groups.add_group(book, "Towns", sort=1), groups.add_group(book, "Parks", sort=2)
        units_ = [
            units.add_unit(book, code=name[:2], name=name, group=towns if at < 3 else parks, sort=at)
            for at, name in enumerate(("Ashby", "Birch", "Cedar", "Dune Park"))
        ]
        funds = indicators.add_indicator(book, code="funds", name="Funds", unit="亿元", decimals=2, sort=1)
        projects = indicators.add_indicator(book, code="projects", name="Projects", unit="个", decimals=0, sort=2)
        for unit in units_:
            for indicator in (funds, projects):
                targets.set_target(book, Target(2026, unit, indicator, Decimal(12)))
                figures.set_figure(book, Figure(unit, indicator, SEPTEMBER.plus(-1), Decimal(unit)))
        for unit in units_[:3]:
            figures.set_figure(book, Figure(unit, funds, SEPTEMBER, Decimal(12 - 3 * unit)))
        figures.set_figure(book, Figure(units_[0], projects, SEPTEMBER, None, typed="about three"))
    return path


@pytest.fixture
def book_path(small_county: Path, tmp_path: Path) -> Path:
    """The test's own copy of the small county's book."""
    return Path(shutil.copy(small_county, tmp_path / "small.tracker"))


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    """A session without a book."""
    made = Session(Settings(places.settings_file()))
    yield made
    made.tasks.close()
    made.close()


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot) -> Iterator[Program]:
    """The program as it starts, its window shown, no book open."""
    settings = Settings(places.settings_file())
    settings.page = "entry"  # a test begins where figures are typed
    made = Program(qapp, settings)
    made.window.setWindowState(Qt.WindowState.WindowNoState)  # the offscreen screen is small: it would be maximized
    made.window.resize(1440, 900)
    made.window.show()
    qtbot.waitExposed(made.window)
    made.window.activateWindow()
    yield made
    made.end()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the next test starts without them


@pytest.fixture
def window(program: Program, book_path: Path) -> MainWindow:
    """The window with the small county open."""
    program.session.open(book_path)
    QApplication.processEvents()
    return program.window


@pytest.fixture
def answer(qapp: QApplication) -> Iterator[Callable[[Callable[[QWidget], None]], list[QWidget]]]:
    """`answer(how)`: the next dialog or popup that opens goes to `how`, which must close it; it is then in the returned list."""
    waiting = [True]

    def expect(how: Callable[[QWidget], None]) -> list[QWidget]:
        seen: list[QWidget] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
            if dialog is not None:
                seen.append(dialog)
                how(dialog)
            elif waiting:
                QTimer.singleShot(10, look)

        QTimer.singleShot(0, look)
        return seen

    yield expect
    waiting.clear()
