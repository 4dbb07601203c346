"""The entry page as a plain model of it: a dict of figures, and what each command of the grid means for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from tests.ui.entry.small_book import FUNDS, PROJECTS, TALKS
from tracker.domain.period import Month
from tracker.ui.models.entry_choice import Way

Key = tuple[str, str, int]
"""Unit, indicator, number of the month in 2026."""
Held = tuple[Decimal | None, str]
"""The value, or the text that could not be read."""
Cell = tuple[int, int]

NOTHING: Held = (None, "")
UNITS = [None, "Ashby", "Birch", "Cedar", None, "Dune", "Elm"]
INDICATORS = [None, "Funds", "Projects", None, "Talks", None, None]
"""The lines of a unit's year; a ratio is not typed."""
MONTH_COLUMNS = [("Funds", "month"), ("Funds", "to date"), None, ("Projects", "month"), ("Projects", "to date"), None]
DECIMALS = {"Funds": 2, "Projects": 0, "Talks": 0}
LOCKED = 2


@dataclass
class PlainSheet:
    """Rows from 0, columns of figures from 1, as in the grid. One month is published."""

    figures: dict[Key, Held]
    way: Way = Way.UNITS_INDICATORS
    month: int = 9
    unit: str = "Ashby"
    indicator: str = "Funds"
    by_cumulative: bool = False
    done: list[dict[Key, Held]] = field(default_factory=list)
    undone: list[dict[Key, Held]] = field(default_factory=list)

    @property
    def size(self) -> Cell:
        """How many rows and columns of figures there are."""
        if self.way is Way.UNITS_INDICATORS:
            return 7, 8
        return 7, 15 if self.way is Way.INDICATORS_MONTHS or self.indicator != "Talks" else 12

    def key(self, cell: Cell) -> Key | None:
        """Which figure is typed in a cell; None where none is."""
        row, column = cell
        if self.way is Way.UNITS_INDICATORS:
            wanted = "to date" if self.by_cumulative else "month"
            columns = [*MONTH_COLUMNS, ("Talks", wanted), None]
            unit, what = UNITS[row], columns[column - 1]
            return (unit, what[0], self.month) if unit and what and what[1] == wanted else None
        unit, indicator = (UNITS[row], self.indicator) if self.way is Way.UNITS_MONTHS else (self.unit, INDICATORS[row])
        return (unit, indicator, column) if unit and indicator and column <= 12 and column != LOCKED else None

    def earlier(self, key: Key) -> Decimal:
        """The months before; nothing for what is typed as it is."""
        unit, indicator, month = key
        if not self.by_cumulative or indicator == "Talks":
            return Decimal(0)
        return sum((self.figures.get((unit, indicator, one), NOTHING)[0] or Decimal(0) for one in range(1, month)), Decimal(0))

    def shown(self, key: Key) -> Held:
        """What a cell shows: the figure, to date if that is what one types."""
        value, text = self.figures.get(key, NOTHING)
        return (value if value is None else value + self.earlier(key)), text

    def text(self, key: Key) -> str:
        """What would be copied to another cell."""
        value, text = self.shown(key)
        return text if value is None else str(value)

    def write(self, cells: Iterable[tuple[Cell, str]]) -> None:
        """Type texts into cells, as one step of undo."""
        before = dict(self.figures)
        meant = [(key, text) for cell, text in cells if (key := self.key(cell)) is not None]
        for key, text in sorted(meant, key=lambda one: one[0][2]):
            self._put(key, text)
        if self.figures != before:
            self.done.append(before)
            self.undone.clear()

    def _put(self, key: Key, text: str) -> None:
        value = Decimal(text) if text else None
        if value is not None and -int(value.as_tuple().exponent) > DECIMALS[key[1]]:
            self.figures[key] = (None, text)
        elif value is None:
            self.figures.pop(key, None)
        else:
            self.figures[key] = (value - self.earlier(key), "")

    def undo(self) -> None:
        if self.done:
            self.undone.append(self.figures)
            self.figures = self.done.pop()

    def redo(self) -> None:
        if self.undone:
            self.done.append(self.figures)
            self.figures = self.undone.pop()


def small_book_figures() -> dict[Key, Held]:
    """What the small book has of 2026."""
    tables = {"Funds": FUNDS, "Projects": PROJECTS, "Talks": TALKS}
    return {
        (unit, indicator, number): (Decimal(text), "")
        for indicator, table in tables.items()
        for unit, texts in table.items()
        for number, text in zip((8, 9), texts, strict=True)
        if text is not None
    }


LOCKED_MONTH = Month(2026, LOCKED)
