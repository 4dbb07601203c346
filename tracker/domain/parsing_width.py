"""Full-width, typographic and invisible characters of typed text, folded to the plain ones that the readers know."""

from __future__ import annotations

import re

# Chinese here is data: what a Chinese input method types.
# Not unicodedata's NFKC: it would also turn 12² into 122, ⑴ into (1) and ½ into 1⁄2, which nobody means.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_MINUS = dict.fromkeys(map(ord, "‐‑‒–−﹣"), "-")
_OTHERS = {ord("。"): ".", ord("￥"): "¥", ord("×"): "*", ord("÷"): "/", ord("∕"): "/", ord("％"): "%", ord("﹪"): "%"}
_INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xAD])
_PLAIN = {**_FULL_WIDTH, **_MINUS, **_OTHERS, **_INVISIBLE}

# GB/T 15835 groups thousands by a thin space as well as by a comma; what is wider separates two numbers.
_THIN_GROUPING = re.compile("(?<=[0-9])[\u2005\u2006\u2009\u202f\u00a0](?=[0-9]{3}(?![0-9]))")


def fold(text: str) -> str:
    """The text in half width: "１２，３４５．６％" → "12,345.6%"; every minus "-", every space " ", none at the ends.

    The dash "—" stays: it means "nothing", never minus. A Chinese full stop becomes a point: 12。5 is a slip of the
    input method.
    """
    return _THIN_GROUPING.sub(",", text.translate(_PLAIN).strip()).replace("\u3000", " ").replace("\u00a0", " ")
