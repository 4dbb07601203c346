import os
import signal
import subprocess
import sys

import pytest
from PySide6.QtGui import QImage

from tracker.store.book import Book
from tracker.store.faults import BookMissing
from tracker.ui import app, places
from tracker.ui.app import PictureNotWritten, choose_input_method, picture, rehearsal
from tracker.ui.settings import Settings

LATER = ("numpy", "pandas", "matplotlib", "typst", "openpyxl", "docxtpl", "docx", "jinja2", "sqlite_utils", "qtawesome")
"""What the first window does without."""

FIRST_WINDOW = f"""
import sys
from PySide6.QtCore import QTimer
from tracker.ui import app
from tracker.ui.program import Program
def look(self, path):
    print(" ".join(name for name in {LATER!r} if name in sys.modules), flush=True)
    self.window.close()
Program.start_with = look
sys.exit(app.main())
"""

RUN = """
import sys
from tracker.ui import app
from tracker.ui.program import Program
start = Program.start_with
def told(self, path):
    start(self, path)
    print(self.session.book.path if self.session.book else "start page", flush=True)
Program.start_with = told
sys.exit(app.main(*sys.argv[1:]))
"""


def program(code, *arguments, **environment):
    """The program in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )


def test_before_the_first_window_only_qt_and_sqlite_are_loaded():
    with program(FIRST_WINDOW) as process:
        out, err = process.communicate(timeout=60)
    assert (out, process.returncode) == ("\n", 0), err


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send to another process there")
def test_ctrl_c_closes_it_as_the_window_does(book_path):
    with program(RUN, book_path) as process:
        assert process.stdout.readline().strip() == str(book_path)
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert sorted(path.name for path in book_path.parent.iterdir()) == ["small.tracker"]
    with Book.open(book_path) as free:
        assert not free.read_only


def test_the_last_book_opens_at_the_next_start(book_path):
    Settings(places.settings_file()).remember_book(book_path)
    with program(RUN) as process:
        assert process.stdout.readline().strip() == str(book_path)
        process.terminate()
        process.communicate(timeout=60)


def test_without_a_last_book_the_start_page_shows():
    with program(RUN) as process:
        assert process.stdout.readline().strip() == "start page"
        process.terminate()
        process.communicate(timeout=60)


@pytest.fixture
def desktop(monkeypatch):
    """A Linux desktop that asks for no input method yet."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(app, "_has_plugin", lambda _name: False)
    for name in ("QT_IM_MODULE", "QT_IM_MODULES", "XMODIFIERS"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ({"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": "fcitx5"}, {"QT_IM_MODULE": "ibus"}),
        ({"XMODIFIERS": "@im=fcitx"}, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULES": "wayland;fcitx"}, {"QT_IM_MODULES": "wayland;ibus"}),
        ({"QT_IM_MODULE": "ibus"}, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": "xim", "XMODIFIERS": "@im=fcitx"}, {"QT_IM_MODULE": "xim"}),
        ({}, {"QT_IM_MODULE": None}),
    ],
)
def test_where_the_desktop_asks_for_fcitx_ibus_is_spoken(desktop, asked, chosen):
    for name, value in asked.items():
        desktop.setenv(name, value)
    choose_input_method()
    assert {name: os.environ.get(name) for name in chosen} == chosen


def test_a_qt_that_has_the_plugin_keeps_it(desktop):
    desktop.setattr(app, "_has_plugin", lambda name: name == "fcitx")
    desktop.setenv("QT_IM_MODULE", "fcitx")
    choose_input_method()
    assert os.environ["QT_IM_MODULE"] == "fcitx"


def test_our_qt_has_ibus_and_no_fcitx():
    assert not app._has_plugin("fcitx")
    if sys.platform.startswith("linux"):
        assert app._has_plugin("ibus")


@pytest.mark.parametrize("page", ["entry", "ranking"])
def test_a_picture_shows_the_window_in_its_size_and_touches_no_settings(book_path, tmp_path, qapp, page):
    picture(book_path, tmp_path / "window.png", page=page, size=(1200, 700))
    image = QImage(str(tmp_path / "window.png"))
    assert (image.width(), image.height()) == (1200, 700)
    assert len({image.pixel(x, y) for x in range(0, 1200, 10) for y in range(0, 700, 10)}) > 20
    assert not places.settings_file().exists()
    with Book.open(book_path) as free:
        assert not free.read_only


def test_a_picture_waits_until_the_panel_tells_of_the_cell(book_path, tmp_path, qapp):
    picture(book_path, tmp_path / "window.png")
    image = QImage(str(tmp_path / "window.png"))
    panel = {image.pixel(x, y) for x in range(1150, 1430, 3) for y in range(200, 700, 3)}
    assert len(panel) > 20


def test_a_picture_of_nothing_is_refused(tmp_path, qapp):
    with pytest.raises(BookMissing):
        picture(tmp_path / "missing.tracker", tmp_path / "window.png")


def test_a_picture_that_cannot_be_written_is_told(book_path, tmp_path, qapp):
    with pytest.raises(PictureNotWritten):
        picture(book_path, tmp_path / "no" / "folder" / "window.png")


def test_a_picture_needs_no_screen(book_path, tmp_path):
    code = "import sys; from pathlib import Path; from tracker.ui.app import picture; picture(*map(Path, sys.argv[1:]))"
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    subprocess.run([sys.executable, "-c", code, book_path, tmp_path / "w.png"], check=True, timeout=60, env=environment)
    assert (tmp_path / "w.png").stat().st_size > 10_000


def test_the_rehearsal_leaves_the_figures_as_they_were(book_path, tmp_path, qapp):
    def held():
        with Book.open(book_path, read_only=True) as book:
            return book.rows("SELECT * FROM figure ORDER BY id")

    before = held()
    steps = list(rehearsal(book_path, tmp_path / "window.png"))
    assert len(steps) == 3
    assert held() == before
    assert not QImage(str(tmp_path / "window.png")).isNull()
