"""The bytes of files that were read, to be kept in the book as evidence: only those that still are what was read."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from tracker.exchange.submissions.arriving import arrived, listed
from tracker.exchange.submissions.plan import PlannedFile


def contents_of(paths: Iterable[Path], files: Iterable[PlannedFile]) -> dict[str, bytes]:
    """The contents of those files by name; a file that was changed or has gone since it was read is left out."""
    return contents_of_named(listed(paths), files)


def contents_of_named(named: Iterable[tuple[str, Path]], files: Iterable[PlannedFile]) -> dict[str, bytes]:
    """The same for files each with its name in the batch."""
    wanted = {file.name: file.understood.file.digest for file in files}
    return {
        one.name: one.content
        for name, path in named
        for one in arrived(path, name)
        if one.content and wanted.get(one.name) == sha256(one.content).hexdigest()
    }
