"""The formulas of the workbook, as Excel, WPS and LibreOffice compute them alike. Each takes cells and ranges in A1 notation.

They are domain.md's rules once more, in the reader's own program: what the metrics computed goes along as each formula's stored
result, and a test has LibreOffice compute all of them again. A spreadsheet reckons in binary fractions, so comparisons allow for
their last digits (DUST), which exact arithmetic needs nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence

MISSING = '"-"'
DUST = "1E-12"


def total(cells: Sequence[str]) -> str:
    """The sum of ranges or cells, "-" where none of them holds a number."""
    listed = ",".join(cells)
    return f"=IF(COUNT({listed})=0,{MISSING},SUM({listed}))"


def completion(done: str, target: str, *, counts_blank: bool) -> str:
    """done ÷ target; "-" without a target above zero (rule 4). `counts_blank`: a flow's nothing counts as 0 (rule 3)."""
    known = f"N({target})>0" if counts_blank else f"AND(N({target})>0,ISNUMBER({done}))"
    return f"=IF({known},N({done})/{target},{MISSING})"


def gap(completed: str, pace: str) -> str:
    """The printed completion less the printed pace, in percentage points (rule 2's exception)."""
    return f"=IF(ISNUMBER({completed}),ROUND(ROUND({completed}*100,2)-ROUND({pace}*100,2),2),{MISSING})"


def growth(current: str, base: str) -> str:
    """current ÷ base − 1; "-" where the base is missing, zero or negative (rule 5)."""
    return f"=IF(AND(ISNUMBER({current}),N({base})>0),{current}/{base}-1,{MISSING})"


def share(part: str, whole: str) -> str:
    """part ÷ whole; "-" where either is missing or the whole is nothing."""
    return f"=IF(AND(ISNUMBER({part}),N({whole})<>0),{part}/{whole},{MISSING})"


def ratio(numerator: str, denominator: str, *, factor: str) -> str:
    """numerator ÷ denominator × factor; "-" where either is missing or there is nothing to divide by."""
    known = f"AND(ISNUMBER({numerator}),N({denominator})<>0)"
    return f"=IF({known},{numerator}/{denominator}*{factor},{MISSING})"


def rank(cell: str, group: str, *, lower: bool, scale: int) -> str:
    """Standard competition ranking of unrounded figures: one more than there are better ones in the group's range.

    `scale`: how large the figures are where 1 is whole (100 for a ratio in percent), which the allowance for dust goes by.
    """
    better = f'"<"&{cell}-{scale}*{DUST}' if lower else f'">"&{cell}+{scale}*{DUST}'
    return f"=IF(ISNUMBER({cell}),COUNTIF({group},{better})+1,{MISSING})"


def printed_rank(cell: str, group: str, *, lower: bool, places: int) -> str:
    """The same of what is printed, rounded half up to so many places: 4 for a percentage with two decimals."""
    half = f"5E-{places + 1}"
    edge = f"ROUND({cell},{places})-{half}-{DUST}" if lower else f"ROUND({cell},{places})+{half}-{DUST}"
    better = f'"<"&{edge}' if lower else f'">="&{edge}'
    return f"=IF(ISNUMBER({cell}),COUNTIF({group},{better})+1,{MISSING})"
