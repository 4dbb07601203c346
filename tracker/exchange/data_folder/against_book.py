"""What of a folder the book itself does not let in, and which of its figures are new to the book."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.amount import PLACES
from tracker.domain.indicator import Kind
from tracker.domain.period import Month
from tracker.exchange.data_folder.content import Content
from tracker.exchange.data_folder.figures import PackedFigures, figure_key
from tracker.exchange.data_folder.stored import Stored
from tracker.exchange.data_folder.tables import FIGURES, INDICATORS
from tracker.exchange.problems import Findings
from tracker.i18n import tr
from tracker.store import months
from tracker.store.sqlite_faults import faults_of

if TYPE_CHECKING:
    from tracker.store.book import Book

_WITH_DATA = """
    SELECT 1 WHERE EXISTS (SELECT 1 FROM figure WHERE indicator_id = ?1) OR EXISTS (SELECT 1 FROM target WHERE indicator_id = ?1)
"""
_FINER = "SELECT 1 FROM figure WHERE indicator_id = ? AND value % ? <> 0 LIMIT 1"


def check_indicators(book: Book, has: Stored, content: Content, findings: Findings) -> None:
    """Find indicators that the book's own figures, targets and ratios keep from becoming what the folder says."""
    parts = {part for row in content.figures.directory.indicators.values() for part in (row.numerator, row.denominator)}
    for row in content.indicators:
        before, id_ = has.directory.indicators.get(row.code), has.indicators.get(row.code)
        if before is None or id_ is None:
            continue
        place = content.indicator_places[row.code]
        becomes_ratio = row.kind is Kind.RATIO and before.kind is not Kind.RATIO
        if becomes_ratio and (row.code in parts or book.row(_WITH_DATA, (id_,))):
            what = tr("“{code}” has figures, targets or ratios made of it in the book: it cannot become a ratio.", code=row.code)
            findings.add(INDICATORS.file, place, "kind", what=what, advice=tr("Give the ratio a code of its own."))
        if row.decimals < before.decimals and book.row(_FINER, (id_, 10 ** (PLACES - row.decimals))):
            what = tr(
                "The book has figures of “{code}” with more than {decimals} decimals.", code=row.code, decimals=row.decimals
            )
            findings.add(INDICATORS.file, place, "decimals", what=what, advice=tr("Keep {decimals}.", decimals=before.decimals))


def changed_positions(book: Book, has: Stored, content: Content, findings: Findings) -> Sequence[int]:
    """The positions of the figures that differ from what the book has. One in a published month is a finding instead."""
    frozen = {month.key for month in months.published(book)}
    there = _figures_of(book, has, content.figures)
    changed = array("q")
    for position, (key, value, typed, note, row) in enumerate(content.figures.packed()):
        if there.has_it(key, value, typed=typed if content.figures.typed_is_told else None, note=note):
            continue
        month = key % 1_000_000
        if month in frozen:
            what = tr("{month} is published: its figures stay as they are.", month=Month.from_key(month))
            findings.add(FIGURES.file, row, "value", what=what, advice=tr("Remove the row, or set the month back to open first."))
        else:
            changed.append(position)
    return changed


@dataclass(frozen=True, slots=True)
class _Figures:
    """A book's figures by the folder's keys: values in millionths, and (typed, note) where either is there."""

    values: Mapping[int, int | None]
    words: Mapping[int, tuple[str, str]]

    def has_it(self, key: int, value: int | None, *, typed: str | None, note: str) -> bool:
        """Whether storing this would change nothing; `typed` None is not told, and a note stays where there is no new one."""
        if key not in self.values:
            return value is None and not typed and not note
        typed_there, note_there = self.words.get(key, ("", ""))
        return value == self.values[key] and typed in (None, typed_there) and note in ("", note_there)


def _figures_of(book: Book, has: Stored, figures: PackedFigures) -> _Figures:
    unit_places = {has.units[code]: place for place, code in enumerate(figures.directory.units) if code in has.units}
    codes = list(figures.directory.indicators)
    indicator_places = {has.indicators[code]: place for place, code in enumerate(codes) if code in has.indicators}
    values: dict[int, int | None] = {}
    words: dict[int, tuple[str, str]] = {}
    with faults_of(book.path):
        rows = book.connection.execute("SELECT unit_id, indicator_id, month, value, typed, note FROM figure")
        for unit, indicator, month, value, typed, note in rows:
            key = figure_key(unit_places[unit], indicator_places[indicator], month, width=len(codes))
            values[key] = value
            if typed or note:
                words[key] = (typed, note)
    return _Figures(values, words)
