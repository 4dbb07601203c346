"""Which rules of hints the office has switched off, and the bounds it has set; a bound that nobody set keeps to the program's."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tracker.domain.amount import exact_decimal
from tracker.domain.hint import FEWEST_MONTHS, MOST_MONTHS, SCORES, TOLERANCES, HintRules, Rule
from tracker.store import settings
from tracker.store.faults import HintBoundOutOfRange
from tracker.store.texts import decimal_text

if TYPE_CHECKING:
    from tracker.store.book import Book

OFF = "hints_off"
TOLERANCE = "hints_tolerance"
SCORE = "hints_score"
MONTHS = "hints_months"
LEAST = "hints_least"

_USUAL = HintRules()


def hint_rules(book: Book) -> HintRules:
    """The office's rules. A text that is no bound (another program's, a later version's) counts as not set."""
    months = _whole(book, MONTHS, _USUAL.months, MOST_MONTHS)
    return HintRules(
        off=frozenset(rule for rule in Rule if rule in settings.get(book, OFF).split()),
        tolerance=_bound(book, TOLERANCE, _USUAL.tolerance, TOLERANCES),
        score=_bound(book, SCORE, _USUAL.score, SCORES),
        months=months,
        least=_whole(book, LEAST, min(_USUAL.least, months), months),
    )


def set_hint_rules(book: Book, rules: HintRules) -> None:
    """Store the office's rules; raises HintBoundOutOfRange."""
    _check(rules.tolerance, *TOLERANCES)
    _check(rules.score, *SCORES)
    _check(Decimal(rules.months), Decimal(FEWEST_MONTHS), Decimal(MOST_MONTHS))
    _check(Decimal(rules.least), Decimal(FEWEST_MONTHS), Decimal(rules.months))
    settings.put(book, OFF, " ".join(rule for rule in Rule if rule in rules.off))
    for key, bound, usual in (
        (TOLERANCE, rules.tolerance, _USUAL.tolerance),
        (SCORE, rules.score, _USUAL.score),
        (MONTHS, Decimal(rules.months), Decimal(_USUAL.months)),
        (LEAST, Decimal(rules.least), Decimal(_USUAL.least)),
    ):
        settings.put(book, key, "" if bound == usual else decimal_text(bound))


def _check(bound: Decimal, first: Decimal, last: Decimal) -> None:
    if not first <= bound <= last:
        raise HintBoundOutOfRange(first, last)


def _bound(book: Book, key: str, usual: Decimal, limits: tuple[Decimal, Decimal]) -> Decimal:
    try:
        bound = exact_decimal(settings.get(book, key))
    except ValueError:
        return usual
    return bound if limits[0] <= bound <= limits[1] else usual


def _whole(book: Book, key: str, usual: int, most: int) -> int:
    bound = _bound(book, key, Decimal(usual), (Decimal(FEWEST_MONTHS), Decimal(most)))
    return int(bound) if bound == int(bound) else usual
