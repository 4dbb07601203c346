"""Makes a unit's card of a month from the metrics; a published month's from what it was published with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tracker.domain.amount import format_number
from tracker.domain.unit import GroupId, Unit, UnitId
from tracker.metrics.live import Live
from tracker.metrics.row import Row
from tracker.metrics.scoring.score import SCORE_DECIMALS, ScoreTable
from tracker.reports.bulletin.numerals import before_chapter
from tracker.reports.errors import NoIndicatorToPrint, NoUnitToPrint
from tracker.reports.imprint import Imprint
from tracker.reports.note_lists import Printed
from tracker.reports.ranking_columns import NOTHING, Field, IndicatorColumns, number, percent
from tracker.reports.ranking_notes import mergers, month_text, target_set
from tracker.reports.titles import date_text, period, place_and_subject, sheet_title
from tracker.reports.unit_card.content import HeadFigure, UnitCard
from tracker.reports.unit_card.course import course, lead_of
from tracker.reports.unit_card.months import months_row, months_table
from tracker.reports.unit_card.progress import progress_row, progress_table
from tracker.reports.unit_card.remaining import needs_row, needs_table
from tracker.reports.wording import one_line, tr

Part = tuple[IndicatorColumns, Row]


def unit_cards(
    live: Live,
    scores: ScoreTable | None,
    *,
    imprint: Imprint,
    units: Sequence[UnitId] = (),
    groups: Sequence[GroupId] = (),
) -> tuple[UnitCard, ...]:
    """The cards of the month that `live` shows, by group and position; no units or groups mean all of them.

    `scores` are the month's, None where it has no scheme. Raises NoIndicatorToPrint, NoUnitToPrint.
    """
    if not live.indicators:
        raise NoIndicatorToPrint
    shown = [unit for unit in live.roster.units if (not units or unit.id in units) and (not groups or unit.group in groups)]
    if not shown:
        raise NoUnitToPrint(live.month)
    making = _Making(live, scores, imprint)
    return tuple(making.card(unit) for unit in shown)


@dataclass(frozen=True)
class _Making:
    """What all cards of a month are made from."""

    live: Live
    scores: ScoreTable | None
    imprint: Imprint

    @cached_property
    def columns(self) -> list[IndicatorColumns]:
        return [IndicatorColumns(self.live.table(indicator.id)) for indicator in self.live.indicators]

    @cached_property
    def groups(self) -> dict[GroupId, str]:
        return {group.id: group.name for group in self.live.groups}

    def card(self, unit: Unit) -> UnitCard:
        """The card of a listed unit."""
        live, imprint = self.live, self.imprint
        parts = list(self._parts(unit))
        months = [row for row in (months_row(columns, row) for columns, row in parts) if row is not None]
        needs = [row for row in (needs_row(live, columns, row) for columns, row in parts) if row is not None]
        lead = lead_of(parts)
        chapters = iter(before_chapter(at) for at in range(1, 5))
        progress = [progress_row(columns, row) for columns, row in parts]
        return UnitCard(
            name=one_line(unit.name),
            what=tr("{subject}: progress card", subject=place_and_subject(imprint.book_title)[1]),
            period=period(live.month),
            group=one_line(self.groups[unit.group]),
            figures=tuple(self._figures(unit, lead, parts)),
            pace=_pace(lead),
            progress=progress_table(next(chapters)),
            progress_rows=tuple(progress),
            months=months_table(next(chapters)),
            months_rows=tuple(months),
            chart=None if lead is None else course(live, lead, unit.id, number=next(chapters)),
            needs=needs_table(next(chapters), live.month) if needs else None,
            needs_rows=tuple(needs),
            notes=tuple(map(one_line, self._notes(unit, parts))),
            office=one_line(imprint.office),
            date=imprint.date,
            date_made=tr("made {date}", date=date_text(imprint.date)),
            page_of=tr("Page {page} of {pages}"),
            title_face=imprint.setup.title_face,
            body_face=imprint.setup.body_face,
        )

    def _parts(self, unit: Unit) -> Iterator[Part]:
        """The unit's row of every indicator."""
        for columns in self.columns:
            row = columns.table.row(unit.id)
            if row is not None:
                yield columns, row

    def _figures(self, unit: Unit, lead: IndicatorColumns | None, parts: Sequence[Part]) -> Iterator[HeadFigure]:
        """The score and its rank; of the lead the completion, and where there is no scheme its cumulative and rank instead."""
        score = None if self.scores is None else self.scores.by_unit.get(unit.id)
        if score is not None:
            yield HeadFigure(tr("Composite score"), number(score.value, SCORE_DECIMALS), tr("points of a score"))
            yield _rank(score.rank, score.ranked)
        row = next((row for columns, row in parts if columns is lead), None)
        if lead is None or row is None:
            return
        name = one_line(lead.indicator.name)
        if row.completion is not None:
            label = tr("Completion of {indicator}", indicator=name)
            yield HeadFigure(label, number(percent(row.completion), 2), "%")
        if score is None or row.completion is None:
            label = tr("Cumulative of {indicator}", indicator=name)
            yield HeadFigure(label, number(row.cumulative, lead.indicator.decimals), one_line(lead.indicator.unit))
        if score is None:
            yield _rank(row.rank, row.ranked)

    def _notes(self, unit: Unit, parts: Sequence[Part]) -> Iterator[str]:
        printed = self._printed(unit, parts)
        yield from (text for text in (self._reading(printed), mergers(printed), target_set(printed)) if text)
        sheet = sheet_title(self.imprint.book_title, self.live.month)
        office = one_line(self.imprint.office)
        checked = tr(", checked by {office}", office=office) if office else ""
        yield tr(
            "Figures reported by {unit}{checked}; this card and “{sheet}” are of the same book.",
            unit=unit.name,
            checked=checked,
            sheet=sheet,
        )

    @staticmethod
    def _reading(printed: Printed) -> str:
        """How marks and dashes are to be read, as far as the card has any."""
        cells = [text for columns in printed.columns for row in printed.rows(columns) for text in columns.row_cells(row)]
        said = tr("“-” is no target, no figure, or no base in last year.") if NOTHING in cells else ""
        return said + (tr("▲ up, ▽ down, against {month}.", month=month_text(printed.month.plus(-1))) if printed.compared else "")

    def _printed(self, unit: Unit, parts: Sequence[Part]) -> Printed:
        return Printed(
            month=self.live.month,
            columns=[columns for columns, _ in parts],
            units=[unit],
            all_units=self.live.units,
            left_out=(),
            place="",
            lead="",
            compared=any(row.rank_change is not None for _, row in parts),
            as_printed=self.live.as_printed,
            target_set=self.live.target_set,
        )


def _rank(rank: int | None, ranked: int) -> HeadFigure:
    value, of = (NOTHING, "") if rank is None else (str(rank), f"/ {ranked}")
    return HeadFigure(tr("Rank in its group"), value, of)


def _pace(lead: IndicatorColumns | None) -> str:
    """The pace that the lead is held against."""
    pace = None if lead is None or Field.GAP not in lead.fields else lead.table.total(None).pace
    return "" if pace is None else tr("Due by now {percent}%", percent=format_number(pace * 100, 2))
