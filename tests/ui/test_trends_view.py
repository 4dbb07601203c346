"""趋势, the page: what is chosen is drawn in the background, its figures are found by pointer and keyboard and opened."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.reports.charts.chart import Beside, ChartKind
from tracker.store.book import Book
from tracker.store.figures import set_figure
from tracker.ui.views import trends_output
from tracker.ui.views.entry_view import EntryView
from tracker.ui.views.trends_view import TrendsView

SEPTEMBER, AUGUST = Month(2026, 9), Month(2026, 8)
Key = Qt.Key


@pytest.fixture
def page(window, qtbot):
    """The page in front, its first chart drawn."""
    made = window.turn_to("trends")
    drawn(made, qtbot)
    return made


def drawn(page, qtbot):
    """Wait until what is chosen is what is shown."""
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.wanted == page.wanted, timeout=20_000)


def choose(page, qtbot, kind):
    page.side.kinds.setCurrentRow(list(ChartKind).index(kind))
    drawn(page, qtbot)


def place_of(page, at):
    placed = page.shown.marks[at]
    return QPoint(round(placed.x), round(placed.y))


def test_it_opens_with_the_county_against_the_pace_under_its_sentence(page):
    assert page.heading.text().startswith("The whole county has done ")
    assert page.picture.accessibleName() == page.heading.text()
    assert page.shown.wanted.choice.kind is ChartKind.PACE


@pytest.mark.parametrize("kind", [kind for kind in ChartKind if kind is not ChartKind.FUNNEL])
def test_every_kind_is_chosen_at_the_side(page, qtbot, kind):
    choose(page, qtbot, kind)
    assert page.heading.text() == page.shown.title
    assert page.shown.marks


def test_a_kind_that_the_book_cannot_have_says_why_and_another_one_can_be_chosen(page, qtbot):
    page.side.kinds.setCurrentRow(list(ChartKind).index(ChartKind.FUNNEL))
    qtbot.waitUntil(page.refusal.isVisible)
    assert page.refusal.text().startswith("A funnel needs two indicators")
    assert not page.copy_button.isEnabled()
    choose(page, qtbot, ChartKind.STANDING)
    assert page.copy_button.isEnabled()


def test_unit_indicator_group_and_comparisons_are_chosen(page, qtbot):
    page.side.units.setCurrentRow(2)
    drawn(page, qtbot)
    assert page.heading.text().startswith("Birch has done ")
    page.side.indicator.setCurrentIndex(1)
    page.side.indicator.activated.emit(1)
    drawn(page, qtbot)
    assert {mark.mark.indicator.code for mark in page.shown.marks} == {"projects"}
    page.side.beside[Beside.OTHERS].click()
    drawn(page, qtbot)
    assert {mark.mark.subject.name for mark in page.shown.marks} == {"Birch"}
    page.side.group.activated.emit(2)
    drawn(page, qtbot)
    assert page.side.units.count() == 2
    assert page.heading.text().startswith("Parks has ")


def test_units_are_ticked_where_several_can_be_seen_first(page, qtbot):
    choose(page, qtbot, ChartKind.BUMP)
    assert page.side.group.currentText() == "Towns"
    page.side.units.item(2).setCheckState(Qt.CheckState.Checked)
    drawn(page, qtbot)
    assert page.heading.text().startswith("Cedar ")
    choose(page, qtbot, ChartKind.STANDING)
    assert page.side.group.currentText() == "Whole county"
    assert not page.side.units.isVisible()


def test_the_pointer_tells_a_figure_with_its_month(page, qtbot):
    said = []
    page.status_changed.connect(said.append)
    QTest.mouseMove(page.picture, place_of(page, 0))
    qtbot.waitUntil(lambda: page.picture.mark is not None)
    assert page.picture.mark.month == AUGUST
    assert "The whole county" in page.picture.accessibleDescription()
    assert said[-1].context == "The whole county · month 1-8"
    assert said[-1].facts[0].before == "Cumulative"
    QTest.keyClick(page.picture, Key.Key_Escape)
    assert page.picture.mark is None


def test_arrows_move_from_figure_to_figure_and_enter_opens_it_in_the_grid(page, window, qtbot):
    page.side.units.setCurrentRow(1)
    drawn(page, qtbot)
    page.picture.setFocus()
    QTest.keyClick(page.picture, Key.Key_Left)
    assert page.picture.mark.month == SEPTEMBER
    QTest.keyClick(page.picture, Key.Key_Left)
    assert page.picture.mark.month == AUGUST
    QTest.keyClick(page.picture, Key.Key_Return)
    assert window.session.month == AUGUST
    assert isinstance(window.pages.front, EntryView)


def test_what_the_arrows_lead_to_is_scrolled_into_view(page, window, qtbot):
    choose(page, qtbot, ChartKind.HEAT)
    page.picture.setFixedHeight(4000)  # as high as a county of a hundred units
    QApplication.processEvents()
    bar = page.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.picture.setFocus()
    QTest.keyClick(page.picture, Key.Key_Left)
    placed = page.picture.chart.marks[page.picture._at]
    assert bar.value() < placed.y < bar.value() + page.area.viewport().height()


def test_a_click_on_a_figure_opens_it(page, window, qtbot):
    choose(page, qtbot, ChartKind.STANDING)
    with qtbot.waitSignal(page.figure_requested) as asked:
        QTest.mouseClick(page.picture, Qt.MouseButton.LeftButton, pos=place_of(page, 0))
    assert asked.args == [page.shown.marks[0].mark.subject.unit_id, page.shown.marks[0].mark.indicator.id]


def test_what_is_pointed_at_stays_when_the_chart_is_drawn_anew(page, qtbot):
    page.picture.setFocus()
    QTest.keyClick(page.picture, Key.Key_Left)
    before = page.picture.mark
    page.side.beside[Beside.LAST_YEAR].click()
    drawn(page, qtbot)
    assert (page.picture.mark.subject, page.picture.mark.month) == (before.subject, before.month)


def test_a_changed_figure_is_drawn_while_the_page_is_shown(page, window, qtbot):
    before = page.heading.text()
    book = window.session.book
    with book.change("enter"):
        set_figure(book, Figure(1, 1, SEPTEMBER, Decimal(11)))
    qtbot.waitUntil(lambda: page.heading.text() != before, timeout=10_000)
    window.turn_to("entry")
    tasks = []
    window.session.tasks.run = lambda *args, **more: tasks.append(args)
    with book.change("enter"):
        set_figure(book, Figure(1, 1, SEPTEMBER, Decimal(9)))
    QApplication.processEvents()
    assert tasks == []
    del window.session.tasks.run
    window.turn_to("trends")
    qtbot.waitUntil(lambda: page.heading.text() == before, timeout=10_000)


def test_another_month_is_drawn(page, window, qtbot):
    window.way.show_month(AUGUST)
    drawn(page, qtbot)
    assert page.shown.wanted.month == AUGUST


def test_less_than_two_months_say_so(program, tmp_path, qtbot):
    program.session.new(tmp_path / "new.tracker", title="New")
    page = program.window.turn_to("trends")
    assert page.empty.isVisible()
    assert page.empty.sentence.text() == "At least two months’ figures are needed."
    with qtbot.waitSignal(page.figure_requested):
        page.empty.button.click()


def test_it_is_drawn_at_the_size_there_is_and_in_the_scheme(page, window, qtbot):
    wide = page.shown.width
    window.resize(1100, 800)
    qtbot.waitUntil(lambda: page.shown.width < wide, timeout=10_000)
    light = page.shown.pixels[:3]
    window.commands.action("scheme_dark").trigger()
    qtbot.waitUntil(lambda: page.shown.pixels[:3] != light, timeout=10_000)
    window.commands.action("scheme_system").trigger()


def test_find_shows_a_unit_or_an_indicator(page, qtbot):
    choose(page, qtbot, ChartKind.STANDING)
    assert page.jump_to(4, None)
    drawn(page, qtbot)
    assert page.choice.kind is ChartKind.PACE
    assert page.heading.text().startswith("Dune Park has ")
    assert page.jump_to(None, 2)
    drawn(page, qtbot)
    assert page.side.indicator.currentText() == "Projects"
    assert not page.jump_to(99, None)


def test_it_is_held_against_the_targets_that_are_ranked_by(page, window, qtbot):
    window.session.live.show(target_set=TargetSet.STRETCH)
    page.refresh(None)
    drawn(page, qtbot)
    assert page.heading.text().startswith("The whole county has 28.00 亿元"), "there is no such target"


def test_the_kind_is_remembered(page, window, qtbot):
    choose(page, qtbot, ChartKind.HEAT)
    again = TrendsView(window.session)
    qtbot.addWidget(again)
    assert again.choice.kind is ChartKind.HEAT


def test_copy_puts_the_titled_picture_on_the_clipboard(page, window, qtbot):
    said = []
    window.session.said.connect(said.append)
    page.commands["copy"]()
    qtbot.waitUntil(lambda: said != [], timeout=10_000)
    picture = QApplication.clipboard().image()
    assert picture.width() == 2000
    assert page.can("copy")


@pytest.mark.parametrize(("ending", "begin"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_the_chart_is_saved_as_a_picture(page, qtbot, tmp_path, monkeypatch, ending, begin):
    told = []
    monkeypatch.setattr(trends_output, "tell_result", lambda _window, sentence, path: told.append((sentence, path)))
    path = tmp_path / f"chart.{ending}"
    page.output.write(page.wanted, path)
    qtbot.waitUntil(lambda: told != [], timeout=20_000)
    assert told == [("The chart is saved.", path)]
    assert path.read_bytes().startswith(begin)


def test_a_name_without_ending_gets_that_of_the_chosen_kind(page, qtbot, tmp_path, monkeypatch):
    asked, told = [], []
    monkeypatch.setattr(
        trends_output.QFileDialog,
        "getSaveFileName",
        lambda *args: asked.append(args) or (str(tmp_path / "course"), "Drawing (*.svg)"),
    )
    monkeypatch.setattr(trends_output, "tell_result", lambda _window, _sentence, path: told.append(path))
    page.save_button.click()
    qtbot.waitUntil(lambda: told != [], timeout=20_000)
    assert told == [tmp_path / "course.svg"]
    assert asked[0][2].endswith(".png")
    monkeypatch.setattr(trends_output.QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    page.save_button.click()
    assert len(told) == 1


def test_what_cannot_be_written_is_told(page, qtbot, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(trends_output, "tell", lambda _window, sentence: told.append(sentence))
    page.output.write(page.wanted, tmp_path / "nowhere" / "chart.png")
    qtbot.waitUntil(lambda: told != [], timeout=20_000)
    assert "could not be saved" in told[0]


def test_closing_the_book_ends_it(page, window, qtbot):
    window.session.close()
    page.refresh(None)
    assert page.shown is None
    assert page.wanted is None


def test_a_published_month_is_drawn_from_what_was_published(window, qtbot):
    import datetime

    from tracker.store.publications import publish

    book: Book = window.session.book
    with book.change("publish"):
        publish(book, SEPTEMBER, today=datetime.date(2026, 10, 2))
    page = window.turn_to("trends")
    drawn(page, qtbot)
    assert page.heading.text().startswith("The whole county has done ")
