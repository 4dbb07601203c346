"""What the book refuses about its schemes, its points by hand and its exemptions; each message says what to do.

DataError
├── SchemeRefused, SchemeHasNoLines
└── PointsAreZero, DocumentIsBlank
"""

from __future__ import annotations

from collections.abc import Iterable

from tracker.errors import DataError
from tracker.i18n import tr


class SchemeRefused(DataError):
    """A scheme that cannot work; `reasons` are whole sentences."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(tr("The scheme cannot work like this: {reasons}", reasons=" ".join(self.reasons)))


class SchemeHasNoLines(DataError):
    def __init__(self) -> None:
        super().__init__(tr("The scheme has no lines. Give at least one indicator its points."))


class PointsAreZero(DataError):
    def __init__(self) -> None:
        super().__init__(tr("0 points change nothing. Enter points above or below zero."))


class DocumentIsBlank(DataError):
    def __init__(self) -> None:
        super().__init__(tr("The document's number is blank. Points by hand need the document that says so."))
