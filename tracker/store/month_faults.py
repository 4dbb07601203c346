"""What the book refuses about its months: to publish, to open again, to correct, to turn back; each message says what to do.

DataError
├── ReasonIsBlank, NoteIsBlank, DayOutOfRange
├── IsPublishedAlready, MonthIsNotPublished, LaterMonthIsPublished, HasCorrections
└── NothingToCorrect, EntryCannotBeReverted
"""

from __future__ import annotations

from tracker.domain.period import Month
from tracker.errors import DataError
from tracker.i18n import tr


class ReasonIsBlank(DataError):
    def __init__(self) -> None:
        super().__init__(tr("The reason is blank. Write why: it is kept with the month for ever."))


class NoteIsBlank(DataError):
    def __init__(self) -> None:
        super().__init__(tr("The note is blank. Write why the figure is right as it is."))


class DayOutOfRange(DataError):
    def __init__(self, day: int) -> None:
        super().__init__(tr("Day {day} is in no month. Choose 1 to 31.", day=day))


class IsPublishedAlready(DataError):
    def __init__(self, month: Month) -> None:
        super().__init__(tr("{month} is published already. Correct it, or open it again first.", month=month))


class MonthIsNotPublished(DataError):
    def __init__(self, month: Month) -> None:
        super().__init__(tr("{month} is not published: its figures can be changed as they are entered.", month=month))


class LaterMonthIsPublished(DataError):
    def __init__(self, month: Month, later: Month) -> None:
        super().__init__(
            tr(
                "{month} cannot be opened again: {later} is published and builds on it. Correct it instead.",
                month=month,
                later=later,
            )
        )


class HasCorrections(DataError):
    def __init__(self, month: Month) -> None:
        super().__init__(
            tr("{month} has corrections, which stay: correct it once more instead of opening it again.", month=month)
        )


class NothingToCorrect(DataError):
    def __init__(self) -> None:
        super().__init__(tr("No figure would be another one. Enter what is right in the place of what was published."))


class EntryCannotBeReverted(DataError):
    """`reason` is a whole sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(tr("This entry cannot be turned back. {reason}", reason=reason))
