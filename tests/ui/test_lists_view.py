"""榜单, the page: what it lists, where its lines lead, what is chosen and copied, by keyboard and by mouse."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from tracker.domain.exemption import Exemption
from tracker.domain.figure import Figure
from tracker.domain.list_rules import ListRules, ZeroRule
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.metrics.lists_named import ListKind
from tracker.store import figures
from tracker.store.exemptions import exempt
from tracker.store.list_rules import set_list_rules
from tracker.store.publications import publish
from tracker.store.scheme_versions import set_scheme
from tracker.ui.models.ranking_board import SCORE
from tracker.ui.theme import Scheme as Colours

SEPTEMBER = Month(2026, 9)
FUNDS, PROJECTS = 1, 2
ASHBY, CEDAR, DUNE = 1, 3, 4
Key, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def settle():
    for _ in range(3):
        QApplication.processEvents()


@pytest.fixture
def page(window, qtbot):
    """The page in front, one named at either end of a group; it is reached by its key."""
    book = window.session.book
    with book.change("rules"):
        set_list_rules(book, ListRules(size=1))
        figures.set_figure(book, Figure(ASHBY, FUNDS, SEPTEMBER, Decimal(10)))
    book.forget_steps()
    qtbot.keyClick(window, Key.Key_9, ALT)
    assert window.pages.front.name == "lists"
    return window.pages.front


def lines(page):
    """The headings with a mark, who is named, and why nobody is."""
    return [f"# {line.of.title}" if line.is_heading else line.said or line.named.name for line in page.table.lines.records]


def go_to(page, kind, name):
    row = next(
        row
        for row, line in enumerate(page.table.lines.records)
        if line.of.kind is kind and line.named is not None and line.named.name == name
    )
    page.table.choose_row(row)
    page.table.setFocus()
    return row


def pick(combo, text, qtbot):
    combo.setFocus()
    at = [combo.itemText(number) for number in range(combo.count())].index(text)
    qtbot.keyClick(combo, Key.Key_Home)
    for _ in range(at):
        qtbot.keyClick(combo, Key.Key_Down)
    settle()


def test_every_list_of_the_month_stands_under_its_rule(page):
    assert [line for line in lines(page) if line.startswith("#")] == [
        *("# Red list", "# Black list", "# Last again and again", "# Nothing at all", "# Late or not reported"),
        *("# Firsts and lasts", "# The lights: Funds"),
    ]
    red = page.table.lines.index(0, 0).data()
    assert red == "Red list 1: Among the first of the group (1 in each group), and on pace in Funds."
    evidence = page.table.lines.index(1, 3).data()
    assert evidence == "completion 91.67%, and 16.67 percentage points ahead of the pace, and no. 1/3 in its group"
    assert [page.table.lines.index(1, column).data() for column in range(3)] == ["Ashby", "Towns", "on the red list"]


def test_the_status_counts_the_lists(page, window):
    told = []
    page.status_changed.connect(told.append)
    go_to(page, ListKind.BLACK, "Cedar")
    assert told[-1].context == "Cedar"
    assert [(fact.before, fact.figure) for fact in told[-1].facts][:2] == [("Red list", "1"), ("Black list", "1")]


def test_one_list_and_one_group_can_be_chosen_by_the_keyboard(page, qtbot):
    pick(page.bar.kinds, "Black list 1", qtbot)
    assert lines(page) == ["# Black list", "Cedar"]
    pick(page.bar.groups, "Parks", qtbot)
    assert lines(page) == ["# Black list", "Nobody of the chosen group is on it."]
    pick(page.bar.kinds, "All", qtbot)
    assert "Dune Park" in lines(page)
    assert "Ashby" not in lines(page)


def test_the_lists_go_by_another_indicator_or_the_score(page, window, qtbot):
    pick(page.bar.basis, "Projects", qtbot)
    assert page.lists.lead.indicator.id == PROJECTS
    book = window.session.book
    with book.change("scheme"):
        set_scheme(book, Scheme(2026, 1, (SchemeLine(2026, None, FUNDS, Decimal(100), Method.PROPORTIONAL, cap=Decimal(1)),)))
    pick(page.bar.basis, "Composite score", qtbot)
    assert page.lists.scores is not None
    go_to(page, ListKind.RED, "Ashby")
    qtbot.keyClick(page.table, Key.Key_Return)
    ranking = window.pages.front
    assert (ranking.name, ranking.model.board.about) == ("ranking", SCORE)
    assert ranking.table.current_line().name == "Ashby"


def test_enter_leads_to_the_ranking_or_where_figures_are_typed(page, window, qtbot):
    go_to(page, ListKind.BLACK, "Cedar")
    qtbot.keyClick(page.table, Key.Key_Return)
    assert (window.pages.front.name, window.pages.front.table.current_line().name) == ("ranking", "Cedar")
    window.turn_to("lists")
    row = go_to(page, ListKind.LIGHTS, "Parks")
    spot = page.table.visualRect(page.table.lines.index(row, 3)).center()
    for pressed in (qtbot.mouseClick, qtbot.mouseDClick):
        pressed(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.pages.front.name == "ranking"
    window.turn_to("lists")
    go_to(page, ListKind.LATE, "Dune Park")
    qtbot.keyClick(page.table, Key.Key_Return)
    assert window.pages.front.name == "entry"


def test_a_heading_and_a_sentence_lead_nowhere(page, window, qtbot):
    page.table.choose_row(0)
    qtbot.keyClick(page.table, Key.Key_Return)
    assert window.pages.front is page
    assert not page.can("open_named")


def test_the_menu_offers_what_can_be_done_with_the_line(page, window, qtbot, answer):
    row = go_to(page, ListKind.BLACK, "Cedar")
    page.table.choose_row(0)
    offered = []

    def read(menu):
        offered.append([action.text() for action in menu.actions()])
        menu.close()

    answer(read)
    spot = page.table.visualRect(page.table.lines.index(row, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, page.table.viewport().mapToGlobal(spot))
    QApplication.sendEvent(page.table.viewport(), event)
    qtbot.waitUntil(lambda: len(offered) == 1)
    assert page.line.named.name == "Cedar"
    assert "Show where it stands" in offered[0]
    settle()
    answer(read)
    page.table.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    qtbot.waitUntil(lambda: len(offered) == 2)
    window.commands.action("open_named").trigger()
    assert window.pages.front.name == "ranking"


def test_the_table_and_the_words_are_copied(page, qtbot):
    qtbot.mouseClick(page.bar.copy_table, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text().split("\r\n")
    assert copied[0] == "Unit\tGroup\tFinding\tEvidence"
    assert copied[2].startswith("Ashby\tTowns\ton the red list\tcompletion 91.67%")
    qtbot.mouseClick(page.bar.copy_text, Qt.MouseButton.LeftButton)
    told = QGuiApplication.clipboard().text()
    assert told.startswith("2026-09 lists\n\n[Red list 1] Among the first")
    assert "\n1. Ashby (Towns), on the red list: completion 91.67%" in told
    assert "\n1. Towns: 1 green, 1 yellow, 1 red; red: Cedar; yellow: Birch\n" in told
    go_to(page, ListKind.BLACK, "Cedar")
    qtbot.keyClick(page.table, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().split("\r\n")[1].startswith("Cedar\t")


def test_the_page_follows_the_book_and_keeps_the_line_in_hand(page, window):
    go_to(page, ListKind.BLACK, "Cedar")
    book = window.session.book
    with book.change("exempt"):
        exempt(book, Exemption(CEDAR, None, SEPTEMBER, SEPTEMBER, "flood"))
    assert page.line.named.verdict == "exempt"
    assert "Nobody is on it: who is among the last has fulfilled the target or is exempt." in lines(page)
    window.undo()
    assert page.line.named.verdict == "on the black list"
    with book.change("zero"):
        set_list_rules(book, ListRules(size=1, zero=(ZeroRule(FUNDS, 9),)))
    assert "# Nothing at all: Funds" in lines(page)


def test_a_published_month_keeps_its_lists(page, window):
    book, before = window.session.book, lines(page)
    with book.change("publish"):
        publish(book, SEPTEMBER, today=datetime.date(2026, 10, 9))
    with book.change("rules"):
        set_list_rules(book, ListRules(size=2))
    assert lines(page) == before


def test_a_unit_that_is_looked_for_is_found(page):
    assert page.jump_to(CEDAR, None)
    assert page.line.named.name == "Cedar"
    assert not page.jump_to(None, FUNDS)
    assert not page.jump_to(99, None)


def test_where_there_is_nobody_to_rank_the_page_says_so(window, qtbot, tmp_path):
    window.session.new(tmp_path / "new.tracker", title="New")
    page = window.turn_to("lists")
    assert page.empty.isVisible()
    assert page.empty.sentence.text() == "There are no units or no indicators yet."
    assert not page.bar.copy_table.isEnabled()
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert window.pages.front.name == "setup"


def test_a_month_that_cannot_be_read_is_told(page, window):
    book = window.session.book
    with book.change("publish"):
        publish(book, SEPTEMBER, today=datetime.date(2026, 10, 9))
    book.connection.execute("UPDATE blob SET content = x'00'")
    window.session._ranked.forget()
    page.refresh(None)
    assert "damaged" in page.empty.sentence.text()
    assert not page.can("copy")


@pytest.mark.parametrize("colours", [Colours.LIGHT, Colours.DARK])
def test_the_page_can_be_drawn_in_both_schemes(page, window, colours):
    window.look.choose_scheme(colours)
    go_to(page, ListKind.LIGHTS, "Towns")
    for compact in (True, False):
        page.set_density(compact)
        page.grab()
    page.table.choose_row(0)
    page.bar.basis.setFocus()
    assert not page.grab().isNull()
