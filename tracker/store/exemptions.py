"""The exemptions (免责) from the black list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.exemption import Exemption, ExemptionId
from tracker.domain.period import Month
from tracker.store import indicators, units
from tracker.store.faults import MonthsReversed
from tracker.store.texts import reason_of

if TYPE_CHECKING:
    from tracker.store.book import Book


def exemptions(book: Book, month: Month | None = None) -> list[Exemption]:
    """All exemptions, or those in force in a month, by their first month."""
    rows = book.rows(
        "SELECT unit_id, indicator_id, first_month, last_month, reason, id FROM exemption "
        "WHERE ?1 IS NULL OR ?1 BETWEEN first_month AND last_month ORDER BY first_month, id",
        (month and month.key,),
    )
    return [
        Exemption(unit, indicator, Month.from_key(first), Month.from_key(last), reason, id_)
        for unit, indicator, first, last, reason, id_ in rows
    ]


def exempt(book: Book, new: Exemption) -> ExemptionId:
    """Exempt a unit from its first to its last month; raises ReasonIsBlank, MonthsReversed, UnknownUnit, UnknownIndicator."""
    reason = reason_of(new.reason)
    name = units.unit(book, new.unit).name
    if new.indicator is not None:
        indicators.indicator(book, new.indicator)
    if new.last < new.first:
        raise MonthsReversed(name)
    return ExemptionId(
        book.write(
            "INSERT INTO exemption (unit_id, indicator_id, first_month, last_month, reason) VALUES (?, ?, ?, ?, ?)",
            (new.unit, new.indicator, new.first.key, new.last.key, reason),
        )
    )


def end_exemption(book: Book, id_: ExemptionId) -> None:
    """Take an exemption back; harmless where there is none."""
    book.write("DELETE FROM exemption WHERE id = ?", (id_,))
