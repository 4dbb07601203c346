"""Places of exact numbers of any size: 1-2-2-4, the highest first.

Ranks of indicators, whose fractions fit 64 bits, are found in a quicker way: see ranking.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import TypeVar

Who = TypeVar("Who", bound=Hashable)


def places(values: Mapping[Who, Fraction | Decimal]) -> dict[Who, int]:
    """The place of each, equal ones sharing one."""
    found: dict[Who, int] = {}
    ordered = sorted(values, key=lambda who: values[who], reverse=True)
    for _, equal in groupby(ordered, key=lambda who: values[who]):
        place = len(found) + 1
        found |= dict.fromkeys(equal, place)
    return found
