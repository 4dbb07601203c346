from __future__ import annotations

from decimal import Decimal

import pytest

from tests.store.county import SEPTEMBER, County
from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.store.acceptances import Acceptance, accept, acceptances, accepted_by, withdraw
from tracker.store.faults import NameIsBlank, UnknownIndicator, UnknownUnit
from tracker.store.journal import entries
from tracker.store.month_faults import NoteIsBlank
from tracker.store.settings import set_clerk


def acceptance(county: County, value: str | None, note: str = "called") -> Acceptance:
    return Acceptance(county.chengguan, county.money, SEPTEMBER, "jump", None if value is None else Decimal(value), note)


def store(county: County, given: Acceptance) -> None:
    with county.book.change("accept"):
        accept(county.book, given)


def test_an_acceptance_counts_while_the_figure_is_what_it_was_said_of(county: County) -> None:
    county.put("12.5")
    store(county, acceptance(county, "12.5", " called \n"))
    assert acceptances(county.book, SEPTEMBER) == [acceptance(county, "12.5")]
    assert acceptances(county.book, SEPTEMBER.plus(1)) == []
    county.put("13")
    assert acceptances(county.book, SEPTEMBER) == []
    county.put("12.5")
    assert acceptances(county.book, SEPTEMBER) == [acceptance(county, "12.5")]


def test_a_blank_can_be_accepted_and_is_one_also_where_a_text_could_not_be_read(county: County) -> None:
    store(county, acceptance(county, None))
    assert acceptances(county.book, SEPTEMBER) == [acceptance(county, None)]
    county.put(None, typed="?")
    assert acceptances(county.book, SEPTEMBER) == [acceptance(county, None)]
    county.put("0")
    assert acceptances(county.book, SEPTEMBER) == []


def test_what_is_said_last_counts(county: County) -> None:
    county.put("13")
    store(county, acceptance(county, "12.5"))
    store(county, acceptance(county, "13", "called again"))
    assert acceptances(county.book, SEPTEMBER) == [acceptance(county, "13", "called again")]


def test_an_acceptance_is_withdrawn(county: County) -> None:
    store(county, acceptance(county, None))
    for _ in range(2):
        with county.book.change("withdraw"):
            withdraw(county.book, acceptance(county, None))
        assert acceptances(county.book, SEPTEMBER) == []


def test_an_acceptance_without_a_note_or_of_nothing_is_refused(county: County) -> None:
    with pytest.raises(NoteIsBlank):
        store(county, acceptance(county, None, " \u3000"))
    with pytest.raises(UnknownUnit):
        store(county, Acceptance(UnitId(99), county.money, SEPTEMBER, "jump", None, "x"))
    with pytest.raises(UnknownIndicator):
        store(county, Acceptance(county.chengguan, IndicatorId(99), SEPTEMBER, "jump", None, "x"))
    with pytest.raises(NameIsBlank):
        store(county, Acceptance(county.chengguan, county.money, SEPTEMBER, "", None, "x"))


def test_what_is_accepted_of_a_ratio_is_left_to_who_computes_it(county: County) -> None:
    of_ratio = Acceptance(county.chengguan, county.rate, SEPTEMBER, "percent", Decimal("133.33"), "counted twice")
    store(county, of_ratio)
    assert acceptances(county.book, SEPTEMBER) == [of_ratio]


def test_the_journal_tells_who_accepted_a_hint_and_when(county: County) -> None:
    assert accepted_by(county.book, acceptance(county, None)) is None
    store(county, acceptance(county, None))
    with county.book.change("another clerk"):
        set_clerk(county.book, "李会计")
    store(county, acceptance(county, None, "called again"))
    said = accepted_by(county.book, acceptance(county, None))
    last = entries(county.book, newest_first=True, limit=1)[0]
    assert said == ("李会计", last.at)
