"""The units of measure that headings and titles name: one, or several for one table of money and of counts.

Chinese here is data: how units of measure are written there.
"""

from __future__ import annotations

import re

from tracker.domain.measure import MULTIPLIER, is_known, measure
from tracker.exchange.submissions.words import bare, in_brackets

AND = "、"
"""What stands between the names where a text gives several."""
_LONGEST = 8
_APART = re.compile("[、,;/|和及与。]")
_SAID = re.compile("单位[:为是均]+(?:以)?([^()]+)")
_BEFORE = re.compile("^(?:(?:金额|资金|计量|数据|货币)?单位[:为是]?|金额[:]?|人民币(?=.))+")


def measure_in(text: str) -> str:
    """The units of measure that a heading gives in brackets, behind “单位：”, or is: “投资（亿元）”; "" for none.

    万 alone is one: it multiplies the unit of measure that the indicator has.
    """
    words = bare(text)
    for part in (*reversed(in_brackets(words)), *_SAID.findall(words), words):
        if names := _names(part):
            return AND.join(names)
    return ""


def measure_said(text: str) -> str:
    """The units of measure that a note under the table gives: 注：资金单位为万元; "" where it speaks of none."""
    return measure_in(text) if _SAID.search(bare(text)) else ""


def for_indicator(given: str, own: str) -> str:
    """Of the units of measure that are `given`, the one for an indicator counted in `own`; all where that is not certain."""
    fitting = [name for name in given.split(AND) if _fits(name, own)]
    return fitting[0] if len(fitting) == 1 else given


def of_sheet(given: str, own: str) -> str:
    """The same for what a whole sheet says: 单位：万元 over a table speaks of its money, not of its projects."""
    if not given or any(_fits(name, own) for name in given.split(AND)):
        return for_indicator(given, own)
    return given if measure(own).is_money and any(measure(name).is_money for name in given.split(AND)) else ""


def _fits(name: str, own: str) -> bool:
    if MULTIPLIER.fullmatch(name):
        return measure(own).is_money
    return measure(name).dimension == measure(own).dimension


def _names(text: str) -> tuple[str, ...]:
    """The names that the text is made of; parts that are no units of measure say nothing."""
    parts = (_apart(_BEFORE.sub("", part)) for part in _APART.split(text))
    return tuple(dict.fromkeys(name for part in parts for name in part))


def _apart(words: str) -> tuple[str, ...]:
    """万元 and 个 of 万元个, which stood apart in the sheet; nothing where something else is left over."""
    found: list[str] = []
    while words:
        length = next((length for length in range(min(len(words), _LONGEST), 0, -1) if _is_name(words[:length])), 0)
        if not length:
            return ()
        found.append(words[:length])
        words = words[length:]
    return tuple(found)


def _is_name(words: str) -> bool:
    return is_known(words) or MULTIPLIER.fullmatch(words) is not None
