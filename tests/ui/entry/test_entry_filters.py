"""Lines left out by a filter: which, what is said of it, and that totals count every unit all the same."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.entry.driver import FUNDS, PROJECTS, Driver, Key
from tests.ui.entry.small_book import AUGUST
from tests.ui.entry.test_entry_ways import press
from tracker.domain.light import GapRule
from tracker.store.list_rules import set_light_rule
from tracker.ui.models.entry_choice import Filter, Wanted


def choose(entry: Driver, text: str) -> None:
    """Choose a filter from the bar's list, by keyboard."""
    combo = entry.view.bar.filters
    combo.setFocus()
    rows = [combo.itemText(row) for row in range(combo.count())]
    QTest.keyClick(combo, Key.Key_Home)
    for _ in range(rows.index(text)):
        QTest.keyClick(combo, Key.Key_Down)
    assert combo.currentText() == text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Not reported", ["Towns", "Birch"]),
        ("Blank or unreadable", ["Towns", "Birch"]),
        ("Green light: Funds", ["Parks", "Dune"]),
        ("Yellow light: Funds", ["nobody"]),
        ("Red light: Funds", ["Towns", "Ashby", "Birch", "Parks", "Elm"]),
    ],
)
def test_a_filter_leaves_the_lines_it_names(entry: Driver, text: str, names: list[str]) -> None:
    choose(entry, text)
    if names == ["nobody"]:
        assert entry.view.empty.sentence.text() == "No line is left by the filter."
        names = []
    assert entry.texts(0) == names


def test_lights_follow_the_rule_of_the_book(entry: Driver) -> None:
    assert entry.session.book is not None
    with entry.session.book.change("rules"):
        set_light_rule(entry.session.book, GapRule.usual(Decimal(100)))
    choose(entry, "Yellow light: Funds")
    assert entry.texts(0) == ["Towns", "Ashby", "Birch", "Parks", "Elm"]


def test_totals_count_every_unit_whatever_is_left_out(entry: Driver) -> None:
    choose(entry, "Not reported")
    assert entry.text(0, FUNDS) == "4.50"
    assert entry.view.total.source.any_cell(0, FUNDS).text == "4.15"
    strip = entry.view.strip
    assert strip.isVisible()
    assert strip.words.text() == ("Filtered: 4 lines are not shown. Subtotals and the county's total count every unit.")


def test_a_group_alone_is_a_filter_too(entry: Driver) -> None:
    entry.view.bar.group_chosen.emit(entry.session.live.groups[1].id if entry.session.live else None)
    assert entry.texts(0) == ["Parks", "Dune", "Elm"]
    assert "3 lines" in entry.view.strip.words.text()


def test_one_click_takes_every_filter_away(entry: Driver) -> None:
    choose(entry, "Not reported")
    assert entry.view.can("show_all_lines")
    QTest.mouseClick(entry.view.strip.clear, Qt.MouseButton.LeftButton)
    assert len(entry.texts(0)) == 7
    assert not entry.view.strip.isVisible()
    assert not entry.view.can("show_all_lines")


def test_when_nothing_is_left_the_filter_can_still_be_taken_away(entry: Driver) -> None:
    choose(entry, "Yellow light: Funds")
    assert entry.view.can("show_all_lines")
    assert not entry.view.can("paste")
    entry.view.commands["show_all_lines"]()
    assert len(entry.texts(0)) == 7


def test_a_line_does_not_vanish_under_the_hand_that_fills_it(entry: Driver) -> None:
    choose(entry, "Blank or unreadable")
    entry.grid.setFocus()
    entry.go(1, FUNDS)
    entry.type("5", Key.Key_Tab)
    entry.type("5", Key.Key_Tab)
    entry.type("5", Key.Key_Tab)
    assert entry.texts(0) == ["Towns", "Birch"]
    entry.session.set_month(AUGUST)
    assert entry.texts(0) == ["Towns", "Birch"]  # without a figure for projects
    entry.view.bar.filter_chosen.emit(Filter(Wanted.UNREPORTED))
    assert entry.texts(0) == []


def test_lights_are_those_of_the_column_in_hand(entry: Driver) -> None:
    entry.go(1, PROJECTS)
    entry.view.choosing.show_all_lines()
    choose(entry, "Red light: Projects")
    assert entry.texts(0) == ["Towns", "Ashby", "Birch", "Cedar", "Parks", "Dune", "Elm"]


def test_jumping_to_a_line_that_is_left_out_takes_the_filter_away(entry: Driver) -> None:
    choose(entry, "Not reported")
    live = entry.session.live
    assert live is not None
    dune = next(unit.id for unit in live.units if unit.name == "Dune")
    assert entry.view.jump_to(dune, live.indicators[0].id)
    assert entry.at == (5, FUNDS)


def test_in_an_indicators_year_what_is_blank_counts_up_to_the_month_in_view(entry: Driver) -> None:
    press(entry, "Units × months")
    choose(entry, "Blank or unreadable")
    assert len(entry.texts(0)) == 7  # January to July are blank everywhere
    choose(entry, "Not reported")
    assert entry.texts(0) == ["Towns", "Birch"]


def test_in_a_units_year_each_line_has_its_own_light(entry: Driver) -> None:
    press(entry, "Indicators × months")
    choose(entry, "Red light")
    assert entry.texts(0) == ["Added up month by month", "Funds", "Projects"]
    assert "Subtotals" not in entry.view.strip.words.text()
    choose(entry, "Blank or unreadable")
    assert [name for name in entry.texts(0) if name in ("Funds", "Projects", "Talks", "Rate")] == ["Funds", "Projects", "Talks"]
    press(entry, "Units × indicators")
    assert len(entry.texts(0)) == 7
