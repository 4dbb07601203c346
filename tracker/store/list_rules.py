"""The office's rules for lists and lights, kept as settings by the names of groups and the codes of indicators.

So a data folder carries them with the other settings. What another program wrote there counts as not set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tracker.domain.amount import exact_decimal
from tracker.domain.indicator import Indicator
from tracker.domain.light import Band, GapRule, GrowthRule, Light, LightRule, LightsUndefined
from tracker.domain.list_rules import USUAL_REVIEWS, USUAL_SIZE, ListRules, ZeroRule
from tracker.store import groups, indicators, settings
from tracker.store.bounds import month_number
from tracker.store.list_faults import ListSizeOutOfRange
from tracker.store.list_names import LIGHTS, SIZES, ZERO, lights_key, read, written
from tracker.store.texts import decimal_text

if TYPE_CHECKING:
    from tracker.store.book import Book

SIZE = "list_size"
REVIEWS = "list_reviews"

LARGEST = 100


def list_rules(book: Book) -> ListRules:
    """The office's rules."""
    known = {indicator.code: indicator.id for indicator in indicators.indicators(book)}
    zero = (ZeroRule(known[code], month) for code, month in _numbers(book, ZERO, 12) if code in known)
    named = {group.name: group.id for group in groups.groups(book)}
    return ListRules(
        size=_whole(settings.get(book, SIZE), LARGEST) or USUAL_SIZE,
        sizes={named[name]: size for name, size in _numbers(book, SIZES, LARGEST) if name in named},
        reviews=_whole(settings.get(book, REVIEWS), 12) or USUAL_REVIEWS,
        zero=tuple(zero),
    )


def set_list_rules(book: Book, rules: ListRules) -> None:
    """Store the office's rules. Raises ListSizeOutOfRange, MonthNumberOutOfRange, UnknownGroup, UnknownIndicator."""
    for number, most in ((rules.size, LARGEST), (rules.reviews, 12), *((size, LARGEST) for size in rules.sizes.values())):
        if not 1 <= number <= most:
            raise ListSizeOutOfRange(number, most)
    sizes = {groups.group(book, group).name: size for group, size in rules.sizes.items()}
    zero = {indicators.indicator(book, rule.indicator).code: month_number(rule.month) for rule in rules.zero}
    settings.put(book, SIZE, "" if rules.size == USUAL_SIZE else str(rules.size))
    settings.put(book, REVIEWS, "" if rules.reviews == USUAL_REVIEWS else str(rules.reviews))
    settings.put(book, SIZES, written(sizes))
    settings.put(book, ZERO, written(zero))


def light_rule(book: Book, indicator: Indicator) -> LightRule:
    """By what an indicator's units get their lights: its own rule, else the book's, else the usual one."""
    return kept_light_rule(book, indicator) or kept_light_rule(book) or GapRule.usual()


def kept_light_rule(book: Book, indicator: Indicator | None = None) -> LightRule | None:
    """An indicator's own rule, or the book's; None where none is kept."""
    return light_rule_of(settings.get(book, LIGHTS if indicator is None else lights_key(indicator.code)))


def set_light_rule(book: Book, rule: LightRule | None, indicator: Indicator | None = None) -> None:
    """Store an indicator's own rule, or the book's; None takes it back."""
    settings.put(book, LIGHTS if indicator is None else lights_key(indicator.code), "" if rule is None else _light_text(rule))


def _numbers(book: Book, key: str, most: int) -> Iterator[tuple[str, int]]:
    told = read(settings.get(book, key))
    for name, number in told.items() if isinstance(told, dict) else ():
        if isinstance(number, int) and 1 <= number <= most:
            yield name, number


def _whole(text: str, most: int) -> int:
    """The number; 0 where it is none from 1 to `most`."""
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= most else 0


def _light_text(rule: LightRule) -> str:
    if isinstance(rule, GrowthRule):
        return written({"by": "growth", "plan": None if rule.plan is None else decimal_text(rule.plan)})
    return written({"by": "gap", "bands": [_band_row(band) for band in rule.bands]})


def _band_row(band: Band) -> list[object]:
    ends = (None if end is None else decimal_text(end) for end in (band.least, band.most))
    return [band.light.value, *ends, band.from_least, band.to_most]


def light_rule_of(text: str) -> LightRule | None:
    """What a setting holds as a rule for lights; None where it is none, or one that leaves a hole."""
    told = read(text)
    try:
        if told["by"] == "growth":
            return GrowthRule(_decimal(told["plan"]))
        return GapRule(tuple(_bands(told["bands"])))
    except (KeyError, TypeError, ValueError, LightsUndefined):
        return None


def _bands(rows: Iterable[Any]) -> Iterator[Band]:
    for light, least, most, from_least, to_most in rows:
        yield Band(Light(light), _decimal(least), _decimal(most), from_least=bool(from_least), to_most=bool(to_most))


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else exact_decimal(text)
