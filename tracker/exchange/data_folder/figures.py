"""The figures of a data folder: millions of rows, read fast and kept in 28 bytes each."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

from tracker.domain.amount import PLACES
from tracker.domain.indicator import Kind
from tracker.domain.period import Month
from tracker.errors import BadMonth
from tracker.exchange.data_folder.cells import amount_advice, not_text, read_millionths
from tracker.exchange.data_folder.csv_file import Sheet, open_sheet
from tracker.exchange.data_folder.directory import Directory, unknown_indicator, unknown_unit
from tracker.exchange.data_folder.tables import FIGURES
from tracker.exchange.problems import Findings
from tracker.i18n import tr

Told = tuple[str, str, Month, int | None, str, str]
"""A figure as a folder tells it: its unit's and its indicator's code, month, value in millionths, what was typed, note."""

_BLANK = -(2**63)
_NO_WORDS = ("", "")
_MONTHS = 1_000_000


def figure_key(unit: int, indicator: int, month: int, *, width: int) -> int:
    """One whole number for a figure's place: its unit's and its indicator's position among `width` ones, its month's key."""
    return (unit * width + indicator) * _MONTHS + month


class PackedFigures:
    """Figures read from a folder, in the order of the file; can be gone through again and again."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.typed_is_told = False
        """Whether the file has a column for the text that was typed."""
        self._keys = array("q")
        self._values = array("q")
        self._rows = array("q")
        self._words: dict[int, tuple[str, str]] = {}

    def __len__(self) -> int:
        return len(self._keys)

    def told(self, positions: Iterable[int] | None = None) -> Iterator[Told]:
        """The figures at those positions, all of them without any."""
        units, indicators = list(self.directory.units), list(self.directory.indicators)
        months: dict[int, Month] = {}
        for position in range(len(self)) if positions is None else positions:
            value = self._values[position]
            pair, month_key = divmod(self._keys[position], _MONTHS)
            unit, indicator = divmod(pair, len(indicators))
            month = months.get(month_key) or months.setdefault(month_key, Month.from_key(month_key))
            words = self._words.get(position, _NO_WORDS)
            yield units[unit], indicators[indicator], month, None if value == _BLANK else value, *words

    def add(self, key: int, value: int | None, *, row: int, words: tuple[str, str] = _NO_WORDS) -> None:
        """Take one more figure: its `figure_key`, its value in millionths, the file's row, what was typed and the note."""
        if words != _NO_WORDS:
            self._words[len(self._keys)] = words
        self._keys.append(key)
        self._values.append(_BLANK if value is None else value)
        self._rows.append(row)

    def packed(self) -> Iterator[tuple[int, int | None, str, str, int]]:
        """Each figure as its `figure_key`, its value in millionths, typed, note, and the file's row."""
        for position, (key, value, row) in enumerate(zip(self._keys, self._values, self._rows, strict=True)):
            typed, note = self._words.get(position, _NO_WORDS)
            yield key, None if value == _BLANK else value, typed, note, row

    def words_used(self) -> frozenset[str]:
        """Which of "typed" and "note" any figure has."""
        words = self._words.values()
        return frozenset(name for name, at in (("typed", 0), ("note", 1)) if any(pair[at] for pair in words))

    def repeated(self) -> list[tuple[int, int]]:
        """The file's rows that repeat an earlier one, each with that earlier row."""
        if len(set(self._keys)) == len(self._keys):
            return []
        first: dict[int, int] = {}
        pairs = ((row, first.setdefault(key, row)) for key, row in zip(self._keys, self._rows, strict=True))
        return [(row, earlier) for row, earlier in pairs if row != earlier]


def read_figures(folder: Path, directory: Directory, findings: Findings) -> PackedFigures:
    """The figures of figures.csv; those that cannot be taken are among the findings."""
    figures = PackedFigures(directory)
    sheet = open_sheet(folder, FIGURES, findings)
    if sheet:
        _Reader(sheet, directory, findings).read_into(figures)
        for row, earlier in figures.repeated():
            what = tr("It repeats row {row}.", row=earlier)
            findings.add(FIGURES.file, row, "", what=what, advice=tr("Keep one of the two."))
    return figures


class _Reader:
    """Reads one sheet; knows where its columns are, and each code, month and number of decimals by its text."""

    def __init__(self, sheet: Sheet, directory: Directory, findings: Findings) -> None:
        self._sheet = sheet
        self._findings = findings
        self._directory = directory
        place = {name: position for position, name in enumerate(sheet.columns)}
        self._unit, self._indicator, self._month, self._value = (place[name] for name in ("unit", "indicator", "month", "value"))
        self._typed, self._note = place.get("typed"), place.get("note")
        self._units = {code: position for position, code in enumerate(directory.units)}
        # A ratio is left out: nothing can be entered for it.
        self._indicators = {
            code: (position, row.decimals)
            for position, (code, row) in enumerate(directory.indicators.items())
            if row.kind is not Kind.RATIO
        }
        self._months: dict[str, int] = {}

    def read_into(self, figures: PackedFigures) -> None:
        figures.typed_is_told = self._typed is not None
        width = len(self._directory.indicators)
        for row, cells in self._sheet.rows:
            unit = self._units.get(cells[self._unit])
            indicator = self._indicators.get(cells[self._indicator])
            month = self._months.get(cells[self._month])
            if unit is None or indicator is None or month is None:
                unit, indicator, month = self._look_closer(row, cells)
            text = cells[self._value]
            value = read_millionths(text, indicator[1] if indicator else PLACES) if text else None
            if isinstance(value, str):
                value = self._value_again(row, text.strip(), indicator[1] if indicator else PLACES)
            if unit is not None and indicator is not None and month is not None and not isinstance(value, str):
                figures.add(figure_key(unit, indicator[0], month, width=width), value, row=row, words=self._words(row, cells))

    def _words(self, row: int, cells: list[str]) -> tuple[str, str]:
        words = "" if self._typed is None else cells[self._typed], "" if self._note is None else cells[self._note]
        for column, text in zip(("typed", "note"), words, strict=True):
            if "\0" in text:
                self._refuse(row, column, *not_text())
        return words

    def _look_closer(self, row: int, cells: list[str]) -> tuple[int | None, tuple[int, int] | None, int | None]:
        """What stands in the row when the space around it does not count; what is still unknown becomes a finding."""
        code, name, text = (cells[position].strip() for position in (self._unit, self._indicator, self._month))
        unit, indicator = self._units.get(code), self._indicators.get(name)
        if unit is None and self._directory.all_units:
            self._refuse(row, "unit", *unknown_unit(code))
        if indicator is None and name in self._directory.indicators:
            what = tr("“{code}” is a ratio: it is computed, not entered.", code=name)
            self._refuse(row, "indicator", what, tr("Remove the row."))
        elif indicator is None and self._directory.all_indicators:
            self._refuse(row, "indicator", *unknown_indicator(name))
        return unit, indicator, self._month_of(row, cells[self._month], text)

    def _month_of(self, row: int, cell: str, text: str) -> int | None:
        if cell not in self._months:
            try:
                self._months[cell] = Month.parse(text).key
            except BadMonth:
                self._refuse(row, "month", tr("“{text}” is not a month.", text=text), tr("Write it like 2026-09."))
                return None
        return self._months[cell]

    def _value_again(self, row: int, text: str, decimals: int) -> int | str | None:
        value = read_millionths(text, decimals) if text else None
        if isinstance(value, str):
            self._refuse(row, "value", value, amount_advice(decimals))
        return value

    def _refuse(self, row: int, column: str, what: str, advice: str) -> None:
        self._findings.add(FIGURES.file, row, column, what=what, advice=advice)
