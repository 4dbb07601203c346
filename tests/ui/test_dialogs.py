from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from tracker.exchange.problems import Problem
from tracker.ui.dialogs import problems
from tracker.ui.dialogs.about import GRID_KEYS, AboutDialog, KeysDialog
from tracker.ui.dialogs.message import MessageDialog, tell_result
from tracker.ui.dialogs.problems import ProblemsDialog


def test_a_result_says_where_it_lies_and_opens_the_folder(qtbot, tmp_path, answer, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))

    def look(dialog):
        assert dialog.note.text() == str(tmp_path / "made.pdf")
        next(button for button in dialog.buttons.buttons() if button.text() == "Open its folder").click()
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    answer(look)
    tell_result(None, "The PDF is saved.", tmp_path / "made.pdf")
    assert opened == [str(tmp_path)]


def test_enter_closes_a_message_whatever_else_there_is_to_press(qtbot):
    dialog = MessageDialog(None, "A sentence.")
    qtbot.addWidget(dialog)
    pressed = []
    dialog.add_button("Do more").clicked.connect(lambda: pressed.append(True))
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert pressed == []


def test_more_problems_than_a_list_bears_are_counted(qtbot, monkeypatch):
    monkeypatch.setattr(problems, "SHOWN", 2)
    many = [Problem("figures.csv", row, "", "No.", "Yes.") for row in (2, 3, 4)]
    dialog = ProblemsDialog(None, "Nothing was loaded.", many)
    qtbot.addWidget(dialog)
    assert dialog.table.topLevelItemCount() == 2
    assert dialog.note.text().endswith("The first 2 are shown.")
    next(button for button in dialog.buttons.buttons() if button.text() == "Copy the list").click()
    assert QApplication.clipboard().text().count("\n") == 2


def test_the_keys_are_listed_with_the_grids_own(window, qtbot):
    dialog = KeysDialog(window, window.commands.commands)
    qtbot.addWidget(dialog)
    rows = {
        dialog.table.topLevelItem(row).text(0): dialog.table.topLevelItem(row).text(1)
        for row in range(dialog.table.topLevelItemCount())
    }
    assert rows["Ctrl+G"] == "Find a unit, an indicator"
    assert set(dict(GRID_KEYS)) <= set(rows)


def test_about_tells_version_and_places(qtbot, tmp_path):
    from tracker import __version__

    dialog = AboutDialog(None, tmp_path / "settings.ini", tmp_path / "tracker.log")
    qtbot.addWidget(dialog)
    assert __version__ in dialog.note.text()
    assert [field.text() for field in dialog.files] == [str(tmp_path / "settings.ini"), str(tmp_path / "tracker.log")]
    assert "Licence: Apache License 2.0" in dialog.note.text()
    listed = [dialog.licences.topLevelItem(at).text(0) for at in range(dialog.licences.topLevelItemCount())]
    assert listed[0] == "Python"
    assert any(name.startswith("Qt 6") for name in listed)
    assert dialog.licences.topLevelItem(0).text(2) == "PSF-2.0"
