"""The sheet's title and dates in the office's form: 云山县2026年1-9月招商引资主要指标完成情况排名表.

Chinese here is data: words that are found in a book's title.
"""

from __future__ import annotations

import datetime
import re

from tracker.domain.indicator import Indicator
from tracker.domain.period import Month
from tracker.reports.wording import tr

USUAL_SUBJECT = "招商引资"
_NOT_IN_A_TITLE = re.compile(r"(19|20)\d{2}\s*年度?|台账$")
_PLACE = re.compile(r".+?[县市区旗州盟省]+")
_LEVELS = "县市区旗州盟省镇乡"


def place_and_subject(book_title: str) -> tuple[str, str]:
    """The place and the subject, the usual one where none is named: 云山县2026年招商引资台账 → 云山县, 招商引资."""
    plain = _NOT_IN_A_TITLE.sub("", "".join(book_title.split()))
    at = plain.find(USUAL_SUBJECT)
    if at < 0:
        place = _PLACE.match(plain)
        at = place.end() if place else len(plain)
    return plain[:at], plain[at:] or USUAL_SUBJECT


def whole(place: str) -> str:
    """How the place's total is called: 云山县 → 全县; nothing where the place is of no known kind."""
    return tr("the whole {level}", level=place[-1]) if place and place[-1] in _LEVELS else ""


def period(month: Month) -> str:
    """January to the month: 2026年1-9月; January itself: 2026年1月."""
    if month.number == 1:
        return tr("{month} {year}", year=month.year, month=1)
    return tr("January to {month} {year}", year=month.year, month=month.number)


def sheet_title(book_title: str, month: Month) -> str:
    """The title of a sheet of several indicators."""
    place, subject = place_and_subject(book_title)
    what = tr("{subject}: main indicators", subject=subject)
    return tr("{place}, {period}, {what}: ranking by achievement", place=place, period=period(month), what=what)


def sheet_title_of_one(book_title: str, month: Month, indicator: Indicator, *, has_targets: bool) -> str:
    """The title of a sheet of one indicator; without targets there is nothing to achieve."""
    place, _ = place_and_subject(book_title)
    if has_targets:
        return tr("{place}, {period}, {what}: ranking by achievement", place=place, period=period(month), what=indicator.name)
    return tr("{place}, {period}, {what}: ranking", place=place, period=period(month), what=indicator.name)


def charts_title(book_title: str, month: Month) -> str:
    """The title of a month's charts."""
    place, subject = place_and_subject(book_title)
    what = tr("{subject}: main indicators", subject=subject)
    return tr("{place}, {period}, {what}: charts", place=place, period=period(month), what=what)


def sheet_title_of_scores(book_title: str, month: Month) -> str:
    """The title of the sheet of scores."""
    place, subject = place_and_subject(book_title)
    return tr("{place}, {period}, {subject}: ranking by score", place=place, period=period(month), subject=subject)


def as_of(month: Month) -> str:
    """（截至2026年9月30日）."""
    return tr("(as of {date})", date=date_text(month.last_day))


def date_text(date: datetime.date) -> str:
    """2026年10月2日."""
    return tr("{day}/{month}/{year}", year=date.year, month=date.month, day=date.day)
