import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from tracker.domain.period import Month
from tracker.exchange.data_folder import dump
from tracker.store import figures, settings, units
from tracker.store.book import Book
from tracker.ui.data_folders import read_plan


@pytest.fixture
def folder(small_county, tmp_path):
    """The small county as a data folder."""
    with Book.open(small_county, read_only=True) as book:
        dump(book, tmp_path / "county")
    return tmp_path / "county"


@pytest.fixture
def blank(program, tmp_path):
    """The window with a new, empty book."""
    program.session.new(tmp_path / "blank.tracker", title="Blank")
    return program.window


def load(window, folder, qtbot, answer):
    """Load the folder and close the dialog that tells how it went; returns that dialog."""
    seen = answer(lambda dialog: dialog.reject())
    window.folders.load(folder)
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    return seen[0]


def test_a_folder_is_loaded_as_one_change_and_its_newest_month_shown(blank, folder, qtbot, answer):
    dialog = load(blank, folder, qtbot, answer)
    assert dialog.sentence.text() == "Loaded 4 units, 2 indicators, 8 targets and 12 figures."
    session = blank.session
    assert session.month == Month(2026, 9)
    assert [unit.name for unit in units.units(session.book)] == ["Ashby", "Birch", "Cedar", "Dune Park"]
    assert session.undo_label == "Load county"
    blank.undo()
    assert units.units(session.book) == []


def test_loading_it_again_changes_nothing_and_says_so(blank, folder, qtbot, answer):
    load(blank, folder, qtbot, answer)
    dialog = load(blank, folder, qtbot, answer)
    assert dialog.sentence.text() == "The book had all of it already: nothing was changed."


def test_files_that_were_not_read_are_named(blank, folder, qtbot, answer):
    (folder / "unit.csv").write_text("code\n", encoding="utf-8")
    assert load(blank, folder, qtbot, answer).note.text().endswith("unit.csv")


def test_every_problem_is_listed_and_nothing_is_loaded(blank, folder, qtbot, answer):
    text = (folder / "figures.csv").read_text(encoding="utf-8").splitlines()
    text[1:3] = ["Zz,funds,2026-09,1", "As,funds,2026-13,1"]
    (folder / "figures.csv").write_text("\n".join(text), encoding="utf-8")
    dialog = load(blank, folder, qtbot, answer)
    places = [dialog.table.topLevelItem(row).text(0) for row in range(dialog.table.topLevelItemCount())]
    assert [place[:18] for place in places] == ["figures.csv, row 2", "figures.csv, row 3"]
    dialog.buttons.buttons()[-1].click()
    assert "figures.csv, row 3" in QApplication.clipboard().text()
    assert units.units(blank.session.book) == []


def test_a_folder_without_data_is_told(blank, tmp_path, qtbot, answer):
    (tmp_path / "empty").mkdir()
    assert "holds no data" in load(blank, tmp_path / "empty", qtbot, answer).sentence.text()


def test_what_was_typed_while_the_folder_was_read_is_not_overlooked(blank, folder, qtbot, answer):
    seen = answer(lambda dialog: dialog.reject())
    session = blank.session
    stale = read_plan(session.book.path, folder)
    with session.book.change("Office"):
        settings.set_office(session.book, "Typed meanwhile")
    blank.folders._carry_out(session.book.path, stale)
    assert units.units(session.book) == []  # it is read once more
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert len(units.units(session.book)) == 4


def test_a_folder_read_for_another_book_is_dropped(blank, folder, book_path):
    plan = read_plan(blank.session.book.path, folder)
    blank.session.open(book_path)
    blank.folders._carry_out(folder / "blank.tracker", plan)
    assert blank.session.undo_label is None


def test_a_folder_dropped_on_the_window_is_loaded(blank, folder, qtbot, answer):
    seen = answer(lambda dialog: dialog.reject())
    blank.files.take_dropped([folder])
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert len(units.units(blank.session.book)) == 4


def test_the_book_is_saved_as_the_folder_it_came_from(window, folder, tmp_path, qtbot, answer, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    seen = answer(lambda dialog: dialog.reject())
    window.commands.action("dump_folder").trigger()
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert seen[0].sentence.text() == "The data folder is saved."
    assert seen[0].note.text() == str(tmp_path / "out")
    for file in folder.iterdir():
        assert (tmp_path / "out" / file.name).read_bytes() == file.read_bytes()


def test_a_folder_that_cannot_be_written_is_told(window, tmp_path, qtbot, answer):
    blocked = tmp_path / "file"
    blocked.touch()
    seen = answer(lambda dialog: dialog.reject())
    window.folders.save(blocked)
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert "could not be written" in seen[0].sentence.text()


def test_asking_and_giving_up_does_nothing(window, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    before = figures.last_month(window.session.book)
    window.folders.ask_to_load()
    window.folders.ask_to_save()
    assert window.session.tasks.running == ()
    assert figures.last_month(window.session.book) == before
