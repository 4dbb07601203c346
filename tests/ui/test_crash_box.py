import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication

from tracker.errors import TrackerError
from tracker.ui.dialogs import crash_box
from tracker.ui.dialogs.crash_box import CrashBox, CrashHook


@pytest.fixture
def hook(qapp, tmp_path):
    made = CrashHook(tmp_path / "log" / "tracker.log")
    before = sys.excepthook, threading.excepthook
    yield made
    sys.excepthook, threading.excepthook = before
    made.deleteLater()


def crash():
    """An exception as it arrives at the hook."""
    try:
        {}["ours"]
    except KeyError as error:
        return type(error), error, error.__traceback__


def test_a_fault_of_ours_is_shown_with_details_that_can_be_copied(hook, qtbot, answer, tmp_path, capsys):
    def look(box):
        assert isinstance(box, CrashBox)
        box.copy.click()
        box.reject()

    seen = answer(look)
    hook.take(*crash())
    qtbot.waitUntil(lambda: bool(seen))
    assert "KeyError: 'ours'" in QApplication.clipboard().text()
    assert "Qt 6" in QApplication.clipboard().text()
    assert "KeyError: 'ours'" in (tmp_path / "log" / "tracker.log").read_text(encoding="utf-8")
    assert "KeyError: 'ours'" in capsys.readouterr().err


def test_a_fault_of_the_users_is_told_calmly_and_not_logged(hook, qtbot, answer, tmp_path):
    seen = answer(lambda dialog: dialog.reject())
    error = TrackerError("2026-13 is no month.")
    hook.take(type(error), error, None)
    qtbot.waitUntil(lambda: bool(seen))
    assert not isinstance(seen[0], CrashBox)
    assert seen[0].sentence.text() == "2026-13 is no month."
    assert not (tmp_path / "log").exists()


def test_while_one_is_open_further_crashes_only_go_to_the_log(hook, qtbot, answer, tmp_path, capsys):
    shown = []

    def look(box):
        shown.append(box)
        hook.take(*crash())
        qtbot.wait(50)
        box.reject()

    seen = answer(look)
    hook.take(*crash())
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.wait(50)
    assert len(shown) == 1
    assert (tmp_path / "log" / "tracker.log").read_text(encoding="utf-8").count("KeyError: 'ours'") == 2


def test_it_takes_what_other_threads_do_not_catch(hook, qtbot, answer, capsys):
    hook.install()
    seen = answer(lambda dialog: dialog.reject())
    thread = threading.Thread(target=lambda: {}["theirs"])
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(seen))
    assert "KeyError: 'theirs'" in seen[0].details.toPlainText()


def test_removing_it_gives_the_hooks_back(hook):
    hook.install()
    assert sys.excepthook == hook.take
    hook.remove()
    assert sys.excepthook is sys.__excepthook__


def test_ctrl_c_ends_the_program_instead(hook, qapp, monkeypatch):
    ended = []
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(True))
    hook.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert ended == [True]


def test_a_log_that_grew_large_begins_anew(tmp_path, monkeypatch):
    log = tmp_path / "tracker.log"
    monkeypatch.setattr(crash_box, "LOG_LIMIT", 10)
    for text in ("first, long enough\n", "second\n"):
        crash_box.write_log(log, text)
    assert log.read_text(encoding="utf-8") == "second\n"


def test_a_log_that_cannot_be_written_is_no_further_fault(tmp_path):
    (tmp_path / "file").touch()
    crash_box.write_log(tmp_path / "file" / "tracker.log", "text")
