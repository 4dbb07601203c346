"""Widgets in a line that goes on in the next one."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tracker.ui.widgets.flow_layout import FlowBar


@pytest.fixture
def bar(qtbot):
    """A bar of five buttons 100 px wide, the last one pushed to the right, in a wide window."""
    window = QWidget()
    qtbot.addWidget(window)
    made = FlowBar()
    for at in range(5):
        if at == 4:
            made.flow.push()
        button = QPushButton(str(at))
        button.setFixedSize(100, 28)
        made.flow.addWidget(button)
    QVBoxLayout(window).addWidget(made)
    window.layout().addStretch()
    window.layout().setContentsMargins(0, 0, 0, 0)
    window.resize(800, 200)
    window.show()
    qtbot.waitExposed(window)
    yield made
    window.close()


def lines(bar):
    """Which buttons stand in which line."""
    buttons = [bar.flow.itemAt(at).widget() for at in range(bar.flow.count())]
    tops = sorted({button.y() for button in buttons if button.isVisible()})
    return ["".join(button.text() for button in buttons if button.isVisible() and button.y() == top) for top in tops]


def test_what_fits_stands_in_one_line_and_the_last_at_its_end(bar):
    assert lines(bar) == ["01234"]
    last = bar.flow.itemAt(4).widget()
    assert last.geometry().right() == bar.width() - 1 - bar.flow.contentsMargins().right()


def test_a_narrow_bar_grows_by_a_line_and_shrinks_again(bar, qtbot):
    one = bar.height()
    bar.window().resize(400, 200)
    qtbot.waitUntil(lambda: lines(bar) == ["012", "34"])
    assert bar.height() > one
    bar.window().resize(800, 200)
    qtbot.waitUntil(lambda: bar.height() == one)


def test_what_is_pushed_keeps_to_the_right_in_every_line(bar, qtbot):
    bar.flow.push()
    for text in "56789":
        button = QPushButton(text)
        button.setFixedSize(100, 28)
        bar.flow.addWidget(button)
    bar.window().resize(400, 300)
    qtbot.waitUntil(lambda: lines(bar) == ["012", "345", "678", "9"])
    right = bar.width() - 1 - bar.flow.contentsMargins().right()
    assert [bar.flow.itemAt(at).widget().geometry().right() == right for at in (4, 5, 8, 9)] == [False, True, True, True]


def test_what_is_hidden_takes_no_room(bar, qtbot):
    bar.window().resize(400, 200)
    bar.flow.itemAt(0).widget().hide()
    bar.flow.itemAt(1).widget().hide()
    qtbot.waitUntil(lambda: lines(bar) == ["234"])


def test_words_longer_than_a_line_go_on_in_the_next(bar, qtbot):
    words = QLabel("A sentence of many words, which says why there is nothing to be seen here. " * 2)
    words.setWordWrap(True)
    bar.flow.addWidget(words)
    bar.window().resize(150, 600)
    qtbot.waitUntil(lambda: words.width() <= 150)
    assert words.height() >= words.heightForWidth(words.width()) > words.fontMetrics().lineSpacing() * 3


def test_items_are_found_and_taken(bar):
    assert bar.flow.itemAt(5) is None
    assert bar.flow.takeAt(5) is None
    taken = bar.flow.takeAt(0)
    assert taken.widget().text() == "0"
    assert bar.flow.count() == 4
    taken.widget().hide()
    assert bar.flow.expandingDirections().value == 0
    assert bar.flow.minimumSize().width() < bar.flow.sizeHint().width()
