"""The month that a title, a sheet's or a file's name speaks of.

Chinese here is data: how months are written there.
"""

from __future__ import annotations

import re

from tracker.domain.parsing_numerals import chinese_number
from tracker.domain.period import Month
from tracker.errors import BadMonth
from tracker.exchange.submissions.words import without_filled_on
from tracker.i18n import tr

_RANGE = "[-—~～至到]"
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR_IN_WORDS = re.compile("[〇○零一二三四五六七八九]{4}(?=年)")
_MONTH_IN_WORDS = re.compile("(?<![〇○零一二三四五六七八九十])(十?[一二三四五六七八九]|十)(?=月)")
_WITH_YEAR = re.compile(rf"(20[0-9]{{2}})(?:年(?:[0-9]{{1,2}}月?{_RANGE})?|[./-])([0-9]{{1,2}})(?![0-9])")
_COMPACT = re.compile("(?<![0-9])(20[0-9]{2})(0[1-9]|1[0-2])(?![0-9])")
_YEAR = re.compile("(20[0-9]{2})年")
_ALONE = re.compile(rf"(?:(?<![0-9])[0-9]{{1,2}}月?{_RANGE})?(?<![0-9])([0-9]{{1,2}})月")


def month_name(month: Month) -> str:
    """The month as it is told to people: 2026年9月."""
    return tr("{year}-{number:02d}", year=month.year, number=month.number)


def month_in(text: str, *, year: int | None) -> Month | None:
    """The month the text is about, a range's last one; `year` is that of a month without one. None where there is none."""
    words = _in_digits(without_filled_on(text))
    for pattern in (_WITH_YEAR, _COMPACT):
        found = pattern.search(words)
        if found and (month := _month(int(found[1]), int(found[2]))) is not None:
            return month
    alone = _ALONE.search(words)
    own_year = _YEAR.search(words)
    year = int(own_year[1]) if own_year else year
    return _month(year, int(alone[1])) if alone and year is not None else None


def _in_digits(words: str) -> str:
    """九月 as 9月, 二〇二六年 as 2026年."""
    words = _YEAR_IN_WORDS.sub(lambda found: found[0].translate(_DIGITS), words)
    return _MONTH_IN_WORDS.sub(lambda found: str(chinese_number(found[1])), words)


def _month(year: int, number: int) -> Month | None:
    try:
        return Month(year, number)
    except (BadMonth, ValueError):
        return None
