from __future__ import annotations

import datetime
import getpass
from dataclasses import replace
from decimal import Decimal

from tests.store.county import SEPTEMBER, County
from tracker.domain.figure import Figure
from tracker.domain.target import Target
from tracker.store import figures, indicators, journal, settings, targets, units
from tracker.store.journal import EntryFilter, EntryKind


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


def test_older_entries_follow_those_that_are_known(county: County) -> None:
    for value in ("1", "2", "3"):
        county.put(value)
    assert [entry.id for entry in journal.entries(county.book, newest_first=True, limit=2, before=4)] == [3, 2]
    of_figures = EntryFilter(unit=county.chengguan, indicator=county.money)
    assert [entry.id for entry in journal.entries(county.book, newest_first=True, filter=of_figures, before=3)] == [2]


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


def test_an_entrys_changes_are_read_a_part_at_a_time(county: County) -> None:
    every = journal.changes(county.book, 1)
    assert journal.changes(county.book, 1, limit=4) == every[:4]
    assert journal.changes(county.book, 1, first=4, limit=4) == every[4:8]
    assert journal.changes(county.book, 1, first=8) == every[8:]


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


def labels(county: County, **wanted: object) -> list[str]:
    return [entry.label for entry in journal.entries(county.book, filter=EntryFilter(**wanted))]


def test_entries_are_found_by_what_they_touched(county: County) -> None:
    august = SEPTEMBER.plus(-1)
    county.put("1")
    county.put("2", month=august)
    with county.book.change("other"):
        figures.set_figure(county.book, Figure(county.qingshi, county.signed, SEPTEMBER, Decimal(1)))
    with county.book.change("target"):
        targets.set_target(county.book, Target(2026, county.qingshi, county.money, Decimal(9)))
    with county.book.change("rename"):
        units.update_unit(county.book, county.qingshi, name="青石街道")
    with county.book.change("define"):
        indicators.update_indicator(county.book, county.signed, definition="x")
    assert labels(county, unit=county.chengguan) == ["set up", "type", "type"]
    assert labels(county, unit=county.qingshi) == ["set up", "other", "target", "rename"]
    assert labels(county, indicator=county.signed) == ["set up", "other", "define"]
    assert labels(county, indicator=county.money) == ["set up", "type", "type", "target"]
    assert labels(county, month=SEPTEMBER) == ["type", "other"]
    assert labels(county, month=august) == ["type"]
    assert labels(county, unit=county.qingshi, indicator=county.signed, month=SEPTEMBER) == ["other"]
    assert labels(county, unit=county.qingshi, month=august) == []
    assert len(labels(county)) == 7


def test_entries_are_found_by_who_made_them_and_by_a_word(county: County) -> None:
    with county.book.change("Name the clerk"):
        settings.set_clerk(county.book, "李会计")
    county.put("1")
    assert journal.people(county.book) == sorted([county.book.user, "李会计"])
    assert labels(county, person="李会计") == ["Name the clerk", "type"]
    assert labels(county, person=county.book.user) == ["set up"]
    assert labels(county, text="the CLERK") == ["Name the clerk"]
    assert labels(county, text="%") == []
    assert labels(county, text="type", person="李会计", unit=county.chengguan) == ["type"]
    assert journal.entries(county.book)[-1].person == "李会计"
    newest = journal.entries(county.book, newest_first=True, limit=1, filter=EntryFilter(person="李会计"))
    assert [entry.label for entry in newest] == ["type"]


def test_a_figures_history_tells_every_change_of_it_the_newest_first(county: County) -> None:
    county.put("1", typed="1")
    with county.book.change("import"):
        figures.set_figure(county.book, replace(county.figure("2", note="late"), source="a.xlsx › 表1!C7"))
    county.put(None)
    county.put("3")
    county.book.undo()
    county.put("4", month=SEPTEMBER.plus(-1))
    events = journal.history(county.book, county.chengguan, county.money, SEPTEMBER)
    told = [(event.label, event.old, event.new, event.typed, event.note, event.source, event.kind.value) for event in events]
    assert told == [
        ("type", Decimal(3), None, "", "", "", "undo"),
        ("type", None, Decimal(3), "", "", "", "change"),
        ("type", Decimal(2), None, "", "", "", "change"),
        ("import", Decimal(1), Decimal(2), "", "late", "a.xlsx › 表1!C7", "change"),
        ("type", None, Decimal(1), "1", "", "", "change"),
    ]
    assert [event.entry for event in events] == [6, 5, 4, 3, 2]
    assert {event.name for event in events} == {county.book.user}
    assert events[0].at >= events[-1].at
    assert journal.history(county.book, county.qingshi, county.money, SEPTEMBER) == []


def test_one_entry_is_found_by_its_id(county: County) -> None:
    assert journal.entry(county.book, 1) == journal.entries(county.book)[0]
    assert journal.entry(county.book, 2) is None
