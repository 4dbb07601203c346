"""The undo log: temp triggers write each changed row's old and new image into the journal, and undo writes the old ones back.

The technique is SQLite's own (https://www.sqlite.org/undoredo.html), with images in place of statements, so that the permanent
journal is the log. Conditions: recursive_triggers on, or INSERT OR REPLACE deletes unseen; foreign keys deferred while replaying;
an INTEGER PRIMARY KEY in every table, no generated columns, no WITHOUT ROWID; triggers made after all migrations.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby, takewhile
from operator import itemgetter
from typing import Any, get_args

from tracker.store.changed import Op, RowChange

TABLES = (
    "setting",
    "unit_group",
    "unit",
    "indicator",
    "target",
    "plan_share",
    "figure",
    "month_state",
    "scheme_line",
    "report",
    "acceptance",
    "publication",
    "correction",
    "correction_figure",
    "scheme_terms",
    "adjustment",
    "exemption",
    "office_text",
    "sender_word",
    "sent_file",
)
"""Everything the office enters; all other tables are the journal's and the migrations' own, and the contents in `blob`."""

_AT_ONCE = 2000


def record_changes(connection: sqlite3.Connection) -> None:
    """Make the triggers of this connection; they write under the entry that comes next in the journal."""
    for table in TABLES:
        columns = _columns(connection, table)
        for op in get_args(Op):
            connection.execute(_trigger(table, op, columns))


def _trigger(table: str, op: Op, columns: list[str]) -> str:
    row = "old" if op == "delete" else "new"
    old = "NULL" if op == "insert" else _image("old", columns)
    new = "NULL" if op == "delete" else _image("new", columns)
    changed = " OR ".join(f"old.{column} IS NOT new.{column}" for column in columns)
    place = _place(table, row, columns)
    return f"""
        CREATE TEMP TRIGGER IF NOT EXISTS record_{table}_{op} AFTER {op} ON main.{table}
        {f"WHEN {changed}" if op == "update" else ""} BEGIN
            INSERT INTO journal_change (entry_id, table_name, row_id, op, old, new, unit_id, indicator_id, month)
            VALUES ((SELECT entries + 1 FROM journal_head), '{table}', {row}.id, '{op}', {old}, {new}, {place});
        END
    """


def _place(table: str, row: str, columns: list[str]) -> str:
    """The unit, the indicator and the month that a row is of; NULL where it is of none."""
    own = {"unit": "unit_id", "indicator": "indicator_id"}.get(table)
    named = {name: f"{row}.id" if name == own else f"{row}.{name}" for name in ("unit_id", "indicator_id", "month")}
    return ", ".join(column if name in columns or name == own else "NULL" for name, column in named.items())


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]


def _image(row: str, columns: list[str]) -> str:
    return "json_object(" + ", ".join(f"'{column}', {row}.{column}" for column in columns) + ")"


def changes_of(connection: sqlite3.Connection, entry: int, *, first: int = 0, limit: int = -1) -> Iterator[RowChange]:
    """The entry's changes in the order in which they were made, from the `first` on, at most `limit` of them (−1: all)."""
    rows = connection.execute(
        "SELECT table_name, op, row_id, old, new FROM journal_change WHERE entry_id = ? ORDER BY id LIMIT ? OFFSET ?",
        (entry, limit, first),
    )
    while chunk := rows.fetchmany(_AT_ONCE):
        old, new = _read([row[3] for row in chunk]), _read([row[4] for row in chunk])
        for (table, op, row_id, *_), was, is_now in zip(chunk, old, new, strict=True):
            yield RowChange(table, op, row_id, was, is_now)


def revert(connection: sqlite3.Connection, entry: int) -> None:
    """Put every row that the entry changed back as it was, the last change first; inside the transaction of a new entry."""
    connection.execute("PRAGMA defer_foreign_keys = ON")  # ends with the transaction
    below = 1 << 62
    while chunk := connection.execute(
        "SELECT id, table_name, op, row_id, old FROM journal_change WHERE entry_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
        (entry, below, _AT_ONCE),
    ).fetchall():
        for (table, op), some in groupby(chunk, key=itemgetter(1, 2)):
            rows = list(some)
            _write_back(connection, table, op, ids=[row[3] for row in rows], old=_read([row[4] for row in rows]))
        below = chunk[-1][0]


def _write_back(connection: sqlite3.Connection, table: str, op: Op, *, ids: list[int], old: list[Any]) -> None:
    if op == "insert":
        connection.executemany(f"DELETE FROM {table} WHERE id = ?", [(row_id,) for row_id in ids])
        return
    columns = list(old[0])
    if op == "delete":
        statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"
        connection.executemany(statement, [tuple(image.values()) for image in old])
    else:
        statement = f"UPDATE {table} SET {', '.join(f'{column} = ?' for column in columns)} WHERE id = ?"
        connection.executemany(statement, [(*image.values(), row_id) for row_id, image in zip(ids, old, strict=True)])


def _read(images: list[str | None]) -> list[Any]:
    """Many JSON texts at once, which is three times as fast as one by one."""
    return list(json.loads("[" + ",".join(image or "null" for image in images) + "]"))


def not_as_recorded(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Table and id of each row that is not as the journal's last change of it says: what was written past the journal."""
    for table in TABLES:
        known = f"SELECT row_id FROM journal_change WHERE table_name = '{table}'"
        yield from connection.execute(f"SELECT '{table}', id FROM {table} WHERE id NOT IN ({known})")
        yield from _differing(connection, table)


def misplaced(connection: sqlite3.Connection) -> Iterator[int]:
    """The entries with a change whose unit, indicator or month, by which it is found, is not that of its image."""
    of_image = {
        name: f"CASE table_name WHEN '{own}' THEN row_id ELSE json_extract(coalesce(new, old), '$.{name}') END"
        for name, own in (("unit_id", "unit"), ("indicator_id", "indicator"), ("month", ""))
    }
    wrong = " OR ".join(f"{name} IS NOT {image}" for name, image in of_image.items())
    rows = connection.execute(f"SELECT DISTINCT entry_id FROM journal_change WHERE {wrong} ORDER BY entry_id")
    return (entry for (entry,) in rows)


def not_as_left(connection: sqlite3.Connection, entry: int) -> Iterator[tuple[str, int]]:
    """Table and id of each row that the entry changed and that is not as it left it: something came after it."""
    tables = "SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ?"
    for (table,) in connection.execute(tables, (entry,)).fetchall():
        yield from _differing(connection, table, f"AND entry_id = {entry}")


def _differing(connection: sqlite3.Connection, table: str, which: str = "") -> Iterator[tuple[str, int]]:
    """The rows that are not as the last of their recorded changes (of those `which` are meant) says."""
    return connection.execute(
        f"""
        SELECT '{table}', last.row_id FROM (
            SELECT row_id, max(id) AS id FROM journal_change WHERE table_name = '{table}' {which} GROUP BY row_id
        ) AS last
        JOIN journal_change AS recorded ON recorded.id = last.id
        LEFT JOIN {table} AS now ON now.id = last.row_id
        WHERE NOT CASE WHEN now.id IS NULL THEN recorded.new IS NULL ELSE {_as_recorded(connection, table)} END
        """
    )


def _as_recorded(connection: sqlite3.Connection, table: str) -> str:
    """The condition that the row `now` is as `recorded.new` tells; columns added since then must hold their default."""
    described = connection.execute(f"PRAGMA table_info({table})").fetchall()
    columns = [name for _, name, *_ in described]
    ways, younger = [f"recorded.new IS {_image('now', columns)}"], ""
    # Only a column that was added later has a default.
    for _, name, _, _, default, _ in takewhile(itemgetter(4), reversed(described)):
        columns.remove(name)
        younger += f" AND now.{name} IS {default}"
        ways.append(f"recorded.new IS {_image('now', columns)}{younger}")
    return " OR ".join(ways)
