import sys
import threading
import time

import pytest

from tracker.errors import TrackerError
from tracker.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


def test_work_is_done_on_another_thread_and_its_value_comes_back_on_this_one(tasks, qtbot):
    threads = []
    task = tasks.run("counting", lambda _progress: threading.current_thread())
    task.returned.connect(lambda value: threads.extend([value, threading.current_thread()]))
    with qtbot.waitSignal(task.ended):
        pass
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_progress_is_told(tasks, qtbot):
    told = []

    def work(progress):
        progress(1, 3)
        progress(3, 3)

    task = tasks.run("counting", work)
    task.progressed.connect(lambda done, of: told.append((done, of)))
    with qtbot.waitSignal(task.ended):
        pass
    assert told == [(1, 3), (3, 3)]


def test_a_cancelled_task_returns_nothing(tasks, qtbot):
    begun, results = threading.Event(), []

    def work(progress):
        begun.set()
        while True:
            progress(0, 0)
            time.sleep(0.001)

    task = tasks.run("forever", work)
    task.returned.connect(results.append)
    task.failed.connect(results.append)
    begun.wait(5)
    with qtbot.waitSignal(task.ended):
        task.cancel()
    assert results == []
    assert tasks.running == ()


def test_a_task_that_ends_after_its_cancel_returns_nothing_either(tasks, qtbot):
    results, go_on = [], threading.Event()
    task = tasks.run("stubborn", lambda _progress: go_on.wait(5))
    task.returned.connect(results.append)
    with qtbot.waitSignal(task.ended):
        task.cancel()
        go_on.set()
    assert results == []


def test_a_fault_of_the_users_is_given_to_be_shown(tasks, qtbot):
    def work(_progress):
        raise TrackerError("no such folder")

    task = tasks.run("reading", work)
    with qtbot.waitSignal(task.failed) as failed:
        pass
    assert str(failed.args[0]) == "no such folder"


def test_a_fault_of_ours_reaches_the_crash_box(tasks, qtbot, monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda *told: caught.append(told))

    def work(_progress):
        raise ZeroDivisionError

    task = tasks.run("reading", work)
    with qtbot.waitSignal(task.ended):
        pass
    assert caught[0][0] is ZeroDivisionError
    assert caught[0][2] is not None


def test_tasks_run_one_after_the_other(tasks, qtbot):
    order = []

    def work(name):
        def do(_progress):
            order.append(f"{name} begins")
            time.sleep(0.01)
            order.append(f"{name} ends")

        return do

    tasks.run("first", work("first"))
    last = tasks.run("second", work("second"))
    assert [task.label for task in tasks.running] == ["first", "second"]
    with qtbot.waitSignal(last.ended):
        pass
    assert order == ["first begins", "first ends", "second begins", "second ends"]


def test_quiet_work_is_not_announced(tasks, qtbot):
    announced = []
    tasks.started.connect(announced.append)
    task = tasks.run("", lambda _progress: None, quiet=True)
    assert tasks.running == ()
    with qtbot.waitSignal(task.ended):
        pass
    assert announced == []


def test_closing_waits_for_what_runs(tasks):
    done = []

    def work(progress):
        try:
            while True:
                progress(0, 0)
                time.sleep(0.001)
        finally:
            done.append(True)

    tasks.run("forever", work)
    tasks.run("never begun", lambda _progress: done.append("begun"))
    time.sleep(0.05)
    tasks.close()
    assert done == [True]


def test_the_windows_thread_gets_its_turn_five_times_as_often_while_work_is_under_way(tasks, qtbot):
    turns = []
    task = tasks.run("counting", lambda _progress: turns.append(sys.getswitchinterval()))
    with qtbot.waitSignal(task.ended):
        pass
    turns.append(sys.getswitchinterval())
    assert turns == pytest.approx([0.001, 0.005])
