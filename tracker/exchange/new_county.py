"""Make a county's book with everything that was asked for it: units, indicators, targets, in one change; or nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tracker.domain.indicator import Indicator
from tracker.domain.target import Target
from tracker.exchange.indicator_sets import add_indicators, add_template, indicators_of, template_indicators
from tracker.exchange.new_book import BLANK, making_book
from tracker.exchange.target_block import BlockTarget
from tracker.i18n import tr
from tracker.store import indicators, settings, targets, units
from tracker.store.book import Book
from tracker.store.unit_lists import UnitLine, add_units

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class NewCounty:
    """What was asked for. `template` is one of new_book.TEMPLATES; with `like` the indicators are those of that book instead.

    `targets` are of `year`; they name units and indicators as `units` and the indicators do.
    """

    path: Path
    title: str
    office: str = ""
    units: tuple[UnitLine, ...] = ()
    template: str = BLANK
    like: Path | None = None
    year: int = 0
    targets: tuple[BlockTarget, ...] = ()


def make_county(asked: NewCounty, told: Told = lambda _done, _of: None) -> None:
    """Make the book; `told` hears of each of the three steps. Raises BookExists, BookError, DataError."""
    with making_book(asked.path, title=asked.title) as book, book.change(tr("Set up {title}", title=asked.title)):
        settings.set_office(book, asked.office)
        told(0, 3)
        add_units(book, asked.units)
        told(1, 3)
        _add_indicators(book, asked)
        told(2, 3)
        _set_targets(book, asked)
        told(3, 3)


def known_indicators(template: str, like: Path | None) -> list[Indicator]:
    """The indicators that such a book would begin with, for matching targets to them; raises BookError."""
    if like is not None:
        return indicators_of(like)
    return [] if template == BLANK else template_indicators(template)


def _add_indicators(book: Book, asked: NewCounty) -> None:
    if asked.like is not None:
        add_indicators(book, indicators_of(asked.like))
    elif asked.template != BLANK:
        add_template(book, asked.template)


def _set_targets(book: Book, asked: NewCounty) -> None:
    """A target whose unit or indicator is not among those asked for is left out: it was told when it was pasted."""
    owners = {unit.name: unit.id for unit in units.units(book)}
    ids = {indicator.code: indicator.id for indicator in indicators.indicators(book)}
    for target in asked.targets:
        owner = owners.get(target.unit)
        if target.indicator in ids and (owner is not None or not target.unit):
            targets.set_target(book, Target(asked.year, owner, ids[target.indicator], target.value))
