"""What reaches the disk for good: a folder's entries, and a file that replaces another one whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def open_folder(folder: Path) -> int | None:
    """A handle of the folder to sync it by; None where that cannot be done."""
    if sys.platform == "win32":  # pragma: no cover - no folder can be synced there; NTFS logs its entries itself
        return None
    try:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return None  # a folder that may be written but not listed


def sync_folder(handle: int | None) -> None:
    """Bring the folder's entries to the disk, the removal of a rollback journal among them, where the file system can."""
    if handle is not None:
        with suppress(OSError):
            os.fsync(handle)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a temporary path beside `path`; at the end it becomes `path`, synced; on an error it goes, `path` stays as it was."""
    part = path.with_name(f".~part.{os.getpid()}.{path.name}")
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        part.with_name(part.name + "-journal").unlink(missing_ok=True)
        raise
    folder = open_folder(path.parent)
    sync_folder(folder)
    if folder is not None:
        os.close(folder)
