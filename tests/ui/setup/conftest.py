"""The setup page in front of the window, the small county open."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.setup.driver import SetupPage
from tracker.ui.main_window import MainWindow
from tracker.ui.views.setup_view import SetupView


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SetupPage:
    view = window.turn_to("setup")
    assert isinstance(view, SetupView)
    return SetupPage(window, view)
