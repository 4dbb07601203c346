"""The documents that a month has on paper, as an office prints them together."""

from __future__ import annotations

from enum import StrEnum


class DocumentKind(StrEnum):
    """A kind of document, in the order of the stack."""

    BULLETIN = "bulletin"
    RANKING = "ranking"
    SCORES = "scores"
    INDICATORS = "indicators"
    CARDS = "cards"
