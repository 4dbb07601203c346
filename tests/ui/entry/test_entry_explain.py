from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.entry.driver import FUNDS, FUNDS_DONE, FUNDS_TO_DATE, PROJECTS, RATE, TALKS, Ctrl, Driver, Key
from tests.ui.entry.small_book import SEPTEMBER
from tracker.domain.figure import Figure
from tracker.store.figures import set_figure
from tracker.store.indicators import update_indicator
from tracker.store.months import MonthState, set_state
from tracker.ui.models.explained import Explained, Summand, explained
from tracker.ui.models.explained_facts import Fact
from tracker.ui.views.entry_explain import AFTER
from tracker.ui.widgets.explain_panel import ExplainPanel


def panel(entry: Driver) -> ExplainPanel:
    return entry.view.explain.panel


def settle() -> None:
    QTest.qWait(AFTER + 20)


def told(entry: Driver, row: int, column: int) -> Explained:
    """What is told of a cell."""
    book, live, spot = entry.session.book, entry.session.live, entry.view.model.spot(row, column)
    assert book is not None
    assert live is not None
    assert spot is not None
    cell = entry.view.model.cell(row, column)
    found = explained(book, live, spot, unreadable=cell.text if cell.unreadable else "")
    assert found is not None
    return found


def said(entry: Driver) -> str:
    """All that the panel shows now."""
    settle()
    words = panel(entry).findChildren(QLabel)
    return "\n".join(one.text() for one in words if one.isVisible())


def test_a_figure_is_told_with_what_it_is_compared_with(entry: Driver) -> None:
    found = told(entry, 1, FUNDS)
    assert (found.place, found.title, found.figure, found.measure) == ("Ashby · 2026-09 · Month", "Funds", "3.00", "亿元")
    assert found.facts == (
        Fact("Last month", "3.00", "MoM 0.0%"),
        Fact("Same month last year", "2.50", "Month YoY +20.0%"),
        Fact("To date, 1-9", "6.00", "YoY +140.0%"),
        Fact("Year's target", "10.00"),
        Fact("Completion", "60.00%", "Behind by 15.00", "red"),
    )
    assert [(bar.month.number, bar.value, bar.last_year) for bar in found.bars[-2:]] == [(8, 3, None), (9, 3, Decimal("2.5"))]
    assert len(found.bars) == 12


def test_without_a_target_or_a_base_there_is_a_dash_or_no_line(entry: Driver) -> None:
    words = {fact.word: (fact.figure, fact.remark) for fact in told(entry, 3, FUNDS).facts}
    assert words["Same month last year"] == ("—", "Month YoY —")
    assert "Completion" not in words


def test_a_stock_has_no_cumulative_and_a_ratio_only_itself(entry: Driver) -> None:
    assert [fact.word for fact in told(entry, 1, TALKS).facts] == ["Last month", "Same month last year"]
    ratio = told(entry, 1, RATE)
    assert [fact.word for fact in ratio.facts] == ["To date, 1-9"]
    assert (ratio.figure, ratio.bars, ratio.summands) == ("33.3", (), ())
    assert ratio.counting[0] == "A ratio: Projects ÷ Funds × 100, both to date; a group's is made of its sums."


def test_a_subtotal_tells_what_it_sums(entry: Driver) -> None:
    found = told(entry, 0, FUNDS)
    assert (found.place, found.figure) == ("Towns · 2026-09 · Month", "4.50")
    assert found.summands == (Summand("Ashby", "3.00"), Summand("Birch", "—"), Summand("Cedar", "1.50"))
    assert found.history == ()
    assert [bar.value for bar in found.bars[-2:]] == [10, Decimal("4.5")]
    assert told(entry, 0, FUNDS_DONE).summands == ()


def test_how_an_indicator_counts_is_told_in_sentences(entry: Driver) -> None:
    assert told(entry, 1, FUNDS).counting == (
        "A flow: the months add up to the figure to date.",
        "Counts in the subtotal of Towns, the county total and the ranking.",
        "Ranked by completion; higher is better.",
        "At most 2 decimals.",
        "The month's own figure is typed, the one to date follows.",
    )
    assert told(entry, 1, TALKS).counting[0] == "A stock: the level at the month's end; the months are not added."
    assert "Whole numbers only." in told(entry, 1, PROJECTS).counting


def test_what_cannot_be_read_says_why(entry: Driver) -> None:
    entry.type("about 3", Key.Key_Return)
    found = told(entry, 1, FUNDS)
    assert found.figure == "about 3"
    assert "not" in found.problem
    assert told(entry, 1, FUNDS_TO_DATE).figure == "3.00"


def test_the_panel_follows_the_cell_and_the_figure(in_window: Driver) -> None:
    entry = in_window
    assert "Ashby · 2026-09 · Month" in said(entry)
    entry.type("=1.5+0.34", Key.Key_Return)
    entry.press(Key.Key_Up)
    shown = said(entry)
    assert "=1.5+0.34" in shown
    assert panel(entry).figure.text() == "1.84"
    assert "3.00 → <b>1.84</b>" in panel(entry).history.text()
    entry.press(Key.Key_Z, held=Ctrl)
    said(entry)
    assert "undone:" in panel(entry).history.text()
    assert panel(entry).figure.text() == "3.00"


def test_where_a_figure_came_from_is_told_with_its_history(in_window: Driver) -> None:
    stored, book = in_window.stored("Ashby"), in_window.session.book
    assert stored is not None
    assert book is not None
    with book.change("import"):
        figure = Figure(stored.unit, stored.indicator, SEPTEMBER, Decimal(7), source="Ashby.xlsx › Sheet1!C7")
        set_figure(book, figure)
        update_indicator(book, stored.indicator, definition="Paid in by investors from elsewhere.")
    shown = said(in_window)
    assert "Ashby.xlsx › Sheet1!C7" in panel(in_window).history.text()
    assert "Paid in by investors from elsewhere." in shown


def test_f1_closes_and_opens_it_and_that_is_remembered(in_window: Driver) -> None:
    entry = in_window
    assert panel(entry).isVisible()
    entry.press(Key.Key_F1)
    assert not panel(entry).isVisible()
    assert not entry.view.explain.button.isChecked()
    assert entry.session.settings.text("entry/explain") == "closed"
    entry.press(Key.Key_F1)
    assert panel(entry).isVisible()
    QTest.mouseClick(panel(entry).close_button, Qt.MouseButton.LeftButton)
    assert not panel(entry).isVisible()
    QTest.mouseClick(entry.view.explain.button, Qt.MouseButton.LeftButton)
    assert panel(entry).isVisible()
    assert entry.grid.hasFocus()


def test_a_narrow_window_closes_it_and_f1_opens_it_for_once(in_window: Driver) -> None:
    window = in_window.view.window()
    window.resize(1000, 700)
    settle()
    assert not panel(in_window).isVisible()
    in_window.press(Key.Key_F1)
    assert panel(in_window).isVisible()
    in_window.press(Key.Key_F1)
    assert not panel(in_window).isVisible()
    window.resize(1300, 700)
    settle()
    assert panel(in_window).isVisible()
    assert in_window.session.settings.text("entry/explain", "open") == "open"


def test_f6_leads_to_the_panel_and_back(in_window: Driver) -> None:
    entry = in_window
    entry.press(Key.Key_F6)
    assert panel(entry).isAncestorOf(entry.focus())
    entry.press(Key.Key_F6)
    assert entry.grid.hasFocus()


def test_the_note_can_be_written_from_the_panel_where_the_month_is_open(in_window: Driver) -> None:
    said(in_window)
    assert panel(in_window).add_note.isVisible()
    book = in_window.session.book
    assert book is not None
    with book.change("publish"):
        set_state(book, SEPTEMBER, MonthState.PUBLISHED)
    said(in_window)
    assert not panel(in_window).add_note.isVisible()


def test_all_changes_of_the_figure_are_shown_on_the_journal_page(in_window: Driver) -> None:
    in_window.type("8", Key.Key_Return)
    in_window.press(Key.Key_Up)
    said(in_window)
    QTest.mouseClick(panel(in_window).whole_history, Qt.MouseButton.LeftButton)
    window = in_window.view.window()
    assert window.pages.front.name == "journal"  # type: ignore[attr-defined]


def test_without_a_book_the_panel_says_nothing(in_window: Driver) -> None:
    in_window.session.close()
    settle()
    assert panel(in_window).place.text() == "" or not panel(in_window).place.isVisible()


def test_another_scheme_changes_the_colours_of_its_lists(in_window: Driver) -> None:
    said(in_window)
    in_window.go(0, FUNDS)
    before = said(in_window)
    window = in_window.view.window()
    assert "Ashby" in before
    for name in ("scheme_dark", "scheme_light"):
        window.commands.action(name).trigger()  # type: ignore[attr-defined]
        assert not panel(in_window).grab().isNull()


def test_how_a_units_number_comes_about_is_told_by_the_ranking(entry: Driver) -> None:
    asked: list[tuple[object, ...]] = []
    entry.view.place_requested.connect(lambda *place: asked.append(place))
    entry.go(1, FUNDS)
    settle()
    assert panel(entry).reasons.isVisible()
    panel(entry).reasons.click()
    spot = entry.view.model.spot(1, FUNDS)
    assert spot is not None
    assert asked == [("ranking", spot.unit, spot.indicator)]
    entry.go(0, FUNDS)
    settle()
    assert not panel(entry).reasons.isVisible(), "a subtotal is told in the ranking itself"
