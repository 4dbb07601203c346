"""How each table of the book is told in the journal: what its rows are of, and their fields."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from tracker.domain.amount import decimals_of, format_number, from_millionths
from tracker.domain.target import TargetSet
from tracker.i18n import mark, tr
from tracker.ui.models.journal_choices import CHOICES, SETTINGS
from tracker.ui.models.journal_names import Names
from tracker.ui.models.journal_words import Field, Image, Shown, TableWords
from tracker.ui.months import key_text


def _text(column: str) -> Shown:
    return lambda image, _names: "" if image.get(column) is None else str(image[column])


def _month(column: str) -> Shown:
    return lambda image, _names: key_text(image[column])


def _numbered(kind: str) -> Shown:
    return lambda image, _names: tr("{kind} no. {number}", kind=tr(kind), number=image["number"])


def _choice(column: str) -> Shown:
    return lambda image, _names: tr(CHOICES.get(image[column] or "", image[column] or ""))


def _unit(column: str) -> Shown:
    return lambda image, names: "" if image[column] is None else names.unit(image[column])


def _indicator(column: str) -> Shown:
    return lambda image, names: "" if image[column] is None else names.indicator(image[column])


def _joined(*parts: Shown) -> Shown:
    return lambda image, names: " · ".join(filter(None, (part(image, names) for part in parts)))


def amount_text(millionths: int | None, decimals: int | None) -> str:
    """A stored amount with the decimals of its indicator, more where it has more; "" for none."""
    if millionths is None:
        return ""
    value = from_millionths(millionths)
    return format_number(value, max(decimals or 0, decimals_of(value)))


def _stored(column: str) -> Shown:
    return lambda image, names: amount_text(image[column], names.decimals(image["indicator_id"]))


_amount = _stored("value")


def _figure(image: Image, names: Names) -> str:
    """The figure, with what was typed where that is not the same; the typed text alone where it could not be read."""
    value, typed = _amount(image, names), image["typed"]
    if not value:
        return tr("“{text}” (unreadable)", text=typed) if typed else ""
    return value if _is_number(typed, image["value"]) else tr("{value} (typed {text})", value=value, text=typed)


def _is_number(typed: str, millionths: int) -> bool:
    """Whether the typed text is the plain figure, or nothing."""
    try:
        return not typed or Decimal(typed.replace(",", "")) == from_millionths(millionths)
    except InvalidOperation:
        return False


def _percent(column: str) -> Shown:
    return lambda image, _names: format_number(Decimal(image[column]) * 100, 2) + " %"


def _of_county_or_unit(image: Image, names: Names) -> str:
    return names.unit(image["unit_id"])


def _of_group(image: Image, names: Names) -> str:
    return names.group(image["group_id"])


def _year(image: Image, _names: Names) -> str:
    return tr("Year {year}", year=image["year"])


def _target_set(image: Image, _names: Names) -> str:
    return tr("stretch target") if image["target_set"] == TargetSet.STRETCH else tr("target")


def _month_of_year(image: Image, _names: Names) -> str:
    return tr("pace by month {number}", number=image["month"])


def _setting(image: Image, _names: Names) -> str:
    key = str(image["key"])
    return tr(SETTINGS.get(key, key))


def _named(kind: str) -> Shown:
    return lambda image, _names: tr("{kind} {name}", kind=tr(kind), name=image["name"])


_CODE, _NAME, _SORT = (
    Field(mark("code"), _text("code")),
    Field(mark("name"), _text("name")),
    Field(mark("position"), _text("sort")),
)

TABLES: dict[str, TableWords] = {
    "setting": TableWords(_setting, (Field("", _text("value")),)),
    "unit_group": TableWords(_named(mark("Group")), (_NAME, _SORT)),
    "unit": TableWords(
        _named(mark("Unit")),
        (
            _CODE,
            _NAME,
            Field(mark("group"), _of_group),
            _SORT,
            Field(mark("first month"), _month("valid_from")),
            Field(mark("last month"), _month("valid_to")),
            Field(mark("merged into"), _unit("merged_into")),
            Field(mark("contact"), _text("contact")),
        ),
    ),
    "indicator": TableWords(
        _named(mark("Indicator")),
        (
            _CODE,
            _NAME,
            Field(mark("unit of measure"), _text("unit")),
            Field(mark("decimals"), _text("decimals")),
            Field(mark("kind"), _choice("kind")),
            Field(mark("direction"), _choice("direction")),
            Field(mark("ranked by"), _choice("rank_by")),
            Field(mark("typed as"), _choice("entered_by")),
            Field(mark("numerator"), _indicator("numerator")),
            Field(mark("denominator"), _indicator("denominator")),
            Field(mark("factor"), _text("factor")),
            _SORT,
            Field(mark("definition"), _text("definition")),
        ),
    ),
    "target": TableWords(_joined(_year, _of_county_or_unit, _indicator("indicator_id"), _target_set), (Field("", _amount),)),
    "plan_share": TableWords(_joined(_year, _indicator("indicator_id"), _month_of_year), (Field("", _percent("share")),)),
    "figure": TableWords(
        _joined(_of_county_or_unit, _indicator("indicator_id"), _month("month")),
        (Field("", _figure), Field(mark("note"), _text("note")), Field(mark("source"), _text("source"))),
    ),
    "month_state": TableWords(_month("month"), (Field("", _choice("state")),)),
    "scheme_line": TableWords(
        _joined(_year, _of_group, _indicator("indicator_id")),
        (
            Field(mark("points"), _text("points")),
            Field(mark("method"), _choice("method")),
            Field(mark("cap"), _text("cap")),
            Field(mark("bonus"), _text("bonus")),
            Field(mark("bonus cap"), _text("bonus_cap")),
            Field(mark("step"), _text("step")),
            Field(mark("floor"), _text("floor")),
            Field(mark("each"), _text("each")),
            Field(mark("tiers"), _text("tiers")),
            Field(mark("basis"), _choice("basis")),
        ),
    ),
    "report": TableWords(_joined(_of_county_or_unit, _month("month")), (Field(mark("received"), _text("received")),)),
    "acceptance": TableWords(
        _joined(_of_county_or_unit, _indicator("indicator_id"), _month("month")),
        (Field(mark("accepted"), _amount), Field(mark("because"), _text("note"))),
    ),
    "publication": TableWords(
        _joined(_month("month"), _numbered(mark("Publication"))),
        (
            Field(mark("published on"), _text("dated")),
            Field(mark("by"), _text("person")),
            Field(mark("withdrawn"), _text("withdrawn")),
        ),
    ),
    "correction": TableWords(
        _joined(_month("month"), _numbered(mark("Correction"))),
        (Field(mark("because"), _text("reason")), Field(mark("by"), _text("person"))),
    ),
    "correction_figure": TableWords(
        _joined(_of_county_or_unit, _indicator("indicator_id")),
        (Field(mark("published as"), _stored("old")), Field(mark("corrected to"), _stored("new"))),
    ),
}
"""Every table that the journal records."""
