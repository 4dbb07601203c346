"""Saves a document: the complete file takes the place of the old one at once, or nothing changes."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from pathlib import Path

from tracker.reports.errors import DocumentNotSaved


def plain_name(title: str) -> str:
    """The title without what a file's name may not hold on Windows; "" where nothing is left."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", title).strip(" .")


def folder_made(folder: Path) -> Path:
    """The folder, made where it is missing; raises DocumentNotSaved."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise DocumentNotSaved(folder, fault) from fault
    return folder


def save(content: bytes, path: Path) -> None:
    """Write the file beside its place, then move it there; raises DocumentNotSaved with what to do about it."""
    path = path.absolute()
    draft: Path | None = None
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        handle, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=".part", dir=path.parent)
        draft = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        draft.replace(path)
    except OSError as fault:
        if draft is not None:
            draft.unlink(missing_ok=True)
        raise DocumentNotSaved(path, fault) from fault


def _umask() -> int:
    """What new files are not allowed to be; the system tells only by being set."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
