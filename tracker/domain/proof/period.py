"""Months in a bulletin's text: up to which month its figures run, and dates and numbers that are no figures at all.

Chinese here is data: how bulletins name periods.
"""

from __future__ import annotations

import re

from tracker.domain.parsing_numerals import chinese_number

_NAMED = {"上半年": 6, "前三季度": 9, "前3季度": 9, "一季度": 3, "1季度": 3, "首季度": 3, "前两季度": 6, "前2季度": 6}
_NUMERAL = "[0-9]{1,2}|[一二三四五六七八九十]{1,2}"
_YEAR = "(?:[0-9]{4}年|今年|本年)?"
_DASH = "[-~—–至到]{1,2}"

PERIOD = re.compile(
    rf"(?P<span>{_YEAR}(?:0?1|一|元)月?份?{_DASH}(?P<to>{_NUMERAL})月份?[底末]?)"
    rf"|(?P<quarters>{_YEAR}(?:1|一){_DASH}(?P<last>[2-4二三四])季度)"
    rf"|(?P<asof>截[至止到]{{1,2}}{_YEAR}(?P<month>{_NUMERAL})月(?:(?P<day>[0-9]{{1,2}})日|份?[底末]?))"
    rf"|(?P<until>[至到]{_YEAR}(?P<ending>{_NUMERAL})月份?[底末](?!前))"
    rf"|(?P<named>{'|'.join(_NAMED)})"
    rf"|(?P<single>{_YEAR}(?<![0-9.])(?P<only>{_NUMERAL})月(?:份|当月)?(?![0-9]{{1,2}}日|[底末]前|度))"
)
"""A period; `single` is a month alone, which may be the month's own."""

NO_FIGURE = re.compile(
    "第[0-9]{1,6}"  # a rank, a clause
    "|〔[0-9]{4}〕[0-9]{1,6}号?|[0-9]{1,8}[号楼室期届]"
    "|[0-9]{1,4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}年度?|[0-9]{1,2}[日时点月]|[0-9]{1,4}(?:年|岁|周|天|小时|分钟|度|℃)"
    "|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[0-9]{3,4}-[0-9]{7,8}"
    r"|[0-9]{1,15}(?:\.[0-9]{1,6})?[-~—–至][0-9]{1,15}(?:\.[0-9]{1,6})?"  # a range
)
"""Digits that are no figure: dates, times, ranks, document and telephone numbers, ranges."""


def is_certain(match: re.Match[str]) -> bool:
    """Whether the period surely runs from January: not a month alone."""
    return match["single"] is None


def month_of(match: re.Match[str]) -> int | None:
    """The month (1 to 12) up to which the period that PERIOD matched runs; None for one that ends within a month."""
    if match["named"]:
        return _NAMED[match["named"]]
    if match["quarters"]:
        return 3 * _number(match["last"])
    if match["day"] and int(match["day"]) < 25:
        return None
    month = _number(match["to"] or match["month"] or match["ending"] or match["only"])
    return month if 1 <= month <= 12 else None


def _number(numeral: str) -> int:
    return int(numeral) if numeral.isdigit() else chinese_number(numeral) or 0
