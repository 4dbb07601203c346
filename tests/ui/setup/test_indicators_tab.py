from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from tests.store.county import contents
from tests.ui.setup.driver import Alt, Key, SetupPage
from tracker.domain.indicator import Direction, Indicator, Kind, RankBy
from tracker.store import indicators
from tracker.store.book import Book
from tracker.ui.views.setup_indicators import IndicatorsTab


@pytest.fixture
def tab(page: SetupPage) -> IndicatorsTab:
    QTest.mouseClick(page.view.segments._buttons.button(1), Qt.MouseButton.LeftButton)
    assert page.view.front is page.view.indicators
    return page.view.indicators


def of(page: SetupPage) -> list[Indicator]:
    return indicators.indicators(page.book)


def choose(box: QComboBox, at: int) -> None:
    """As a hand does: the arrow keys, which tell `activated` each."""
    box.setFocus()
    while box.currentIndex() != at:
        QTest.keyClick(box, Key.Key_Down if box.currentIndex() < at else Key.Key_Up)
        QApplication.processEvents()


def test_a_field_that_is_left_is_stored_and_undone_and_redone(page, tab):
    before = contents(page.book)
    name = tab.form.texts["name"]
    name.setFocus()
    name.selectAll()
    page.type("Outside funds", Key.Key_Tab)
    assert of(page)[0].name == "Outside funds"
    assert tab.list.item(0).text() == "Outside funds"
    tab.list.setFocus()
    page.undo_and_redo(before, "Change indicator Funds: Name Funds → Outside funds")


@pytest.mark.parametrize(
    ("field", "at", "value", "label"),
    [
        ("decimals", 3, 3, "Decimals 2 → 3"),
        ("direction", 1, Direction.LOWER, "Which is better Higher is better → Lower is better"),
        ("rank_by", 2, RankBy.YOY, "Ranked by Completion of the year's target → The figure to date"),
    ],
)
def test_a_choice_is_stored_when_it_is_made(page, tab, field, at, value, label):
    choose(tab.form.choices[field], at)
    assert getattr(of(page)[0], field) == value
    labels = [row[0] for row in page.book.rows("SELECT label FROM journal")]
    assert f"Change indicator Funds: {label}" in labels


def test_the_definition_is_told_without_its_words(page, tab):
    before = contents(page.book)
    tab.form.definition.setFocus()
    page.type("By bank slip.", Key.Key_Tab)
    assert of(page)[0].definition == "By bank slip."
    tab.list.setFocus()
    page.undo_and_redo(before, "Change indicator Funds: Definition")


def test_what_the_book_refuses_stays_in_the_form_with_the_reason(page, tab):
    before = contents(page.book)
    code = tab.form.texts["code"]
    code.setFocus()
    code.selectAll()
    page.type("projects", Key.Key_Tab)
    assert "is used already" in tab.form.mistake.text()
    assert tab.form.mistake.isVisible()
    assert code.text() == "projects"
    assert contents(page.book) == before
    tab.list.setFocus()
    page.press(Key.Key_Down)
    assert "given up" in page.said[-1]
    assert not tab.form.mistake.isVisible()
    page.press(Key.Key_Up)
    assert code.text() == "funds"


def test_an_indicator_with_figures_cannot_become_a_ratio(page, tab):
    choose(tab.form.choices["kind"], 1)
    before = contents(page.book)
    choose(tab.form.choices["kind"], 2)
    assert "numerator and a denominator" in tab.form.mistake.text()
    assert contents(page.book) == before


def test_a_new_indicator_becomes_a_ratio_when_its_parts_are_chosen(page, tab):
    QTest.mouseClick(tab.writing[0], Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is tab.form.texts["name"]
    page.type("Rate", Key.Key_Tab)
    assert not tab.form.choices["numerator"].isVisible()
    choose(tab.form.choices["kind"], 2)
    assert tab.form.choices["numerator"].isVisible()
    assert not tab.form.choices["entered_by"].isVisible()
    choose(tab.form.choices["numerator"], 2)
    choose(tab.form.choices["denominator"], 1)
    factor = tab.form.texts["factor"]
    factor.setFocus()
    factor.selectAll()
    page.type("0", Key.Key_Tab)
    assert "A ratio needs a factor" in tab.form.mistake.text()
    factor.setFocus()
    factor.selectAll()
    page.type("100", Key.Key_Tab)
    made = of(page)[-1]
    funds, projects = of(page)[:2]
    assert (made.code, made.name, made.kind, made.factor) == ("I01", "Rate", Kind.RATIO, Decimal(100))
    assert (made.numerator, made.denominator) == (projects.id, funds.id)


def test_alt_and_an_arrow_move_an_indicator(page, tab):
    before = contents(page.book)
    tab.list.setFocus()
    page.press(Key.Key_Down, held=Alt)
    assert [one.name for one in of(page)] == ["Projects", "Funds"]
    assert tab.list.currentRow() == 1
    page.press(Key.Key_Down, held=Alt)
    page.undo_and_redo(before, "Move indicator Funds")


def test_an_indicator_with_figures_is_not_removed_and_the_way_out_is_told(page, tab, answer):
    tab.list.setFocus()
    seen = answer(lambda dialog: dialog.accept())
    page.press(Key.Key_Delete)
    assert "Clear its figures first" in seen[0].sentence.text()


def test_one_that_nothing_hangs_on_is_removed(page, tab):
    tab.add()
    before = contents(page.book)
    tab.list.setFocus()
    page.press(Key.Key_Delete)
    assert len(of(page)) == 2
    page.undo_and_redo(before, "Remove indicator New indicator")


def test_an_empty_book_offers_the_usual_indicators(program, tmp_path, qtbot):
    Book.create(tmp_path / "new.tracker").close()
    program.session.open(tmp_path / "new.tracker")
    view = program.window.turn_to("setup")
    view.turn_to(view.indicators)
    assert view.indicators.empty.isVisible()
    QTest.mouseClick(view.indicators.empty.buttons[0], Qt.MouseButton.LeftButton)
    assert len(indicators.indicators(program.session.book)) == 10
    assert view.indicators.list.count() == 10
    assert program.session.undo_label == "Use the indicators of investment promotion"


def test_a_book_that_is_only_read_is_only_shown(program, book_path):
    program.session.open(book_path, read_only=True)
    view = program.window.turn_to("setup")
    view.turn_to(view.indicators)
    assert not view.indicators.form.texts["name"].isEnabled()
    assert not view.indicators.writing[0].isEnabled()


def test_find_leads_to_an_indicator(page, tab):
    page.view.turn_to(page.view.units)
    assert page.view.jump_to(None, of(page)[1].id)
    assert page.view.front is tab
    assert tab.list.currentRow() == 1
    assert page.view.jump_to(1, None)
    assert page.view.front is page.view.units
