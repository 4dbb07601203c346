"""A book in the folder's words: codes and names instead of ids, with the way back to the ids."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.unit import GroupId, Unit, UnitId
from tracker.exchange.data_folder.content import Content
from tracker.exchange.data_folder.directory import Directory
from tracker.exchange.data_folder.figures import PackedFigures, figure_key
from tracker.exchange.data_folder.judgement import judgement_of
from tracker.exchange.data_folder.rows import GroupRow, IndicatorRow, Package, PlanRow, SchemeRow, TargetRow, UnitRow
from tracker.exchange.data_folder.texts import texts_of
from tracker.store import groups, indicators, months, plans, schemes, settings, targets, units
from tracker.store.sqlite_faults import faults_of

if TYPE_CHECKING:
    from tracker.store.book import Book

Id = TypeVar("Id", UnitId, IndicatorId)

_SETTINGS = "SELECT key, value FROM setting WHERE key NOT IN (?, ?) ORDER BY key"

_FIGURES = """
    SELECT figure.unit_id, figure.indicator_id, figure.month, figure.value, figure.typed, figure.note
    FROM figure
    JOIN unit ON unit.id = figure.unit_id
    JOIN unit_group ON unit_group.id = unit.group_id
    JOIN indicator ON indicator.id = figure.indicator_id
    ORDER BY unit_group.sort, unit_group.id, unit.sort, unit.id, indicator.sort, indicator.id, figure.month
"""


@dataclass(frozen=True)
class Stored:
    """What a book has: its groups, units and indicators by name and code, and those codes by id."""

    directory: Directory
    groups: dict[str, GroupId]
    units: dict[str, UnitId]
    indicators: dict[str, IndicatorId]


def stored(book: Book) -> Stored:
    """The book's groups, units and indicators, each in their order."""
    kinds, rows, measures = groups.groups(book), units.units(book), indicators.indicators(book)
    group_names = {group.id: group.name for group in kinds}
    unit_codes = {unit.id: unit.code for unit in rows}
    indicator_codes = {indicator.id: indicator.code for indicator in measures}
    return Stored(
        Directory(
            {unit.code: _unit_row(unit, group_names, unit_codes) for unit in rows},
            {indicator.code: _indicator_row(indicator, indicator_codes) for indicator in measures},
        ),
        {group.name: group.id for group in kinds},
        {unit.code: unit.id for unit in rows},
        {indicator.code: indicator.id for indicator in measures},
    )


def content_of(book: Book) -> Content:
    """Everything in the book, as it was at one moment, in the order in which it is dumped."""
    with _one_moment(book):
        has = stored(book)
        return Content(
            package=package_of(book),
            units=tuple(has.directory.units.values()),
            indicators=tuple(has.directory.indicators.values()),
            targets=target_rows(book, has),
            plan=plan_rows(book, has),
            scheme=scheme_rows(book, has),
            figures=_figures(book, has),
            judgement=judgement_of(book, _codes(has.units), _codes(has.indicators)),
            texts=texts_of(book),
        )


def package_of(book: Book) -> Package:
    """What datapackage.json tells of the book beside the files."""
    elsewhere = (settings.TITLE, settings.BULLETIN_TEMPLATE)  # the title is told by itself, the template is no text
    others = tuple((str(key), str(value)) for key, value in book.rows(_SETTINGS, elsewhere))
    ordered = groups.groups(book)
    numbered = [group.sort for group in ordered] == list(range(1, len(ordered) + 1))
    group_rows = tuple(GroupRow(group.name, None if numbered else group.sort) for group in ordered)
    return Package(settings.title(book), others, group_rows, tuple(sorted(months.published(book))))


def target_rows(book: Book, has: Stored) -> tuple[TargetRow, ...]:
    """The book's targets by year, unit (the county itself first), indicator and set."""
    unit_place, indicator_place = _places(has.units), _places(has.indicators)
    unit_code, indicator_code = _codes(has.units), _codes(has.indicators)
    ordered = sorted(
        targets.targets(book),
        key=lambda target: (
            target.year,
            -1 if target.unit is None else unit_place[target.unit],
            indicator_place[target.indicator],
            target.set,
        ),
    )
    return tuple(
        TargetRow(
            target.year,
            "" if target.unit is None else unit_code[target.unit],
            indicator_code[target.indicator],
            target.value,
            target.set,
        )
        for target in ordered
    )


def plan_rows(book: Book, has: Stored) -> tuple[PlanRow, ...]:
    """The book's plan shares by year, indicator and month."""
    place, code = _places(has.indicators), _codes(has.indicators)
    ordered = sorted(plans.plan(book), key=lambda share: (share.year, place[share.indicator], share.month))
    return tuple(PlanRow(share.year, code[share.indicator], share.month, share.share) for share in ordered)


def scheme_rows(book: Book, has: Stored) -> tuple[SchemeRow, ...]:
    """The lines of the book's schemes by year, each year's in the order in which they were given."""
    code, name = _codes(has.indicators), {id_: name for name, id_ in has.groups.items()}
    return tuple(
        SchemeRow(
            line.year,
            "" if line.group is None else name[line.group],
            code[line.indicator],
            line.points,
            line.method,
            *(line.cap, line.bonus, line.bonus_cap, line.step, line.floor, line.each),
            line.tiers,
            line.basis or "",
            line.from_month if line.from_month > 1 else None,
        )
        for line in schemes.scheme_lines(book)
    )


def _figures(book: Book, has: Stored) -> PackedFigures:
    figures = PackedFigures(has.directory)
    unit_place, indicator_place = _places(has.units), _places(has.indicators)
    with faults_of(book.path):
        for row, (unit, indicator, month, value, typed, note) in enumerate(book.connection.execute(_FIGURES), start=2):
            key = figure_key(unit_place[unit], indicator_place[indicator], month, width=len(indicator_place))
            figures.add(key, value, row=row, words=(typed, note))
    return figures


def _unit_row(unit: Unit, group_names: dict[GroupId, str], codes: dict[UnitId, str]) -> UnitRow:
    into = "" if unit.merged_into is None else codes[unit.merged_into]
    group = group_names[unit.group]
    return UnitRow(unit.code, unit.name, group, unit.sort, unit.valid_from, unit.valid_to, into, unit.contact)


def _indicator_row(indicator: Indicator, codes: dict[IndicatorId, str]) -> IndicatorRow:
    return IndicatorRow(
        code=indicator.code,
        name=indicator.name,
        unit=indicator.unit,
        decimals=indicator.decimals,
        kind=indicator.kind,
        direction=indicator.direction,
        rank_by=indicator.rank_by,
        numerator="" if indicator.numerator is None else codes[indicator.numerator],
        denominator="" if indicator.denominator is None else codes[indicator.denominator],
        factor=indicator.factor,
        sort=indicator.sort,
        entered_by=indicator.entered_by,
        definition=indicator.definition,
    )


def _places(ids: dict[str, Id]) -> dict[Id, int]:
    return {id_: place for place, id_ in enumerate(ids.values())}


def _codes(ids: dict[str, Id]) -> dict[Id, str]:
    return {id_: code for code, id_ in ids.items()}


@contextmanager
def _one_moment(book: Book) -> Iterator[None]:
    """Read everything as it is at one moment, whatever another process writes meanwhile."""
    with faults_of(book.path):
        if book.connection.in_transaction:
            yield
            return
        book.connection.execute("BEGIN")
        try:
            yield
        finally:
            book.connection.execute("COMMIT")
