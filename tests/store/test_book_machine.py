"""A machine that mixes edits, imports, mistakes, undo, redo and reopening at random, against a plain dict."""

from __future__ import annotations

import shutil
import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.store.county import add_county, contents
from tracker.domain.figure import Figure
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.errors import TooManyDecimals
from tracker.store import figures, journal, units
from tracker.store.book import Book, Changed
from tracker.store.check import check

Place = tuple[int, int, int]
Kept = tuple[Decimal | None, str, str]
Model = dict[Place, Kept]

PLACES = st.tuples(st.integers(1, 3), st.integers(1, 3), st.integers(1, 4))
VALUES = st.one_of(st.none(), st.integers(-5, 5).map(Decimal))
WORDS = st.sampled_from(["", "", "x", "１２.5", '"'])
EDITS = st.tuples(PLACES, VALUES, WORDS, WORDS)


def figure_of(place: Place, kept: Kept) -> Figure:
    unit, indicator, month = place
    return Figure(UnitId(unit), IndicatorId(indicator), Month(2026, month), *kept)


class BookMachine(RuleBasedStateMachine):
    """`model` is what must be stored, `undone` and `redone` what undo and redo must bring back."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="county-"))
        self.path = self.folder / "a.tracker"
        self.book = Book.create(self.path)
        add_county(self.book)
        self.model: Model = {}
        self.sorts = {unit.id: unit.sort for unit in units.units(self.book)}
        self.undone: list[tuple[Model, dict[UnitId, int]]] = []
        self.redone: list[tuple[Model, dict[UnitId, int]]] = []
        self.entries = 1
        self.told: list[Changed] = []
        self.book.listen(self.told.append)

    def snapshot(self) -> tuple[Model, dict[UnitId, int]]:
        return dict(self.model), dict(self.sorts)

    def changed(self, before: tuple[Model, dict[UnitId, int]], rows_written: bool) -> None:
        """A change has returned: one entry, one step and one notice, or none of them."""
        if rows_written:
            self.undone.append(before)
            self.redone.clear()
            self.entries += 1
        assert len(self.told) == rows_written
        self.told.clear()

    def put(self, place: Place, kept: Kept) -> bool:
        """Put one figure into the model; whether that changes it."""
        before = self.model.get(place)
        value, typed, note = kept
        if kept == (None, "", ""):
            self.model.pop(place, None)
        else:
            self.model[place] = value, typed, note or (before[2] if before else "")
        return self.model.get(place) != before

    @rule(place=PLACES, value=VALUES, typed=WORDS, note=WORDS)
    def type(self, place: Place, value: Decimal | None, typed: str, note: str) -> None:
        before = self.snapshot()
        with self.book.change("type"):
            figures.set_figure(self.book, figure_of(place, (value, typed, note)))
        self.changed(before, self.put(place, (value, typed, note)))

    @rule(edits=st.lists(EDITS, max_size=6))
    def paste(self, edits: list[tuple[Place, Decimal | None, str, str]]) -> None:
        before = self.snapshot()
        with self.book.change("paste"):
            figures.set_figures(self.book, (figure_of(place, tuple(kept)) for place, *kept in edits))
        self.changed(before, sum(self.put(place, tuple(kept)) for place, *kept in edits) > 0)

    @rule(unit=st.integers(1, 3).map(UnitId), sort=st.integers(0, 4))
    def move(self, unit: UnitId, sort: int) -> None:
        before = self.snapshot()
        with self.book.change("move"):
            units.update_unit(self.book, unit, sort=sort)
        self.sorts[unit] = sort
        self.changed(before, before[1][unit] != sort)

    @rule(place=PLACES)
    def make_a_mistake(self, place: Place) -> None:
        before = self.snapshot()
        try:
            with self.book.change("mistake"):
                figures.set_figure(self.book, figure_of(place, (Decimal(9), "", "")))
                figures.set_figure(self.book, figure_of(place, (Decimal("0.001"), "", "")))
        except TooManyDecimals:
            pass
        self.changed(before, rows_written=False)

    @precondition(lambda self: self.undone)
    @rule()
    def undo(self) -> None:
        self.redone.append(self.snapshot())
        self.book.undo()
        self.model, self.sorts = self.undone.pop()
        self.entries += 1
        assert self.told.pop().label

    @precondition(lambda self: self.redone)
    @rule()
    def redo(self) -> None:
        self.undone.append(self.snapshot())
        self.book.redo()
        self.model, self.sorts = self.redone.pop()
        self.entries += 1
        assert self.told.pop().label

    @rule()
    def reopen(self) -> None:
        stored = contents(self.book)
        self.book.close()
        self.book = Book.open(self.path)
        self.book.listen(self.told.append)
        self.undone.clear()
        self.redone.clear()
        assert contents(self.book) == stored

    @invariant()
    def all_is_there(self) -> None:
        stored = {(f.unit, f.indicator, f.month.number): (f.value, f.typed, f.note) for f in figures.figures(self.book)}
        assert stored == self.model
        assert {unit.id: unit.sort for unit in units.units(self.book)} == self.sorts
        assert (self.book.undo_label is None, self.book.redo_label is None) == (not self.undone, not self.redone)
        assert self.book.row("SELECT count(*) FROM journal") == (self.entries,)

    def teardown(self) -> None:
        if hasattr(self, "book"):
            assert journal.verify(self.book) is None
            assert check(self.book) == []
            self.book.close()
            shutil.rmtree(self.folder)


TestBookMachine = BookMachine.TestCase
TestBookMachine.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
