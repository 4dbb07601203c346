"""Is the book sound? The file, its journal, and the rules that its data must keep."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING

from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.store import chain
from tracker.store.check_data import LOOKS
from tracker.store.problem import Problem, place
from tracker.store.undo_log import misplaced, not_as_recorded

if TYPE_CHECKING:
    from tracker.store.book import Book

__all__ = ["Problem", "check"]

_AT_MOST = 200


def check(book: Book) -> list[Problem]:
    """All that is wrong with the book, the file's own faults first, at most 200 of a kind. Raises nothing, changes nothing."""
    problems: list[Problem] = []
    for look in (_file, _references, _journal, _outside_changes, _contents, *LOOKS):
        try:
            problems.extend(_at_most(look(book.connection)))
        except sqlite3.DatabaseError as error:  # a page that cannot be read ends one look, not the others
            problems.append(Problem(tr("file"), tr("Part of it cannot be read ({reason}). Open a backup.", reason=error)))
    return list(dict.fromkeys(problems))


def _at_most(found: Iterator[Problem]) -> Iterator[Problem]:
    yield from islice(found, _AT_MOST)
    more = next(found, None)
    if more:
        yield Problem(more.where, tr("{text} There are more like this.", text=more.text))


def _file(connection: sqlite3.Connection) -> Iterator[Problem]:
    for (text,) in connection.execute("PRAGMA integrity_check"):
        if text != "ok":
            yield Problem(tr("file"), tr("It is damaged ({reason}). Open a backup.", reason=text))


def _references(connection: sqlite3.Connection) -> Iterator[Problem]:
    for table, id_, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Problem(place(table, id_), tr("It belongs to something that is missing: {what}.", what=place(parent)))


def _journal(connection: sqlite3.Connection) -> Iterator[Problem]:
    broken = chain.first_broken(connection)
    for entry in [broken] if broken is not None else misplaced(connection):
        yield Problem(tr("journal"), tr("Entry {entry} is not as it was written. Compare with a backup.", entry=entry))


def _outside_changes(connection: sqlite3.Connection) -> Iterator[Problem]:
    for table, id_ in not_as_recorded(connection):
        yield Problem(place(table, id_), tr("It was changed outside this program: the journal knows nothing of it."))


def _contents(connection: sqlite3.Connection) -> Iterator[Problem]:
    """What publications name by its SHA-256; what of it is missing, `_references` tells."""
    for key, number, digest, content in connection.execute(
        "SELECT month, number, digest, content FROM publication JOIN blob ON sha256 = digest ORDER BY month, number"
    ):
        if sha256(content).hexdigest() != digest:
            where = place("publication", Month.from_key(key), number)
            yield Problem(where, tr("What was published is not what is kept of it. Open a backup."))
