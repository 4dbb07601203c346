from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tracker.exchange.new_book import make_sample
from tracker.exchange.new_county import NewCounty, known_indicators, make_county
from tracker.exchange.target_block import BlockTarget
from tracker.store import groups, indicators, journal, settings, targets, units
from tracker.store.book import Book
from tracker.store.faults import BookExists, CodeIsTaken
from tracker.store.unit_lists import UnitLine

UNITS = (UnitLine("城关镇", "镇"), UnitLine("小㙦乡", "乡"))
TARGETS = (
    BlockTarget("城关镇", "SWZJ", Decimal("12.5")),
    BlockTarget("", "SWZJ", Decimal(40)),
    BlockTarget("白河镇", "SWZJ", Decimal(1)),
    BlockTarget("城关镇", "NONE", Decimal(1)),
)


def test_everything_that_was_asked_for_is_in_the_book_in_one_change(tmp_path: Path) -> None:
    path, told = tmp_path / "云山县.tracker", []
    asked = NewCounty(path, "云山县", "招商局", UNITS, "investment", year=2026, targets=TARGETS)
    make_county(asked, lambda done, of: told.append((done, of)))
    with Book.open(path) as book:
        assert (settings.title(book), settings.office(book)) == ("云山县", "招商局")
        assert [group.name for group in groups.groups(book)] == ["镇", "乡"]
        assert [(unit.code, unit.name) for unit in units.units(book)] == [("U01", "城关镇"), ("U02", "小㙦乡")]
        assert len(indicators.indicators(book)) == 10
        assert {(one.year, one.unit, one.value) for one in targets.targets(book)} == {
            (2026, units.units(book)[0].id, Decimal("12.5")),
            (2026, None, Decimal(40)),
        }
        assert [entry.label for entry in journal.entries(book)] == ["New book", "Set up 云山县"]
        assert journal.verify(book) is None
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_the_indicators_may_be_those_of_last_years_book(tmp_path: Path) -> None:
    last, path = tmp_path / "last.tracker", tmp_path / "new.tracker"
    make_sample(last)
    make_county(NewCounty(path, "云山县", like=last))
    with Book.open(path) as book, Book.open(last) as before:
        assert [one.code for one in indicators.indicators(book)] == [one.code for one in indicators.indicators(before)]
    assert [one.code for one in known_indicators("blank", last)][:2] == ["SWZJ", "WZ"]


def test_what_a_book_would_begin_with_is_known_before(tmp_path: Path) -> None:
    make_county(NewCounty(tmp_path / "new.tracker", "云山县", template="investment"))
    with Book.open(tmp_path / "new.tracker") as book:
        made = indicators.indicators(book)
    known = known_indicators("investment", None)
    assert [(one.code, one.name, one.unit, one.decimals, one.kind) for one in known] == [
        (one.code, one.name, one.unit, one.decimals, one.kind) for one in made
    ]
    assert known_indicators("blank", None) == []


def test_a_book_that_cannot_be_whole_is_not_made_at_all(tmp_path: Path) -> None:
    twice = (UnitLine("城关镇", "镇", "A"), UnitLine("小㙦乡", "乡", "A"))
    with pytest.raises(CodeIsTaken):
        make_county(NewCounty(tmp_path / "new.tracker", "云山县", units=twice))
    assert list(tmp_path.iterdir()) == []


def test_a_book_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "new.tracker").write_text("mine")
    with pytest.raises(BookExists):
        make_county(NewCounty(tmp_path / "new.tracker", "云山县"))
    assert (tmp_path / "new.tracker").read_text() == "mine"
