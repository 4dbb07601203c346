"""Why a text is not a figure, in words for the person who typed it.

Chinese here is data: the words by which people say about, more than, none or a date.
"""

from __future__ import annotations

import re

from tracker.i18n import mark, tr

_MONTH = "(?:0?[1-9]|1[0-2])"

# The first that is found is the reason.
_REASONS = (
    (re.compile("^#"), mark("This is an error value of a spreadsheet, not a figure.")),
    (
        re.compile(r"(?i)^\(?(?:无|空|没有|暂无|none|null|nil|nan|n/?a)\)?$"),
        mark("This may mean zero or not reported. Type 0, or leave the cell empty."),
    ),
    (
        re.compile(rf"[0-9] *[年月号日]|^(?:19|20)[0-9][0-9]([-/.]){_MONTH}(?:\1[0-9]{{1,2}}.*)?$"),
        mark("This looks like a date. Type one figure."),
    ),
    (re.compile(r"[0-9] *[-~至到—―]+ *[0-9]"), mark("These are several figures. Type one; a calculation begins with “=”.")),
    (
        re.compile("[约近超逾余多几≈~≥≤><±]|大概|左右|上下|以上|以下|以内|不足|不到|不少于|不低于"),
        mark("This is not an exact figure. Type the exact one."),
    ),
    (re.compile(r"[0-9)] *[-+*/] *[0-9(]"), mark("A calculation begins with “=”.")),
    (re.compile(r"[0-9.] +[0-9.]"), mark("There is a space within the figure, or these are two figures.")),
    (re.compile(r"\.[0-9]*\."), mark("The figure has more than one decimal point.")),
    (re.compile(r"[0-9]\.?[eE][-+]?[0-9]"), mark("The figure is in scientific notation. Type all its digits.")),
    (re.compile(r"^[—―─━] *[0-9.]"), mark("A dash stands before the figure. Type “-” for a negative one.")),
    (re.compile(r"[0-9],|,[0-9]"), mark("The thousands separators are not in their places.")),
    (
        re.compile("[0-9]"),
        mark("What stands beside the figure is not understood. Type the figure alone, or with its unit of measure."),
    ),
)


def why_unreadable(text: str) -> str:
    """The reason why the folded text, of a limited length, is not a figure; never empty."""
    reasons = (reason for pattern, reason in _REASONS if pattern.search(text))
    return tr(next(reasons, mark("This is not a figure.")))
