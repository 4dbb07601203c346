"""What the book refuses about how its sheets are to be printed; each message says where and what to do.

DataError
├── NoColumnToPrint, ColumnIsTwice, TextTooLong, TooManySignatures
└── PlaceholderUnknown, BraceAlone
"""

from __future__ import annotations

from tracker.errors import DataError
from tracker.i18n import tr


class NoColumnToPrint(DataError):
    def __init__(self) -> None:
        super().__init__(tr("A sheet needs at least one column of figures. Tick one of them."))


class ColumnIsTwice(DataError):
    def __init__(self, column: str) -> None:
        super().__init__(tr("The column “{column}” is there twice. Leave one of them out.", column=column))


class TextTooLong(DataError):
    """`where` names the text."""

    def __init__(self, where: str, most: int) -> None:
        super().__init__(tr("{where}: longer than {most} characters. Shorten it.", where=where, most=most))


class TooManySignatures(DataError):
    def __init__(self, most: int) -> None:
        super().__init__(tr("Signatures: at most {most} have room on a line. Take some out.", most=most))


class PlaceholderUnknown(DataError):
    def __init__(self, where: str, word: str, known: str) -> None:
        said = f"{{{word}}}"
        super().__init__(tr("{where}: “{said}” stands for nothing. There are {known}.", where=where, said=said, known=known))


class BraceAlone(DataError):
    def __init__(self, where: str, brace: str) -> None:
        super().__init__(tr("{where}: the brace “{brace}” has no partner. Complete it or take it out.", where=where, brace=brace))
