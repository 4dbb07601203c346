"""The methods of a scheme as sentences in which the numbers are left open: each {name} is a field to type in.

Chinese here is data: the punctuation up to which words belong to the number before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.domain.indicator import Indicator
from tracker.domain.scheme import Method
from tracker.i18n import mark, tr

_SENTENCES: dict[Method, str] = {
    Method.PROPORTIONAL: mark("points × completion, which counts up to {cap} %"),
    Method.PROPORTIONAL_BONUS: mark(
        "points × completion; each percentage point over 100 % adds {bonus}, at most {bonus_cap} points"
    ),
    Method.PACE: mark("points × completion ÷ pace, which counts up to {cap} %"),
    Method.EFFICACY: mark("compares {basis} within the group: the lowest gets 60 % of the points, the highest all"),
    Method.RANK_POINTS: mark("the first gets all points, each place below {step} less, but at least {floor}"),
    Method.TIERS: mark("the highest tier reached counts:"),
    Method.PER_ITEM: mark("each {unit} gives {each} points, up to all"),
    Method.ALL_OR_NOTHING: mark("all points once the year's target is reached, else none"),
}
_BASES = {"cumulative": mark("the figure to date"), "completion": mark("the completion"), "yoy": mark("the growth on last year")}
_OF_NUMBER = re.compile(r"^[^,;，；]*[,;，；]?")
"""What belongs to a number and stays on its line."""
_OPEN = re.compile(r"\{(\w+)\}")

TIER = mark("completion from {least} % on: {value} % of the points")
SIZE = mark("target from {least} {unit} on: {value} points each")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence; or (`field`) the name of the number that stands there, with the words that belong to it."""

    words: str = ""
    field: str = ""


def basis_name(basis: str) -> str:
    """What efficacy compares, in words."""
    return tr(_BASES[basis]) if basis in _BASES else basis


def sentence(method: Method, indicator: Indicator) -> list[Piece]:
    """The method's sentence in pieces."""
    return list(pieces(_SENTENCES[method], indicator))


def pieces(template: str, indicator: Indicator) -> Iterator[Piece]:
    """A template in the language in force, taken apart at its fields; the indicator's unit of measure is put in its place."""
    unit = indicator.unit or tr("item")
    parts = _OPEN.split(tr(template).replace("{unit}", unit))
    yield from (Piece(words) for words in [parts[0].strip()] if words)
    for field, after in zip(parts[1::2], parts[2::2], strict=True):
        own = _OF_NUMBER.match(after)
        end = own.end() if own is not None else 0
        yield Piece(after[:end].strip(), field)
        if after[end:].strip():
            yield Piece(after[end:].strip())
