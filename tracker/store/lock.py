"""One writer for each book: an operating-system lock on a side file, which no crash leaves locked.

While a book is open for writing, `.~lock.<name>#` lies beside it and tells who has it; closing removes it, so that at rest there
is one file. What counts is the system's lock on that file, not that it exists: after a crash or a power cut it is left over,
unlocked, and the next one takes it. The book itself is not locked this way: closing a handle of it would drop SQLite's own locks.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from tracker.i18n import tr

if sys.platform == "win32":  # pragma: no cover - exercised by the Windows job
    import msvcrt
else:
    import fcntl

_LOCKED_BYTE = 1 << 30  # Windows locks are mandatory: lock far behind the text, which others must be able to read
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the book open for writing: user, computer, process and since when (ISO time, UTC); all "" and 0 where unknown."""

    user: str
    host: str
    pid: int
    since: str

    @property
    def since_text(self) -> str:
        """The time in the reader's own time zone, to the minute; as it was written where it is no time."""
        try:
            return datetime.fromisoformat(self.since).astimezone().strftime("%Y-%m-%d %H:%M")
        except ValueError:
            return self.since


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why this book cannot be locked: `holder` where somebody has it, else the reason alone."""

    reason: str
    holder: Holder | None = None


class Lock:
    """The writer's lock on one book, held until `release`."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle

    def release(self) -> None:
        """Let the next writer in and remove the side file; harmless when called again."""
        if self._handle < 0:
            return
        handle, self._handle = self._handle, -1
        if sys.platform == "win32":  # pragma: no cover - an open file cannot be removed there
            os.close(handle)
            _remove(self._path)
        else:
            _remove(self._path)  # before the lock goes, or the next writer's file would be the one removed
            os.close(handle)


def lock_path(book: Path) -> Path:
    """The side file of a book: its folder's `.~lock.<name>#`."""
    return book.with_name(f".~lock.{book.name}#")


def take_lock(book: Path, user: str) -> Lock | Refusal:
    """Become the book's one writer, or learn why not; never waits for another writer."""
    path = lock_path(book)
    for _ in range(_TRIES):
        try:
            handle = _open(path)
            locked = _try_lock(path, handle)
        except OSError as error:
            return Refusal(tr("its folder does not let it be locked ({reason}).", reason=error.strerror or str(error)))
        if not locked:
            os.close(handle)
            return _refusal_of(path)
        if _is_still_at(path, handle) and _tell_holder(path, handle, user):
            return Lock(path, handle)
        os.close(handle)  # the last writer removed it between our opening and our locking, or it is another user's leftover
    return Refusal(tr("its lock file {path} cannot be replaced.", path=path))


def _open(path: Path) -> int:
    """A handle of the side file, made where missing; raises OSError where the folder cannot be written."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    except PermissionError:
        if not path.exists():
            raise
        return os.open(path, os.O_RDONLY)  # left over by another user's crash
    return handle


def _try_lock(path: Path, handle: int) -> bool:
    """Whether the system's lock is ours now; raises OSError where the file system has no locks."""
    try:
        if sys.platform == "win32":  # pragma: no cover - exercised by the Windows job
            os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        made_just_now = os.fstat(handle).st_size == 0
        os.close(handle)
        if made_just_now:
            _remove(path)
        raise
    return True


def _is_still_at(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _tell_holder(path: Path, handle: int, user: str) -> bool:
    """Write who we are into the locked side file; False where it is a leftover that must be replaced."""
    holder = Holder(user, _host(), os.getpid(), datetime.now(UTC).isoformat(timespec="seconds"))
    try:
        os.truncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps(asdict(holder), ensure_ascii=False).encode())
    except OSError:
        _remove(path)
        return False
    return True


def _refusal_of(path: Path) -> Refusal:
    holder = _read_holder(path)
    return Refusal(
        tr("{user} on {host} has it open since {since}.", user=holder.user, host=holder.host, since=holder.since_text), holder
    )


def _read_holder(path: Path) -> Holder:
    """Who wrote the side file; waits a moment for one who has just locked it and is still writing."""
    for _ in range(_TRIES):
        try:
            told = json.loads(path.read_bytes())
            return Holder(str(told["user"]), str(told["host"]), int(told["pid"]), str(told["since"]))
        except (OSError, ValueError, TypeError, KeyError):
            time.sleep(0.005)
    return Holder("?", "?", 0, "?")


def _host() -> str:
    if sys.platform == "win32":  # pragma: no cover - exercised by the Windows job
        return os.environ.get("COMPUTERNAME", "?")
    return os.uname().nodename


def _remove(path: Path) -> None:
    with suppress(OSError):  # a reader has it open (Windows), or the folder became read-only: unlocked, it blocks nobody
        path.unlink()
