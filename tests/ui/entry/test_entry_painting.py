from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.entry.driver import FUNDS, FUNDS_DONE, FUNDS_TO_DATE, PROJECTS, Driver, Key, Shift
from tracker.ui.theme import DARK, LIGHT, Scheme, apply
from tracker.ui.widgets.cell_editor import ComparisonStrip


def seen(entry: Driver) -> QImage:
    QApplication.processEvents()
    return entry.grid.viewport().grab().toImage()


def rect_of(entry: Driver, row: int, column: int) -> QRect:
    return entry.grid.visualRect(entry.view.model.index(row, column))


def test_the_current_cell_is_ringed_and_has_a_handle(entry: Driver) -> None:
    image, cell = seen(entry), rect_of(entry, 1, FUNDS)
    assert image.pixelColor(cell.left(), cell.center().y()) == LIGHT.accent
    assert image.pixelColor(cell.bottomRight() + QPoint(2, 2)) == LIGHT.accent


def test_a_range_has_one_frame_and_its_cells_the_fill_but_the_current_one(entry: Driver) -> None:
    entry.press(Key.Key_Down, Key.Key_Down, held=Shift)
    image = seen(entry)
    first, second, third = (rect_of(entry, row, FUNDS) for row in (1, 2, 3))
    assert image.pixelColor(first.left() + 10, first.center().y()) == LIGHT.base
    assert image.pixelColor(second.left() + 10, second.center().y()) == LIGHT.sel
    assert image.pixelColor(second.left() + 1, second.center().y()) == LIGHT.accent
    assert image.pixelColor(second.left() + 10, second.bottom()) == LIGHT.line
    assert image.pixelColor(third.left() + 10, third.bottom()) == LIGHT.accent


def test_moving_on_leaves_no_trace_of_the_frame(entry: Driver) -> None:
    before = seen(entry)
    entry.press(Key.Key_Down, Key.Key_Right, Key.Key_Right, held=Shift)
    entry.press(Key.Key_Down, Key.Key_Up)
    assert entry.at == (1, FUNDS)
    assert seen(entry) == before


def test_the_headers_show_where_the_current_cell_is(entry: Driver) -> None:
    entry.press(Key.Key_Down, Key.Key_Right, held=Shift)
    header = entry.grid.header.viewport().grab().toImage()
    lower = entry.grid.header.height() - 10
    x = [entry.grid.header.sectionViewportPosition(column) + 3 for column in (FUNDS, FUNDS_TO_DATE, FUNDS_DONE)]
    assert [header.pixelColor(at, lower) for at in x] == [LIGHT.accent_soft, LIGHT.accent_soft, LIGHT.window]
    underline = entry.grid.header.height() - 2
    assert [header.pixelColor(at, underline) == LIGHT.accent for at in x] == [True, False, False]
    names = entry.grid.names.viewport().grab().toImage()
    fills = [names.pixelColor(3, entry.grid.rowViewportPosition(row) + 3) for row in (0, 1, 2, 3)]
    assert fills == [LIGHT.group, LIGHT.accent_soft, LIGHT.accent_soft, LIGHT.base]


def test_the_upper_header_spans_its_columns(entry: Driver) -> None:
    header = entry.grid.header
    image = header.viewport().grab().toImage()
    inner = header.sectionViewportPosition(FUNDS_TO_DATE) - 1
    outer = header.sectionViewportPosition(PROJECTS) - 1
    assert image.pixelColor(inner, 4) == LIGHT.window
    assert image.pixelColor(inner, header.height() - 10) == LIGHT.line2
    assert image.pixelColor(outer, 4) == LIGHT.line2


def test_the_cell_under_the_pointer_is_shown(entry: Driver) -> None:
    cell = rect_of(entry, 3, PROJECTS)
    spot = cell.topLeft() + QPoint(4, 4)
    QTest.mouseMove(entry.grid.viewport(), cell.center())
    entry.qtbot.waitUntil(lambda: seen(entry).pixelColor(spot) == LIGHT.hover)
    QTest.mouseMove(entry.grid.viewport(), rect_of(entry, 5, PROJECTS).center())
    entry.qtbot.waitUntil(lambda: seen(entry).pixelColor(spot) == LIGHT.base)


def test_without_the_focus_ring_and_handle_are_grey(entry: Driver) -> None:
    entry.view.bar.groups.setFocus()
    image, cell = seen(entry), rect_of(entry, 1, FUNDS)
    assert image.pixelColor(cell.left(), cell.center().y()) == LIGHT.ctrl


def test_the_editor_lies_over_the_cell_and_grows_to_the_right(entry: Driver) -> None:
    entry.type("1")
    cell = rect_of(entry, 1, FUNDS)
    assert entry.editor.geometry() == cell
    assert entry.editor.alignment() & Qt.AlignmentFlag.AlignLeft
    entry.type("+2345678901234")
    assert entry.editor.geometry().topLeft() == cell.topLeft()
    assert entry.editor.width() > cell.width()
    assert entry.editor.grab().toImage().pixelColor(0, 10) == LIGHT.accent


def strip(entry: Driver) -> ComparisonStrip:
    return next(one for one in entry.grid.viewport().findChildren(ComparisonStrip) if one.isVisible())


def test_beside_the_editor_stands_what_to_compare_with(entry: Driver) -> None:
    entry.type("=1.5+2")
    told = strip(entry)
    for part in ("Makes", "3.50", "Last month", "Same month last year", "2.50"):
        assert part in told.text()
    assert told.geometry().left() > entry.editor.geometry().right()


def test_beside_the_editor_stands_why_it_cannot_be_read(entry: Driver) -> None:
    entry.type("about")
    assert "figure" in strip(entry).text()
    assert LIGHT.bad.name() in strip(entry).text()


def test_the_strip_stays_in_sight_at_the_right_edge(entry: Driver) -> None:
    entry.view.resize(420, 420)
    entry.go(1, PROJECTS)
    entry.type("7")
    assert entry.grid.viewport().rect().contains(strip(entry).geometry())


def test_the_strip_goes_with_the_editor(entry: Driver) -> None:
    entry.type("7", Key.Key_Escape)
    assert not [one for one in entry.grid.viewport().findChildren(ComparisonStrip) if one.isVisible()]
    assert not [one for one in entry.grid.viewport().findChildren(QLineEdit) if one.isVisible()]


def test_another_scheme_repaints_everything(entry: Driver, qapp: QApplication) -> None:
    cell = rect_of(entry, 1, FUNDS)
    apply(qapp, Scheme.DARK)
    try:
        assert seen(entry).pixelColor(cell.left() + 10, cell.top() + 5) == DARK.base
        assert colors_of(entry.grid.header.viewport().grab().toImage()) >= {DARK.window.name(), DARK.accent_soft.name()}
    finally:
        apply(qapp, Scheme.LIGHT)


def colors_of(image: QImage) -> set[str]:
    return {QColor(image.pixel(x, y)).name() for x in range(0, image.width(), 3) for y in range(image.height())}


def test_beyond_the_last_column_there_is_only_the_window(entry: Driver) -> None:
    entry.view.resize(1800, 420)
    image = seen(entry)
    assert image.pixelColor(image.width() - 5, 10) == LIGHT.window
    total = entry.view.total.viewport().grab().toImage()
    assert total.pixelColor(total.width() - 5, 10) == LIGHT.total
