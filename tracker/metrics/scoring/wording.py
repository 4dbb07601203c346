"""The methods of a scheme in words."""

from __future__ import annotations

from tracker.domain.scheme import Method
from tracker.i18n import mark, tr

_NAMES = {
    Method.PROPORTIONAL: mark("by completion"),
    Method.PROPORTIONAL_BONUS: mark("by completion, with a bonus"),
    Method.PACE: mark("by pace"),
    Method.EFFICACY: mark("efficacy coefficient"),
    Method.RANK_POINTS: mark("by rank"),
    Method.TIERS: mark("by tiers"),
    Method.PER_ITEM: mark("by item"),
    Method.ALL_OR_NOTHING: mark("all or nothing"),
}


def method_name(method: Method) -> str:
    """The method as an office calls it."""
    return tr(_NAMES[method])
