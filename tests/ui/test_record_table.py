"""A table of records."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tracker.ui import theme
from tracker.ui.models.record_model import RecordColumn, RecordModel
from tracker.ui.widgets.record_table import RecordTable

COLUMNS = (RecordColumn("Name", str.title), RecordColumn("Length", lambda word: str(len(word)), 80, numeric=True))


@pytest.fixture
def table(qtbot):
    model = RecordModel(COLUMNS)
    model.show(["ashby", "birch", "a long\tname\nin two lines"])
    made = RecordTable(model, "Words")
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_column_without_a_width_takes_the_rest(table):
    assert table.columnWidth(1) == theme.dp(80)
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()


def test_enter_and_a_double_click_open_a_record(table, qtbot):
    opened = []
    table.opened.connect(opened.append)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.record == "ashby"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    spot = QPoint(20, table.rowViewportPosition(0) + 5)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened == ["birch", "ashby"]


def test_chosen_rows_are_copied_with_their_header(table, qtbot):
    table.setFocus()
    table.choose_row(1)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Name\tLength\r\nBirch\t5\r\nA Long Name In Two Lines\t24\r\n"
    assert "<td style=\"mso-number-format:'\\@'\">Birch</td>" in QApplication.clipboard().mimeData().html()


def test_more_records_come_when_they_are_asked_for(table):
    table.model().show(["one"], lambda there: [f"more {there}"] if there < 4 else [])
    assert table.copy_all() == 4
    assert table.model().records == ["one", "more 1", "more 2", "more 3"]
    table.model().fetchMore()
    assert table.model().rowCount() == 4


def test_it_paints_itself_hovered_and_chosen_in_both_schemes(table, qapp, qtbot):
    table.setFocus()
    table.choose_row(0)
    qtbot.mouseMove(table.viewport(), QPoint(20, table.rowViewportPosition(1) + 5))
    for scheme in (theme.Scheme.DARK, theme.Scheme.LIGHT):
        theme.apply(qapp, scheme)
        image = table.grab().toImage()
        assert image.pixelColor(1, table.horizontalHeader().height() + 8) == theme.colors().accent
    table.set_compact(True)
    assert table.rowHeight(0) == theme.row_height(compact=True)
    assert table.sizeHint().width() > 300
