import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from tests.ui.intake.batches import a_batch, show_batch
from tracker.domain.period import Month
from tracker.domain.sender_word import SenderWord, WordKind
from tracker.store.sender_words import explain_word, sender_words
from tracker.ui.dialogs.make_forms import MakeFormsDialog
from tracker.ui.dialogs.receipts import ReceiptsDialog
from tracker.ui.dialogs.sender_words import SenderWordsDialog


@pytest.fixture
def receipts(window, qtbot):
    page = show_batch(window, *a_batch())
    dialog = ReceiptsDialog(window.session, page.batch.taken(), window)
    yield dialog
    dialog.close()
    dialog.deleteLater()


def test_a_receipt_is_copied_for_its_sender(receipts):
    assert [one.unit.name if one.unit else None for one in receipts.receipts] == ["Ashby", "Birch", "Cedar", None]
    receipts.table.choose_row(2)
    receipts.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Cedar: receipt for 2026-09")
    assert "Patents" in text
    receipts.copy_all.click()
    assert "broken.xlsx: nothing could be taken." in QGuiApplication.clipboard().text()


def test_receipts_before_the_writing_say_what_is_missing(window, answer):
    show_batch(window, *a_batch())
    seen = answer(lambda dialog: dialog.reject())
    window.commands.refresh()
    window.pages.front.foot.receipts.click()
    assert seen[0].notice.text.startswith("4 ticked figures are not written yet")


def test_all_receipts_are_saved_as_pdf(receipts, tmp_path, qtbot, answer, monkeypatch):
    seen = answer(lambda dialog: dialog.reject())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "r.pdf"), ""))
    receipts.save.click()
    qtbot.waitUntil(lambda: bool(seen), timeout=30_000)
    assert seen[0].sentence.text() == "The receipts are saved."
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")


def test_explained_words_are_listed_and_forgotten(window):
    book = window.session.book
    with book.change("explain"):
        explain_word(book, SenderWord(WordKind.UNIT, "Old Ash", "As"))
        explain_word(book, SenderWord(WordKind.INDICATOR, "Patents", "", 1))
        explain_word(book, SenderWord(WordKind.BASIS, "To date", "cumulative", 2))
    dialog = SenderWordsDialog(window.session, window)
    texts = [[column.text(word) for column in dialog.model.columns] for word in dialog.model.records]
    assert texts == [
        ["Old Ash", "Unit", "Ashby", "everybody"],
        ["Patents", "Indicator", "Not taken", "Ashby"],
        ["To date", "Column heading", "Cumulative", "Birch"],
    ]
    assert not dialog.forget.isEnabled()
    dialog.table.choose_row(1)
    dialog.forget.click()
    assert [word.text for word in sender_words(book)] == ["Old Ash", "To date"]
    assert len(dialog.model.records) == 2
    window.undo()
    assert len(dialog.model.records) == 3
    dialog.close()
    dialog.deleteLater()


def test_forms_are_made_for_the_ticked_units(window, tmp_path, qtbot, answer):
    def fill(dialog):
        dialog._chosen = tmp_path / "forms"
        parks = dialog.units.topLevelItem(1)
        assert parks.childCount() == 1
        parks.setCheckState(0, Qt.CheckState.Unchecked)
        assert len(dialog.asked.units) == 3
        dialog.accept()

    answer(fill)
    window.commands.action("make_forms").trigger()
    seen = answer(lambda dialog: dialog.reject())
    qtbot.waitUntil(lambda: bool(seen), timeout=30_000)
    assert "3 forms of 2026-09 are made." in seen[0].sentence.text()
    assert len(list((tmp_path / "forms").glob("*.xlsx"))) == 3


def test_another_month_lists_its_own_units_and_folder(window):
    dialog = MakeFormsDialog(window, window.session.live, window.session.folder())
    assert "2026-09" in str(dialog.asked.folder)
    dialog.months.picked.emit(Month(2026, 10))
    dialog.months.choose(Month(2026, 10))
    dialog._turn()
    assert dialog.asked.month == Month(2026, 10)
    assert "2026-10" in dialog.folder.accessibleName()
    dialog.deleteLater()
