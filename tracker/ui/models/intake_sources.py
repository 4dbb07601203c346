"""The files of a batch as they were read, each from its path; the same path again takes the place that it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tracker.exchange.submissions.arriving import free_name, listed
from tracker.exchange.submissions.reader import Reader
from tracker.exchange.submissions.sheet import SentFile


@dataclass(frozen=True, slots=True)
class Source:
    """One path and what was read of it: a file, or the members of a package; its name tells it from the others of the batch."""

    path: Path
    name: str
    files: tuple[SentFile, ...]


def read_sources(paths: Iterable[Path], told: Callable[[int, int], None]) -> list[Source]:
    """Read those files, folders and packages; for a thread of its own. `told` hears how far it is, and may raise to give up."""
    named = listed(paths)
    found: list[Source] = []
    with Reader(waiting=lambda: told(len(found), len(named))) as reader:
        for name, path in named:
            told(len(found), len(named))
            found.append(Source(path, name, tuple(reader.read(path, name))))
    return found


def joined(there: Sequence[Source], new: Iterable[Source]) -> tuple[Source, ...]:
    """Both: what comes again takes its own place and name, what has the name of another one gets its folder's before it."""
    found = list(there)
    for source in new:
        at = next((at for at, one in enumerate(found) if one.path == source.path), None)
        if at is None:
            found.append(_called(source, free_name(source.name, source.path, {one.name for one in found})))
        else:
            found[at] = _called(source, found[at].name)
    return tuple(found)


def without(there: Sequence[Source], name: str) -> tuple[Source, ...]:
    """The sources without the file of that name."""
    left = (replace(source, files=tuple(file for file in source.files if file.name != name)) for source in there)
    return tuple(source for source in left if source.files)


def _called(source: Source, name: str) -> Source:
    files = tuple(replace(file, name=name + file.name.removeprefix(source.name)) for file in source.files)
    return Source(source.path, name, files)
