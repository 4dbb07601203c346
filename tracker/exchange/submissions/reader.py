"""Reads files through the worker process, each within its time; one that breaks it is refused, and the next one is read."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Thread
from time import monotonic
from types import TracebackType
from typing import Any, Self

from tracker.exchange.submissions.arriving import listed
from tracker.exchange.submissions.faults import Fault, sentence
from tracker.exchange.submissions.sheet import SentFile, Sheet

SECONDS = 60.0
"""The time that one path may take, start-up of the worker included."""
_LOOK = 0.2
"""Seconds between two looks whether the reading is given up."""
_AHEAD = 4
"""Files whose answers may wait."""
WORKER_COMMAND = "read-files"
"""The program's own hidden command that runs the worker."""


def read_files(
    paths: Iterable[Path], told: Callable[[int, int], None] | None = None, *, seconds: float = SECONDS
) -> list[SentFile]:
    """What all those files hold, in the order given; none of them is changed, and none can keep the others from being read.

    `told` hears how many paths of how many are done; it may raise to give up.
    """
    files = listed(paths)
    found: list[SentFile] = []
    with Reader(seconds) as reader:
        for done, (name, path) in enumerate(files):
            if told is not None:
                told(done, len(files))
            found.extend(reader.read(path, name))
    return found


class Reader:
    """Keeps a worker at hand; a new one takes the place of one that was broken or took too long.

    `waiting` is called again and again while an answer is waited for, and may raise to give up.
    """

    def __init__(self, seconds: float = SECONDS, waiting: Callable[[], None] = lambda: None) -> None:
        self._seconds, self._waiting = seconds, waiting
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.Queue[bytes] = queue.Queue()
        self._listener = Thread()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def read(self, path: Path, name: str) -> list[SentFile]:
        """The file, or the members of a package; at least one, with its fault where it could not be read."""
        process = self._process or self._start()
        request = json.dumps({"path": str(path.absolute()), "name": name}) + "\n"
        found: list[SentFile] = []
        try:
            if process.stdin is not None:
                process.stdin.write(request.encode())
                process.stdin.flush()
            while (line := self._next()) != b"\n":
                found.append(_file(json.loads(line)))  # at the worker's end the line is empty, and no JSON
        except (queue.Empty, OSError, ValueError):
            self._end()
            found.append(SentFile(name, fault=sentence(Fault.TOO_HARD)))
        return found or [SentFile(name, fault=sentence(Fault.EMPTY))]

    def _next(self) -> bytes:
        """The worker's next line; raises queue.Empty where it takes too long."""
        end = monotonic() + self._seconds
        while True:
            self._waiting()
            left = end - monotonic()
            try:
                return self._lines.get(timeout=max(0.0, min(left, _LOOK)))
            except queue.Empty:
                if left <= _LOOK:
                    raise

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = process = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._lines = queue.Queue(maxsize=_AHEAD)
        self._listener = Thread(target=_pass_on, args=(process, self._lines), daemon=True)
        self._listener.start()
        return process

    def _end(self) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        process.wait()
        while self._listener.is_alive():
            with suppress(queue.Empty):
                self._lines.get(timeout=0.01)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def _command() -> list[str]:
    """The program itself: from the bundle, or by this Python."""
    return [sys.executable, *([] if getattr(sys, "frozen", False) else ["-m", "tracker"]), WORKER_COMMAND]


def _pass_on(process: subprocess.Popen[bytes], lines: queue.Queue[bytes]) -> None:
    """Put each line of the worker's into the queue, b"" at its end."""
    if process.stdout is not None:
        for line in process.stdout:
            lines.put(line)
    lines.put(b"")


def _file(told: dict[str, Any]) -> SentFile:
    fault = told.get("fault")
    return SentFile(
        told["name"],
        told["digest"],
        datetime.fromisoformat(told["modified"]) if told["modified"] else None,
        tuple(_sheet(*sheet) for sheet in told.get("sheets", ())),
        sentence(Fault(fault)) if fault else "",
    )


def _sheet(name: str, rows: list[list[str]], merged: list[list[int]], hidden: bool, *unseen: list[int]) -> Sheet:
    ranges = tuple((top, left, bottom, right) for top, left, bottom, right in merged)
    return Sheet(name, tuple(map(tuple, rows)), ranges, hidden, *map(frozenset, unseen))
