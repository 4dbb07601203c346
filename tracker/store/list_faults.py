"""What the book refuses about the rules of its lists; each message says what to do.

DataError
└── ListSizeOutOfRange
"""

from __future__ import annotations

from tracker.errors import DataError
from tracker.i18n import tr


class ListSizeOutOfRange(DataError):
    def __init__(self, size: int, most: int) -> None:
        super().__init__(tr("{size} is not possible here. Choose 1 to {most}.", size=size, most=most))
