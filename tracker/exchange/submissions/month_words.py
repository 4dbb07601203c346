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
_DAY = re.compile(
    rf"(?P<until>(?:截[至止]|{_RANGE}))?(?P<date>(?P<year>20[0-9]{{2}})(?:年(?P<m1>[0-9]{{1,2}})月(?P<d1>[0-9]{{1,2}})[日号]"
    r"|(?P<sep>[./-])(?P<m2>[0-9]{1,2})(?P=sep)(?P<d2>[0-9]{1,2})(?![0-9])))"
)
_SENT_IN = re.compile("[0-9]{1,2}月(?:[0-9]{1,2}[日号])?(?:前|底前|初|上旬)?(?:上报|报送|填报|报(?=[0-9]{1,2}月))")
"""When a report is handed in, 10月报送9月数据, is not the month that it is about."""
_ALONE = re.compile(rf"(?:(?<![0-9])[0-9]{{1,2}}月?{_RANGE})?(?<![0-9])([0-9]{{1,2}})月")


def month_name(month: Month) -> str:
    """The month as it is told to people: 2026年9月."""
    return tr("{year}-{number:02d}", year=month.year, number=month.number)


def month_in(text: str, *, year: int | None) -> Month | None:
    """The month the text is about, a range's last one; `year` is that of a month without one. None where there is none."""
    words = _without_days(_in_digits(without_filled_on(text)))
    for pattern in (_WITH_YEAR, _COMPACT):
        found = pattern.search(words)
        if found and (month := _month(int(found[1]), int(found[2]))) is not None:
            return month
    alone = _ALONE.search(words)
    own_year = _YEAR.search(words)
    year = int(own_year[1]) if own_year else year
    return _month(year, int(alone[1])) if alone and year is not None else None


def _without_days(words: str) -> str:
    """Without days that are no month's: a report of September carries the 5th of October somewhere, and ends on the 30th."""
    shorter = _SENT_IN.sub("", words)
    return _DAY.sub(_day, shorter if _ALONE.search(shorter) else words)


def _day(found: re.Match[str]) -> str:
    month = _month(int(found["year"]), int(found["m1"] or found["m2"]))
    day = int(found["d1"] or found["d2"])
    if month is None or found["until"] or day in {1, month.last_day.day}:
        return found[0]
    return ""


def _in_digits(words: str) -> str:
    """九月 as 9月, 二〇二六年 as 2026年."""
    words = _YEAR_IN_WORDS.sub(lambda found: found[0].translate(_DIGITS), words)
    return _MONTH_IN_WORDS.sub(lambda found: str(chinese_number(found[1])), words)


def _month(year: int, number: int) -> Month | None:
    try:
        return Month(year, number)
    except (BadMonth, ValueError):
        return None
