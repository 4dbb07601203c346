"""The page of the month: what it tells, and where each line leads."""

import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tracker.domain.figure import Figure
from tracker.domain.list_rules import ListRules, ZeroRule
from tracker.domain.office_text import OfficeText, OfficeTextKind
from tracker.domain.period import Month
from tracker.store import figures, units
from tracker.store.list_rules import set_list_rules
from tracker.store.office_texts import set_office_text
from tracker.ui.widgets.step_button import Stage

SEPTEMBER, AUGUST = Month(2026, 9), Month(2026, 8)
ALT, LEFT, RETURN = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton, Qt.Key.Key_Return


@pytest.fixture
def page(window, qtbot):
    """The page in front, reached by its key."""
    qtbot.keyClick(window, Qt.Key.Key_1, ALT)
    assert window.pages.front.name == "home"
    return window.pages.front


def cells(section, column):
    return [section.model.index(row, column).data() for row in range(section.model.rowCount())]


def enter(window, unit, indicator, value, month=SEPTEMBER):
    with window.session.book.change("enter"):
        figures.set_figure(window.session.book, Figure(unit, indicator, month, None if value is None else Decimal(value)))


def click(qtbot, section, row, column=0):
    table = section.table
    spot = QPoint(table.columnViewportPosition(column) + 10, table.rowViewportPosition(row) + 5)
    qtbot.mouseClick(table.viewport(), LEFT, pos=spot)


def test_a_new_user_begins_here(program, book_path):
    program.settings.page = ""
    program.session.open(book_path)
    assert program.window.pages.front.name == "home"
    assert program.window.pages.isAncestorOf(program.window.focusWidget())


def test_the_reports_are_told_group_by_group(page):
    parts = page.parts
    assert parts.reports.title.text() == "Reported 3/4"
    assert cells(parts.reports, 0) == ["Towns", "Parks"]
    assert cells(parts.reports, 1) == ["still without: Ashby, Birch, Cedar", "still without: Dune Park"]
    assert cells(parts.reports, 2) == ["0/3", "0/1"]
    assert cells(parts.chase, 0) == ["Dune Park"]


def test_the_county_stands_indicator_by_indicator(page):
    county = page.parts.county
    assert cells(county, 0) == ["Funds 亿元", "Projects 个"]
    assert cells(county, 1) == ["28.00", "10"]
    assert cells(county, 3) == ["58.33", "20.83"]
    assert cells(county, 4) == ["Pace 75.00 %", "Pace 75.00 %"]
    assert cells(county, 6) == ["−16.67", "−54.17"]
    assert county.note._whole == "upright line: pace 75.00 %"


def test_first_last_and_moves_are_of_the_first_ranked_indicator(page):
    ends = page.parts.ends
    assert (cells(ends, 0), cells(ends, 2)) == (["Towns", "", "", "Parks"], ["Ashby", "Birch", "Cedar", "Dune Park"])
    assert ends.note._whole == "Funds · completion %"
    assert cells(page.parts.moves, 1) == ["Ashby", "Cedar"]
    assert cells(page.parts.moves, 3) == ["no. 3 → 1", "no. 1 → 3"]


def test_the_steps_say_how_far_the_month_is(window, page, qtbot):
    steps = page.steps
    assert [step.stage for step in (steps.collect, steps.check, steps.rank, steps.publish)] == [
        Stage.UNDER_WAY,
        Stage.UNDER_WAY,
        Stage.DONE,
        Stage.AHEAD,
    ]
    assert (steps.bulletin.words, steps.bulletin.stage) == ("problems, next steps to write", Stage.UNDER_WAY)
    assert steps.collect.words == "3/4, 1 missing"
    assert steps.collect.accessibleName() == "Step 1: Collect"
    enter(window, 4, 1, "2")
    assert steps.collect.words == "4/4, 4 in part"
    for unit in (1, 2, 3, 4):
        enter(window, unit, 2, "1")
    assert steps.collect.words == "4/4, all there"
    assert steps.collect.stage is Stage.DONE
    assert steps.collect.accessibleDescription() == "4/4, all there done"


def test_the_bulletins_step_is_done_when_its_words_are_written_and_leads_to_it(window, page, qtbot):
    book = window.session.book
    for kind in (OfficeTextKind.PROBLEMS, OfficeTextKind.NEXT_STEPS):
        assert page.steps.bulletin.stage is Stage.UNDER_WAY
        with book.change("write"):
            set_office_text(book, OfficeText(Month(2026, 9), kind, "Words."))
    assert (page.steps.bulletin.words, page.steps.bulletin.stage) == ("words are written", Stage.DONE)
    qtbot.mouseClick(page.steps.bulletin, LEFT)
    assert window.pages.front.name == "bulletin"


def test_it_follows_the_book_while_it_is_shown(window, page):
    assert page.parts.recent.model.records[0].label == "fill"
    enter(window, 3, 1, "30")
    assert cells(page.parts.ends, 2)[0] == "Cedar"
    assert page.parts.recent.model.records[0].label == "enter"
    window.session.undo()
    assert cells(page.parts.ends, 2)[0] == "Ashby"


def test_every_line_leads_somewhere_by_mouse(window, page, qtbot, answer):
    parts = page.parts
    seen = answer(lambda dialog: dialog.reject())
    click(qtbot, parts.reports, 0)
    assert seen[0].windowTitle() == "Who has reported"
    for section, row, column, front in (
        (parts.chase, 0, 0, "entry"),
        (parts.checks, 0, 1, "entry"),
        (parts.county, 1, 0, "ranking"),
        (parts.ends, 1, 2, "ranking"),
        (parts.moves, 0, 1, "ranking"),
        (parts.recent, 0, 1, "journal"),
    ):
        window.turn_to("home")
        click(qtbot, section, row, column)
        assert window.pages.front.name == front, section.title.text()


def test_every_line_leads_somewhere_by_keyboard(window, page, qtbot):
    parts = page.parts
    parts.moves.table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(parts.moves.table, Qt.Key.Key_Down)
    qtbot.keyClick(parts.moves.table, RETURN)
    assert window.pages.front.name == "ranking"
    assert window.pages.front.table.current_line().name == "Cedar"
    window.turn_to("home")
    parts.recent.table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(parts.recent.table, Qt.Key.Key_Down)
    qtbot.keyClick(parts.recent.table, RETURN)
    assert window.pages.front.chosen.label == "New book"


def test_the_links_and_steps_lead_on(window, page, qtbot, answer):
    for button, front in ((page.parts.county.link, "ranking"), (page.parts.recent.link, "journal"), (page.steps.rank, "ranking")):
        window.turn_to("home")
        qtbot.mouseClick(button, LEFT)
        assert window.pages.front.name == front
    window.turn_to("home")
    qtbot.mouseClick(page.parts.chase.link, LEFT)
    assert "Dune Park" in QApplication.clipboard().text()
    for button in (page.steps.publish, page.steps.next):
        seen = answer(lambda dialog: dialog.reject())
        qtbot.mouseClick(button, LEFT)
        assert seen[0].windowTitle() == "Publish"
    seen = answer(lambda dialog: dialog.reject())
    qtbot.mouseClick(page.steps.collect, LEFT)
    assert seen[0].windowTitle() == "Who has reported"
    qtbot.mouseClick(page.steps.check, LEFT)
    assert window.pages.front.name == "hints"


def test_a_published_month_leads_to_its_bulletin_then_to_the_printer(window, page, qtbot, answer):
    steps, book = page.steps, window.session.book
    answer(lambda dialog: dialog.accept())
    qtbot.mouseClick(steps.next, LEFT)
    assert steps.publish.stage is Stage.DONE
    assert (steps.other.text(), steps.next.text()) == ("Print the month…", "Write the bulletin")
    qtbot.mouseClick(steps.next, LEFT)
    assert window.pages.front.name == "bulletin"
    with book.change("write"):
        for kind in (OfficeTextKind.PROBLEMS, OfficeTextKind.NEXT_STEPS):
            set_office_text(book, OfficeText(Month(2026, 9), kind, "Words."))
    window.turn_to("home")
    assert (steps.other.text(), steps.next.text()) == ("Corrections…", "Print the month…")
    seen = answer(lambda dialog: dialog.reject())
    qtbot.mouseClick(steps.next, LEFT)
    assert seen[0].windowTitle() == "Print the month"


def test_a_published_month_leads_to_its_corrections(window, page, qtbot, answer):
    answer(lambda dialog: dialog.accept())
    qtbot.mouseClick(page.steps.next, LEFT)
    seen = answer(lambda dialog: dialog.reject())
    qtbot.waitUntil(window.commands.action("corrections").isEnabled)
    qtbot.mouseClick(page.steps.publish, LEFT)
    assert seen[0].windowTitle() == "Corrections"


def test_a_month_without_figures_says_so_in_each_part(window, page):
    window.way.show_month(Month(2026, 10))
    parts = page.parts
    assert parts.reports.title.text() == "Reported 0/4"
    assert parts.checks.empty.isVisible()
    assert page.steps.check.words == "nothing to check"
    window.way.show_month(Month(2027, 2))
    assert parts.moves.empty.isVisible()
    assert not parts.named.isVisible()


def test_the_office_says_what_must_not_be_nothing(window, page):
    enter(window, 1, 1, None)
    enter(window, 1, 1, None, AUGUST)
    with window.session.book.change("rules"):
        set_list_rules(window.session.book, ListRules(reviews=3, zero=(ZeroRule(1, 8),)))
    named = page.parts.named
    assert cells(named, 0) == ["among the last 3 times running", "month 1-8, none: Funds"]
    assert cells(named, 1)[1] == "Ashby"


def test_who_has_nothing_at_all_is_named(window, page, qtbot):
    for unit in (1, 2, 3, 4):
        enter(window, unit, 2, None, AUGUST)
    named = page.parts.named
    assert cells(named, 0) == ["among the last 2 times running", "month 1-9, none: Projects"]
    assert cells(named, 1) == ["nobody", "Ashby, Birch, Cedar, Dune Park"]
    click(qtbot, named, 1)
    assert window.pages.front.bar.indicator.value == 2


def test_without_units_it_says_what_to_do(program, tmp_path, qtbot):
    program.session.new(tmp_path / "new.tracker", title="New")
    page = program.window.turn_to("home")
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.button, LEFT)
    assert program.window.pages.front.name == "setup"
    program.session.close()
    page.refresh(None)
    assert page.month is None


def test_the_parts_stand_in_as_many_stacks_as_there_is_room_for(window, page, qtbot):
    board = page.area.widget()
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: board._count == 3)
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: board._count == 2)
    window.resize(780, 600)
    qtbot.waitUntil(lambda: board._count == 1)
    assert page.area.verticalScrollBar().maximum() > 0


def test_the_page_scrolls_to_the_line_that_has_the_focus(window, page, qtbot):
    window.resize(780, 500)
    qtbot.waitUntil(lambda: page.area.widget()._count == 1)
    QApplication.processEvents()
    page.parts.recent.table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().value() > 0)
    shown = page.parts.recent.table.viewport().visibleRegion()
    assert not shown.isEmpty()


def test_contacts_and_lateness_stand_beside_whom_to_remind(window, page):
    with window.session.book.change("contact"):
        units.update_unit(window.session.book, 4, contact="ext. 6217")
    assert cells(page.parts.chase, 1) == ["ext. 6217"]
    late = datetime.date.today() > datetime.date(2026, 10, 5)
    assert cells(page.parts.chase, 2) == ["late for the first time" if late else ""]


def test_it_draws_itself_in_both_schemes_and_half_done(window, page):
    enter(window, 4, 1, "2")
    for name in ("scheme_dark", "scheme_light", "scheme_system"):
        window.commands.action(name).trigger()
        assert not window.grab().isNull()
