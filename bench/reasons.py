"""Why a number is what it is, with who entered what is in it, and what its unit still needs: when another row is chosen."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.counties import LAST_MONTH, Size, make_book
from bench.timing import Line, median_ms
from tracker.domain.indicator import IndicatorId
from tracker.metrics.derivation.figures import Figure
from tracker.metrics.derivation.origins import origin_of
from tracker.metrics.derivation.reasoned import reasoned
from tracker.metrics.derivation.reasons import Place, reasons
from tracker.metrics.live import Live
from tracker.metrics.needs import case_of, usual_needs
from tracker.metrics.whose import Whole, Whose
from tracker.store.book import Book
from tracker.store.list_rules import list_rules

SIZES = ((Size(30, 15), 10.0), (Size(300, 15), None), (Size(3000, 20), None))
ROWS = 20


def lines(folder: Path) -> list[Line]:
    """Four lines a size: a unit's completion, its rank, the county's completion, and what a unit needs."""
    return [line for size, budget in SIZES for line in _measure(folder, size, budget)]


def _measure(folder: Path, size: Size, budget: float | None) -> list[Line]:
    draw = random.Random(7)
    with Book.open(make_book(folder / f"reasons{size.units}.tracker", size)) as book:
        live = Live(book, month=LAST_MONTH)
        table = live.table(IndicatorId(1))
        units = [unit.id for unit in draw.sample(table.roster.units, ROWS)]

        def told(whose: Whose, asked: Figure | Place) -> None:
            reasoned("", LAST_MONTH, reasons(table, whose, asked), lambda of: origin_of(book, of))

        def needed(whose: Whose) -> None:
            case = case_of(live, table, whose)
            if case is not None:
                usual_needs(case, list_rules(book))

        found = [
            Line(f"why a completion, {size}", _each(units, lambda unit: told(unit, Figure.COMPLETION)), "ms", budget),
            Line("    why a rank", _each(units, lambda unit: told(unit, Place.RANK)), "ms", budget),
            Line("    why the county's completion", median_ms(lambda: told(Whole(None), Figure.COMPLETION)), "ms", budget),
            Line("    what is still needed", _each(units, needed), "ms", budget),
        ]
        live.close()
    return found


def _each(units: Sequence[Whose], work: Callable[[Whose], None]) -> float:
    """The time for one of the units."""

    def all_of_them() -> None:
        for unit in units:
            work(unit)

    return median_ms(all_of_them) / len(units)
