"""A month as people write it, read as it is meant: 2026-09, 2026.9, 2026/9, 2026年9月, 202609.

Chinese here is data: the words of such a month.
"""

from __future__ import annotations

import re

from tracker.domain.parsing_width import fold
from tracker.domain.period import Month
from tracker.errors import BadMonth

_FORMS = re.compile(r"([0-9]{4})(?:[-./年]([0-9]{1,2})月?|([0-9]{2}))")


def read_month(text: str) -> Month | None:
    """The month, None for a blank; raises BadMonth for anything else."""
    bare = fold(text).replace(" ", "")
    if not bare:
        return None
    found = _FORMS.fullmatch(bare)
    if found is None:
        raise BadMonth(text.strip())
    return Month(int(found[1]), int(found[2] or found[3]))
