from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tracker.domain.hint import HintRules, Rule
from tracker.store import settings
from tracker.store.book import Book
from tracker.store.faults import HintBoundOutOfRange
from tracker.store.hint_rules import LEAST, MONTHS, SCORE, TOLERANCE, hint_rules, set_hint_rules

OWN = HintRules(frozenset({Rule.BLANK, Rule.PERCENT}), tolerance=Decimal("1.5"), score=Decimal(5), months=12, least=4)


def test_a_book_begins_with_the_programs_rules(book: Book) -> None:
    assert hint_rules(book) == HintRules()


def test_an_offices_own_rules_are_kept_and_undone_as_one_step(book: Book) -> None:
    with book.change("rules"):
        set_hint_rules(book, OWN)
    assert hint_rules(book) == OWN
    book.undo()
    assert hint_rules(book) == HintRules()
    book.redo()
    assert hint_rules(book) == OWN


def test_rules_as_the_program_has_them_leave_nothing_in_the_book(book: Book) -> None:
    with book.change("own"):
        set_hint_rules(book, OWN)
    with book.change("usual"):
        set_hint_rules(book, HintRules())
    assert book.rows("SELECT key FROM setting WHERE key LIKE 'hints%'") == []


@pytest.mark.parametrize(
    "rules",
    [
        replace(OWN, tolerance=Decimal(1)),
        replace(OWN, tolerance=Decimal("5.1")),
        replace(OWN, score=Decimal("0.9")),
        replace(OWN, score=Decimal(101)),
        replace(OWN, months=2, least=2),
        replace(OWN, months=25),
        replace(OWN, least=13),
        replace(OWN, least=2),
    ],
)
def test_a_bound_without_sense_is_refused(book: Book, rules: HintRules) -> None:
    with pytest.raises(HintBoundOutOfRange), book.change("rules"):
        set_hint_rules(book, rules)
    assert hint_rules(book) == HintRules()


@pytest.mark.parametrize("text", ["much", "-1", "1e2", "1000"])
@pytest.mark.parametrize("key", [TOLERANCE, SCORE, MONTHS, LEAST])
def test_a_text_that_is_no_bound_counts_as_not_set(book: Book, key: str, text: str) -> None:
    with book.change("by hand"):
        settings.put(book, key, text)
    assert hint_rules(book) == HintRules()


def test_half_months_count_as_not_set_and_a_short_history_needs_no_more_than_itself(book: Book) -> None:
    with book.change("by hand"):
        settings.put(book, LEAST, "4.5")
        settings.put(book, MONTHS, "4")
    assert hint_rules(book) == HintRules(months=4, least=4)


def test_what_cannot_be_read_is_always_told() -> None:
    none = HintRules(off=frozenset(Rule))
    assert [rule for rule in Rule if none.has(rule)] == [Rule.UNREADABLE]
