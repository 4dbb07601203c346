"""What the tables' rows are of and what their fields say in the journal: the words for months, units, amounts, choices."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from tracker.domain.amount import decimals_of, format_number, from_millionths
from tracker.domain.target import TargetSet
from tracker.i18n import tr
from tracker.ui.models.journal_choices import CHOICES
from tracker.ui.models.journal_names import Names
from tracker.ui.models.journal_words import Image, Shown
from tracker.ui.months import key_text


def text_of(column: str) -> Shown:
    """What the column holds, "" for nothing."""
    return lambda image, _names: "" if image.get(column) is None else str(image[column])


def month_of(column: str) -> Shown:
    """A month that is stored by its key."""
    return lambda image, _names: key_text(image[column])


def numbered(kind: str) -> Shown:
    """The kind of row with its number."""
    return lambda image, _names: tr("{kind} no. {number}", kind=tr(kind), number=image["number"])


def choice_of(column: str) -> Shown:
    """A stored code in words."""
    return lambda image, _names: tr(CHOICES.get(image[column] or "", image[column] or ""))


def unit_of(column: str) -> Shown:
    """A unit's name."""
    return lambda image, names: "" if image[column] is None else names.unit(image[column])


def indicator_of(column: str) -> Shown:
    """An indicator's name."""
    return lambda image, names: "" if image[column] is None else names.indicator(image[column])


def joined(*parts: Shown) -> Shown:
    """The parts that say anything, one after the other."""
    return lambda image, names: " · ".join(filter(None, (part(image, names) for part in parts)))


def amount_text(millionths: int | None, decimals: int | None) -> str:
    """A stored amount with the decimals of its indicator, more where it has more; "" for none."""
    if millionths is None:
        return ""
    value = from_millionths(millionths)
    return format_number(value, max(decimals or 0, decimals_of(value)))


def amount_of(column: str) -> Shown:
    """An amount of the row's indicator."""
    return lambda image, names: amount_text(image[column], names.decimals(image["indicator_id"]))


amount = amount_of("value")


def figure(image: Image, names: Names) -> str:
    """The figure, with what was typed where that is not the same; the typed text alone where it could not be read."""
    value, typed = amount(image, names), image["typed"]
    if not value:
        return tr("“{text}” (unreadable)", text=typed) if typed else ""
    return value if _is_number(typed, image["value"]) else tr("{value} (typed {text})", value=value, text=typed)


def _is_number(typed: str, millionths: int) -> bool:
    """Whether the typed text is the plain figure, or nothing."""
    try:
        return not typed or Decimal(typed.replace(",", "")) == from_millionths(millionths)
    except InvalidOperation:
        return False


def percent_of(column: str) -> Shown:
    """A share in percent."""
    return lambda image, _names: format_number(Decimal(image[column]) * 100, 2) + " %"


def whose(image: Image, names: Names) -> str:
    """The unit that the row is of; the county where it is of none."""
    return names.unit(image["unit_id"])


def whose_group(image: Image, names: Names) -> str:
    """The group that the row is of; all where it is of none."""
    return names.group(image["group_id"])


def year(image: Image, _names: Names) -> str:
    """The year that the row is of."""
    return tr("Year {year}", year=image["year"])


def target_set(image: Image, _names: Names) -> str:
    """Which of the two sets the target is in."""
    return tr("stretch target") if image["target_set"] == TargetSet.STRETCH else tr("target")


def month_of_year(image: Image, _names: Names) -> str:
    """By which month of the year a share is due."""
    return tr("pace by month {number}", number=image["month"])


def since(image: Image, _names: Names) -> str:
    """From which month on a version of the scheme counts; nothing for the first one."""
    month = image.get("from_month", 1)
    return "" if month == 1 else tr("from month {number} on", number=month)


def span(image: Image, _names: Names) -> str:
    """From which month to which."""
    return tr("{first} to {last}", first=key_text(image["first_month"]), last=key_text(image["last_month"]))


def plainly(kind: str) -> Shown:
    """The kind of row, for there is one of it."""
    return lambda _image, _names: tr(kind)


def named(kind: str) -> Shown:
    """The kind of row with its name."""
    return lambda image, _names: tr("{kind} {name}", kind=tr(kind), name=image["name"])
