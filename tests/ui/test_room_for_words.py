"""Every page and dialog has room for its words, in Chinese, at 100 % and at 200 %; what is cut tells the rest to the pointer.

Chinese here is data: the county with its long names is the sample's.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui import scenes
from tracker.exchange.data_folder import load
from tracker.i18n import use_language
from tracker.store.book import Book
from tracker.ui import places
from tracker.ui.main_window import MainWindow
from tracker.ui.program import Program
from tracker.ui.settings import Settings
from tracker.ui.theme import dp

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
SCREEN = QSize(1440, 900)
LARGE = 200


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book with the sample county."""
    path = tmp_path_factory.mktemp("sample") / "sample.tracker"
    with Book.create(path, title="云山县2026年招商引资台账") as book:
        load(book, SAMPLE)
    return path


@pytest.fixture(params=(100, LARGE))
def chinese_window(
    request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot, county: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window on the sample county in Chinese at a zoom, as large as a usual screen."""
    settings = Settings(places.settings_file())
    settings.language, settings.zoom = "zh_CN", request.param
    for module in [each for name, each in sys.modules.items() if name.startswith("tracker.ui.dialogs.")]:
        if hasattr(module, "room_for"):  # the screen of the tests is smaller
            monkeypatch.setattr(module, "room_for", lambda _window, width, height: QSize(dp(width), dp(height)).boundedTo(SCREEN))
    program = Program(qapp, settings)
    program.window.setWindowState(Qt.WindowState.WindowNoState)
    program.window.resize(SCREEN)
    program.window.show()
    qtbot.waitExposed(program.window)
    program.session.open(county)
    QApplication.processEvents()
    yield program.window
    program.end()
    theme = program.theme
    program.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else the next zoom would be shown to what is gone
    theme.set_zoom(1)
    use_language("en")


def lacking(root: QWidget) -> list[str]:
    """What shows fewer pixels than its words need and does not tell them to the pointer."""
    return [told for widget in root.findChildren(QWidget) if widget.isVisibleTo(root) for told in lacks(widget)]


def lacks(widget: QWidget) -> Iterator[str]:
    text, needed, there = needs(widget)
    if text and (needed.width() > there.width() or needed.height() > there.height()) and text not in widget.toolTip():
        yield f"{described(widget)} “{text}” needs {needed.toTuple()}, has {there.toTuple()}"
    parent = widget.parentWidget()
    if text and parent is not None and not widget.isWindow() and parent.objectName() != "qt_scrollarea_viewport":
        over = widget.geometry().right() - parent.rect().right()
        if over > 0 or widget.x() < 0:
            yield f"{described(widget)} “{text}” reaches {over} px beyond what it stands in"


def needs(widget: QWidget) -> tuple[str, QSize, QSize]:
    """The words it shows, the pixels they need and those there are; no words where it has none."""
    if isinstance(widget, QLabel):
        return label_needs(widget)
    if isinstance(widget, QAbstractButton):
        return widget.text(), QSize(widget.sizeHint().width(), QFontMetrics(widget.font()).height()), widget.size()
    if isinstance(widget, QComboBox):
        return widget.currentText(), *in_field(widget, widget.currentText(), edit_field(widget))
    if isinstance(widget, QLineEdit):
        fixed = widget.minimumWidth() == widget.maximumWidth() or isinstance(widget.parentWidget(), QAbstractSpinBox)
        text = (widget.text() if fixed else "") or widget.placeholderText()
        return text, *in_field(widget, text, line_field(widget))
    return "", QSize(), QSize()


def label_needs(label: QLabel) -> tuple[str, QSize, QSize]:
    if label.wordWrap():
        words = Qt.TextFlag.TextWordWrap
        broken = QFontMetrics(label.font()).boundingRect(QRect(0, 0, label.width(), 10_000), words, label.text())
        plain = label.textFormat() is Qt.TextFormat.PlainText
        return label.text(), QSize(broken.width() if plain else 0, label.heightForWidth(label.width())), label.size()
    return label.text(), label.sizeHint(), label.size()


def in_field(widget: QWidget, text: str, room: int) -> tuple[QSize, QSize]:
    metrics = QFontMetrics(widget.font())
    return QSize(metrics.horizontalAdvance(text), 0), QSize(room, widget.height())


def edit_field(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box).width()


def line_field(line: QLineEdit) -> int:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    margins = line.textMargins()
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line).width()
    return room - margins.left() - margins.right()


def described(widget: QWidget) -> str:
    names = []
    at: QWidget | None = widget
    while at is not None and len(names) < 4:
        names.append(type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names)


def shown(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Every page in turn, then every dialog, with its name."""
    for name, show in scenes.PAGES.items():
        show(window)
        QApplication.processEvents()
        yield f"page {name}", window
    for name, make in scenes.DIALOGS.items():
        dialog = make(window)
        dialog.show()
        QApplication.processEvents()
        yield f"dialog {name}", dialog
        dialog.close()
        dialog.deleteLater()


def lasting(root: QWidget, patience: int = 20) -> list[str]:
    """What is lacking once everything is laid out; that may take a moment."""
    found = lacking(root)
    while found and patience > 0:
        patience -= 1
        QTest.qWait(20)
        found = lacking(root)
    return found


def test_nothing_shows_fewer_pixels_than_its_words_need(chinese_window: MainWindow) -> None:
    found = [f"{name}: {told}" for name, root in shown(chinese_window) for told in lasting(root)]
    assert not found, "\n".join(found)
