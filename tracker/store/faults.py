"""What can be wrong with a book's file, and what the book refuses to store; each message says what to do.

BookError
├── BookMissing, BookExists, BookIsAFolder, BookIsEmpty, BookUnreadable
├── NotABook, BookIsNewer, BookIsOlder, BookIsDamaged, JournalIsBroken
├── BookIsReadOnly, BookIsBusy, BookNotWritten, BackupIsTheBook
└── NothingToUndo, NothingToRedo
DataError
├── NameIsBlank, CodeIsTaken, NameIsTaken, TextUnusable
├── UnknownGroup, UnknownUnit, UnknownIndicator
├── StillUsed, KindIsFixed, DecimalsOutOfRange, RatioIncomplete, RatioOfRatio, RatioHasNoFigures, RatioHasNoTarget
├── MonthsReversed, MergedIntoItself, MergerHasNoEnd, ShareOutOfRange, PointsOutOfRange
    ├── YearOutOfRange, MonthNumberOutOfRange, PositionOutOfRange, HintBoundOutOfRange
└── MonthIsPublished
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tracker.domain.period import Month
from tracker.errors import BookError, DataError
from tracker.i18n import tr


class BookMissing(BookError):
    def __init__(self, path: Path) -> None:
        super().__init__(tr("There is no book at {path}. Check whether it was moved or renamed.", path=path))


class BookExists(BookError):
    def __init__(self, path: Path) -> None:
        super().__init__(tr("{path} exists already. Choose another name for the new book.", path=path))


class BookIsAFolder(BookError):
    def __init__(self, path: Path) -> None:
        super().__init__(tr("{path} is a folder. Choose a file whose name ends in .tracker.", path=path))


class BookIsEmpty(BookError):
    def __init__(self, path: Path) -> None:
        super().__init__(tr("{path} is an empty file (0 bytes). Copy the book here again, or open a backup.", path=path))


class BookUnreadable(BookError):
    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(tr("{path} cannot be opened: {reason}", path=path, reason=reason))


class NotABook(BookError):
    def __init__(self, path: Path) -> None:
        super().__init__(tr("{path} is not a book of this program. It was left as it is.", path=path))


class BookIsNewer(BookError):
    def __init__(self, path: Path) -> None:
        super().__init__(tr("{path} was made by a newer version of this program. Update the program to open it.", path=path))


class BookIsOlder(BookError):
    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            tr(
                "{path} was made by an older version and must be upgraded first, but it cannot be written now: {reason}",
                path=path,
                reason=reason,
            )
        )


class BookIsDamaged(BookError):
    def __init__(self, path: Path) -> None:
        super().__init__(tr("{path} is damaged or incomplete. It was left as it is: open a backup.", path=path))


class JournalIsBroken(BookError):
    def __init__(self, entry: int) -> None:
        super().__init__(
            tr(
                "The journal was changed outside this program at its end, entry {entry}. Open a backup; nothing was changed.",
                entry=entry,
            )
        )


class BookIsReadOnly(BookError):
    def __init__(self, reason: str) -> None:
        super().__init__(tr("The book is open for reading only: {reason}", reason=reason))


class BookIsBusy(BookError):
    def __init__(self, path: Path) -> None:
        super().__init__(tr("Another program is using {path}. Close it there and try again; nothing was changed.", path=path))


class BookNotWritten(BookError):
    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(tr("{path} could not be written: {reason} Nothing was changed.", path=path, reason=reason))


class BackupIsTheBook(BookError):
    def __init__(self, path: Path) -> None:
        super().__init__(tr("{path} is the book itself. Choose another name or folder for the backup.", path=path))


class NothingToUndo(BookError):
    def __init__(self) -> None:
        super().__init__(tr("There is nothing to undo."))


class NothingToRedo(BookError):
    def __init__(self) -> None:
        super().__init__(tr("There is nothing to redo."))


class NameIsBlank(DataError):
    def __init__(self) -> None:
        super().__init__(tr("A name or code is blank. Every group, unit and indicator needs both."))


class CodeIsTaken(DataError):
    def __init__(self, code: str) -> None:
        super().__init__(
            tr("The code {code} is used already. Every unit and every indicator needs a code of its own.", code=code)
        )


class NameIsTaken(DataError):
    def __init__(self, name: str) -> None:
        super().__init__(tr("The name “{name}” is used already. Choose another one.", name=name))


class TextUnusable(DataError):
    def __init__(self, text: str) -> None:
        shown = text.encode("utf-8", "replace").decode()
        super().__init__(tr("“{text}” holds a character that cannot be stored. Type it again.", text=shown))


class UnknownGroup(DataError):
    def __init__(self) -> None:
        super().__init__(tr("The book has no such group. It may have been removed."))


class UnknownUnit(DataError):
    def __init__(self) -> None:
        super().__init__(tr("The book has no such unit. It may have been removed."))


class UnknownIndicator(DataError):
    def __init__(self) -> None:
        super().__init__(tr("The book has no such indicator. It may have been removed."))


class StillUsed(DataError):
    """Something cannot be removed because of what hangs on it; `way_out` is a whole sentence."""

    def __init__(self, name: str, *, uses: str, way_out: str) -> None:
        super().__init__(tr("“{name}” cannot be removed: {uses}. {way_out}", name=name, uses=uses, way_out=way_out))


class KindIsFixed(DataError):
    def __init__(self, name: str) -> None:
        super().__init__(
            tr("“{name}” has figures, targets or ratios that use it: it cannot become a ratio. Add a new indicator.", name=name)
        )


class DecimalsOutOfRange(DataError):
    def __init__(self, decimals: int) -> None:
        super().__init__(tr("{decimals} decimals are not possible. Choose 0 to 6.", decimals=decimals))


class RatioIncomplete(DataError):
    def __init__(self, name: str) -> None:
        super().__init__(tr("“{name}”: a ratio needs a numerator and a denominator, and only a ratio has them.", name=name))


class RatioOfRatio(DataError):
    def __init__(self, name: str) -> None:
        super().__init__(tr("“{name}”: a ratio's numerator and denominator must be indicators that are not ratios.", name=name))


class RatioHasNoFigures(DataError):
    def __init__(self, name: str) -> None:
        super().__init__(tr("“{name}” is a ratio: it is computed, nothing can be entered for it.", name=name))


class RatioHasNoTarget(DataError):
    def __init__(self, name: str) -> None:
        super().__init__(tr("“{name}” is a ratio: it has no target. Set targets for what it is computed from.", name=name))


class YearOutOfRange(DataError):
    def __init__(self, year: int) -> None:
        super().__init__(tr("{year} is not a year that can be used. Choose 1900 to 9999.", year=year))


class MonthNumberOutOfRange(DataError):
    def __init__(self, month: int) -> None:
        super().__init__(tr("A year has no month {month}. Choose 1 to 12.", month=month))


class PositionOutOfRange(DataError):
    def __init__(self, sort: int) -> None:
        super().__init__(tr("The position {sort} is too large. Number them 1, 2, 3.", sort=sort))


class HintBoundOutOfRange(DataError):
    def __init__(self, first: Decimal, last: Decimal) -> None:
        super().__init__(tr("This bound lies between {first} and {last}.", first=first, last=last))


class MonthsReversed(DataError):
    def __init__(self, name: str) -> None:
        super().__init__(tr("“{name}” would end before it begins. Check its first and its last month.", name=name))


class MergedIntoItself(DataError):
    def __init__(self, name: str) -> None:
        super().__init__(tr("“{name}” would be merged into itself, directly or by way of another unit.", name=name))


class MergerHasNoEnd(DataError):
    def __init__(self, name: str) -> None:
        super().__init__(tr("“{name}” is merged into another unit: give the last month in which it reports itself.", name=name))


class ShareOutOfRange(DataError):
    def __init__(self, share: Decimal) -> None:
        super().__init__(
            tr("A plan's share of the year's target lies between 0 and 1, not at {share}.", share=format(share, "f"))
        )


class PointsOutOfRange(DataError):
    def __init__(self, points: Decimal) -> None:
        super().__init__(tr("Full points cannot be negative: {points}.", points=format(points, "f")))


class MonthIsPublished(DataError):
    def __init__(self, month: Month) -> None:
        super().__init__(tr("{month} is published: its figures stay as they are.", month=month))
