"""Whole numbers written in Chinese numerals: 三百, 一亿二千万, 壹拾伍, 〇.

Chinese here is data: the numerals themselves.
"""

from __future__ import annotations

import re

_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟〇", "一二三四五六七八九十百千零")
_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_SECTIONS = ("", "万", "亿")
NUMERALS = re.compile("[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+")
"""A run of numerals, which may or may not be a number."""


def chinese_number(text: str) -> int | None:
    """The whole number that the numerals spell, below 10^12; None unless they are its one correct spelling.

    Colloquial short forms (一百五 is 150 to some and 105 to others) and strings of digits (二〇二六) are no numbers here.
    """
    plain = text.translate(_FORMAL)
    number = _value(plain)
    if number is None or number >= 10**12:
        return None
    spelt = spell(number)
    # 两 may stand for 二 alone and before a hundred and more, and 十 for 一十 at the beginning.
    said = re.sub("^两$|两(?=[百千万亿])", "二", plain)
    return number if said in (spelt, re.sub("^一十", "十", spelt)) else None


def spell(number: int) -> str:
    """The number, 0 to 10^12 − 1, in Chinese numerals: 10203 → 一万零二百零三."""
    if number == 0:
        return "零"
    words, gap = "", False
    for power in (2, 1, 0):
        section = number // 10 ** (4 * power) % 10**4
        if section:
            words += ("零" if words and (gap or section < 1000) else "") + _spell_section(section) + _SECTIONS[power]
        gap = bool(words) and section == 0
    return words


def _spell_section(section: int) -> str:
    """1 to 9999 in numerals, zeros within it said once."""
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = section // 10**place % 10
        if digit:
            words += ("零" if gap else "") + _DIGITS[digit] + _PLACES[place]
        gap = bool(words) and digit == 0
    return words


def _value(text: str) -> int | None:
    """What the numerals add up to, without asking whether they are well spelt; None for what is not made of numerals."""
    total = section = digit = 0
    for character in text.replace("两", "二"):
        if character in _DIGITS:
            digit = _DIGITS.index(character)
        elif character in "十百千":
            section += max(digit, 1) * 10 ** _PLACES.index(character)
            digit = 0
        elif character in "万亿":
            total += (section + digit) * 10 ** (4 * _SECTIONS.index(character))
            section = digit = 0
        else:
            return None
    return total + section + digit if text else None
