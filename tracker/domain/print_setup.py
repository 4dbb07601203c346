"""How an office wants its ranking sheets printed (版式): columns, order, paper, texts, signatures, faces.

Chinese here is data: the placeholders that an office writes into its titles, and the usual signatures of the office's paper.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """The paper to fit a sheet on. FITTING: A4, or A3 where the columns need it."""

    FITTING = "fitting"
    A4 = "a4"
    A3 = "a3"


class SheetColumn(StrEnum):
    """A column that an indicator can have on the sheet."""

    TARGET = "target"
    MONTH = "month"
    CUMULATIVE = "cumulative"
    COMPLETION = "completion"
    GAP = "gap"
    YOY = "yoy"
    MOM = "mom"
    SHARE = "share"
    LIGHT = "light"
    RANK = "rank"


USUAL_COLUMNS = (
    SheetColumn.TARGET,
    SheetColumn.MONTH,
    SheetColumn.CUMULATIVE,
    SheetColumn.COMPLETION,
    SheetColumn.GAP,
    SheetColumn.YOY,
    SheetColumn.RANK,
)
USUAL_SIGNATURES = ("制表：{制表人}", "审核：", "签发：")

PLACEHOLDERS = ("县", "年", "月", "日", "期间", "主题", "指标", "制表单位", "制表人", "制表日期")
"""What may stand in braces in the office's own texts."""

OWN_FACE = "program"
"""In the place of a family's name: the program's own face, whatever is installed."""

_BRACES = str.maketrans("｛｝", "{}")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class PrintSetup:
    """What the office has chosen; everything as usual without a word of it.

    `indicators` are codes in their order, () for all in the book's. `title` is that of a sheet of several indicators,
    `title_of_one` that of a sheet of one, "" for the program's. `signatures` are lines, each "role：name", a name left out to be
    signed by hand.
    `title_face`, `body_face`: the family of an installed face; "" for the program's choice.
    """

    columns: tuple[SheetColumn, ...] = USUAL_COLUMNS
    indicators: tuple[str, ...] = ()
    total_first: bool = False
    paper: Paper = Paper.FITTING
    portrait: bool = False
    title: str = ""
    title_of_one: str = ""
    subtitle: str = ""
    signatures: tuple[str, ...] = USUAL_SIGNATURES
    title_face: str = ""
    body_face: str = ""


def unknown_placeholders(text: str) -> list[str]:
    """The words in braces that stand for nothing, in their order; braces that do not belong together as they are."""
    plain = text.translate(_BRACES)
    unknown = [word for word in _PLACEHOLDER.findall(plain) if word.strip() not in PLACEHOLDERS]
    return unknown + [brace for brace in _PLACEHOLDER.sub("", plain) if brace in "{}"]


def fill(text: str, words: Mapping[str, str]) -> str:
    """The text with the words in the place of the placeholders; one that is unknown stays as it is written."""
    return _PLACEHOLDER.sub(lambda found: words.get(found[1].strip(), found[0]), text.translate(_BRACES))
