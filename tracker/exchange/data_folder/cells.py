"""Read the cells of one row; what cannot be read becomes a finding with its place and advice."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from tracker.domain.amount import LARGEST, PLACES, SCALE, exact_decimal
from tracker.domain.period import Month
from tracker.errors import BadMonth
from tracker.exchange.problems import Findings
from tracker.i18n import tr

Choice = TypeVar("Choice", bound=StrEnum)

_PLAIN = re.compile(r"([+-]?)(\d*)(?:\.(\d*))?", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,15}", re.ASCII)
_WHOLE_DIGITS = len(str(int(LARGEST) - 1))
_YEARS = (1900, 9999)
EXACT_DIGITS = 28
"""The most digits of a share, a factor or a scheme's number, none of which is an amount: what a Decimal computes with."""


def read_millionths(text: str, decimals: int) -> int | str:
    """A plain decimal in whole millionths; where it is not one, too large, or has more than `decimals` places, why not."""
    match = _PLAIN.fullmatch(text)
    if not match or not (match[2] or match[3]):
        return tr("“{text}” is not a plain number.", text=text)
    places = (match[3] or "").rstrip("0")
    if len(match[2].lstrip("0")) > _WHOLE_DIGITS:
        return tr("{text} is too large.", text=text)
    if len(places) > decimals:
        return tr("{text} has more than {decimals} decimals.", text=text, decimals=decimals)
    millionths: int = int(match[2] or "0") * SCALE + int(places.ljust(PLACES, "0"))
    return -millionths if match[1] == "-" else millionths


class Cells:
    """One row's cells by column name. `sound` is False once one of them could not be read."""

    __slots__ = ("_cells", "_file", "_findings", "row", "sound")

    def __init__(self, file: str, row: int, cells: dict[str, str], findings: Findings) -> None:
        self._file = file
        self._cells = cells
        self._findings = findings
        self.row = row
        self.sound = True
        for column, cell in cells.items():
            if "\0" in cell:
                self.refuse(column, *not_text())

    def refuse(self, column: str, what: str, advice: str = "") -> None:
        """Note that a cell cannot be taken; the row is not sound then."""
        self.sound = False
        self._findings.add(self._file, self.row, column, what=what, advice=advice)

    def leave_out(self) -> None:
        """Take the row for not sound without a problem of its own: what it lacks is told elsewhere."""
        self.sound = False

    def has(self, column: str) -> bool:
        """Whether the file has the column at all."""
        return column in self._cells

    def verbatim(self, column: str) -> str:
        """The cell as it stands; "" where the column is absent."""
        return self._cells.get(column, "")

    def text(self, column: str) -> str:
        """The cell without the space around it; "" where the column is absent."""
        return self._cells.get(column, "").strip()

    def needed(self, column: str) -> str:
        """Like `text`, but an empty cell is a finding."""
        text = self.text(column)
        if not text:
            self.refuse(column, tr("The cell is empty."), tr("Fill it in."))
        return text

    def whole(self, column: str, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`; None where the cell is empty or cannot be read."""
        text = self.text(column)
        if not text:
            return None
        if not _WHOLE.fullmatch(text) or not low <= int(text) <= high:
            advice = tr("Write a whole number from {low} to {high}.", low=low, high=high)
            self.refuse(column, tr("“{text}” does not fit here.", text=text), advice)
            return None
        return int(text)

    def year(self, column: str) -> int:
        """A year; an empty cell is a finding (and then 0)."""
        return (self.whole(column, *_YEARS) or 0) if self.needed(column) else 0

    def amount(self, column: str, decimals: int) -> Decimal | None:
        """A plain decimal with at most `decimals` places, up to the largest amount; None where empty or unreadable."""
        text = self.text(column)
        if not text:
            return None
        read = read_millionths(text, min(decimals, PLACES))
        if isinstance(read, str):
            self.refuse(column, read, amount_advice(decimals))
            return None
        return Decimal(read).scaleb(-PLACES)

    def exact(self, column: str) -> Decimal | None:
        """A plain decimal that is no amount (share, factor, points), at most 28 digits; None where empty or unreadable."""
        text = self.text(column)
        return self._exact(column, text) if text else None

    def _exact(self, column: str, text: str) -> Decimal | None:
        match = _PLAIN.fullmatch(text)
        if not match or not (match[2] or match[3]):
            self.refuse(column, tr("“{text}” is not a plain number.", text=text), amount_advice(2))
        elif len(match[2].lstrip("0") + (match[3] or "").rstrip("0")) > EXACT_DIGITS:
            self.refuse(column, tr("{text} has too many digits.", text=text), tr("Round it."))
        else:
            return exact_decimal(text) + 0  # + 0 makes -0 a 0
        return None

    def pairs(self, column: str) -> tuple[tuple[Decimal, Decimal], ...]:
        """Pairs of numbers "0.8:100;0.5:75", highest first; () where empty or unreadable."""
        pairs = []
        for part in filter(None, (part.strip() for part in self.text(column).split(";"))):
            reached, colon, percent = part.partition(":")
            if not colon:
                self.refuse(column, tr("“{text}” is not a tier.", text=part), tr("Write tiers like 0.8:100;0.5:75."))
                return ()
            pair = (self._exact(column, reached.strip()), self._exact(column, percent.strip()))
            if pair[0] is None or pair[1] is None:
                return ()
            pairs.append((pair[0], pair[1]))
        return tuple(sorted(pairs, reverse=True))

    def month(self, column: str) -> Month | None:
        """A month; None where the cell is empty or cannot be read."""
        text = self.text(column)
        if not text:
            return None
        try:
            return Month.parse(text)
        except BadMonth:
            self.refuse(column, tr("“{text}” is not a month.", text=text), tr("Write it like 2026-09."))
            return None

    def choice(self, column: str, choices: type[Choice], default: Choice) -> Choice:
        """One of an enumeration's words; `default` where the cell is empty or cannot be read."""
        text = self.text(column)
        try:
            return choices(text) if text else default
        except ValueError:
            self.refuse_choice(column, text, tuple(choices))
            return default

    def refuse_choice(self, column: str, text: str, choices: tuple[str, ...]) -> None:
        """Note that a word is none of those that may stand here."""
        self.refuse(
            column, tr("“{text}” is not known here.", text=text), tr("Write one of: {choices}.", choices=", ".join(choices))
        )


def not_text() -> tuple[str, str]:
    """What is wrong with a cell that cannot be stored as text, and what to do."""
    return tr("The cell holds a character that is no text (NUL)."), tr("Type the cell again.")


def amount_advice(decimals: int) -> str:
    """How an amount is to be written."""
    if decimals == 0:
        return tr("Write a whole number in the indicator's unit of measure, digits only.")
    example = "1234." + "5678901234"[:decimals]
    return tr("Write digits with at most {decimals} decimals, like {example}.", decimals=decimals, example=example)
