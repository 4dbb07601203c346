"""考核办法 with keys and mouse: drafts, faults at their line, what is adopted, and the month under two versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.store.county import contents
from tests.ui.setup.driver import Alt, Ctrl, Key, SetupPage
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine, Terms
from tracker.store import groups, indicators
from tracker.store.book import Book
from tracker.store.publications import publish
from tracker.store.scheme_drafts import drafts
from tracker.store.scheme_versions import set_scheme, versions
from tracker.ui.views.setup_scheme import SchemeTab
from tracker.ui.widgets.number_field import NumberField
from tracker.ui.widgets.quiet_combo import QuietCombo


@pytest.fixture
def tab(page: SetupPage) -> SchemeTab:
    QTest.mouseClick(page.view.segments._buttons.button(4), Qt.MouseButton.LeftButton)
    assert page.view.front is page.view.scheme
    return page.view.scheme


@pytest.fixture
def begun(page: SetupPage, tab: SchemeTab) -> SchemeTab:
    """A scheme that counts: Funds 60 by completion, Projects 40 for each; nothing to undo but that."""
    money, projects = indicators.indicators(page.book)
    lines = (
        SchemeLine(2026, None, money.id, Decimal(60), Method.PROPORTIONAL, cap=Decimal(1)),
        SchemeLine(2026, None, projects.id, Decimal(40), Method.PER_ITEM, each=Decimal(10)),
    )
    with page.book.change("scheme"):
        set_scheme(page.book, Scheme(2026, 1, lines, Terms(total=Decimal(100))))
    return tab


def draft(page: SetupPage) -> Scheme:
    (one,) = drafts(page.book)
    return one


def put(page: SetupPage, field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    page.press(Key.Key_Delete)
    page.type(text, Key.Key_Tab)


def choose(box: QuietCombo, value: object) -> None:
    """As a hand does: the arrow keys, which tell `activated` each."""
    box.setFocus()
    wanted = box._values.index(value)
    while box.currentIndex() != wanted:
        QTest.keyClick(box, Key.Key_Down if box.currentIndex() < wanted else Key.Key_Up)
        QApplication.processEvents()


def press(button: QPushButton) -> None:
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    QApplication.processEvents()


def texts(tab: SchemeTab) -> list[list[str]]:
    model = tab.comparing.panel.model
    return [[str(model.index(row, column).data()) for column in range(6)] for row in range(model.rowCount())]


def test_a_clerk_builds_a_scheme_from_nothing_by_keyboard(page: SetupPage, tab: SchemeTab, qtbot: QtBot) -> None:
    assert tab.empty.isVisible()
    tab.setFocus()
    page.press(Key.Key_Space)
    assert draft(page).lines[0] == SchemeLine(
        2026, None, indicators.indicators(page.book)[0].id, Decimal(100), Method.PROPORTIONAL, cap=Decimal(1)
    )
    assert tab.lines.rows[0].indicator.hasFocus()
    put(page, tab.lines.rows[0].points, "60")
    page.press(Key.Key_Insert, held=Alt)
    assert [line.points for line in draft(page).lines] == [60, 40]
    choose(tab.lines.rows[1].method, "tiers")
    put(page, tab.lines.rows[1].sentence.fields["least0"], "90")
    put(page, tab.lines.rows[1].sentence.fields["value2"], "40")
    assert versions(page.book, 2026) == []
    press(tab.state.adopt)
    (counts,) = versions(page.book, 2026)
    assert counts.lines[1].tiers == ((Decimal("0.9"), 100), (Decimal("0.5"), 75), (Decimal("0.2"), 40))
    assert drafts(page.book) == []
    assert page.said[-1] == "Adopted. The scores follow it from now on."
    assert not tab.state.adopt.isVisible()


def test_an_edit_goes_to_a_draft_is_undone_and_redone_and_what_counts_stays(page: SetupPage, begun: SchemeTab) -> None:
    before, counts = contents(page.book), versions(page.book, 2026)
    put(page, begun.lines.rows[0].points, "50")
    assert draft(page).lines[0].points == 50
    assert versions(page.book, 2026) == counts
    assert begun.state.words.text() == "Draft: the changes do not count until they are adopted."
    begun.bar.new_version.setFocus()
    page.undo_and_redo(before, "Draft of the scheme 2026, from month 1 on: Funds, points 60 → 50")


def test_an_edit_that_is_taken_back_by_hand_leaves_no_draft(page: SetupPage, begun: SchemeTab) -> None:
    put(page, begun.lines.rows[0].points, "50")
    put(page, begun.lines.rows[0].points, "60")
    assert drafts(page.book) == []


USUAL = {
    "proportional_bonus": {"bonus": Decimal("0.1"), "bonus_cap": Decimal(3), "cap": None},
    "pace": {"cap": Decimal(1), "bonus": None},
    "efficacy": {"basis": "cumulative", "cap": None},
    "rank_points": {"step": Decimal("0.5"), "floor": Decimal(0), "basis": None},
    "per_item": {"each": Decimal(1), "step": None, "floor": None},
    "all_or_nothing": {"each": None},
}


def test_a_method_comes_with_its_usual_numbers_and_shows_them(page: SetupPage, begun: SchemeTab) -> None:
    for method, says in USUAL.items():
        choose(begun.lines.rows[0].method, method)
        line = draft(page).lines[0]
        assert line.method == method
        assert {name: getattr(line, name) for name in says} == says
        fields = begun.lines.rows[0].sentence.fields
        assert {name: field.value for name, field in fields.items()} == {
            name: value for name, value in says.items() if isinstance(value, Decimal)
        }


def test_indicator_group_and_basis_are_chosen(page: SetupPage, begun: SchemeTab) -> None:
    towns = groups.groups(page.book)[0]
    choose(begun.lines.rows[0].group, towns.id)
    choose(begun.lines.rows[1].method, "efficacy")
    basis = begun.lines.rows[1].sentence.basis
    assert basis is not None
    choose(basis, "yoy")
    choose(begun.lines.rows[1].indicator, draft(page).lines[0].indicator)
    first, second = draft(page).lines
    assert (first.group, second.basis, second.indicator) == (towns.id, "yoy", first.indicator)
    assert page.book.undo_label == "Draft of the scheme 2026, from month 1 on: Projects → Funds"


def test_a_bonus_may_differ_by_size_of_target(page: SetupPage, begun: SchemeTab) -> None:
    choose(begun.lines.rows[0].method, "proportional_bonus")
    sentence = begun.lines.rows[0].sentence
    for _ in range(2):
        sentence.adding[0].setFocus()
        page.press(Key.Key_Space)
    put(page, sentence.fields["least0"], "100")
    put(page, sentence.fields["value0"], "0.05")
    assert draft(page).lines[0].tiers == ((100, Decimal("0.05")), (0, Decimal("0.1")))
    sentence.dropping[0].click()
    assert draft(page).lines[0].tiers == ((0, Decimal("0.1")),)


def test_tiers_are_added_below_and_taken_away(page: SetupPage, begun: SchemeTab) -> None:
    choose(begun.lines.rows[0].method, "tiers")
    sentence = begun.lines.rows[0].sentence
    sentence.adding[0].click()
    assert draft(page).lines[0].tiers[-1] == (Decimal("0.1"), 25)
    for _ in range(4):
        sentence.dropping[0].click()
    assert draft(page).lines[0].tiers == ()
    assert begun.lines.rows[0].faults.text() == "“tiers” is missing."
    sentence.adding[0].click()
    assert draft(page).lines[0].tiers == ((1, 100),)


def test_faults_stand_at_their_line_at_once_and_the_draft_is_refused(page: SetupPage, begun: SchemeTab) -> None:
    put(page, begun.lines.rows[0].points, "50")
    choose(begun.lines.rows[1].method, "tiers")
    put(page, begun.lines.rows[1].sentence.fields["least1"], "80")
    assert begun.lines.rows[1].faults.text() == "Two tiers begin at 80 %; one place can have one value only."
    assert begun.lines.rows[0].faults.text() == ""
    assert begun.state.faults.text() == ("The lines add up to 90 points; the scheme says 100. 1 faults stand at the lines.")
    press(begun.state.adopt)
    assert page.said[-1] == "Not adopted: line 2 is not right yet."
    assert len(drafts(page.book)) == 1


def test_points_that_do_not_add_up_are_refused_with_the_reason(page: SetupPage, begun: SchemeTab, answer) -> None:
    put(page, begun.lines.rows[0].points, "50")
    assert begun.terms.sum.text() == "lines add up to 90 ✗"
    dialogs = answer(lambda dialog: dialog.accept())
    press(begun.state.adopt)
    assert "The lines add up to 90 points; the scheme says 100." in dialogs[0].sentence.text()
    assert draft(page).lines[0].points == 50


def test_what_is_no_number_stays_red_with_the_reason_and_is_not_stored(page: SetupPage, begun: SchemeTab) -> None:
    field = begun.lines.rows[0].points
    put(page, field, "many")
    put(page, begun.terms.fields["late"], "1")
    assert field.text() == "many"
    assert field.property("wrong")
    assert begun.lines.rows[0].faults.text()
    assert draft(page).lines[0].points == 60
    press(begun.state.adopt)
    assert field.hasFocus()
    put(page, field, "")
    assert begun.lines.rows[0].faults.text() == "A number is needed here."
    put(page, field, "60")
    assert begun.lines.rows[0].faults.text() == ""


def test_terms_are_kept_and_a_blank_one_costs_nothing(page: SetupPage, begun: SchemeTab) -> None:
    for name, text in (("late", "1"), ("missing", "2"), ("most", "5"), ("total", "")):
        put(page, begun.terms.fields[name], text)
    assert draft(page).terms == Terms(None, Decimal(1), Decimal(2), Decimal(5))
    for name in ("late", "missing", "most"):
        put(page, begun.terms.fields[name], "")
    assert draft(page).terms == Terms()
    assert page.book.undo_label == "Draft of the scheme 2026, from month 1 on: at most 5 → —"


def test_lines_are_moved_and_removed_by_keys(page: SetupPage, begun: SchemeTab) -> None:
    begun.lines.rows[0].points.setFocus()
    page.press(Key.Key_Down, held=Alt)
    assert [line.points for line in draft(page).lines] == [40, 60]
    assert begun.lines.rows[1].indicator.hasFocus()
    page.press(Key.Key_Down, held=Alt)
    page.press(Key.Key_Up, held=Alt)
    assert drafts(page.book) == []
    page.press(Key.Key_Delete, held=Alt)
    assert [line.points for line in draft(page).lines] == [40]
    page.press(Key.Key_Delete, held=Alt)
    assert draft(page).lines == ()
    assert begun.comparing.panel.after.value == (2026, 1, True)


def test_a_version_begins_as_the_one_before_it_and_is_given_up(page: SetupPage, begun: SchemeTab) -> None:
    begun.bar._menu.actions()[4].trigger()
    assert begun.bar.versions.currentText() == "from month 6 on (draft)"
    assert [line.from_month for line in draft(page).lines] == [6, 6]
    press(begun.state.adopt)
    assert [one.from_month for one in versions(page.book, 2026)] == [1, 6]
    put(page, begun.lines.rows[0].points, "61")
    press(begun.state.give_up)
    assert drafts(page.book) == []
    assert begun.lines.rows[0].points.text() == "60"


def test_a_version_is_removed_after_a_question(page: SetupPage, begun: SchemeTab, answer) -> None:
    before = contents(page.book)
    answer(lambda dialog: dialog.reject())
    begun.bar.drop_version.click()
    assert contents(page.book) == before
    answer(lambda dialog: dialog.accept())
    begun.bar.drop_version.click()
    assert versions(page.book, 2026) == []
    assert begun.empty.isVisible()
    page.undo_and_redo(before, "Remove the scheme 2026, from month 1 on")


def test_last_years_scheme_is_taken_over(page: SetupPage, begun: SchemeTab) -> None:
    begun.bar.years.picked.emit(2027)
    assert page.view.targets.year == 2027
    press(begun.empty.buttons[1])
    assert draft(page) == replace(
        versions(page.book, 2026)[0],
        year=2027,
        lines=tuple(replace(line, year=2027) for line in versions(page.book, 2026)[0].lines),
    )
    begun.bar.years.picked.emit(2026)
    begun.bar.versions.picked.emit(1)
    assert begun.state.words.text() == "This version counts. A change of it begins a draft."


def test_the_month_is_computed_as_the_draft_changes_and_movers_are_marked(
    page: SetupPage, begun: SchemeTab, qtbot: QtBot
) -> None:
    panel = begun.comparing.panel
    qtbot.waitUntil(lambda: panel.summary.text() == "No unit changes its place.")
    assert texts(begun)[:2] == [["Towns", "", "", "", "", ""], ["Ashby", "60.00", "1", "60.00", "1", "–"]]
    put(page, begun.lines.rows[0].points, "1")
    put(page, begun.lines.rows[1].points, "99")
    qtbot.waitUntil(lambda: panel.summary.text() == "2 of 4 units change their place.")
    moves = {line[0]: line[5] for line in texts(begun)}
    assert moves == {"Towns": "", "Ashby": "▽2", "Birch": "▽1", "Cedar": "–", "Parks": "", "Dune Park": "–"}
    panel.before.picked.emit(None)
    panel.before.choose((2026, 1, True))
    panel.after.choose((2026, 1, False))
    panel.after.picked.emit(None)
    qtbot.waitUntil(lambda: [line[5] for line in texts(begun)][1:3] == ["▲2", "▲1"])
    panel.grab()


def test_a_draft_that_cannot_work_says_why_in_the_effect(page: SetupPage, begun: SchemeTab, qtbot: QtBot) -> None:
    put(page, begun.lines.rows[0].sentence.fields["cap"], "")
    panel = begun.comparing.panel
    qtbot.waitUntil(lambda: panel.notes.text() == "⚠ Funds: “cap” is missing.")
    assert [line[3] for line in texts(begun) if line[5] == "" and line[1]] == ["—"] * 4


def test_any_two_versions_stand_beside_each_other_and_are_copied(page: SetupPage, begun: SchemeTab, qtbot: QtBot) -> None:
    panel = begun.comparing.panel
    put(page, begun.lines.rows[1].points, "41")
    assert [panel.before.itemText(at) for at in range(panel.before.count())] == [
        "No scheme",
        "2026, from month 1 on (in force)",
        "2026, from month 1 on (draft)",
    ]
    panel.before.choose(None)
    panel.before.picked.emit(None)
    qtbot.waitUntil(lambda: bool(texts(begun)) and texts(begun)[1][1] == "—")
    page.view.commands["copy"]()
    copied = QApplication.clipboard().text().splitlines()
    assert copied[0].split("\t") == ["Unit", "Score before", "Rank before", "Score after", "Rank after", "Change"]
    assert len(copied) == 7
    assert page.said[-1] == "6 rows copied; paste them in WPS or Excel."


def test_cautions_are_told_beside_the_effect(page: SetupPage, begun: SchemeTab, qtbot: QtBot) -> None:
    choose(begun.lines.rows[1].method, "efficacy")
    panel = begun.comparing.panel
    qtbot.waitUntil(lambda: "is the only one with a figure" in panel.notes.text())


def test_published_months_are_said_to_keep_their_scheme(page: SetupPage, begun: SchemeTab) -> None:
    with page.book.change("publish"):
        for number in (6, 8):
            publish(page.book, Month(2026, number), today=date(2026, 10, 9))
    assert begun.state.kept.text() == (
        "Published months keep the scheme they were published with: month 6, month 8. "
        "A change counts for months 1-5, month 7, months 9-12."
    )


def test_what_is_typed_does_not_undo_the_page_while_the_field_has_the_focus(page: SetupPage, begun: SchemeTab) -> None:
    field = begun.lines.rows[0].points
    field.setFocus()
    field.selectAll()
    page.type("7")
    page.press(Key.Key_Z, held=Ctrl)
    assert field.text() == "60"
    assert drafts(page.book) == []


def test_undo_in_a_field_in_which_nothing_is_typed_is_the_books(page: SetupPage, begun: SchemeTab) -> None:
    put(page, begun.lines.rows[0].points, "7")
    begun.lines.rows[1].points.setFocus()
    page.press(Key.Key_Z, held=Ctrl)
    assert drafts(page.book) == []
    assert begun.lines.rows[0].points.text() == "60"
    page.press(Key.Key_Y, held=Ctrl)
    assert draft(page).lines[0].points == 7
    page.type("8", Key.Key_Return)
    page.press(Key.Key_Z, held=Ctrl)
    assert [line.points for line in draft(page).lines] == [7, 40]


def test_what_could_not_be_read_stays_with_its_line_and_version(page: SetupPage, begun: SchemeTab) -> None:
    put(page, begun.lines.rows[0].points, "many")
    put(page, begun.terms.fields["late"], "some")
    begun.lines.go_to(1)
    page.press(Key.Key_Up, held=Alt)
    assert [shown.points.text() for shown in begun.lines.rows] == ["40", "60"]
    assert begun.terms.fields["late"].text() == "some"
    put(page, begun.lines.rows[0].points, "many")
    begun.bar._menu.actions()[4].trigger()
    assert [shown.points.text() for shown in begun.lines.rows] == ["40", "60"]
    assert begun.terms.fields["late"].text() == ""
    assert not any(shown.is_faulty for shown in begun.lines.rows)


def test_a_published_months_effect_is_said_to_be_a_trial(page: SetupPage, begun: SchemeTab, qtbot: QtBot) -> None:
    put(page, begun.lines.rows[0].points, "50")
    panel = begun.comparing.panel
    assert not panel.published.isVisible()
    with page.book.change("publish"):
        publish(page.book, Month(2026, 9), today=date(2026, 10, 9))
    assert panel.published.isVisible()
    put(page, begun.lines.rows[0].points, "20")
    qtbot.waitUntil(lambda: "change their place" in panel.summary.text())


def test_a_year_begins_with_its_first_indicator_and_none_is_told(page: SetupPage, tab: SchemeTab) -> None:
    with page.book.change("empty"):
        for month in (8, 9):
            page.book.write("DELETE FROM figure WHERE month = ?", (Month(2026, month).key,))
        page.book.write("DELETE FROM target", ())
        for indicator in indicators.indicators(page.book):
            indicators.remove_indicator(page.book, indicator.id)
    tab.deeds.begin(1)
    assert draft(page) == Scheme(2026, 1, (), Terms(total=Decimal(100)))
    assert page.said[-1] == "A line of the scheme is for an indicator: set up one first."


def test_every_scheme_of_the_test_books_is_shown_as_it_is(page: SetupPage, tab: SchemeTab, shared_data, tmp_path) -> None:
    from tracker.exchange.data_folder import load

    for folder in sorted((shared_data / "books").iterdir()):
        with Book.create(tmp_path / f"{folder.name}.tracker", title="one") as book:
            load(book, folder)
        page.window.session.open(tmp_path / f"{folder.name}.tracker")
        page.window.session.set_month(Month(2026, 9))
        page.view.turn_to(tab)
        (counts,) = versions(page.book, 2026)
        assert len(tab.lines.rows) == len(counts.lines)
        for shown, line in zip(tab.lines.rows, counts.lines, strict=True):
            assert shown.line == line
            assert not shown.is_faulty
            assert (shown.method.value, shown.points.value) == (line.method.value, line.points)
            numbers = {name: field.value for name, field in shown.sentence.fields.items()}
            assert {name: getattr(line, name) for name in numbers if hasattr(line, name)} == {
                name: value for name, value in numbers.items() if hasattr(line, name)
            }
            tiers = [(numbers[f"least{at}"], numbers[f"value{at}"]) for at in range(len(line.tiers))]
            assert tuple(tiers) == line.tiers
            if shown.sentence.basis is not None:
                assert shown.sentence.basis.value == line.basis


def test_where_there_is_no_room_beside_the_lines_the_effect_stands_under_them(page: SetupPage, begun: SchemeTab) -> None:
    assert begun.split.orientation() == Qt.Orientation.Horizontal
    page.window.resize(1000, 700)
    QApplication.processEvents()
    assert begun.split.orientation() == Qt.Orientation.Vertical
    page.window.resize(1440, 900)
    QApplication.processEvents()
    assert begun.split.orientation() == Qt.Orientation.Horizontal
