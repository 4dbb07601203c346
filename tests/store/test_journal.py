from __future__ import annotations

import datetime
import getpass

from tests.store.county import County
from tracker.store import journal, settings
from tracker.store.journal import EntryKind


def test_an_entry_tells_who_when_and_what(county: County) -> None:
    with county.book.change("name the clerk"):
        settings.set_clerk(county.book, "李会计")
    before = datetime.datetime.now(datetime.UTC)
    county.put("1")
    entry = journal.entries(county.book)[-1]
    assert (entry.id, entry.label, entry.kind, entry.reverts, entry.changes) == (3, "type", EntryKind.CHANGE, None, 1)
    assert (entry.system_user, entry.name) == (getpass.getuser(), "李会计")
    assert before <= entry.at <= datetime.datetime.now(datetime.UTC)
    assert journal.entries(county.book)[-2].name == "李会计"  # the change that names the clerk is the clerk's


def test_undo_and_redo_are_entries_that_name_what_they_turn_back(county: County) -> None:
    county.put("1")
    county.book.undo()
    county.book.redo()
    county.book.undo()
    told = [(entry.id, entry.kind.value, entry.reverts, entry.label) for entry in journal.entries(county.book)[1:]]
    assert told == [(2, "change", None, "type"), (3, "undo", 2, "type"), (4, "redo", 3, "type"), (5, "undo", 4, "type")]


def test_entries_come_oldest_or_newest_first_and_as_many_as_wanted(county: County) -> None:
    for value in ("1", "2", "3"):
        county.put(value)
    assert [entry.id for entry in journal.entries(county.book)] == [1, 2, 3, 4]
    assert [entry.id for entry in journal.entries(county.book, newest_first=True, limit=2)] == [4, 3]
    assert journal.entries(county.book, limit=0) == []


def test_an_entrys_changes_have_old_and_new(county: County) -> None:
    county.put("1")
    county.put("2", typed="2")
    (change,) = journal.changes(county.book, 3)
    assert change.old is not None
    assert change.new is not None
    assert (change.table, change.op, change.old["value"], change.new["value"], change.new["typed"]) == (
        "figure",
        "update",
        1_000_000,
        2_000_000,
        "2",
    )
    assert len(journal.changes(county.book, 1)) == 9
    assert journal.changes(county.book, 99) == []


def test_texts_and_large_numbers_survive_in_the_journal(county: County) -> None:
    text = '"quoted" \\ \n\t, 㙟垴𬒗 “云”'
    county.put("99999999999.99", typed=text, note=text)
    (change,) = journal.changes(county.book, 2)
    assert change.new is not None
    assert (change.new["value"], change.new["typed"], change.new["note"]) == (99_999_999_999_990_000, text, text)
    figure = county.stored()
    county.book.undo()
    county.book.redo()
    assert county.stored() == figure
    assert journal.verify(county.book) is None


def test_a_time_that_was_tampered_with_is_no_time(county: County) -> None:
    county.book.connection.execute("UPDATE journal SET at = 'yesterday'")
    assert journal.entries(county.book)[0].at == datetime.datetime.min.replace(tzinfo=datetime.UTC)
    assert journal.verify(county.book) == 1
