"""榜单规则: what the dialog shows and asks for, what it refuses and where, and what reaches the book."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from tracker.domain.light import Band, GapRule, GrowthRule, Light
from tracker.domain.list_rules import ListRules, ZeroRule
from tracker.domain.period import Month
from tracker.store import journal
from tracker.store.list_rules import kept_light_rule, list_rules
from tracker.store.publications import publish
from tracker.ui.dialogs.list_rules import ListRulesDialog, RulesSetting
from tracker.ui.models.journal_names import Names
from tracker.ui.models.journal_tables import TABLES
from tracker.ui.models.journal_words import lines_of
from tracker.ui.models.kept_rules import KeptRules, kept_rules
from tracker.ui.models.rules_effect import rules_effect

FUNDS, PROJECTS = 1, 2
SEPTEMBER, TODAY = Month(2026, 9), datetime.date(2026, 10, 9)
Kinds = QDialogButtonBox.StandardButton


@pytest.fixture
def dialog(window, qtbot):
    """The dialog over the small county, with rules of every kind; its effect tells whose lights are in hand."""
    live = window.session.live
    now = KeptRules(
        ListRules(2, {live.groups[0].id: 1}, 3, (ZeroRule(FUNDS, 6),)), GapRule.usual(Decimal(5)), {FUNDS: GrowthRule(Decimal(8))}
    )
    made = ListRulesDialog(
        window, now, RulesSetting(live.groups, live.indicators, 9), lambda rules, about: f"{len(rules.own)} own, {about}"
    )
    made.now = now
    made.show()
    yield made
    made.reject()
    made.deleteLater()


def retype(field, text):
    field.setFocus()
    field.selectAll()
    field.insert(text)


def test_what_is_kept_is_shown_and_asked_for_unchanged(dialog):
    assert dialog.asked == dialog.now
    assert [field.value() for field in dialog.sizes.sizes.values()] == [1, 0]
    assert [field.text() for field in dialog.sizes.sizes.values()] == ["1", "as above"]
    assert [box.isChecked() for box, _ in dialog.zero.lines.values()] == [True, False]
    assert dialog.told.text() == "1 own, None"


def test_numbers_are_asked_for_group_by_group(dialog):
    dialog.sizes.usual.setValue(4)
    dialog.sizes.reviews.setValue(2)
    park = list(dialog.sizes.sizes)[1]
    dialog.sizes.sizes[park].setValue(6)
    box, number = dialog.zero.lines[PROJECTS]
    assert not number.isEnabled()
    box.setChecked(True)
    number.setValue(12)
    asked = dialog.asked.lists
    assert (asked.size, asked.reviews, asked.sizes[park], asked.zero) == (4, 2, 6, (ZeroRule(FUNDS, 6), ZeroRule(PROJECTS, 12)))


def test_each_indicator_has_its_own_lights_or_those_of_all(dialog):
    dialog.about.picked.emit(FUNDS)
    assert dialog.lights.by_growth.isChecked()
    assert dialog.lights.plan.text() == "8"
    retype(dialog.lights.plan, "9.5")
    assert dialog.asked.own == {FUNDS: GrowthRule(Decimal("9.5"))}
    dialog.lights.as_usual.click()
    dialog.about.picked.emit(None)
    assert dialog.asked.own == {}
    assert dialog.lights.bands[Light.YELLOW].least.text() == "-5"
    dialog.lights.as_usual.click()
    assert dialog.asked.lights is None


def test_a_rule_with_a_hole_is_refused_where_it_stands(dialog):
    save = dialog.buttons.button(Kinds.Ok)
    green = dialog.lights.bands[Light.GREEN]
    retype(green.least, "3")
    assert dialog.lights.mistake.text() == "No light is said for gaps between 0 and 3."
    assert (save.isEnabled(), dialog.about.isEnabled()) == (False, False)
    assert dialog.told.text() == "The lights leave a hole or overlap; see there."
    retype(dialog.lights.bands[Light.YELLOW].most, "３")
    assert (dialog.lights.mistake.text(), save.isEnabled()) == ("", True)
    assert dialog.asked.lights.bands[0] == Band(Light.GREEN, Decimal(3))
    dialog.lights.bands[Light.YELLOW].to_most.click()
    assert dialog.lights.mistake.text() == "The gap 3 has two lights."


def test_what_is_no_number_is_refused_where_it_stands(dialog):
    retype(dialog.lights.bands[Light.RED].most, "ten")
    assert dialog.lights.mistake.text().startswith("“ten” is no number: ")
    dialog.lights.by_growth.click()
    assert dialog.lights.mistake.text() == ""
    retype(dialog.lights.plan, "x")
    assert "no number" in dialog.lights.mistake.text()


def test_a_book_that_is_only_read_shows_its_rules(window, qtbot):
    live = window.session.live
    setting = RulesSetting(live.groups, live.indicators, 9, read_only=True)
    made = ListRulesDialog(window, KeptRules(lists=ListRules(zero=(ZeroRule(FUNDS, 6),))), setting, lambda *_about: "")
    fields = (made.sizes.usual, made.lights.by_gap, made.lights.plan, *made.zero.lines[FUNDS])
    assert [field.isEnabled() for field in fields] == [False] * 5
    assert made.buttons.button(Kinds.Close).text() == "Close"
    made.deleteLater()


def test_the_effect_is_told_in_one_sentence(window):
    book, live = window.session.book, window.session.live

    def told(rules, about=None):
        return rules_effect(book, live, rules, about, today=TODAY)

    zero = ListRules(size=1, zero=(ZeroRule(PROJECTS, 9),))
    assert told(KeptRules(lists=zero)) == (
        "2026-09 would have by Funds: red list 1, black list 1 (exempt 0), last again and again 0, nothing at all 0; "
        "green lights 1, yellow 1, red 2."
    )
    assert told(KeptRules(lists=zero), PROJECTS).startswith("2026-09 would have by Projects: red list 0, black list 1")
    assert "green lights 0, yellow 0, red 0" in told(KeptRules(lights=GrowthRule()))
    with book.change("publish"):
        publish(book, SEPTEMBER, today=TODAY)
    assert told(KeptRules()).startswith("2026-09 is published and keeps its own rules. It would have by Funds")


def test_in_an_empty_book_there_is_no_effect(program, tmp_path):
    program.session.new(tmp_path / "new.tracker", title="New")
    session = program.session
    assert rules_effect(session.book, session.live, KeptRules(), None, today=TODAY).startswith("There are no units")
    assert rules_effect(session.book, session.live, KeptRules(), 7, today=TODAY).startswith("There are no units")


def test_the_rules_are_stored_as_one_change_that_can_be_undone(window, answer, qtbot):
    book = window.session.book

    def fill(dialog):
        dialog.sizes.usual.setValue(1)
        dialog.zero.lines[FUNDS][0].click()
        dialog.sizes.sizes[window.session.live.groups[0].id].setValue(2)
        dialog.turn_to(1)
        dialog.lights.by_gap.click()
        retype(dialog.lights.bands[Light.YELLOW].least, "-8")
        retype(dialog.lights.bands[Light.RED].most, "-8")
        dialog.about.picked.emit(FUNDS)
        dialog.lights.by_growth.click()
        dialog.buttons.button(Kinds.Ok).click()

    answer(fill)
    window.commands.action("list_rules").trigger()
    rules = list_rules(book)
    assert (rules.size, rules.zero) == (1, (ZeroRule(FUNDS, 9),))
    assert kept_light_rule(book) == GapRule.usual(Decimal(8))
    assert kept_rules(book).own == {FUNDS: GrowthRule()}
    entry = journal.entries(book, newest_first=True, limit=1)[0]
    told = {str(line) for change in journal.changes(book, entry.id) for line in lines_of(change, Names(book), TABLES)}
    assert entry.label == "Rules of the lists"
    assert {"Lists: how many in some groups: — → Towns 2", "Lists: what must not be nothing: — → funds by month 9"} <= told
    assert any(line.startswith("Rule for lights: — → By the gap to the pace") for line in told)
    assert any(line.startswith("Rule for lights of funds: — → By growth.") for line in told)
    window.undo()
    assert kept_rules(book) == KeptRules()


def test_nothing_is_stored_where_nothing_was_changed(window, answer):
    book = window.session.book
    before = journal.entries(book, newest_first=True, limit=1)
    answer(lambda dialog: dialog.buttons.button(Kinds.Ok).click())
    window.commands.action("list_rules").trigger()
    answer(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    window.commands.action("list_rules").trigger()
    assert journal.entries(book, newest_first=True, limit=1) == before
