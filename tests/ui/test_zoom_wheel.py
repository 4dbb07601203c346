import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tracker.ui.widgets.grid_moves import At

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def turn(window, delta, held=CTRL):
    """Turn the wheel over the middle of the window."""
    place = QPointF(window.rect().center())
    event = QWheelEvent(
        place,
        QPointF(window.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window.windowHandle(), event)
    QApplication.processEvents()


@pytest.mark.parametrize("page", ["entry", "ranking"])
def test_the_wheel_with_control_makes_everything_larger_and_smaller(program, window, page):
    window.turn_to(page)
    turn(window, 120)
    assert program.settings.zoom == 110
    turn(program.window, -120)
    turn(program.window, -120)
    assert program.settings.zoom == 90
    assert program.window.pages.front.name == page


def test_small_steps_of_a_touch_pad_add_up(program, window):
    for _ in range(3):
        turn(window, 30)
    assert program.settings.zoom == 100
    turn(window, 30)
    assert program.settings.zoom == 110


def test_the_wheel_alone_leaves_the_size(program, window):
    turn(window, 120, NONE)
    assert program.settings.zoom == 100


def test_cell_and_scroll_position_stay_where_they_are(program, window, qtbot):
    window.resize(760, 480)
    view = window.turn_to("entry")
    view.grid.go(At(3, 4))
    view.grid.verticalScrollBar().setValue(40)
    QApplication.processEvents()
    at, top = view.grid.selection.at, view.grid.rowAt(1)
    turn(window, 120)
    again = program.window.pages.front
    assert again is not view
    qtbot.waitUntil(lambda: again.grid.rowAt(1) == top)
    assert again.grid.selection.at == at
