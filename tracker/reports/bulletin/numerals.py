"""The numbers before a document's headings: 一、 and （一）.

Chinese here is data: the digits.
"""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """1 to 99 in Chinese: 一, 十, 十二, 二十, 二十一."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十") + (DIGITS[ones] if ones else "")


def before_chapter(number: int) -> str:
    """一、"""
    return f"{numeral(number)}、"


def in_brackets(number: int) -> str:
    """（一）."""
    return f"（{numeral(number)}）"
