"""The content of the month's ranking sheet (排名表), made from the metrics: rows by place, every figure formatted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tracker.domain.indicator import IndicatorId
from tracker.domain.print_setup import PrintSetup, SheetColumn
from tracker.domain.unit import Group, GroupId, Unit
from tracker.metrics.lists_lights import lights
from tracker.metrics.live import Live
from tracker.reports.errors import NoIndicatorToPrint, NoUnitToPrint
from tracker.reports.framing import framed, heads
from tracker.reports.imprint import Imprint, OfficeTexts
from tracker.reports.leading import Leading, by_place, leading_of
from tracker.reports.note_lists import Printed, listed
from tracker.reports.ranking_columns import IN_PERCENT, NOTHING, Field, IndicatorColumns, change_mark
from tracker.reports.ranking_notes import notes
from tracker.reports.score_closing import Closing
from tracker.reports.sheet import Block, RankingSheet, SheetRow
from tracker.reports.titles import place_and_subject, sheet_title, sheet_title_of_one, whole
from tracker.reports.wording import one_line, tr

__all__ = ["Imprint", "by_place", "indicator_columns", "ranking_sheet", "set_up_indicators"]


def ranking_sheet(  # noqa: PLR0913 - what a sheet can be told
    live: Live,
    *,
    imprint: Imprint,
    indicators: Sequence[IndicatorId] = (),
    groups: Sequence[GroupId] = (),
    lead: IndicatorId | None = None,
    closing: Closing | None = None,
) -> RankingSheet:
    """The sheet of the month that `live` shows; no indicators mean those of the office's set-up, no groups all of them, no `lead`
    the first indicator.

    The leading place and move are those of `lead`, which need not be printed itself, or of the scores where `closing` leads;
    their column closes a table of several indicators. The county's total counts every group.
    Raises NoIndicatorToPrint, NoUnitToPrint; KeyError for an indicator that `live` does not have.
    """
    chosen = tuple(indicators) or set_up_indicators(live, imprint.setup)
    if not chosen:
        raise NoIndicatorToPrint
    if len(chosen) == 1 and closing is not None and not closing.leads:
        closing = None  # of one indicator there is nothing to come to
    leading = leading_of(live.table(lead if lead is not None else chosen[0]), closing)
    alone = len(chosen) == 1 and chosen[0] == leading.indicator
    columns = [indicator_columns(live, indicator, imprint.setup, with_rank=not alone) for indicator in chosen]
    listed = live.roster.groups
    shown = [group for group in listed if not groups or group.id in groups]
    if not shown:
        raise NoUnitToPrint(live.month)
    left_out = [group for group in listed if group not in shown]
    places = {group.id: leading.places[group.id] for group in shown}
    return _Assembly(live, imprint, columns, leading, places, closing).sheet(shown, left_out)


def set_up_indicators(live: Live, setup: PrintSetup) -> tuple[IndicatorId, ...]:
    """The indicators that the office prints, in its order; all of the book's where it has chosen none that is still there."""
    known = {indicator.code: indicator.id for indicator in live.indicators}
    return tuple(known[code] for code in setup.indicators if code in known) or tuple(known.values())


def indicator_columns(live: Live, indicator: IndicatorId, setup: PrintSetup, *, with_rank: bool) -> IndicatorColumns:
    """The indicator's columns as the office wants them."""
    table = live.table(indicator)
    if SheetColumn.LIGHT not in setup.columns:
        return IndicatorColumns(table, with_rank, setup.columns)
    shown = {one.unit.id: one.light for one in lights(table).units if one.light is not None}
    return IndicatorColumns(table, with_rank, setup.columns, shown, table.light_rule)


@dataclass(frozen=True)
class _Assembly:
    """Everything the parts of the sheet are put together from."""

    live: Live
    imprint: Imprint
    columns: list[IndicatorColumns]
    leading: Leading
    places: dict[GroupId, list[Unit]]
    closing: Closing | None

    def sheet(self, shown: Sequence[Group], left_out: Sequence[Group]) -> RankingSheet:
        """The whole sheet of the `shown` groups."""
        imprint, month = self.imprint, self.live.month
        place, _ = place_and_subject(imprint.book_title)
        texts = OfficeTexts(imprint, month, [columns.indicator.name for columns in self.columns])
        blocks, total = self._blocks(shown), self._total(place)
        if len(blocks) == 1 and not left_out and blocks[0].subtotal is not None and blocks[0].subtotal.cells == total.cells:
            blocks = (Block(blocks[0].rows),)
        return replace(
            framed(imprint, month, texts.indicators),
            title=one_line(imprint.title or texts.title() or self._title()),
            units_of_measure=self._units_of_measure(),
            heads=heads(compared=self._compared),
            bands=(*(columns.band() for columns in self.columns), *([self.closing.band] if self.closing is not None else [])),
            blocks=blocks,
            total=total,
            notes=tuple(map(one_line, self._notes(place, left_out))),
        )

    def _notes(self, place: str, left_out: Sequence[Group]) -> Iterator[str]:
        """The notes; after those on pace and ranks, by which rules scores are given."""
        told = notes(self._printed(place, left_out))
        at = min(2, len(told))
        yield from told[:at]
        if self.closing is not None:
            yield self.closing.note({indicator.id: indicator for indicator in self.live.indicators}, self._units)
        yield from told[at:]

    def _title(self) -> str:
        title, month = self.imprint.book_title, self.live.month
        if len(self.columns) > 1:
            return sheet_title(title, month)
        return sheet_title_of_one(title, month, self.columns[0].indicator, has_targets=self.columns[0].has_targets)

    @property
    def _units(self) -> list[Unit]:
        """The printed units, by group and place."""
        return [unit for units in self.places.values() for unit in units]

    @cached_property
    def _compared(self) -> bool:
        """Whether any printed unit has a move to show; January has none."""
        rows = (self.leading.standing(unit.id) for unit in self._units)
        return any(row is not None and row.rank_change is not None for row in rows)

    def _blocks(self, groups: Sequence[Group]) -> tuple[Block, ...]:
        return tuple(
            Block(
                tuple(self._row(unit) for unit in self.places[group.id]),
                self._sum(group.id, tr("{group} subtotal", group=group.name)),
            )
            for group in groups
        )

    def _row(self, unit: Unit) -> SheetRow:
        lead, rows = self.leading.standing(unit.id), [(columns, columns.table.row(unit.id)) for columns in self.columns]
        place = NOTHING if lead is None or lead.rank is None else str(lead.rank)
        cells = [text for columns, row in rows if row is not None for text in columns.row_cells(row)]
        cells += self.closing.cells(unit.id) if self.closing is not None else ()
        return SheetRow(one_line(unit.name), tuple(cells), place, change_mark(lead.rank_change if lead is not None else None))

    def _total(self, place: str) -> SheetRow:
        return self._sum(None, tr("{county} total", county=whole(place)))

    def _sum(self, group: GroupId | None, name: str) -> SheetRow:
        cells = [text for columns in self.columns for text in columns.total_cells(columns.table.total(group))]
        cells += self.closing.blanks if self.closing is not None else ()
        return SheetRow(one_line(name), tuple(cells))

    def _units_of_measure(self) -> str:
        """Every unit of measure on the sheet, once, in the order of the columns."""
        fields = {field for columns in self.columns for field in columns.fields}
        units = [columns.indicator.unit for columns in self.columns if columns.indicator.unit]
        units += ["%"] if fields & IN_PERCENT else []
        units += [tr("percentage points")] if Field.GAP in fields else []
        return tr("Units of measure: {units}", units=listed(tuple(dict.fromkeys(units))))

    def _printed(self, place: str, left_out: Sequence[Group]) -> Printed:
        lead = self.leading
        return Printed(
            month=self.live.month,
            columns=self.columns,
            units=self._units,
            all_units=self.live.units,
            left_out=left_out,
            place=place,
            lead=lead.name if len(self.columns) > 1 or lead.indicator != self.columns[0].indicator.id else "",
            compared=self._compared,
            as_printed=self.live.as_printed,
            target_set=self.live.target_set,
        )
