from PySide6.QtCore import Qt


def test_it_offers_three_ways_to_go_on_and_the_first_has_the_keyboard(program):
    start = program.window.start
    assert [button.text() for button in start.buttons.values()] == ["Look at the sample", "New book…", "Open…"]
    assert start.buttons["open_sample"].hasFocus()
    assert start.books == ()


def test_tab_goes_from_one_button_to_the_next_and_enter_presses_it(program, qtbot, answer):
    start = program.window.start
    seen = answer(lambda dialog: dialog.reject())
    qtbot.keyClick(start.buttons["open_sample"], Qt.Key.Key_Tab)
    assert start.buttons["new_book"].hasFocus()
    qtbot.keyClick(start.buttons["new_book"], Qt.Key.Key_Return)
    assert type(seen[0]).__name__ == "NewBookDialog"
    assert program.session.book is None


def test_a_recent_book_opens_by_enter(program, book_path, qtbot):
    program.settings.remember_book(book_path)
    program.window.start.refresh()
    (book,) = program.window.start.books
    assert book.accessibleName() == f"Open {book_path}"
    book.setFocus()
    qtbot.keyClick(book, Qt.Key.Key_Return)
    assert program.session.book.path == book_path


def test_a_book_that_cannot_be_opened_leaves_the_list(program, tmp_path, qtbot, answer):
    damaged = tmp_path / "damaged.tracker"
    damaged.write_bytes(b"no book at all" * 100)
    program.settings.remember_book(damaged)
    program.window.start.refresh()
    seen = answer(lambda dialog: dialog.reject())
    qtbot.mouseClick(program.window.start.books[0], Qt.MouseButton.LeftButton)
    assert "is not a book of this program" in seen[0].note.text()
    assert program.window.start.books == ()
