"""Widths and order of columns: by mouse and by keyboard, remembered for each way round."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from tests.ui.entry.driver import FUNDS, FUNDS_DONE, PROJECTS, TALKS, Driver, Key
from tests.ui.entry.test_entry_ways import SEP, press
from tracker.ui.dialogs.arrange_columns import ArrangeColumns
from tracker.ui.models.entry_choice import Way
from tracker.ui.views.entry_memory import ColumnMemory
from tracker.ui.views.entry_view import EntryView
from tracker.ui.widgets.grid_moves import Span

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
Answer = Callable[[Callable[[QWidget], None]], list[QWidget]]


def edge(entry: Driver, column: int, *, upper: bool = False) -> QPoint:
    """The right edge of a column's header."""
    header = entry.grid.header
    x = header.sectionViewportPosition(column) + header.sectionSize(column) - 1
    return QPoint(x, 5 if upper else header.height() - 5)


def drag(entry: Driver, start: QPoint, by: int) -> None:
    viewport = entry.grid.header.viewport()
    QTest.mousePress(viewport, LEFT, NONE, start)
    for step in (by // 2, by):
        QTest.mouseMove(viewport, start + QPoint(step, 0))
    QTest.mouseRelease(viewport, LEFT, NONE, start + QPoint(by, 0))


def title(entry: Driver, column: int) -> QPoint:
    """A place in the upper header of the column's block."""
    header = entry.grid.header
    return QPoint(header.sectionViewportPosition(column) + 20, 8)


def indicators(entry: Driver) -> list[str]:
    found = (column.indicator for column in entry.view.model.here.columns if column.first)
    return [indicator.name for indicator in found if indicator is not None]


def test_an_edge_is_drawn_to_another_width_and_the_total_follows(entry: Driver) -> None:
    before = entry.grid.columnWidth(FUNDS)
    drag(entry, edge(entry, FUNDS), 30)
    assert entry.grid.columnWidth(FUNDS) == before + 30
    assert entry.view.total.columnWidth(FUNDS) == before + 30
    entry.view.refresh(None)
    assert entry.grid.columnWidth(FUNDS) == before + 30


def test_a_column_cannot_be_drawn_to_nothing(entry: Driver) -> None:
    drag(entry, edge(entry, FUNDS), -500)
    assert entry.grid.columnWidth(FUNDS) == 24


def test_on_the_upper_level_only_a_blocks_edge_can_be_taken(entry: Driver) -> None:
    before = [entry.grid.columnWidth(column) for column in (FUNDS, FUNDS_DONE)]
    viewport = entry.grid.header.viewport()
    QTest.mouseMove(viewport, edge(entry, FUNDS, upper=True))
    entry.qtbot.wait(1)
    assert viewport.cursor().shape() is Qt.CursorShape.ArrowCursor
    drag(entry, edge(entry, FUNDS_DONE, upper=True), 20)
    assert [entry.grid.columnWidth(column) for column in (FUNDS, FUNDS_DONE)] == [before[0], before[1] + 20]


def test_the_pointer_shows_where_an_edge_can_be_taken(entry: Driver) -> None:
    viewport = entry.grid.header.viewport()
    QTest.mouseMove(viewport, edge(entry, FUNDS))
    entry.qtbot.waitUntil(lambda: viewport.cursor().shape() is Qt.CursorShape.SplitHCursor)
    QTest.mouseMove(viewport, edge(entry, FUNDS) - QPoint(30, 0))
    entry.qtbot.waitUntil(lambda: viewport.cursor().shape() is Qt.CursorShape.ArrowCursor)


def test_a_double_click_on_an_edge_fits_the_column(entry: Driver) -> None:
    drag(entry, edge(entry, FUNDS), 90)
    QTest.mouseDClick(entry.grid.header.viewport(), LEFT, NONE, edge(entry, FUNDS))
    assert entry.grid.columnWidth(FUNDS) < 76
    entry.type("12345678.99", Key.Key_Return)
    assert entry.grid.columnWidth(FUNDS) < 76  # a width that was chosen stays
    QTest.mouseDClick(entry.grid.header.viewport(), LEFT, NONE, edge(entry, FUNDS))
    assert entry.grid.columnWidth(FUNDS) > 90


def test_an_indicator_is_moved_by_its_title(entry: Driver) -> None:
    drag(entry, title(entry, FUNDS), entry.grid.header.sectionViewportPosition(TALKS) - 30)
    assert indicators(entry) == ["Projects", "Funds", "Talks", "Rate"]
    assert entry.view.current_spot() is not None
    assert entry.text(*entry.at) == "3.00"
    drag(entry, title(entry, 1), 2000)
    assert indicators(entry) == ["Funds", "Talks", "Rate", "Projects"]
    drag(entry, title(entry, 1), 10)
    assert indicators(entry) == ["Funds", "Talks", "Rate", "Projects"]


def test_a_title_that_is_only_pressed_selects_its_block(entry: Driver) -> None:
    QTest.mouseClick(entry.grid.header.viewport(), LEFT, NONE, title(entry, PROJECTS))
    assert entry.grid.selection.span == Span(0, PROJECTS, 6, PROJECTS + 2)
    assert indicators(entry)[0] == "Funds"


def test_while_a_title_is_carried_a_line_shows_where_it_goes(entry: Driver) -> None:
    viewport = entry.grid.header.viewport()
    before = viewport.grab().toImage()
    QTest.mousePress(viewport, LEFT, NONE, title(entry, FUNDS))
    QTest.mouseMove(viewport, title(entry, TALKS))
    assert viewport.grab().toImage() != before
    QTest.mouseRelease(viewport, LEFT, NONE, title(entry, FUNDS))
    assert indicators(entry)[0] == "Funds"


def test_months_of_a_year_are_not_moved(entry: Driver) -> None:
    press(entry, "Units × months")
    drag(entry, title(entry, 1), 500)
    assert entry.view.model.column(1).key == "1"


def test_each_way_round_remembers_its_own_widths_and_the_next_window_too(entry: Driver) -> None:
    usual = entry.grid.columnWidth(SEP - 1)
    drag(entry, edge(entry, FUNDS), 40)
    drag(entry, title(entry, FUNDS), 2000)
    press(entry, "Units × months")
    assert entry.grid.columnWidth(1) == entry.grid.columnWidth(2)
    drag(entry, edge(entry, 2), 33)
    press(entry, "Units × indicators")
    assert indicators(entry)[-1] == "Funds"
    again = EntryView(entry.session)
    entry.qtbot.addWidget(again)
    again.refresh(None)
    assert again.model.here.columns[-1].indicator is not None
    assert again.model.here.columns[-1].indicator.name == "Funds"
    wide = {again.model.column(at).key: again.grid.columnWidth(at) for at in range(1, 9)}
    assert wide["funds.month"] == 76 + 40
    entry.view.commands["usual_columns"]()
    assert indicators(entry)[0] == "Funds"
    assert entry.grid.columnWidth(FUNDS) == 76
    press(entry, "Units × months")
    assert entry.grid.columnWidth(2) == entry.grid.columnWidth(1) + 33
    assert usual > 0


def test_what_is_remembered_grows_with_the_zoom_and_damage_counts_as_nothing(entry: Driver) -> None:
    memory = ColumnMemory(entry.session.settings)
    memory.set_width(Way.UNITS_MONTHS, "3", 91)
    assert memory.widths(Way.UNITS_MONTHS) == {"3": 91}
    entry.session.settings.set_text("entry/widths/units_months", "not json")
    entry.session.settings.set_text("entry/order/units_months", '{"a": 1}')
    assert (memory.widths(Way.UNITS_MONTHS), memory.order(Way.UNITS_MONTHS)) == ({}, ())


def arrange(entry: Driver, answer: Answer, how: Callable[[ArrangeColumns], None]) -> None:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ArrangeColumns)
        how(dialog)

    answer(act)
    entry.view.commands["arrange_columns"]()


def test_order_and_widths_are_set_by_keyboard_in_a_dialog(entry: Driver, answer: Answer) -> None:
    def move(dialog: ArrangeColumns) -> None:
        QTest.keyClick(dialog.list, Key.Key_Down)
        assert dialog.width_field.value() == 84
        assert not dialog.up.isEnabled()
        dialog.width_field.setFocus()
        dialog.width_field.selectAll()
        QTest.keyClicks(dialog.width_field, "130")
        QTest.keyClick(dialog.down, Key.Key_Space)
        assert dialog.list.currentItem().text() == "Funds, To date"
        QTest.keyClick(dialog, Key.Key_Return)

    arrange(entry, answer, move)
    assert indicators(entry) == ["Projects", "Funds", "Talks", "Rate"]
    assert entry.grid.columnWidth(5) == 130


def test_the_dialog_gives_the_usual_columns_back(entry: Driver, answer: Answer) -> None:
    drag(entry, edge(entry, FUNDS), 40)
    drag(entry, title(entry, FUNDS), 2000)
    arrange(entry, answer, lambda dialog: dialog.usual.click())
    assert (indicators(entry)[0], entry.grid.columnWidth(FUNDS)) == ("Funds", 76)


def test_giving_the_dialog_up_changes_nothing(entry: Driver, answer: Answer) -> None:
    arrange(entry, answer, QDialog.reject)
    assert indicators(entry)[0] == "Funds"


def test_months_have_no_order_but_widths(entry: Driver, answer: Answer) -> None:
    def widen(dialog: ArrangeColumns) -> None:
        assert not dialog.up.isVisible()
        dialog.width_field.setValue(111)
        dialog.accept()

    press(entry, "Units × months")
    arrange(entry, answer, widen)
    assert [entry.grid.columnWidth(at) for at in (1, 2)] == [111, entry.grid.columnWidth(3)]
