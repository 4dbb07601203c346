"""The words for what an office chooses about its sheets: columns, placeholders, paper, faces."""

from __future__ import annotations

from tracker.domain.print_setup import PLACEHOLDERS, Paper, SheetColumn
from tracker.i18n import mark, tr

COLUMNS = {
    SheetColumn.TARGET: mark("Year’s target"),
    SheetColumn.MONTH: mark("Month’s own"),
    SheetColumn.CUMULATIVE: mark("Cumulative"),
    SheetColumn.COMPLETION: mark("Completion"),
    SheetColumn.GAP: mark("Ahead of or behind the pace"),
    SheetColumn.YOY: mark("YoY"),
    SheetColumn.MOM: mark("MoM"),
    SheetColumn.SHARE: mark("Share"),
    SheetColumn.LIGHT: mark("Light signal"),
    SheetColumn.RANK: mark("Rank"),
}
"""What the columns are called where they are chosen, in the usual order."""

PAPERS = {Paper.FITTING: mark("Fitting"), Paper.A4: mark("A4"), Paper.A3: mark("A3")}

MEANINGS = (
    mark("the place: Yunshan County"),
    mark("the year: 2026"),
    mark("the month: 9"),
    mark("the month's last day: 30"),
    mark("the period: January to September 2026"),
    mark("the subject: investment promotion"),
    mark("the indicators on the sheet"),
    mark("the office"),
    mark("who made the sheet"),
    mark("the day on which it was made"),
)


def placeholders() -> list[tuple[str, str]]:
    """Each placeholder as it is written, and what it stands for."""
    return [(f"{{{word}}}", tr(meaning)) for word, meaning in zip(PLACEHOLDERS, MEANINGS, strict=True)]


def missing_text(families: list[str]) -> str:
    """That faces are not installed here and what is used instead; "" where none is missing."""
    if not families:
        return ""
    return tr(
        "“{families}” is not installed on this computer: the program's own type is used.", families=tr("”, “").join(families)
    )
