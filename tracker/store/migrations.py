"""The book's schema, made and upgraded by migrations alone, one for each released version.

sqlite-utils, which runs them, imports pandas where that is installed (half a second): it is imported here only when a migration
really has to run. Opening a current book compares `user_version` and needs neither.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tracker.store import schema_1, schema_2, schema_3, schema_4

if TYPE_CHECKING:
    from sqlite_utils import Database

Step = Callable[["Database"], None]

APPLICATION_ID = 0x54524B52
"""“TRKR” in ASCII: byte 68 of the file, by which a book is told from any other SQLite file."""


def first_schema(database: Database) -> None:
    """Schema 1 in an empty file."""
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in schema_1.STATEMENTS:
        database.execute(statement)


def second_schema(database: Database) -> None:
    """Schema 2: publications, corrections, arrivals, acceptances."""
    for statement in schema_2.STATEMENTS:
        database.execute(statement)


def third_schema(database: Database) -> None:
    """Schema 3: versions and terms of schemes, points by hand, exemptions."""
    for statement in schema_3.STATEMENTS:
        database.execute(statement)


def fourth_schema(database: Database) -> None:
    """Schema 4: the office's own texts of a month, senders' words and files."""
    for statement in schema_4.STATEMENTS:
        database.execute(statement)


STEPS: tuple[Step, ...] = (first_schema, second_schema, third_schema, fourth_schema)
"""The n-th step leads from schema n − 1 to schema n; `user_version` is n from then on."""


def migrate(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Bring the file from its schema to the newest one: all pending steps or none of them; no transaction may be open.

    Foreign keys are off meanwhile, as SQLite asks for when tables are rebuilt, and checked before the commit: raises
    sqlite3.IntegrityError where a step broke one.
    """
    from sqlite_utils import Database

    database = Database(connection)
    connection.execute("PRAGMA foreign_keys = OFF")  # has no effect inside a transaction
    try:
        with database.atomic():
            _apply(database, steps)
            broken = connection.execute("PRAGMA foreign_key_check").fetchone()
            if broken:
                raise sqlite3.IntegrityError(f"a row of {broken[0]} lost what it refers to")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _apply(database: Database, steps: Sequence[Step]) -> None:
    from sqlite_utils import Migrations

    migrations = Migrations("tracker")
    for version, step in enumerate(steps, start=1):
        migrations(name=f"{version:04d}_{step.__name__}")(_numbered(step, version))
    migrations.apply(database)


def _numbered(step: Step, version: int) -> Step:
    def run(database: Database) -> None:
        step(database)
        database.execute(f"PRAGMA user_version = {version}")

    return run
