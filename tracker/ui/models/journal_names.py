"""What the journal's rows name by id: units, groups, indicators, those that are gone included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.i18n import tr
from tracker.store.groups import groups
from tracker.store.indicators import indicators
from tracker.store.units import units

if TYPE_CHECKING:
    from tracker.store.book import Book
    from tracker.store.changed import RowChange

LEARNED = frozenset({"unit", "unit_group", "indicator"})
"""The tables whose rows have names."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name, and the decimals of an indicator's figures (None for what is no indicator)."""

    name: str
    decimals: int | None = None


class Names:
    """The book's names as they are now; of what is gone, those that the rows shown told."""

    def __init__(self, book: Book) -> None:
        self._known: dict[tuple[str, int], Named] = {
            **{("unit_group", group.id): Named(group.name) for group in groups(book)},
            **{("unit", unit.id): Named(unit.name) for unit in units(book)},
            **{("indicator", each.id): Named(each.name, each.decimals) for each in indicators(book)},
        }

    def learn(self, rows: Iterable[RowChange]) -> None:
        """Remember what these rows call things that the book has no longer."""
        for row in rows:
            image: Mapping[str, Any] | None = row.new or row.old
            if row.table in LEARNED and image is not None:
                self._known.setdefault((row.table, row.id), Named(image["name"], image.get("decimals")))

    def unit(self, id_: int | None) -> str:
        """A unit's name; the county itself for None."""
        return tr("Whole county") if id_ is None else self._name("unit", id_)

    def group(self, id_: int | None) -> str:
        """A group's name; all of them for None."""
        return tr("All groups") if id_ is None else self._name("unit_group", id_)

    def indicator(self, id_: int) -> str:
        return self._name("indicator", id_)

    def decimals(self, indicator: int) -> int | None:
        """How many decimals the indicator's figures are shown with; None where it is gone."""
        known = self._known.get(("indicator", indicator))
        return None if known is None else known.decimals

    def _name(self, table: str, id_: int) -> str:
        known = self._known.get((table, id_))
        return tr("(removed, no. {id})", id=id_) if known is None else known.name
