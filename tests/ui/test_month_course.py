"""A month is published, corrected and opened again, through the window."""

import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QMenu

from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.store import figures, reports
from tracker.store.corrections import corrections
from tracker.store.faults import MonthIsPublished
from tracker.store.publications import publication, publications
from tracker.ui.dialogs.correct import CorrectDialog
from tracker.ui.dialogs.corrections import CorrectionsDialog
from tracker.ui.dialogs.publish import PublishDialog
from tracker.ui.dialogs.reason import ReasonDialog
from tracker.ui.models.publishing import against

SEPTEMBER, AUGUST = Month(2026, 9), Month(2026, 8)
LEFT, RETURN, ESCAPE = Qt.MouseButton.LeftButton, Qt.Key.Key_Return, Qt.Key.Key_Escape


def do(window, name):
    """Choose the command in its menu."""
    window.commands.refresh()
    window.commands.action(name).trigger()


def shows(model, column):
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.fixture
def published(window, answer, qtbot):
    """The window on the small county, its September published."""
    answer(lambda dialog: qtbot.keyClick(dialog, RETURN))
    do(window, "publish")
    qtbot.waitUntil(lambda: window.summary.published)
    return window


def correct(window, qtbot, answer, *lines, reason="typing mistake"):
    """Correct these (unit, indicator, text) through the dialog."""

    def fill(dialog):
        assert isinstance(dialog, CorrectDialog)
        for unit, indicator, text in lines:
            dialog.unit.setCurrentIndex(unit - 1)
            dialog.indicator.setCurrentIndex(indicator - 1)
            qtbot.keyClicks(dialog.value, text)
            qtbot.keyClick(dialog.value, RETURN)
        qtbot.keyClicks(dialog.reason_field, reason)
        qtbot.mouseClick(dialog.buttons.button(dialog.buttons.StandardButton.Ok), LEFT)

    answer(fill)
    do(window, "correct")


def ranks(window):
    page = window.turn_to("ranking")
    return [line.name for line in page.model.lines() if line.row is not None]


def test_the_dialog_tells_what_is_not_done_and_forbids_nothing(window, qtbot, answer):
    seen = []

    def look(dialog):
        assert isinstance(dialog, PublishDialog)
        seen.extend(shows(dialog.against, 0))
        seen.extend(shows(dialog.firsts, 2))
        assert dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
        qtbot.keyClick(dialog, ESCAPE)

    answer(look)
    do(window, "publish")
    assert seen[:3] == ["1 units have not reported", "3 reports are incomplete", "1 cells could not be read and count as blank"]
    assert seen[3:5] == ["2 hints are open", "Month 8 is not published"]
    assert seen[5:] == ["Ashby", "Dune Park", "Cedar", "Dune Park"]
    assert publication(window.session.book, SEPTEMBER) is None


def test_where_all_is_done_nothing_stands_against_it(window, qtbot):
    book = window.session.book
    with book.change("complete"):
        for unit in (1, 2, 3, 4):
            for indicator in (1, 2):
                figures.set_figure(book, Figure(unit, indicator, SEPTEMBER, Decimal(1)))
        for unit in (1, 2, 3, 4):
            for indicator in (1, 2):
                figures.set_figure(book, Figure(unit, indicator, AUGUST, None))
    today = datetime.date(2026, 10, 8)
    assert against(book, window.session.live, (), today=today) == []
    dialog = PublishDialog(window, window.session.live, [])
    assert dialog.against.records == []
    dialog.deleteLater()
    window.session.set_month(Month(2026, 1))
    with book.change("arrival"):
        reports.set_arrival(book, 1, Month(2026, 1), today)
    told = [one.what for one in against(book, window.session.live, (), today=today)]
    assert told == ["3 units have not reported", "1 reports are not entered"]


def test_publishing_locks_the_figures_and_is_told_everywhere(published):
    window = published
    book = window.session.book
    assert publication(book, SEPTEMBER).number == 1
    with pytest.raises(MonthIsPublished), book.change("type"):
        figures.set_figure(book, Figure(1, 1, SEPTEMBER, Decimal(3)))
    assert window.top_bar.state.text() == "Published"
    assert window.published_bar.isVisible()
    assert window.published_bar.text.startswith("Published 20")
    assert not window.published_bar.corrections.isVisible()


def test_it_is_not_undone_but_opened_again(published):
    assert published.session.undo_label is None
    assert not published.commands.action("undo").isEnabled()
    assert not published.commands.action("publish").isEnabled()
    published.way.show_month(AUGUST)
    assert published.commands.action("publish").isEnabled()
    assert not published.commands.action("correct").isEnabled()
    assert not published.published_bar.isVisible()


def test_the_state_in_the_top_bar_is_the_menu_of_what_can_be_done(window, published):
    menu = window.top_bar.state.findChild(QMenu)
    menu.aboutToShow.emit()
    assert [action.objectName() for action in menu.actions()] == ["correct", "corrections", "reopen"]
    window.way.show_month(AUGUST)
    menu.aboutToShow.emit()
    assert [action.objectName() for action in menu.actions()] == ["publish"]


def test_the_menu_opens_by_the_keyboard(window, qtbot):
    state = window.top_bar.state
    state.setFocus(Qt.FocusReason.TabFocusReason)
    opened = []

    def look():
        opened.append(QApplication.activePopupWidget())
        opened[0].close()

    QTimer.singleShot(50, look)
    qtbot.keyClick(state, Qt.Key.Key_Space)
    assert opened == [state.menu()]


def test_a_correction_changes_the_figure_but_not_the_published_ranking(published, qtbot, answer):
    window = published
    before = ranks(window)
    correct(window, qtbot, answer, (1, 1, "0.01"), (2, 1, "30"))
    book = window.session.book
    (made,) = corrections(book, SEPTEMBER)
    assert (made.number, made.reason) == (1, "typing mistake")
    assert [(figure.old, figure.new) for figure in made.figures] == [(Decimal(9), Decimal("0.01")), (Decimal(6), Decimal(30))]
    assert figures.figure(book, 2, 1, SEPTEMBER).value == 30
    assert window.session.live.table(1).row(2).rank == 1
    assert ranks(window) == before
    assert window.session.ranked.table(1).row(2).month_value == 6
    assert window.session.undo_label is None
    qtbot.waitUntil(window.published_bar.corrections.isVisible)
    assert "1 corrections; the published ranking stays as it was" in window.published_bar.text


def test_the_ranks_it_moves_are_told_before_it_is_done(published, qtbot, answer):
    seen = []

    def look(dialog):
        ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
        assert not ok.isEnabled()
        assert dialog.now.text() == "now 9.00 亿元"
        qtbot.keyClicks(dialog.value, "about three")
        qtbot.mouseClick(dialog.add, LEFT)
        seen.append(dialog.mistake.text())
        dialog.value.clear()
        qtbot.keyClicks(dialog.value, "9.00")
        qtbot.mouseClick(dialog.add, LEFT)
        seen.append(dialog.mistake.text())
        dialog.value.clear()
        qtbot.keyClicks(dialog.value, "0.5")
        qtbot.mouseClick(dialog.add, LEFT)
        seen.append((shows(dialog.figures, 3), shows(dialog.moves, 0), shows(dialog.moves, 2), dialog.told.text()))
        qtbot.keyClicks(dialog.value, "8.99")
        qtbot.keyClick(dialog.value, RETURN)
        seen.append((shows(dialog.figures, 3), dialog.told.text()))
        dialog.table.choose_row(0)
        qtbot.mouseClick(dialog.take_out, LEFT)
        seen.append(len(dialog.figures.records))
        assert not ok.isEnabled()
        qtbot.keyClick(dialog, ESCAPE)

    answer(look)
    do(published, "correct")
    assert seen[0]
    assert seen[1] == "That is what it is already."
    assert seen[2] == (
        ["0.50"],
        ["Ashby", "Birch", "Cedar"],
        ["no. 1 → 3", "no. 2 → 1", "no. 3 → 2"],
        "3 places would be others.",
    )
    assert seen[3] == (["8.99"], "3 places would be others.") or seen[3] == (["8.99"], "No rank would be another one.")
    assert seen[4] == 0
    assert corrections(published.session.book, SEPTEMBER) == []


def test_corrections_are_listed_with_their_moves_and_copied_as_text(published, qtbot, answer):
    correct(published, qtbot, answer, (1, 1, "0.01"))
    correct(published, qtbot, answer, (1, 1, ""), reason="nothing was there")
    seen = []

    def look(dialog):
        assert isinstance(dialog, CorrectionsDialog)
        seen.append((dialog.sentence.text(), shows(dialog.model, 3), shows(dialog.figures, 3)))
        dialog.list.choose_row(0)
        seen.append((shows(dialog.figures, 2), shows(dialog.moves, 2)))
        qtbot.mouseClick(dialog.copy, LEFT)
        qtbot.keyClick(dialog, ESCAPE)

    answer(look)
    qtbot.mouseClick(published.published_bar.corrections, LEFT)
    assert seen[0] == ("2026-09: 2 corrections", ["typing mistake", "nothing was there"], ["—"])
    assert seen[1][0] == ["9.00"]
    text = QApplication.clipboard().text().splitlines()
    assert text[0].startswith("2026-09, correction no. 1 (")
    assert text[1:3] == ["Ashby Funds 9.00 → 0.01", "Reason: typing mistake"]
    assert text[3].startswith("Changes of rank: ") or text[3] == "No rank is another one."


def test_without_corrections_the_list_says_so(published, answer):
    shown = []

    def look(dialog):
        shown.extend(dialog.findChildren(QAbstractItemView))
        shown[:] = [table for table in shown if table.isVisibleTo(dialog)]
        dialog.reject()

    seen = answer(look)
    do(published, "corrections")
    assert seen[0].sentence.text() == "2026-09 has no corrections."
    assert not seen[0].copy.isEnabled()
    assert shown == []


def test_a_month_is_opened_again_with_a_reason(published, qtbot, answer):
    def give(dialog):
        assert isinstance(dialog, ReasonDialog)
        ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
        assert not ok.isEnabled()
        qtbot.keyClicks(dialog.reason, "one unit was forgotten")
        qtbot.keyClick(dialog.reason, RETURN)

    answer(give)
    do(published, "reopen")
    book = published.session.book
    assert publication(book, SEPTEMBER) is None
    assert publications(book, SEPTEMBER)[0].withdrawn == "one unit was forgotten"
    qtbot.waitUntil(lambda: published.top_bar.state.text() == "Open")
    assert published.session.ranked is published.session.live


def test_what_cannot_be_opened_again_is_told(published, qtbot, answer):
    correct(published, qtbot, answer, (1, 1, "0.01"))
    seen = []

    def give(dialog):
        qtbot.keyClicks(dialog.reason, "because")
        answer(lambda told: (seen.append(told.sentence.text()), told.reject()))
        dialog.accept()

    answer(give)
    do(published, "reopen")
    assert "has corrections" in seen[0]
    assert publication(published.session.book, SEPTEMBER) is not None


def test_giving_up_does_nothing(published, qtbot, answer):
    for name in ("correct", "reopen"):
        seen = answer(lambda dialog: qtbot.keyClick(dialog, ESCAPE))
        do(published, name)
        assert isinstance(seen[0], QDialog)
    assert publication(published.session.book, SEPTEMBER) is not None


def test_the_other_set_of_targets_can_be_looked_at_in_a_published_month(published):
    from tracker.domain.target import TargetSet

    page = published.turn_to("ranking")
    before = published.session.ranked
    page._choose_targets(TargetSet.STRETCH)
    assert published.session.ranked is not before
    assert published.session.ranked.target_set is TargetSet.STRETCH
    assert page.shown.target_set is TargetSet.STRETCH


def test_what_is_kept_and_cannot_be_read_is_told_on_the_page(published):
    book = published.session.book
    book.connection.execute("PRAGMA query_only = OFF")
    book.connection.execute("UPDATE blob SET content = x'00'")
    published.session._ranked.forget()
    page = published.turn_to("ranking")
    page.refresh(None)
    assert page.empty.isVisible()
    assert page.empty.sentence.text()


def test_the_printed_sheet_carries_the_date_of_the_publication(published, qtbot):
    from tracker.ui.dialogs.print_preview import PrintPreview

    book = published.session.book
    with book.change("dated otherwise"):
        book.write("UPDATE publication SET dated = '2026-10-08'")
    preview = PrintPreview(published.session, lead=1, parent=published)
    assert preview.panel.options.date == datetime.date(2026, 10, 8)
    assert preview._live is published.session.ranked
    preview.close()
    preview.deleteLater()


def test_without_a_book_nothing_happens(program):
    course = program.window.course
    for call in (
        course.list_reports,
        course.copy_reminder,
        course.publish,
        course.reopen,
        course.correct,
        course.list_corrections,
    ):
        call()
    assert QApplication.activeModalWidget() is None
