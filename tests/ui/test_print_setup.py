"""版式 through its controls: the page follows, bad input is refused with where and what, and what is saved is printed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.ui.preview_bench import LEFT, Open, opened, session
from tracker.domain.print_setup import OWN_FACE, Paper, PrintSetup, SheetColumn
from tracker.store.print_setup import print_setup, set_print_setup
from tracker.store.publications import publish
from tracker.ui.dialogs.print_setup import PrintSetupDialog, choose_print_setup
from tracker.ui.session import Session

__all__ = ["opened", "session"]  # fixtures
Key = Qt.Key
OK = QDialogButtonBox.StandardButton.Ok
USUAL = QDialogButtonBox.StandardButton.RestoreDefaults


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> Iterator[PrintSetupDialog]:
    made = PrintSetupDialog(session)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: bool(made.state.text()), timeout=20_000)
    yield made
    made.close()


def ink(dialog: PrintSetupDialog) -> bytes:
    return bytes(dialog.page._page.constBits())


def page_after(dialog: PrintSetupDialog, qtbot: QtBot, act: Callable[[], object]) -> None:
    """Do something, and wait until the page is another one."""
    before = ink(dialog)
    act()
    qtbot.waitUntil(lambda: ink(dialog) != before, timeout=20_000)


def test_the_page_follows_what_is_chosen_by_keyboard(dialog: PrintSetupDialog, qtbot: QtBot) -> None:
    columns = dialog.form.columns
    assert dialog.focusWidget() is columns.list
    page_after(dialog, qtbot, lambda: qtbot.keyClick(columns.list, Key.Key_Space))
    assert SheetColumn.TARGET not in dialog.asked.columns
    qtbot.keyClick(columns.list, Key.Key_Down)
    page_after(dialog, qtbot, lambda: qtbot.keyClick(columns.list, Key.Key_Down, Qt.KeyboardModifier.AltModifier))
    assert dialog.asked.columns[:2] == (SheetColumn.CUMULATIVE, SheetColumn.MONTH)
    qtbot.mouseClick(columns.up, LEFT)
    assert dialog.asked.columns[:2] == (SheetColumn.MONTH, SheetColumn.CUMULATIVE)
    page_after(dialog, qtbot, lambda: qtbot.mouseClick(dialog.form.turned._buttons.button(1), LEFT))
    assert "A3" in dialog.state.text()


def test_every_field_has_its_say(dialog: PrintSetupDialog, qtbot: QtBot) -> None:
    form = dialog.form
    for segments in (form.total, form.turned):
        qtbot.mouseClick(segments._buttons.button(1), LEFT)
    qtbot.mouseClick(form.paper._buttons.button(2), LEFT)
    for field, text in ((form.title, "A"), (form.title_of_one, "B"), (form.subtitle, "C")):
        field.setFocus()
        qtbot.keyClicks(field, text)
    form.signatures.setPlainText("D：{制表人}\n\n E： ")
    form.title_face.setCurrentIndex(form.title_face.findData(OWN_FACE))
    qtbot.keyClick(form.indicators.list, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    asked = dialog.asked
    assert (asked.total_first, asked.portrait, asked.paper) == (True, True, Paper.A3)
    assert (asked.title, asked.title_of_one, asked.subtitle) == ("A", "B", "C")
    assert asked.signatures == ("D：{制表人}", "E：")
    assert asked.title_face == OWN_FACE
    assert asked.indicators[1] == "money"
    qtbot.mouseClick(dialog.buttons.button(USUAL), LEFT)
    assert dialog.asked == PrintSetup()


def test_bad_input_is_refused_with_where_and_what(dialog: PrintSetupDialog, qtbot: QtBot) -> None:
    form, save = dialog.form, dialog.buttons.button(OK)
    form.title.setText("{县名}")
    assert dialog.fault.text.startswith("Title of a sheet of several indicators: “{县名}” stands for nothing")
    assert not save.isEnabled()
    form.title.clear()
    assert save.isEnabled()
    assert not dialog.fault.isVisible()
    for listed, said in ((form.columns, "at least one column"), (form.indicators, "at least one")):
        before = listed.chosen
        for at in range(listed.list.count()):
            listed.list.item(at).setCheckState(Qt.CheckState.Unchecked)
        assert said in dialog.fault.text
        assert not save.isEnabled()
        listed.offer([(value, value) for value in listed.order], before)
        form.changed.emit()
        assert save.isEnabled()


def test_a_placeholder_goes_where_one_wrote_last(dialog: PrintSetupDialog, qtbot: QtBot) -> None:
    form = dialog.form
    form.subtitle.setFocus()
    qtbot.keyClicks(form.subtitle, "x")
    form.insert.menu().actions()[0].trigger()
    assert form.subtitle.text() == "x{县}"
    form.signatures.setFocus()
    qtbot.keyClick(form.signatures, Key.Key_End)
    form.insert.menu().actions()[8].trigger()
    assert form.signatures.toPlainText().startswith("制表：{制表人}{制表人}")


def test_a_face_that_is_missing_here_is_told(session: Session, qtbot: QtBot, opened: Open) -> None:
    assert session.book is not None
    with session.book.change("set up"):
        set_print_setup(session.book, PrintSetup(body_face="Nobody Has This"))
    made = PrintSetupDialog(session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.missing.isVisible, timeout=20_000)
    assert "“Nobody Has This” is not installed" in made.missing.text
    assert made.asked.body_face == "Nobody Has This"
    made.close()
    assert "“Nobody Has This” is not installed" in opened().panel._words.text()


def accept(title: str) -> None:
    """Answer the dialog that comes up next."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PrintSetupDialog)
        dialog.form.title.setText(title)
        dialog.buttons.button(OK).click()

    QTimer.singleShot(0, answer)


def test_what_is_saved_is_one_step_and_the_preview_follows_it(session: Session, qtbot: QtBot, opened: Open) -> None:
    preview = opened()
    before = preview.document
    accept("{县}榜")
    qtbot.mouseClick(preview.panel.setup, LEFT)
    assert session.book is not None
    assert print_setup(session.book).title == "{县}榜"
    qtbot.waitUntil(lambda: preview._setting is None, timeout=20_000)
    assert preview.document == before, "one indicator: its sheet has another title"
    session.undo()
    assert print_setup(session.book) == PrintSetup()
    accept("")
    assert choose_print_setup(session, None) is False
    assert session.book.undo_label is None or "Print" not in session.book.undo_label


def test_a_published_month_is_shown_on_the_paper_it_was_published_with(session: Session, opened: Open) -> None:
    book = session.book
    assert book is not None
    with book.change("paper"):
        set_print_setup(book, PrintSetup(paper=Paper.A3))
    with book.change("publish"):
        publish(book, session.month, today=datetime.date(2026, 10, 9))
    with book.change("paper"):
        set_print_setup(book, PrintSetup(paper=Paper.A4))
    assert opened().panel.paper.value is Paper.A3
    session.set_month(session.month.plus(-1))
    assert opened().panel.paper.value is Paper.A4
