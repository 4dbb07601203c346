from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tracker.store.faults import BookIsBusy, BookIsDamaged, BookNotWritten, BookUnreadable
from tracker.store.sqlite_faults import fault_of, faults_of, raise_fault, write_faults_of

BOOK = Path("云山县.tracker")


def error(code: int, text: str = "told by sqlite") -> sqlite3.Error:
    made = sqlite3.OperationalError(text)
    made.sqlite_errorcode = code
    return made


@pytest.mark.parametrize(
    ("code", "fault", "words"),
    [
        (sqlite3.SQLITE_BUSY, BookIsBusy, "Another program"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, BookIsBusy, "Another program"),
        (sqlite3.SQLITE_CORRUPT, BookIsDamaged, "damaged"),
        (sqlite3.SQLITE_NOTADB, BookIsDamaged, "damaged"),
        (sqlite3.SQLITE_CANTOPEN, BookUnreadable, "may read it"),
        (sqlite3.SQLITE_FULL, BookNotWritten, "disk is full"),
        (sqlite3.SQLITE_READONLY_ROLLBACK, BookNotWritten, "write-protected"),
        (sqlite3.SQLITE_IOERR_FSYNC, BookNotWritten, "still connected"),
    ],
)
def test_each_code_has_its_words(code: int, fault: type[Exception], words: str) -> None:
    told = fault_of(error(code), BOOK)
    assert type(told) is fault
    assert words in str(told)
    assert "云山县" in str(told)


def test_our_own_mistakes_are_no_faults_of_the_file() -> None:
    for code in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_MISUSE):
        assert fault_of(error(code), BOOK) is None
    assert fault_of(sqlite3.ProgrammingError("no code"), BOOK) is None
    ours = error(sqlite3.SQLITE_ERROR)
    with pytest.raises(sqlite3.OperationalError) as told:
        raise_fault(ours, BOOK)
    assert told.value is ours


def test_the_cause_stays_attached() -> None:
    cause = error(sqlite3.SQLITE_FULL)
    with pytest.raises(BookNotWritten) as told, faults_of(BOOK):
        raise cause
    assert told.value.__cause__ is cause


def test_the_systems_errors_count_while_a_file_is_written() -> None:
    with pytest.raises(BookNotWritten, match=r"No space left\."), write_faults_of(BOOK):
        raise OSError(28, "No space left")
    with pytest.raises(BookNotWritten, match=r"odd\."), write_faults_of(BOOK):
        raise OSError("odd")
