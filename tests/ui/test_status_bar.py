import datetime
import threading

import pytest

from tracker.ui.page import Fact, Status
from tracker.ui.tasks import Tasks
from tracker.ui.theme import DARK, LIGHT, Scheme, apply
from tracker.ui.widgets import status_bar
from tracker.ui.widgets.status_bar import StatusBar


@pytest.fixture
def bar(qtbot):
    made = StatusBar(lambda menu: menu.addAction("100%"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_tells_where_the_selection_is_and_what_it_comes_to(bar):
    bar.show_status(Status("Ashby – Cedar", (Fact("Count", "5"), Fact("", "6", "of 9"))))
    assert bar.text == "Ashby – Cedar Count 5 6 of 9"


def test_a_books_own_words_are_never_markup(bar):
    bar.show_status(Status("<b>R&D</b>"))
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in bar._words.text()
    bar.say("<i>")
    assert "&lt;i&gt;" in bar._words.text()


def test_a_passing_word_makes_way_again(bar, qtbot, monkeypatch):
    bar._quiet.setInterval(20)
    bar.show_status(Status("Ashby"))
    bar.say("Undone: Ashby")
    assert bar.text == "Undone: Ashby"
    qtbot.waitUntil(lambda: bar.text == "Ashby")
    bar.say("again")
    bar.show_status(None)
    assert bar.text == ""


def test_a_change_of_scheme_shows_the_words_in_the_new_colours(bar, qapp):
    look = apply(qapp, Scheme.LIGHT)
    bar.show_status(Status("Ashby", (Fact("Count", "5"),)))
    look.choose(Scheme.DARK)
    assert DARK.text.name() in bar._words.text()
    bar.say("Saved")
    look.choose(Scheme.LIGHT)
    assert LIGHT.text.name() in bar._words.text()
    assert bar.text == "Saved"


def test_the_time_of_the_last_change_has_its_day_unless_it_is_today(bar):
    now = datetime.datetime.now().astimezone()
    bar.show_saved(now)
    assert bar.saved.text() == f"Saved {now:%H:%M}"
    bar.show_saved(now.replace(year=2020, month=1, day=2))
    assert bar.saved.text() == f"Saved 2020-01-02 {now:%H:%M}"
    bar.show_saved(None)
    assert bar.saved.text() == "All saved"
    bar.show_read_only()
    assert bar.saved.text() == "Read-only"
    bar.hide_mark()
    assert bar.saved.text() == ""


def test_a_task_is_shown_while_it_runs(bar, qtbot):
    tasks = Tasks()
    tasks.started.connect(bar.progress.follow)
    assert not bar.progress.isVisible()
    task = tasks.run("Reading", lambda progress: progress(1, 2))
    assert bar.progress.isVisible()
    with qtbot.waitSignal(task.ended):
        pass
    assert not bar.progress.isVisible()
    tasks.close()


def test_the_end_of_an_earlier_task_does_not_hide_the_later_one(bar, qtbot):
    tasks = Tasks()
    tasks.started.connect(bar.progress.follow)
    first = tasks.run("first", lambda _progress: None)
    go_on = threading.Event()
    second = tasks.run("second", lambda _progress: go_on.wait(10))
    with qtbot.waitSignal(first.ended):
        pass
    assert bar.progress.isVisible()
    with qtbot.waitSignal(second.ended):
        go_on.set()
    assert not bar.progress.isVisible()
    tasks.close()


def test_a_passing_word_lasts_long_enough_to_read():
    assert status_bar.SAID_FOR >= 4000
