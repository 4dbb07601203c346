import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QFileDialog, QMenu

from tracker.exchange.new_county import NewCounty
from tracker.store import indicators, journal, settings
from tracker.store.book import Book
from tracker.ui import places
from tracker.ui.files import dropped_paths


@pytest.fixture
def chosen(monkeypatch):
    """What the system's file dialogs will answer: set `chosen[0]`."""
    answer = [""]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (answer[0], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: answer[0])
    return answer


def test_a_book_is_chosen_and_opened(program, book_path, chosen):
    program.window.files.ask_to_open()
    assert program.session.book is None
    chosen[0] = str(book_path)
    program.window.commands.action("open_book").trigger()
    assert program.session.book.path == book_path


@pytest.mark.parametrize(("template", "some"), [("investment", True), ("blank", False)])
def test_a_new_book_is_made_as_asked_and_opened(program, tmp_path, qtbot, template, some):
    path = tmp_path / "new.tracker"
    with qtbot.waitSignal(program.session.book_changed, timeout=20_000):
        program.window.files.make(NewCounty(path, "County A", "The office", template=template))
    book = program.session.book
    assert book.path == path
    assert (settings.title(book), settings.office(book)) == ("County A", "The office")
    assert bool(indicators.indicators(book)) is some
    assert program.window.windowTitle() == "County A — The office"
    assert journal.verify(book) is None


def test_a_new_book_never_takes_the_place_of_a_file(program, book_path, qtbot, answer):
    before = book_path.read_bytes()
    seen = answer(lambda dialog: dialog.reject())
    program.window.files.make(NewCounty(book_path, "County A"))
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert "exists already" in seen[0].sentence.text()
    assert book_path.read_bytes() == before


def test_the_sample_is_made_once_and_opened_as_it_was_left(program, qtbot):
    with qtbot.waitSignal(program.session.book_changed, timeout=30_000):
        program.window.commands.action("open_sample").trigger()
    assert program.session.book.path == places.sample_book()
    assert len(program.session.live.units) > 10
    with program.session.book.change("mine now"):
        settings.set_title(program.session.book, "My sample")
    program.window.files.close()
    program.window.commands.action("open_sample").trigger()
    assert settings.title(program.session.book) == "My sample"


def test_while_it_is_made_the_progress_shows_and_the_window_lives(program, qtbot):
    program.window.commands.action("open_sample").trigger()
    progress = program.window.status_bar.progress
    assert progress.isVisible()
    with qtbot.waitSignal(program.session.book_changed, timeout=30_000):
        pass
    qtbot.waitUntil(lambda: not progress.isVisible())


def test_a_cancelled_book_is_not_opened(program, tmp_path, qtbot):
    program.window.files.make(NewCounty(tmp_path / "new.tracker", "County A", template="investment"))
    (task,) = program.session.tasks.running
    with qtbot.waitSignal(task.ended, timeout=20_000):
        program.window.status_bar.progress.cancel.click()
        assert not program.window.status_bar.progress.isVisible()
    assert program.session.book is None


def test_the_recent_books_are_a_menu(program, book_path):
    menu = QMenu()
    program.window.files.fill_recent(menu)
    assert [(action.text(), action.isEnabled()) for action in menu.actions()] == [("None yet", False)]
    program.settings.remember_book(book_path)
    menu.clear()
    program.window.files.fill_recent(menu)
    menu.actions()[0].trigger()
    assert program.session.book.path == book_path
    menu.deleteLater()


def test_the_properties_are_changed_as_one_step(window, answer):
    def fill(dialog):
        dialog.title.setText(" County B ")
        dialog.clerk.setText("Li")
        dialog.accept()

    answer(fill)
    window.commands.action("properties").trigger()
    book = window.session.book
    assert (settings.title(book), settings.clerk(book)) == ("County B", "Li")
    assert window.windowTitle() == "County B — The office"
    window.undo()
    assert (settings.title(book), settings.clerk(book)) == ("Small county", "")
    assert window.windowTitle() == "Small county — The office"


def test_properties_that_stay_the_same_leave_no_entry(window, answer):
    before = len(journal.entries(window.session.book))
    answer(lambda dialog: dialog.accept())
    window.commands.action("properties").trigger()
    assert len(journal.entries(window.session.book)) == before


def test_in_a_read_only_book_the_properties_are_shown_only(program, book_path, answer):
    program.session.open(book_path, read_only=True)

    def look(dialog):
        assert dialog.title.isReadOnly()
        dialog.reject()

    seen = answer(look)
    program.window.commands.action("properties").trigger()
    assert seen


def test_only_local_files_can_be_dropped():
    data = QMimeData()
    assert dropped_paths(data) == []
    data.setUrls([QUrl("https://example.org/book.tracker")])
    assert dropped_paths(data) == []


def test_a_closed_book_is_free(window, book_path):
    window.commands.action("close_book").trigger()
    with Book.open(book_path) as free:
        assert not free.read_only
