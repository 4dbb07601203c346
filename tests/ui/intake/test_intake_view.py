import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from tests.ui.intake.batches import a_batch, sent, show_batch
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.exchange.data_folder import carry_out, plan_load
from tracker.exchange.submissions import reader
from tracker.store import figures, journal, reports, sent_files
from tracker.store.publications import publish
from tracker.store.sender_words import sender_words
from tracker.ui.intake_deeds import today
from tracker.ui.models.intake_batch import Standing
from tracker.ui.models.intake_lines import Shown
from tracker.ui.models.intake_sources import Source
from tracker.ui.models.intake_ticks import tick_of

SEPTEMBER = Month(2026, 9)


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.dropEvent(
        QDropEvent(
            QPointF(QPoint(200, 200)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )


def ready(qtbot, window, files):
    """The page, when it has that many files and their plan."""
    qtbot.waitUntil(lambda: window.pages.front is not None and window.pages.front.name == "intake", timeout=10_000)
    page = window.pages.front
    qtbot.waitUntil(lambda: page.deeds.fresh and len(page.batch.plan.files) == files, timeout=30_000)
    return page


def planned(qtbot, page):
    qtbot.waitUntil(lambda: page.deeds.fresh, timeout=20_000)


def choose(page, name):
    page.files.choose_row([line.name for line in page.files.lines.records].index(name))


def go_to(page, **wanted):
    """Make the line of that figure the current one."""
    for row, line in enumerate(page.table.lines.records):
        if line.cell and (line.file.name, line.cell.indicator.name) == (wanted["file"], wanted["indicator"]):
            page.table.choose_row(row)
            return line
    raise AssertionError(wanted)


def figure(book, unit, indicator):
    return figures.figure(book, unit, indicator, SEPTEMBER).value


@pytest.fixture
def folder(tmp_path):
    """Two forms as units send them, one of them damaged."""
    made = tmp_path / "sent"
    made.mkdir()
    (made / "Ashby.csv").write_text("填报单位：,Ashby\n2026年9月,\n指标,当月\nFunds,1.5\nProjects,4\n", encoding="utf-8")
    (made / "Birch.xlsx").write_bytes(b"PK\x03\x04 cut short")
    return made


def test_a_clerk_drops_the_folder_settles_a_dispute_writes_and_takes_it_back(program, shared_data, tmp_path, qtbot):
    program.session.new(tmp_path / "county.tracker", title="County")
    book, window = program.session.book, program.window
    carry_out(book, plan_load(book, shared_data / "submissions" / "book"))
    program.session.set_month(SEPTEMBER)
    drop(window, shared_data / "submissions" / "incoming")
    page = ready(qtbot, window, 13)
    assert "13" in page.files.lines.records[0].title
    states = {line.name: line.state for line in page.files.lines.records}
    assert (states["损坏.xlsx"], states["说明.xlsx"], states["外县单位.xlsx"]) == ("bad", "bad", "bad")
    assert (states["城关镇9月报表.xlsx"], states["白河镇.xlsx"]) == ("warn", "good")
    assert page.batch.disputed() == 1
    before, undisputed = len(journal.entries(book)), len(page.batch.chosen())
    choose(page, "城关镇9月报表.xlsx")
    line = go_to(page, file="城关镇9月报表.xlsx", indicator="实际到位省外资金")
    assert (line.standing, line.cell.value) == (Standing.DISPUTED, Decimal("3.22"))
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.batch.disputed() == 0
    said = []
    program.session.said.connect(said.append)
    page.foot.write.click()
    planned(qtbot, page)
    assert said[-1] == f"{undisputed + 1} figures of 2026-08, 2026-09 written; Ctrl+Z takes all of them back."
    assert len(journal.entries(book)) == before + 1
    assert figure(book, line.cell.unit.id, line.cell.indicator.id) == Decimal("3.22")
    assert not page.foot.write.isEnabled()
    assert {page.batch.standing(cell) for _, cell in page.batch.plan.cells()} == {
        Standing.SAME,
        Standing.REFUSED,
        Standing.CHOSEN,
        Standing.PASSED_OVER,
    }
    assert len(reports.reports(book, SEPTEMBER)) >= 10
    window.commands.action("undo").trigger()
    planned(qtbot, page)
    assert len(page.batch.chosen()) == undisputed + 1
    assert len(journal.entries(book)) == before + 2


def test_a_damaged_file_is_told_and_the_others_are_read_while_the_window_lives(window, folder, qtbot):
    drop(window, folder)
    page = ready(qtbot, window, 2)
    assert [line.state for line in page.files.lines.records[1:]] == ["good", "bad"]
    page.foot.keep.setChecked(True)
    page.foot.write.click()
    qtbot.waitUntil(lambda: bool(sent_files.sent_files(window.session.book)), timeout=20_000)
    (kept,) = sent_files.sent_files(window.session.book)
    assert (kept.name, kept.kept) == ("Ashby.csv", True)
    assert sent_files.content_of(window.session.book, kept.sha256) == (folder / "Ashby.csv").read_bytes()
    assert window.session.settings.text("intake/keep") == "1"


def test_reading_is_cancelled_while_a_file_is_being_read(window, folder, qtbot, monkeypatch):
    monkeypatch.setattr(reader, "_command", lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    drop(window, folder)
    qtbot.waitUntil(lambda: bool(window.session.tasks.running), timeout=5_000)
    begun = time.monotonic()
    window.status_bar.progress.cancel.click()
    qtbot.waitUntil(lambda: not window.session.tasks.running, timeout=20_000)
    assert time.monotonic() - begun < 20
    assert window.turn_to("intake").batch.files == ()


def test_files_are_chosen_and_come_from_the_clipboard(window, folder, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(folder / "Ashby.csv")], ""))
    window.commands.action("import_files").trigger()
    page = ready(qtbot, window, 1)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "Birch.xlsx"))])
    QGuiApplication.clipboard().setMimeData(data)
    window.commands.action("paste").trigger()
    ready(qtbot, window, 2)
    QGuiApplication.clipboard().setText("no file")
    said = []
    window.session.said.connect(said.append)
    window.commands.action("paste").trigger()
    assert said == ["No files were copied: copy them in the file manager first."]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.commands.action("import_folder").trigger()
    qtbot.waitUntil(lambda: not window.session.tasks.running, timeout=20_000)
    assert len(page.batch.files) == 2


def test_a_correction_is_remembered_and_can_be_undone(window, qtbot):
    page = show_batch(window, *a_batch())
    choose(page, "Cedar.xlsx")
    combos = {combo.accessibleName(): combo for combo in page.understanding.panel.combos}
    combo = combos["“Patents” is"]
    combo.setCurrentIndex(combo.findText("Not taken"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: not page.deeds.fresh, timeout=5_000)
    planned(qtbot, page)
    assert [word.text for word in sender_words(window.session.book)] == ["Patents"]
    assert "“Patents” is" not in {combo.accessibleName() for combo in page.understanding.panel.combos}
    assert page.files.name == "Cedar.xlsx"
    window.undo()
    planned(qtbot, page)
    assert "“Patents” is" in {combo.accessibleName() for combo in page.understanding.panel.combos}


def test_a_files_month_is_corrected_for_it_alone(window, qtbot):
    page = show_batch(window, sent("Ashby", ("Funds", "1.5")))
    choose(page, "Ashby.xlsx")
    combo = page.understanding.panel.combos[1]
    combo.setCurrentIndex(combo.findText("2026-07"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: [cell.month.number for _, cell in page.batch.plan.cells()] == [7], timeout=10_000)


def test_what_is_typed_meanwhile_is_shown_before_anything_is_written(window, qtbot):
    page, book = show_batch(window, sent("Ashby", ("Projects", "4"))), window.session.book
    assert page.table.lines.records[1].standing is Standing.NEW
    with book.change("typed"):
        figures.set_figure(book, Figure(1, 2, SEPTEMBER, Decimal(7), typed="7"))
    assert not page.deeds.can_write
    page.write()
    assert figure(book, 1, 2) == Decimal(7)
    planned(qtbot, page)
    assert page.table.lines.records[1].standing is Standing.CHANGED


def test_a_published_month_is_locked(window, qtbot):
    with window.session.book.change("publish"):
        publish(window.session.book, SEPTEMBER, today=today())
    page = show_batch(window, sent("Ashby", ("Funds", "1.5")))
    line = go_to(page, file="Ashby.xlsx", indicator="Funds")
    assert line.standing is Standing.LOCKED
    assert tick_of(page.batch, line) is None
    page.tick([line])
    assert page.batch.chosen() == []
    assert "Correct what was published" in page.foot.words.accessibleName()


def test_ticks_go_by_key_by_mouse_and_by_file(window, qtbot):
    page = show_batch(window, *a_batch())
    table = page.table
    assert page.foot.write.text() == "Write 4 figures"
    heading = table.lines.records[0]
    page.tick([heading])
    assert page.foot.write.text() == "Write 2 figures"
    page.tick([heading])
    assert page.foot.write.text() == "Write 4 figures"
    line = go_to(page, file="Birch (2).xlsx", indicator="Funds")
    place = table.visualRect(table.model().index(table.currentIndex().row(), 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tick_of(page.batch, line) is True
    assert page.foot.write.text() == "Write 5 figures"
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert page.foot.write.text() == "Nothing to write"
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert page.foot.write.text() == "Write 4 figures"  # a dispute is not settled in passing
    assert page.batch.disputed() == 1


def test_several_disputes_are_settled_at_once_where_they_are_no_rivals(window):
    one = sent("Ashby", ("Funds", "1"), ("Projects", "4"), name="one.xlsx")
    other = sent("Ashby", ("Funds", "2"), ("Projects", "5"), name="other.xlsx")
    page = show_batch(window, one, other)
    disputed = [line for line in page.table.lines.records if line.cell]
    page.tick(disputed)
    assert page.batch.disputed() == 2
    page.tick([line for line in disputed if line.file.name == "other.xlsx"])
    assert [(cell.indicator.name, int(cell.value)) for _, cell in page.batch.chosen()] == [("Funds", 2), ("Projects", 5)]


def test_in_a_book_open_for_reading_only_everything_is_shown_and_nothing_written(program, book_path, qtbot):
    program.session.open(book_path, read_only=True)
    page = show_batch(program.window, *a_batch())
    choose(page, "Cedar.xlsx")
    assert not page.foot.write.isEnabled()
    combo = next(one for one in page.understanding.panel.combos if "Patents" in one.accessibleName())
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    qtbot.waitUntil(lambda: combo.currentText() == "Choose…", timeout=5_000)
    assert sender_words(program.session.book) == []


def test_the_choice_of_lines_and_headings(window):
    page = show_batch(window, *a_batch())
    page.bar.shown.picked.emit(Shown.REFUSED)
    assert [line.title for line in page.table.lines.records if line.is_heading] == ["Cedar.xlsx", "broken.xlsx"]
    page.bar.order.picked.emit(True)
    assert [line.title for line in page.table.lines.records if line.is_heading] == ["Cedar", "Of no single unit"]
    assert page.table.lines.columns[1].title == "File"


def test_enter_shows_the_figure_on_the_entry_page(window, qtbot):
    page = show_batch(window, sent("Birch", ("Projects", "4"), month="2026年8月"))
    go_to(page, file="Birch.xlsx", indicator="Projects")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert window.pages.front.name == "entry"
    assert window.session.month == Month(2026, 8)


def test_a_file_is_taken_out_by_its_key_and_another_book_has_no_batch(window, qtbot, tmp_path):
    page = show_batch(window, *a_batch())
    choose(page, "broken.xlsx")
    page.files.setFocus()
    window.commands.refresh()
    qtbot.keyClick(page.files, Qt.Key.Key_Delete)
    planned(qtbot, page)
    assert len(page.batch.plan.files) == 4
    window.session.new(tmp_path / "other.tracker", title="Other")
    window.turn_to("intake")
    assert page.batch.files == ()


def test_a_batch_goes_on_in_a_window_made_anew(program, book_path, qtbot):
    program.session.open(book_path)
    page = show_batch(program.window, *a_batch())
    choose(page, "Cedar.xlsx")
    program.window.look.choose_zoom(125)
    qtbot.waitUntil(lambda: program.window.pages.front is not page, timeout=10_000)
    again = program.window.pages.front
    qtbot.waitUntil(lambda: again.deeds.fresh and again.table.lines.rowCount() > 0, timeout=20_000)
    assert len(again.batch.files) == 5
    assert again.files.name == "Cedar.xlsx"


def test_without_a_book_a_dropped_report_is_told_what_to_do(program, folder, qtbot, answer):
    seen = answer(lambda dialog: dialog.accept())
    drop(program.window, folder / "Ashby.csv")
    qtbot.waitUntil(lambda: bool(seen))
    assert "while it is open, what units sent in" in seen[0].note.text()


def test_many_files_do_not_hold_up_the_window(window, qtbot):
    page = window.turn_to("intake")
    files = [
        sent(unit, ("Funds", str(at)), ("Projects", "4"), name=f"{unit} {at}.xlsx")
        for at in range(75)
        for unit in ("Ashby", "Birch", "Cedar", "Dune Park")
    ]
    page.batch.add(Source(Path("/sent") / file.name, file.name, (file,)) for file in files)
    page.deeds.plan()
    longest, last = 0.0, time.perf_counter()

    def looked():
        nonlocal longest, last
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
        return page.deeds.fresh

    qtbot.waitUntil(looked, timeout=30_000)
    assert len(page.batch.plan.files) == 300
    assert longest < 2
