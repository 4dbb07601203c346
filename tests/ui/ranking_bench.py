"""The ranking page on an open book, for tests that go through its controls; `session` and `bench` are fixtures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.ranking_county import SEPTEMBER, make_county
from tracker.domain.figure import Figure
from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.store.figures import set_figure
from tracker.ui import theme
from tracker.ui.page import Status
from tracker.ui.session import Session
from tracker.ui.settings import Settings
from tracker.ui.views.ranking_view import RankingView


@dataclass
class Bench:
    """The page on an open book, with names for what is in it."""

    view: RankingView
    session: Session
    said: list[Status | None]

    @property
    def names(self) -> list[str]:
        return [line.name for line in self.view.model.lines()]

    def unit(self, name: str) -> UnitId:
        assert self.session.live is not None
        return next(unit.id for unit in self.session.live.units if unit.name == name)

    def indicator(self, code: str) -> IndicatorId:
        assert self.session.live is not None
        return next(indicator.id for indicator in self.session.live.indicators if indicator.code == code)

    def report(self, unit: str, value: str) -> None:
        assert self.session.book is not None
        with self.session.book.change("enter"):
            set_figure(self.session.book, Figure(self.unit(unit), self.indicator("money"), SEPTEMBER, Decimal(value)))


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    make_county(tmp_path / "county.tracker")
    session = Session(Settings(tmp_path / "settings.ini"))
    session.open(tmp_path / "county.tracker")
    yield session
    session.tasks.close()
    session.close()


@pytest.fixture
def bench(session: Session, qtbot: QtBot, qapp: QApplication) -> Iterator[Bench]:
    theme.apply(qapp, theme.Scheme.LIGHT)
    view = RankingView(session)
    qtbot.addWidget(view)
    said: list[Status | None] = []
    view.status_changed.connect(said.append)
    session.data_changed.connect(view.refresh)
    session.month_changed.connect(lambda: view.refresh(None))
    view.resize(1360, 760)
    view.refresh(None)
    with qtbot.waitExposed(view):
        view.show()
    yield Bench(view, session, said)
    view.close()
    QGuiApplication.clipboard().clear()  # Qt frees what Python put there only after Python is gone


def press(bench: Bench, text: str, qtbot: QtBot) -> None:
    """Click the tool button of that text."""
    buttons = [button for button in bench.view.bar.findChildren(QToolButton) if button.text() == text and button.isVisible()]
    assert len(buttons) == 1, text
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
