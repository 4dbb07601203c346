"""What can go wrong through the user or the machine, one tree:

    TrackerError
    ├── DomainError
    │   ├── BadMonth, AmountTooLarge, TooManyDecimals
    │   ├── DifferentMeasures        units of measure that don't convert
    │   │   └── DifferentCurrencies
    │   ├── Unreadable               what was typed is not a figure
    │   └── ParameterMissing         a line of the scheme cannot be computed
    ├── BookError                    the file (store)
    ├── DataError                    what is put into it
    ├── ReportError                  what is printed
    └── ExchangeError                what comes from and goes to the outside

Each is named by what happened and builds its own message, fit for a clerk. Our own mistakes are not in the tree: they crash
into the crash box.
"""

from __future__ import annotations

from decimal import Decimal

from tracker.i18n import tr


class TrackerError(Exception):
    """A fault of the user's or the machine's; its text is shown calmly, as it is."""


class DomainError(TrackerError):
    """A value that the office's rules do not know."""


class BadMonth(DomainError):
    def __init__(self, text: str) -> None:
        super().__init__(tr("“{text}” is not a month. Write it like 2026-09.", text=text))


class AmountTooLarge(DomainError):
    def __init__(self, value: Decimal) -> None:
        super().__init__(tr("{value} is too large for a figure. Check its unit of measure.", value=value))


class TooManyDecimals(DomainError):
    def __init__(self, value: Decimal, decimals: int) -> None:
        super().__init__(tr("{value} has more than {decimals} decimals.", value=value, decimals=decimals))


class DifferentMeasures(DomainError):
    """`given` and `wanted` are units of measure of different things."""

    def __init__(self, given: str, wanted: str) -> None:
        super().__init__(self.sentence(given, wanted))

    @staticmethod
    def sentence(given: str, wanted: str) -> str:
        return tr("“{given}” cannot be converted to “{wanted}”: they measure different things.", given=given, wanted=wanted)


class DifferentCurrencies(DifferentMeasures):
    @staticmethod
    def sentence(given: str, wanted: str) -> str:
        return tr("“{given}” cannot be converted to “{wanted}”: they are different currencies.", given=given, wanted=wanted)


class Unreadable(DomainError):
    """What was typed is not a figure; the message is the reason that its cell shows."""


class ParameterMissing(DomainError):
    """A method of the scheme was asked for points without a number that it needs; both in the words of scheme.csv."""

    def __init__(self, method: str, parameter: str) -> None:
        super().__init__(tr("The scheme's method {method} needs “{parameter}”. Fill it in.", method=method, parameter=parameter))


class BookError(TrackerError):
    """The book's file cannot be used as asked."""


class DataError(TrackerError):
    """What was to be stored breaks a rule of the book."""


class ReportError(TrackerError):
    """A document could not be made."""


class ExchangeError(TrackerError):
    """Something from or to the outside could not be read or written."""
