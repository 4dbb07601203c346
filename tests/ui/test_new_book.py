import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from tracker.ui.dialogs.new_book import NewBookDialog, file_name


@pytest.fixture
def dialog(qtbot, tmp_path):
    made = NewBookDialog(None, tmp_path, year=2026)
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_alone_gives_a_book_named_after_its_year(dialog, qtbot, tmp_path):
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result()
    asked = dialog.asked
    assert (asked.title, asked.office, asked.template) == ("Investment promotion 2026", "", "investment")
    assert asked.path == tmp_path / "Investment promotion 2026.tracker"


def test_the_file_is_named_after_the_title_until_somebody_names_it(dialog, qtbot, tmp_path):
    committed = QInputMethodEvent()
    committed.setCommitString("云山县: 2026/27")
    QApplication.sendEvent(dialog.title, committed)
    assert dialog.asked.path == tmp_path / "云山县  2026 27.tracker"
    dialog.file.setFocus()
    dialog.file.selectAll()
    qtbot.keyClicks(dialog.file, str(tmp_path / "mine"))
    dialog.title.setFocus()
    qtbot.keyClicks(dialog.title, "!")
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
    dialog.title.setText(title)
    dialog.file.setText(file.format(folder=tmp_path))
    dialog.accept()
    assert dialog.isVisible()
    assert mistake in dialog.mistake.text()


def test_the_file_is_chosen_with_the_systems_dialog(dialog, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    before = dialog.file.text()
    qtbot.mouseClick(dialog.browse, Qt.MouseButton.LeftButton)
    assert dialog.file.text() == before
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "chosen.tracker"), ""))
    qtbot.mouseClick(dialog.browse, Qt.MouseButton.LeftButton)
    dialog.title.setFocus()
    qtbot.keyClicks(dialog.title, "x")
    assert dialog.asked.path == tmp_path / "chosen.tracker"


def test_a_blank_book_can_be_asked_for(dialog):
    dialog.templates.button(1).click()
    assert dialog.asked.template == "blank"


def test_a_title_of_forbidden_characters_alone_still_names_a_file():
    assert file_name("???") == "Book"
