"""What scores and lists need beside the lines of the scheme: scheme_terms.csv, adjustments.csv and exemptions.csv."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tracker.domain.adjustment import Adjustment
from tracker.domain.exemption import Exemption
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.scheme import Terms
from tracker.domain.unit import UnitId
from tracker.exchange.data_folder.cells import Cells
from tracker.exchange.data_folder.directory import Directory, each_row, first_of, refuse_indicator, refuse_unit
from tracker.exchange.data_folder.rows import AdjustmentRow, ExemptionRow, TermsRow
from tracker.exchange.data_folder.tables import ADJUSTMENTS, EXEMPTIONS, TERMS
from tracker.exchange.problems import Findings
from tracker.i18n import tr
from tracker.store import adjustments, exemptions, scheme_versions

if TYPE_CHECKING:
    from tracker.store.book import Book

Row = TypeVar("Row", AdjustmentRow, ExemptionRow)

_NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The rows of the three files."""

    terms: tuple[TermsRow, ...] = ()
    adjustments: tuple[AdjustmentRow, ...] = ()
    exemptions: tuple[ExemptionRow, ...] = ()


def read_judgement(folder: Path, directory: Directory, findings: Findings) -> Judgement:
    """What the folder says; what cannot be taken is among the findings."""
    return Judgement(
        tuple(_read_terms(folder, findings)),
        tuple(_read_adjustments(folder, directory, findings)),
        tuple(_read_exemptions(folder, directory, findings)),
    )


def judgement_of(book: Book, units: Mapping[UnitId, str], indicators: Mapping[IndicatorId, str]) -> Judgement:
    """What the book has, in the codes of its units and indicators."""
    return Judgement(
        tuple(
            TermsRow(year, month, terms.total, terms.late, terms.missing, terms.most)
            for year, month, terms in scheme_versions.terms(book)
        ),
        tuple(
            AdjustmentRow(units[one.unit], one.month, one.points, one.reason, one.document)
            for one in adjustments.adjustments(book)
        ),
        tuple(
            ExemptionRow(units[one.unit], indicators[one.indicator] if one.indicator else "", one.first, one.last, one.reason)
            for one in exemptions.exemptions(book)
        ),
    )


def store_judgement(book: Book, judgement: Judgement, units: Mapping[str, UnitId], indicators: Mapping[str, IndicatorId]) -> None:
    """Store it, inside a change: terms in place of those of their version; entries, having no key, where they are not there yet.

    Raises what the nouns' own functions raise.
    """
    has = judgement_of(book, {id_: code for code, id_ in units.items()}, {id_: code for code, id_ in indicators.items()})
    for terms in (row for row in judgement.terms if row not in has.terms):
        scheme_versions.set_terms(book, terms.year, terms.from_month, Terms(terms.total, terms.late, terms.missing, terms.most))
    for entry in _new(judgement.adjustments, has.adjustments):
        adjustments.add_adjustment(book, Adjustment(units[entry.unit], entry.month, entry.points, entry.reason, entry.document))
    for exempt in _new(judgement.exemptions, has.exemptions):
        indicator = indicators[exempt.indicator] if exempt.indicator else None
        exemptions.exempt(book, Exemption(units[exempt.unit], indicator, exempt.first, exempt.last, exempt.reason))


def _new(told: Iterable[Row], has: Iterable[Row]) -> Iterator[Row]:
    """The rows that are not there yet, each as often as it is missing, in the folder's order."""
    there = Counter(has)
    for row in told:
        if there[row]:
            there[row] -= 1
        else:
            yield row


def _read_terms(folder: Path, findings: Findings) -> Iterator[TermsRow]:
    seen: dict[object, int] = {}
    for cells in each_row(folder, TERMS, findings):
        year = cells.year("year")
        month = cells.whole("from_month", 1, 12) if cells.needed("from_month") else None
        total, late, missing, most = (_not_negative(cells, name) for name in ("total", "late", "missing", "most"))
        if month is not None and cells.sound and first_of(seen, (year, month), cells):
            yield TermsRow(year, month, total, late or _NONE, missing or _NONE, most)


def _read_adjustments(folder: Path, directory: Directory, findings: Findings) -> Iterator[AdjustmentRow]:
    for cells in each_row(folder, ADJUSTMENTS, findings):
        unit, month = _unit(cells, directory), _month(cells, "month")
        points = cells.exact("points") if cells.needed("points") else None
        reason, document = cells.needed("reason"), cells.needed("document")
        if points is not None and not points:
            cells.refuse("points", tr("0 points change nothing."), tr("Enter points above or below zero."))
        if month is not None and points is not None and cells.sound:
            yield AdjustmentRow(unit, month, points, reason, document)


def _read_exemptions(folder: Path, directory: Directory, findings: Findings) -> Iterator[ExemptionRow]:
    for cells in each_row(folder, EXEMPTIONS, findings):
        unit, indicator = _unit(cells, directory), cells.text("indicator")
        if indicator and indicator not in directory.indicators:
            refuse_indicator(cells, "indicator", indicator, directory)
        first, last, reason = _month(cells, "first"), _month(cells, "last"), cells.needed("reason")
        if first is not None and last is not None and last < first:
            cells.refuse("last", tr("The exemption ends before it begins."), tr("Correct first or last."))
        if first is not None and last is not None and cells.sound:
            yield ExemptionRow(unit, indicator, first, last, reason)


def _unit(cells: Cells, directory: Directory) -> str:
    code = cells.needed("unit")
    if code and code not in directory.units:
        refuse_unit(cells, "unit", code, directory)
    return code


def _month(cells: Cells, column: str) -> Month | None:
    return cells.month(column) if cells.needed(column) else None


def _not_negative(cells: Cells, column: str) -> Decimal | None:
    value = cells.exact(column)
    if value is not None and value < 0:
        cells.refuse(column, tr("It cannot be below zero."), tr("Write 0 or more."))
    return value
