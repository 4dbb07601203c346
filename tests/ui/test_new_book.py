"""The steps to a new book, by keys and mouse, up to the book that comes of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tracker.exchange.new_book import make_sample
from tracker.store import groups, indicators, journal, settings, targets, units
from tracker.ui.dialogs.new_book import INDICATORS, NAME, SUMMARY, TARGETS, UNITS, NewBookDialog
from tracker.ui.file_names import file_name

Key = Qt.Key


@pytest.fixture
def dialog(qtbot, tmp_path):
    made = NewBookDialog(None, tmp_path, year=2026)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_the_quick_way_gives_a_book_named_after_its_year(dialog, tmp_path):
    press(dialog.make)
    assert dialog.result()
    asked = dialog.asked
    assert (asked.title, asked.office, asked.template, asked.units, asked.targets) == (
        "Investment promotion 2026",
        "",
        "investment",
        (),
        (),
    )
    assert asked.path == tmp_path / "Investment promotion 2026.tracker"


def test_the_file_is_named_after_the_title_until_somebody_names_it(dialog, qtbot, tmp_path):
    committed = QInputMethodEvent()
    committed.setCommitString("云山县: 2026/27")
    QApplication.sendEvent(dialog.name.title, committed)
    assert dialog.asked.path == tmp_path / "云山县  2026 27.tracker"
    dialog.name.file.setFocus()
    dialog.name.file.selectAll()
    qtbot.keyClicks(dialog.name.file, str(tmp_path / "mine"))
    dialog.name.title.setFocus()
    qtbot.keyClicks(dialog.name.title, "!")
    assert dialog.asked.path == tmp_path / "mine.tracker"


@pytest.mark.parametrize(
    ("title", "file", "mistake"),
    [
        ("  ", "{folder}/a", "Give the book a title."),
        ("A", "  ", "Choose where"),
        ("A", "{folder}/none/a", "There is no folder"),
        ("A", "{folder}/taken", "exists already"),
    ],
)
def test_a_mistake_is_told_in_place_and_the_dialog_stays(dialog, tmp_path, title, file, mistake):
    (tmp_path / "taken.tracker").touch()
    dialog.name.title.setText(title)
    dialog.name.file.setText(file.format(folder=tmp_path))
    dialog.turn_to(SUMMARY)
    press(dialog.make)
    assert dialog.isVisible()
    assert dialog.at == NAME
    assert mistake in dialog.mistake.text()


def test_the_file_is_chosen_with_the_systems_dialog(dialog, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    before = dialog.name.file.text()
    press(dialog.name.browse)
    assert dialog.name.file.text() == before
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "chosen.tracker"), ""))
    press(dialog.name.browse)
    dialog.name.title.setFocus()
    qtbot.keyClicks(dialog.name.title, "x")
    assert dialog.asked.path == tmp_path / "chosen.tracker"


def test_enter_goes_on_and_the_steps_can_be_turned_to(dialog, qtbot):
    qtbot.keyClick(dialog.name.title, Key.Key_Return)
    assert dialog.at == UNITS
    press(dialog.on)
    assert dialog.at == INDICATORS
    press(dialog.back)
    assert dialog.at == UNITS
    dialog.steps.setFocus()
    qtbot.keyClick(dialog.steps, Key.Key_End)
    assert dialog.at == SUMMARY
    assert not dialog.on.isEnabled()
    assert dialog.make.hasFocus()


def test_a_blank_book_can_be_asked_for(dialog):
    dialog.turn_to(INDICATORS)
    dialog.indicators.sets.button(1).click()
    assert dialog.asked.template == "blank"
    assert dialog.indicators.indicators == []


def test_units_come_by_choosing_province_city_and_county(dialog, qtbot):
    dialog.turn_to(UNITS)
    choice = dialog.units.divisions
    for box, name in ((choice.province, "浙江省"), (choice.city, "丽水市"), (choice.county, "青田县")):
        at = box.findText(name)
        box.setFocus()
        while box.currentIndex() != at:
            qtbot.keyClick(box, Key.Key_Down)
    lines = dialog.asked.units
    assert ("温溪镇", "镇") in [(line.name, line.group) for line in lines]
    assert [line.group for line in lines] == sorted((line.group for line in lines), key=["镇", "乡", "街道"].index)
    assert dialog.name.title.text() == "青田县: investment promotion 2026"


def test_a_county_without_a_city_stands_directly_under_its_province(dialog):
    choice = dialog.units.divisions
    choice.search.setText("万州区")
    choice._take(choice.found.item(0))
    assert [box.currentText() for box in (choice.province, choice.county)] == ["重庆市", "万州区"]
    assert len(dialog.units.lines) > 20


def test_the_search_takes_initials_and_the_arrow_leads_into_what_was_found(dialog, qtbot):
    dialog.turn_to(UNITS)
    choice = dialog.units.divisions
    qtbot.keyClicks(choice.search, "nothing like it")
    assert "Nothing of that name" in choice.hint.text()
    choice.search.clear()
    qtbot.keyClicks(choice.search, "qtx")
    qtbot.keyClick(choice.search, Key.Key_Down)
    assert choice.found.hasFocus()
    qtbot.keyClick(choice.found, Key.Key_Return)
    assert dialog.at == UNITS
    assert choice.county.currentText() == "青田县"
    qtbot.keyClick(choice.search, Key.Key_Return)
    assert dialog.at == UNITS


def test_units_are_ticked_and_edited_before_they_are_taken(dialog, qtbot):
    dialog.turn_to(UNITS)
    press(dialog.units.sources._buttons.button(1))
    dialog.units.text.setPlainText("城关镇\n小㙦乡\n开发区")
    table = dialog.units.table
    press(table.tick_none)
    assert dialog.asked.units == ()
    press(table.tick_all)
    table.list.setFocus()
    table.list.setCurrentItem(table.list.topLevelItem(1))
    qtbot.keyClick(table.list, Key.Key_Space)
    assert [line.name for line in dialog.asked.units] == ["城关镇", "开发区"]
    table.list.editItem(table.list.topLevelItem(2), 0)
    field = table.list.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "Park")
    qtbot.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.asked.units[-1].name == "Park")  # a commit after Return comes with the event loop
    assert [(line.name, line.group) for line in dialog.asked.units] == [("城关镇", "镇"), ("Park", "园区")]
    assert table.count.text() == "2 units to add"


def test_units_come_from_a_file_or_its_fault_is_told(dialog, tmp_path, monkeypatch):
    (tmp_path / "名单.csv").write_bytes("代码,单位,分组\nA1,城关镇,一类\n".encode("gb18030"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "名单.csv"), ""))
    press(dialog.units.file)
    assert [(line.code, line.name, line.group) for line in dialog.asked.units] == [("A1", "城关镇", "一类")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "none.csv"), ""))
    press(dialog.units.file)
    assert dialog.asked.units == ()
    assert "cannot be read" in dialog.units.problems.text()


def test_last_years_book_gives_its_indicators_or_says_why_not(dialog, tmp_path, monkeypatch):
    make_sample(tmp_path / "last.tracker")
    dialog.turn_to(INDICATORS)
    dialog.indicators.sets.button(2).click()
    press(dialog.make)
    assert "Choose the book" in dialog.mistake.text()
    (tmp_path / "no.tracker").write_text("no book")
    dialog.indicators.book.setText(str(tmp_path / "no.tracker"))
    press(dialog.make)
    assert dialog.at == INDICATORS
    assert dialog.mistake.text()
    assert dialog.indicators.indicators == []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "last.tracker"), ""))
    press(dialog.indicators.browse)
    assert dialog.asked.like == tmp_path / "last.tracker"
    assert [one.code for one in dialog.indicators.indicators][:2] == ["SWZJ", "WZ"]


BLOCK = "单位\t实际到位省外资金（亿元）\t旅游收入\n城关镇\t12.5\t1\n小㙦乡\t0\t2\n白河镇\t1\t1\n全县\t40\t\n"


def test_from_a_pasted_list_and_targets_to_the_open_book(program, tmp_path, qtbot, answer):
    def look(dialog: NewBookDialog) -> None:
        dialog.name.title.selectAll()
        QTest.keyClicks(dialog.name.title, "County A")
        dialog.name.file.setText(str(tmp_path / "a.tracker"))
        press(dialog.on)
        press(dialog.units.sources._buttons.button(1))
        dialog.units.text.setPlainText("U1\t城关镇\t一类乡镇\nU2\t小㙦乡\t二类乡镇")
        dialog.turn_to(TARGETS)
        dialog.targets.text.setPlainText(BLOCK)
        assert dialog.targets.found.text() == "3 targets found"
        press(dialog.on)
        told = dict(dialog.summary.lines)
        assert told["Units"] == "2  (一类乡镇 1, 二类乡镇 1)"
        assert told["Targets"].startswith("3 of ")
        assert "旅游收入" in told["Left out"]
        assert "白河镇" in told["Left out"]
        press(dialog.make)

    seen = answer(look)
    with qtbot.waitSignal(program.session.book_changed, timeout=20_000):
        program.window.commands.action("new_book").trigger()
    assert len(seen) == 1
    book = program.session.book
    assert settings.title(book) == "County A"
    assert [(unit.code, unit.name) for unit in units.units(book)] == [("U1", "城关镇"), ("U2", "小㙦乡")]
    assert [group.name for group in groups.groups(book)] == ["一类乡镇", "二类乡镇"]
    assert sorted(one.value for one in targets.targets(book)) == [0, Decimal("12.5"), 40]
    assert [entry.label for entry in journal.entries(book)] == ["New book", "Set up County A"]
    assert program.window.pages.front.name == "entry"
    assert program.window.pages.front.model.rowCount() == 4


def test_from_the_countrys_list_to_the_open_book(program, tmp_path, qtbot, answer):
    def look(dialog: NewBookDialog) -> None:
        dialog.name.file.setText(str(tmp_path / "a.tracker"))
        dialog.turn_to(UNITS)
        QTest.keyClicks(dialog.units.divisions.search, "qtx")
        QTest.keyClick(dialog.units.divisions.search, Key.Key_Return)
        press(dialog.make)

    answer(look)
    with qtbot.waitSignal(program.session.book_changed, timeout=20_000):
        program.window.commands.action("new_book").trigger()
    book = program.session.book
    assert settings.title(book).startswith("青田县: investment promotion")
    assert len(units.units(book)) == 32
    assert len(indicators.indicators(book)) == 10
    assert journal.verify(book) is None


def test_a_title_of_forbidden_characters_alone_still_names_a_file():
    assert file_name("???") == "Book"


def test_without_indicators_the_pasted_targets_say_so(dialog):
    dialog.indicators.sets.button(1).click()
    dialog.turn_to(TARGETS)
    dialog.targets.text.setPlainText(BLOCK)
    assert "No indicator's name is in the first row" in dialog.targets.problems.text()
