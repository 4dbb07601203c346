"""Read who reports and what is reported: units.csv and indicators.csv, over what the book has already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from tracker.domain.amount import PLACES
from tracker.domain.indicator import Direction, EnteredBy, Kind, RankBy
from tracker.exchange.data_folder.cells import Cells
from tracker.exchange.data_folder.csv_file import open_sheet
from tracker.exchange.data_folder.loops import on_circles
from tracker.exchange.data_folder.rows import IndicatorRow, UnitRow
from tracker.exchange.data_folder.tables import INDICATORS, UNITS, Table
from tracker.exchange.problems import Findings
from tracker.i18n import tr

_SORTS = (-(10**9), 10**9)


@dataclass(frozen=True, slots=True)
class Directory:
    """All units and indicators by code, as they will be once the folder is loaded: the book's own with the folder's over them."""

    units: Mapping[str, UnitRow]
    indicators: Mapping[str, IndicatorRow]
    all_units: bool = True
    all_indicators: bool = True
    """False where rows of the file could not be read: an unknown code may be one of theirs, and is then no problem of its own."""


@dataclass(frozen=True, slots=True)
class ReadDirectory:
    """The rows of both files in their order, the directory they make with the book's own, and where each indicator stands."""

    units: tuple[UnitRow, ...]
    indicators: tuple[IndicatorRow, ...]
    directory: Directory
    indicator_places: Mapping[str, int]


def each_row(folder: Path, table: Table, findings: Findings) -> Iterator[Cells]:
    """The cells of every row of the file; nothing where the file is absent or its header not sound."""
    sheet = open_sheet(folder, table, findings)
    if sheet:
        for row, cells in sheet.rows:
            yield Cells(table.file, row, dict(zip(sheet.columns, cells, strict=True)), findings)


def first_of(seen: dict[object, int], key: object, cells: Cells) -> bool:
    """Whether the key comes here for the first time; a second time is a finding that names the first row."""
    first = seen.setdefault(key, cells.row)
    if first != cells.row:
        cells.refuse("", tr("It repeats row {row}.", row=first), tr("Keep one of the two."))
    return first == cells.row


def read_directory(folder: Path, base: Directory, findings: Findings) -> ReadDirectory:
    """Read units.csv and indicators.csv over `base`. References and circles are checked."""
    unit_cells: dict[str, Cells] = {}
    units = _read_units(folder, base.units, findings, unit_cells)
    indicator_cells: dict[str, Cells] = {}
    indicators = _read_indicators(folder, base.indicators, findings, indicator_cells)
    directory = Directory(
        {**base.units, **units},
        {**base.indicators, **indicators},
        all_units=not findings.lost(UNITS.file, "code"),
        all_indicators=not findings.lost(INDICATORS.file, "code"),
    )
    _check_mergers(directory, unit_cells)
    _check_names(directory.indicators, indicator_cells)
    _check_ratios(directory, indicator_cells)
    places = {code: cells.row for code, cells in indicator_cells.items()}
    return ReadDirectory(tuple(units.values()), tuple(indicators.values()), directory, places)


def _read_units(folder: Path, base: Mapping[str, UnitRow], findings: Findings, places: dict[str, Cells]) -> dict[str, UnitRow]:
    units: dict[str, UnitRow] = {}
    seen: dict[object, int] = {}
    last = max((unit.sort for unit in base.values()), default=0)
    for cells in each_row(folder, UNITS, findings):
        code = cells.needed("code")
        if not code or not first_of(seen, code, cells):
            continue
        places[code] = cells
        known = base.get(code) or UnitRow(code, "", "", last + 1)
        units[code] = unit = _unit(cells, known)
        last = max(last, unit.sort)
    return units


def _unit(cells: Cells, known: UnitRow) -> UnitRow:
    """The unit as the row tells it; a column that the file does not have leaves what is `known`."""
    sort = cells.whole("sort", *_SORTS)
    unit = replace(known, name=cells.needed("name"), group=cells.needed("group"), sort=known.sort if sort is None else sort)
    if cells.has("valid_from"):
        unit = replace(unit, valid_from=cells.month("valid_from"))
    if cells.has("valid_to"):
        unit = replace(unit, valid_to=cells.month("valid_to"))
    if cells.has("merged_into"):
        unit = replace(unit, merged_into=cells.text("merged_into"))
    if cells.has("contact"):
        unit = replace(unit, contact=cells.text("contact"))
    if unit.valid_from and unit.valid_to and unit.valid_to < unit.valid_from:
        cells.refuse("valid_to", tr("The unit ends before it begins."), tr("Correct valid_from or valid_to."))
    return unit


def _check_mergers(directory: Directory, places: dict[str, Cells]) -> None:
    units = directory.units
    circling = on_circles({code: unit.merged_into for code, unit in units.items() if unit.merged_into})
    for code, cells in places.items():
        into = units[code].merged_into
        if into and into not in units:
            refuse_unit(cells, "merged_into", into, directory)
        elif code in circling:
            what = tr("“{code}” is merged into itself, by way of {into}.", code=code, into=into)
            cells.refuse("merged_into", what, tr("Break the circle."))
        elif into and not units[code].valid_to:
            what = tr("A merged unit needs the month it ended in.")
            cells.refuse("valid_to", what, tr("Give valid_to, or empty merged_into."))


def _read_indicators(
    folder: Path, base: Mapping[str, IndicatorRow], findings: Findings, places: dict[str, Cells]
) -> dict[str, IndicatorRow]:
    indicators: dict[str, IndicatorRow] = {}
    seen: dict[object, int] = {}
    last = max((indicator.sort for indicator in base.values()), default=0)
    for cells in each_row(folder, INDICATORS, findings):
        code = cells.needed("code")
        if not code or not first_of(seen, code, cells):
            continue
        places[code] = cells
        known = base.get(code) or IndicatorRow(code, "", "", 0, sort=last + 1)
        indicators[code] = indicator = _indicator(cells, known)
        last = max(last, indicator.sort)
    return indicators


def _indicator(cells: Cells, known: IndicatorRow) -> IndicatorRow:
    """The indicator as the row tells it; a column that the file does not have leaves what is `known`."""
    sort = cells.whole("sort", *_SORTS)
    decimals = cells.whole("decimals", 0, PLACES) if cells.needed("decimals") else None
    indicator = replace(
        known,
        name=cells.needed("name"),
        unit=cells.verbatim("unit"),
        decimals=PLACES if decimals is None else decimals,  # unread: its figures are no problems of their own
        sort=known.sort if sort is None else sort,
    )
    if cells.has("kind"):
        indicator = replace(indicator, kind=cells.choice("kind", Kind, Kind.FLOW))
    if cells.has("direction"):
        indicator = replace(indicator, direction=cells.choice("direction", Direction, Direction.HIGHER))
    if cells.has("rank_by"):
        indicator = replace(indicator, rank_by=cells.choice("rank_by", RankBy, RankBy.COMPLETION))
    if cells.has("entered_by"):
        indicator = replace(indicator, entered_by=cells.choice("entered_by", EnteredBy, EnteredBy.MONTH))
    if cells.has("definition"):
        indicator = replace(indicator, definition=cells.verbatim("definition"))
    return _ratio_parts(cells, indicator)


def _ratio_parts(cells: Cells, indicator: IndicatorRow) -> IndicatorRow:
    for column in ("numerator", "denominator"):
        if cells.has(column):
            indicator = replace(indicator, **{column: cells.text(column)})  # type: ignore[arg-type]  # both are texts
    if cells.has("factor"):
        factor = cells.exact("factor")
        indicator = replace(indicator, factor=Decimal(1) if factor is None else factor)
    return indicator


def _check_names(indicators: Mapping[str, IndicatorRow], places: dict[str, Cells]) -> None:
    codes: dict[str, list[str]] = {}
    for code, row in indicators.items():
        codes.setdefault(row.name, []).append(code)
    for code, cells in places.items():
        others = [other for other in codes[indicators[code].name] if other != code]
        if indicators[code].name and others:
            what = tr("“{name}” is the name of {code} too.", name=indicators[code].name, code=others[0])
            cells.refuse("name", what, tr("Give each indicator a name of its own."))


def _check_ratios(directory: Directory, places: dict[str, Cells]) -> None:
    indicators = directory.indicators
    for code, cells in places.items():
        row = indicators[code]
        for column, part in (("numerator", row.numerator), ("denominator", row.denominator)):
            if row.kind is Kind.RATIO and not part:
                cells.refuse(column, tr("A ratio needs one."), tr("Write an indicator's code."))
            elif row.kind is not Kind.RATIO and part:
                cells.refuse(column, tr("Only a ratio has one."), tr("Empty the cell, or make the kind ratio."))
            elif part and part not in indicators:
                refuse_indicator(cells, column, part, directory)
            elif part and indicators[part].kind is Kind.RATIO:
                what = tr("“{code}” is a ratio itself: a ratio is made of indicators that are not.", code=part)
                cells.refuse(column, what, tr("Write the code of a flow or a stock."))


def refuse_unit(cells: Cells, column: str, code: str, directory: Directory) -> None:
    """Leave a row out whose unit is nowhere; a finding, unless rows of units.csv are missing that it may be in."""
    if directory.all_units:
        cells.refuse(column, *unknown_unit(code))
    else:
        cells.leave_out()


def refuse_indicator(cells: Cells, column: str, code: str, directory: Directory) -> None:
    """Leave a row out whose indicator is nowhere; a finding, unless rows of indicators.csv are missing that it may be in."""
    if directory.all_indicators:
        cells.refuse(column, *unknown_indicator(code))
    else:
        cells.leave_out()


def unknown_unit(code: str) -> tuple[str, str]:
    """What to say of a unit's code that is nowhere, and the advice."""
    return tr("There is no unit “{code}”.", code=code), tr("Add the unit to units.csv, or correct the code.")


def unknown_indicator(code: str) -> tuple[str, str]:
    """What to say of an indicator's code that is nowhere, and the advice."""
    return tr("There is no indicator “{code}”.", code=code), tr("Add the indicator to indicators.csv, or correct the code.")
