"""A clerk's month from beginning to end, through the real window by events alone, against a record of what was meant."""

from __future__ import annotations

import csv
import datetime
import io
from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.ui.clerk import Alt, Clerk, Ctrl, Key, Left, Shift
from tracker.domain.period import Month
from tracker.resources import resource
from tracker.store import acceptances, check, corrections, journal, publications, reports
from tracker.store.months import MonthState, state
from tracker.ui.dialogs.accept_hint import AcceptHintDialog
from tracker.ui.dialogs.correct import CorrectDialog
from tracker.ui.dialogs.publish import PublishDialog
from tracker.ui.views.hints_view import HintsView

OCTOBER = Month(2026, 10)
TYPED = {
    "城关镇": ("1.05", "21", "1", "0"),
    "云溪镇": ("12,300万", "=2*10+5", "２", "1"),
    "石桥镇": ("0.98亿元", "about ninety", "1", "—"),
}
"""Four indicators of three units, as the hand types them."""
BLOCK = [
    ["0.61", "10", "0", "1"],
    ["0.70", "9", "1", "0"],
    ["0.55", "11", "0", "0"],
    ["0.48", "", "0", "1"],
    ["0.30", "待报", "0", "0"],
]
"""The same of 二类乡镇, in a spreadsheet of the clerk's own."""
MEANT = """
城关镇       SWZJ 1.05  WZ 21  QY 1  KG 0  GTZ 2.21
云溪镇       SWZJ 1.23  WZ 25  QY 2  KG 1
石桥镇       SWZJ 0.98  WZ 29  QY 1
柳林镇       SWZJ 11.2
白马乡       SWZJ 0.61  WZ 10  QY 0  KG 1
红岩乡       SWZJ 0.7   WZ 9   QY 1  KG 0
双河乡       SWZJ 0.55  WZ 11  QY 0  KG 0
长岭乡       SWZJ 0.48         QY 0  KG 1
小㙦乡       SWZJ 0.3          QY 0  KG 0
东关街道     SWZJ 0.3   WCZS 2
西城街道     SWZJ 0.3   WCZS 2
云峰街道                WCZS 2
经济开发区   TS 0
高新产业园   TS 0
县商务局     TS 0  QY 1  KG 1
县工信局     TS 0
"""
"""What all of it means in the end, before the correction: 12,300万 is 1.23亿元; the 19.80 typed for GTZ is a cumulative."""
NOTE, REASON = "资金进账单已核", "汇款退回"


def meant() -> dict[tuple[str, str], Decimal | None]:
    """The record by unit and indicator."""
    lines = [line.split() for line in MEANT.strip().splitlines()]
    return {(unit, code): Decimal(value) for unit, *told in lines for code, value in zip(told[::2], told[1::2], strict=True)}


@pytest.fixture
def clerk(program, answer, qtbot) -> Clerk:
    return Clerk(program.window, qtbot, answer)


def test_a_clerks_month_leaves_in_the_book_what_was_meant(clerk):
    open_the_sample_in_october(clerk)
    type_three_units(clerk)
    ten_steps_are_undone_and_redone(clerk)
    a_figure_ten_times_too_large_is_accepted_with_a_note(clerk)
    correct_what_cannot_be_read(clerk)
    assert clerk.figures_of(OCTOBER) == meant()
    publish(clerk)
    nothing_can_be_typed_now(clerk)
    correct_by_number(clerk)
    the_book_holds_what_was_meant(clerk)


def open_the_sample_in_october(clerk):
    start = clerk.window.start
    clerk.qtbot.waitUntil(start.buttons["open_sample"].hasFocus)
    with clerk.qtbot.waitSignal(clerk.window.session.book_changed, timeout=60_000):
        clerk.press(Key.Key_Return)
    clerk.press(Key.Key_2, held=Alt)
    clerk.press(Key.Key_PageDown, held=Ctrl)
    assert clerk.window.session.month == OCTOBER
    assert clerk.grid.hasFocus()
    assert clerk.figures_of(OCTOBER) == {}


def type_three_units(clerk):
    """By Tab along a unit's row, and by Enter to where the next one's begins."""
    clerk.press(Key.Key_Home, held=Ctrl)
    clerk.walk_to("城关镇", "SWZJ")
    for texts in TYPED.values():
        for text in texts[:-1]:
            clerk.type(text, Key.Key_Tab)
        clerk.type(texts[-1], Key.Key_Return)
    assert clerk.in_hand() == ("柳林镇", "SWZJ")
    assert [clerk.shown("石桥镇", code) for code in ("SWZJ", "WZ", "KG")] == ["0.98", "about ninety", ""]
    assert clerk.shown("城关镇", "KG") == "0"


def ten_steps_are_undone_and_redone(clerk):
    before = clerk.reads()
    type_a_cumulative(clerk)
    paste_a_block(clerk)
    fill(clerk)
    after = clerk.reads()
    clerk.press(*[Key.Key_Z] * 10, held=Ctrl)
    assert clerk.reads() == before
    clerk.press(*[Key.Key_Y] * 10, held=Ctrl)
    assert clerk.reads() == after


def type_a_cumulative(clerk):
    """One step."""
    clerk.walk_to("城关镇", "GTZ")
    clerk.type("19.80", Key.Key_Return)


def paste_a_block(clerk):
    """One step: it runs over the computed columns, and is meant for the others."""
    clerk.fill_clipboard(BLOCK)
    clerk.walk_to("白马乡", "SWZJ")

    def take_the_first(box):
        assert isinstance(box, QMessageBox)
        QTest.keyClick(box, Key.Key_Return)

    clerk.meet(take_the_first)
    clerk.press(Key.Key_V, held=Ctrl)
    assert clerk.window.status_bar.text == "19 cells changed. 1 could not be read; they are marked in red."


def fill(clerk):
    """Eight steps: down, by the handle over a heading, the whole selection, to the right; and one figure is cleared."""
    clerk.walk_to("东关街道", "WCZS")
    clerk.type("2", Key.Key_Return)
    clerk.press(Key.Key_Up)
    clerk.press(Key.Key_Down, Key.Key_Down, held=Shift)
    clerk.press(Key.Key_D, held=Ctrl)
    clerk.walk_to("经济开发区", "TS")
    clerk.type("0", Key.Key_Return)
    clerk.press(Key.Key_Up)
    clerk.drag_handle("县工信局")
    clerk.walk_to("东关街道", "SWZJ")
    clerk.press(Key.Key_Down, Key.Key_Down, held=Shift)
    clerk.type("0.30")
    clerk.press(Key.Key_Return, held=Ctrl)
    clerk.walk_to("云峰街道", "SWZJ")
    clerk.press(Key.Key_Delete)
    clerk.walk_to("县商务局", "QY")
    clerk.type("1", Key.Key_Return)
    clerk.press(Key.Key_Up)
    clerk.press(Key.Key_Right, Key.Key_Right, Key.Key_Right, held=Shift)
    clerk.press(Key.Key_R, held=Ctrl)


def a_figure_ten_times_too_large_is_accepted_with_a_note(clerk):
    clerk.walk_to("柳林镇", "SWZJ")
    clerk.type("11.2", Key.Key_Return)
    clerk.press(Key.Key_Up)

    def write_the_note(dialog):
        assert isinstance(dialog, AcceptHintDialog)
        clerk.type(NOTE)
        clerk.press(Key.Key_Return)

    met = clerk.meet(write_the_note)
    clerk.press(Key.Key_F8, held=Ctrl)
    assert met


def correct_what_cannot_be_read(clerk):
    """The page 核对 lists it first, and Enter leads to the cell."""
    for unit, text in (("石桥镇", "29"), ("小㙦乡", "")):
        clerk.press(Key.Key_4, held=Alt)
        page = clerk.window.pages.front
        assert isinstance(page, HintsView)
        clerk.press(Key.Key_Home, Key.Key_Return)
        assert clerk.in_hand() == (unit, "WZ")
        if text:
            clerk.type(text, Key.Key_Return)
        else:
            clerk.press(Key.Key_Delete)


def publish(clerk):
    def agree(dialog):
        assert isinstance(dialog, PublishDialog)
        QTest.keyClick(dialog, Key.Key_Return)

    clerk.choose("publish", agree)
    clerk.qtbot.waitUntil(lambda: clerk.window.top_bar.state.text() == "Published")
    assert clerk.window.published_bar.isVisible()


def nothing_can_be_typed_now(clerk):
    before = clerk.reads()
    clerk.walk_to("城关镇", "SWZJ")
    clerk.type("9")
    assert "published" in clerk.window.status_bar.text
    clerk.press(Key.Key_Delete)
    clerk.press(Key.Key_V, Key.Key_Z, held=Ctrl)
    assert clerk.reads() == before


def correct_by_number(clerk):
    """云溪镇's first indicator, from 1.23 to 1.03."""

    def put_right(dialog):
        assert isinstance(dialog, CorrectDialog)
        while dialog.unit.currentText() != "云溪镇":
            QTest.keyClick(dialog.unit, Key.Key_Down)
        while dialog.indicator.currentText() != "实际到位省外资金":
            QTest.keyClick(dialog.indicator, Key.Key_Down)
        QTest.keyClicks(dialog.value, "1.03")
        QTest.keyClick(dialog.value, Key.Key_Return)
        QTest.mouseClick(dialog.reason_field, Left)
        clerk.type(REASON)
        QTest.mouseClick(dialog.buttons.button(dialog.buttons.StandardButton.Ok), Left)

    clerk.choose("correct", put_right)
    QApplication.processEvents()


def the_book_holds_what_was_meant(clerk):
    book, now = clerk.book, datetime.datetime.now().astimezone().date()
    ids = {(unit.name, one.code): (unit.id, one.id) for unit in clerk.window.session.live.units for one in indicators(clerk)}
    assert clerk.figures_of(OCTOBER) == meant() | {("云溪镇", "SWZJ"): Decimal("1.03")}
    (accepted,) = acceptances.acceptances(book, OCTOBER)
    assert ((accepted.unit, accepted.indicator), accepted.rule, accepted.value, accepted.note) == (
        ids["柳林镇", "SWZJ"],
        "slip",
        Decimal("11.2"),
        NOTE,
    )
    published = publications.publication(book, OCTOBER)
    assert (published.number, published.withdrawn, state(book, OCTOBER)) == (1, "", MonthState.PUBLISHED)
    (correction,) = corrections.corrections(book, OCTOBER)
    (figure,) = correction.figures
    assert (correction.number, correction.reason, figure.old, figure.new) == (1, REASON, Decimal("1.23"), Decimal("1.03"))
    assert (figure.unit, figure.indicator) == ids["云溪镇", "SWZJ"]
    arrived = reports.reports(book, OCTOBER)
    assert {unit: one.received for unit, one in arrived.items()} == {ids[unit, "SWZJ"][0]: now for unit, _ in meant()}
    assert (journal.verify(book), check.check(book)) == (None, [])
    assert other_months(clerk.reads()[0]["figures.csv"]) == other_months((resource("sample") / "figures.csv").read_bytes())


def indicators(clerk):
    return clerk.window.session.live.indicators


def other_months(figures: bytes) -> list[list[str]]:
    """The lines of a data folder's figures that are of other months than October."""
    return [row for row in csv.reader(io.StringIO(figures.decode("utf-8"))) if row[2] != str(OCTOBER)]
