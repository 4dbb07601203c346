"""A print preview on an open book, for tests that go through its controls; `session` and `opened` are fixtures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.ranking_county import make_county
from tracker.ui import theme
from tracker.ui.dialogs.print_preview import PrintPreview
from tracker.ui.session import Session
from tracker.ui.settings import Settings

Open = Callable[..., PrintPreview]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    theme.apply(qapp, theme.Scheme.LIGHT)
    make_county(tmp_path / "county.tracker")
    session = Session(Settings(tmp_path / "settings.ini"))
    session.open(tmp_path / "county.tracker")
    yield session
    session.tasks.close()
    session.close()


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Iterator[Open]:
    """Opens a preview and waits until it shows the sheet."""
    made: list[PrintPreview] = []

    def open_it(*, code: str = "money", group: str | None = None) -> PrintPreview:
        assert session.live is not None
        lead = next(indicator.id for indicator in session.live.indicators if indicator.code == code)
        within = next((found.id for found in session.live.groups if found.name == group), None)
        preview = PrintPreview(session, lead=lead, group=within)
        made.append(preview)
        preview.resize(1320, 820)  # the offscreen screen is smaller, and so the preview would be
        qtbot.addWidget(preview)
        with qtbot.waitExposed(preview):
            preview.show()
        qtbot.waitUntil(lambda: preview.document is not None, timeout=20_000)
        return preview

    yield open_it
    for preview in made:
        preview.close()


def changed(preview: PrintPreview, qtbot: QtBot, act: Callable[[], object]) -> bytes:
    """Do something and wait for the document that it makes."""
    before = preview.document
    act()
    qtbot.waitUntil(lambda: preview.document is not None and preview.document != before, timeout=20_000)
    assert preview.document is not None
    return preview.document
