"""目标 as a sheet: units × indicators of a year and a set, the county's own line on top, sums of groups between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from tracker.domain.amount import format_number, plain
from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.parsing import read_amount
from tracker.domain.period import Month
from tracker.domain.target import Target, TargetSet
from tracker.domain.unit import Group, Unit, UnitId
from tracker.i18n import tr
from tracker.store import groups, indicators, targets, units
from tracker.store.book import Book
from tracker.ui.models.cells import Cell, CellKind, NameCell
from tracker.ui.models.sheet import Sheet, SheetColumn, SheetLine, Typing

COUNTY = "county"
NARROWEST, WIDEST, LETTER, ROOM = 84, 240, 13, 24

Place = tuple[UnitId | None, IndicatorId]


class TargetsSheet(Sheet):
    """A blank cell is no target; a 0 is a target of 0, which is shown as such."""

    def __init__(self, book: Book, year: int, of: TargetSet) -> None:
        self._book, self._year, self._set = book, year, of
        self._values: dict[Place, Decimal] = {
            (target.unit, target.indicator): target.value for target in targets.targets(book, year) if target.set is of
        }
        self._indicators = [one for one in indicators.indicators(book) if one.kind is not Kind.RATIO]
        self._members: dict[Group, list[Unit]] = {group: [] for group in groups.groups(book)}
        for unit in self._listed():
            next(members for group, members in self._members.items() if group.id == unit.group).append(unit)
        self.columns = [_column(indicator) for indicator in self._indicators]
        self._lines = list(self._made_lines())
        self.lines = [line for line, _owners in self._lines]

    def _listed(self) -> Iterable[Unit]:
        """The units that are listed in some month of the year, and those that have a target in it all the same."""
        aimed = {unit for unit, _indicator in self._values}
        first, last = Month(self._year, 1), Month(self._year, 12)
        for unit in units.units(self._book):
            begins, ends = unit.valid_from or first, unit.valid_to or last
            if (begins <= last and ends >= first) or unit.id in aimed:
                yield unit

    def _made_lines(self) -> Iterable[tuple[SheetLine, tuple[UnitId | None, ...]]]:
        """Each line, and whose targets are added up in it."""
        yield SheetLine(COUNTY, NameCell(tr("The county's own"))), (None,)
        for group, members in self._members.items():
            if members:
                detail = tr("{count} units, subtotal", count=len(members))
                name = NameCell(group.name, CellKind.GROUP, detail=detail)
                yield SheetLine(("group", group.id), name), tuple(unit.id for unit in members)
                yield from ((SheetLine(unit.id, NameCell(unit.name)), (unit.id,)) for unit in members)

    @property
    def units(self) -> int:
        """How many units have a line."""
        return sum(map(len, self._members.values()))

    def value(self, row: int, column: int) -> Decimal | None:
        return self._sum(self._lines[row][1], column)

    def _sum(self, owners: Iterable[UnitId | None], column: int) -> Decimal | None:
        """The sum of what is there; None where nothing is."""
        indicator = self._indicators[column].id
        found = [value for owner in owners if (value := self._values.get((owner, indicator))) is not None]
        return sum(found, Decimal(0)) if found else None

    def cell(self, row: int, column: int) -> Cell:
        kind = self.lines[row].name.kind
        return self._cell(self.value(row, column), column, kind)

    def _cell(self, value: Decimal | None, column: int, kind: CellKind) -> Cell:
        text = format_number(value, self._indicators[column].decimals)
        locked = self._book.read_only and kind is CellKind.TYPED
        return Cell(text, kind, negative=value is not None and value < 0, locked=locked)

    def total(self, column: int) -> Cell:
        owners = [unit.id for members in self._members.values() for unit in members]
        return self._cell(self._sum(owners, column), column, CellKind.TOTAL)

    def text(self, row: int, column: int) -> str:
        return _plain(self.value(row, column))

    def reason(self, row: int, column: int, text: str) -> str:
        indicator = self._indicators[column]
        return read_amount(text, unit=indicator.unit, decimals=indicator.decimals).reason

    def _read(self, column: int, text: str) -> Decimal | None:
        indicator = self._indicators[column]
        return read_amount(text, unit=indicator.unit, decimals=indicator.decimals).value

    def put(self, typing: Typing) -> None:
        indicator = self._indicators[typing.column]
        (owner,) = self._lines[typing.row][1]
        value = self._read(typing.column, typing.text)
        if value is None:
            targets.remove_target(self._book, year=self._year, unit=owner, indicator=indicator.id, set=self._set)
        else:
            targets.set_target(self._book, Target(self._year, owner, indicator.id, value, self._set))

    def label(self, typings: Sequence[Typing]) -> str:
        if len(typings) > 1:
            return tr("Change {count} targets of {year}", count=len(typings), year=self._year)
        row, column, text = typings[0]
        return tr(
            "Change target {year} of {unit}, {indicator}: {old} → {new}",
            year=self._year,
            unit=self.lines[row].name.text,
            indicator=self._indicators[column].name,
            old=self.text(row, column) or "—",
            new=_plain(self._read(column, text)) or "—",
        )


def _column(indicator: Indicator) -> SheetColumn:
    width = max(NARROWEST, min(WIDEST, LETTER * len(indicator.name + indicator.unit) + ROOM))
    return SheetColumn(
        indicator.id, tr("Target"), indicator.name, measure=indicator.unit, width=width, decimals=indicator.decimals
    )


def _plain(value: Decimal | None) -> str:
    return "" if value is None else format(plain(value), "f")
