"""Captions of tables and labels of rows that hold other things than figures of this year.

Chinese here is data: what such captions say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.exchange.submissions.words import bare

_OTHER_CAPTION = re.compile(
    "(?:附[:0-9]*)?(?:[一二三四五六七八九]、)?(?:20[0-9]{2}年)?(?:去年同期|上年同期|去年|上年|(?:年度|全年)?(?:目标|任务)).{0,6}"
)


def is_of_another_thing(texts: Iterable[str]) -> bool:
    """Whether one of the texts says that what follows is last year's, or the targets."""
    return any(_OTHER_CAPTION.fullmatch(bare(text)) for text in texts)
