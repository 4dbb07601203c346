"""The lines of the workbook's table from the top: units by place, each group's subtotal, the county's total."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.domain.unit import GroupId, Unit
from tracker.reports.sheet import RankingSheet, SheetRow


@dataclass(frozen=True, slots=True)
class Line:
    """One line at `row` (counted from 0): a unit's; with `unit` None the sum of `group`, or of the county where that is None too.

    `parts` are the first and last rows that it sums; of a unit's line, of its group's units, whom it is ranked against.
    A sum without parts is of more than the workbook shows. `whole` is the row that its share is a share of.
    """

    row: int
    shown: SheetRow
    group: GroupId | None
    unit: Unit | None = None
    parts: tuple[tuple[int, int], ...] = ()
    whole: int | None = None


def lines(sheet: RankingSheet, places: dict[GroupId, list[Unit]], *, first: int, whole: bool) -> Iterator[Line]:
    """The lines of the sheet, the first one at row `first`; `whole` says that the sheet leaves no group out."""
    county = None if sheet.total is None else first if sheet.total_first else first + sum(1 for _ in sheet.rows()) - 1
    row, sums = first + (1 if county == first else 0), []
    for block, (group, units) in zip(sheet.blocks, places.items(), strict=True):
        members = (row, row + len(units) - 1)
        of_group = county if block.subtotal is None else members[1] + 1
        for shown, unit in zip(block.rows, units, strict=True):
            yield Line(row, shown, group, unit, (members,), of_group)
            row += 1
        if block.subtotal is None:
            sums.append(members)
        else:
            yield Line(row, block.subtotal, group, None, (members,), county)
            sums.append((row, row))
            row += 1
    if sheet.total is not None and county is not None:
        yield Line(county, sheet.total, None, None, tuple(sums) if whole else (), county)
