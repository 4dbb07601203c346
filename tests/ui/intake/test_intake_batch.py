from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from tests.ui.intake.batches import a_batch, broken, sent, sources
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.exchange.submissions.intake import plan_sent
from tracker.exchange.submissions.receipt import receipts
from tracker.exchange.submissions.understanding import Told
from tracker.metrics.live import Live
from tracker.store import figures
from tracker.store.book import Book
from tracker.ui.models.intake_batch import Batch, Standing
from tracker.ui.models.intake_files import file_lines
from tracker.ui.models.intake_lines import IntakeChoice, Shown, intake_lines, old_text, place_text, reason_text, sent_text
from tracker.ui.models.intake_sources import Source, joined, read_sources, without

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def book(book_path):
    with Book.open(book_path) as opened:
        yield opened


def planned(book, batch):
    with closing(Live(book, month=SEPTEMBER)) as live:
        batch.show(plan_sent(live, batch.files, told=batch.told))
    return batch


@pytest.fixture
def batch(book):
    made = Batch()
    made.add(sources(*a_batch()))
    return planned(book, made)


def cell_of(batch, file, indicator):
    return next((f, c) for f, c in batch.plan.cells() if f.name == file and c.indicator.name == indicator)


def write(book, batch):
    chosen = batch.chosen()
    batch.note_written(chosen)
    with book.change("import"):
        figures.set_figures(book, [Figure(cell.unit.id, cell.indicator.id, cell.month, cell.value) for _, cell in chosen])
    planned(book, batch)


def test_the_same_path_again_takes_its_place_and_a_second_name_gets_its_folders():
    first = joined([], [Source(Path("/a/x.csv"), "x.csv", (broken("x.csv"),)), *sources(broken("y.csv"))])
    second = joined(first, [Source(Path("/b/x.csv"), "x.csv", (broken("x.csv"),)), Source(Path("/c/b/x.csv"), "x.csv", ())])
    assert [source.name for source in second] == ["x.csv", "y.csv", "b/x.csv", "x.csv (2)"]
    assert second[2].files[0].name == "b/x.csv"
    again = joined(second, [Source(Path("/b/x.csv"), "x.csv", (sent("Ashby", name="x.csv › a.csv"),))])
    assert [file.name for source in again for file in source.files] == ["x.csv", "y.csv", "b/x.csv › a.csv"]
    assert [source.name for source in without(again, "b/x.csv › a.csv")] == ["x.csv", "y.csv"]


def test_reading_tells_how_far_it_is(tmp_path):
    (tmp_path / "a.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04 and no more")
    told = []
    first, second = read_sources([tmp_path], lambda done, of: told.append((done, of)))
    assert list(dict.fromkeys(told)) == [(0, 2), (1, 2)]
    assert first.files[0].sheets
    assert second.files[0].fault


def test_what_is_undisputed_is_ticked_and_nothing_else(batch):
    ticked = [(f.name, c.indicator.name) for f, c in batch.chosen()]
    assert ticked == [("Ashby.xlsx", "Funds"), ("Ashby.xlsx", "Projects"), ("Birch.xlsx", "Projects"), ("Cedar.xlsx", "Funds")]
    standings = [batch.standing(cell) for _, cell in batch.plan.cells()]
    assert standings.count(Standing.DISPUTED) == 2
    assert batch.disputed() == 1
    assert batch.standing(cell_of(batch, "Cedar.xlsx", "Projects")[1]) is Standing.REFUSED


def test_of_two_rivals_one_is_ticked(batch):
    first, second = cell_of(batch, "Birch.xlsx", "Funds"), cell_of(batch, "Birch (2).xlsx", "Funds")
    batch.tick([first], on=True)
    assert batch.disputed() == 0
    batch.tick([second], on=True)
    assert (batch.is_ticked(*first), batch.is_ticked(*second)) == (False, True)
    batch.tick([second], on=False)
    assert batch.disputed() == 1
    batch.tick([cell_of(batch, "Cedar.xlsx", "Projects")], on=True)
    assert not batch.is_ticked(*cell_of(batch, "Cedar.xlsx", "Projects"))


def test_a_settled_dispute_stays_settled_until_it_is_undone(book, batch):
    batch.tick([cell_of(batch, "Birch.xlsx", "Funds")], on=True)
    write(book, batch)
    assert batch.chosen() == []
    assert batch.standing(cell_of(batch, "Birch.xlsx", "Funds")[1]) is Standing.CHOSEN
    assert batch.standing(cell_of(batch, "Birch (2).xlsx", "Funds")[1]) is Standing.PASSED_OVER
    book.undo()
    planned(book, batch)
    assert batch.disputed() == 0
    assert len(batch.chosen()) == 5


def test_a_tick_counts_only_while_the_book_is_as_it_was(book, batch):
    batch.tick([cell_of(batch, "Ashby.xlsx", "Funds")], on=False)
    assert len(batch.chosen()) == 3
    with book.change("typed"):
        figures.set_figure(book, Figure(1, 1, SEPTEMBER, Decimal(5)))
    planned(book, batch)
    assert batch.is_ticked(*cell_of(batch, "Ashby.xlsx", "Funds"))


def test_receipts_tell_what_was_taken_as_it_was_planned(book, batch):
    write(book, batch)
    ashby = receipts(*batch.taken())[0]
    assert ashby.lines[0] == "Ashby.xlsx: 2 figures taken, 0 were there already, 0 not taken."
    assert "(was 9.00)" in ashby.lines[1]
    book.undo()
    planned(book, batch)
    assert batch.taken()[1] == frozenset()


def test_lines_are_under_files_or_units_and_filtered(batch):
    lines = intake_lines(batch, IntakeChoice())
    assert [line.title for line in lines if line.is_heading] == [file.name for file in batch.plan.files]
    by_unit = intake_lines(batch, IntakeChoice(by_unit=True))
    assert [line.title for line in by_unit if line.is_heading] == ["Ashby", "Birch", "Cedar", "Of no single unit"]
    waiting = intake_lines(batch, IntakeChoice(shown=Shown.WAITING))
    assert [line.standing for line in waiting if line.cell] == [Standing.DISPUTED, Standing.DISPUTED, Standing.REFUSED]
    assert [line.remark.text for line in waiting if line.remark] == ["Patents", ""]
    changed = intake_lines(batch, IntakeChoice(file="Ashby.xlsx", shown=Shown.CHANGED))
    assert [(old_text(line.cell), sent_text(line.cell), place_text(line)) for line in changed if line.cell] == [
        ("9.00", "1.50", "Sheet1!B4")
    ]
    new = intake_lines(batch, IntakeChoice(file="Ashby.xlsx", shown=Shown.NEW))
    assert [old_text(line.cell) for line in new if line.cell] == ["blank"]
    refused = intake_lines(batch, IntakeChoice(file="Cedar.xlsx", shown=Shown.REFUSED))
    assert ["#REF!" in reason_text(line) for line in refused] == [False, True, False]
    assert sent_text(refused[1].cell) == "#REF!"


def test_files_tell_their_state_by_words(batch):
    assert [(line.title, line.state, line.words) for line in file_lines(batch)] == [
        ("All 5 files", "text2", "4 wait for a person"),
        ("Ashby.xlsx", "good", "1 new figure, 1 changed figure"),
        ("Birch.xlsx", "warn", "1 new figure, 1 disputed"),
        ("Birch (2).xlsx", "warn", "1 disputed, 1 in another file too"),
        ("Cedar.xlsx", "warn", "1 changed figure, 1 not acceptable, 1 to look at"),
        ("broken.xlsx", "bad", "It is damaged or was cut short on its way. Ask for it again."),
    ]
    assert file_lines(Batch()) == []


def test_what_is_told_of_a_file_is_forgotten_with_it(book, batch):
    batch.tell("Ashby.xlsx", Told(month=Month(2026, 7)))
    planned(book, batch)
    assert {cell.month for file, cell in batch.plan.cells() if file.name == "Ashby.xlsx"} == {Month(2026, 7)}
    batch.tell("Ashby.xlsx", Told())
    assert batch.told == {}
    batch.remove("Ashby.xlsx")
    assert next(file.name for file in batch.files) == "Birch.xlsx"
