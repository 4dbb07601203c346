"""How the cells of the workbook look: the paper’s greys and rules, nothing told by colour.

Chinese here is data: the names of typefaces.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from tracker.reports.ranking_columns import Field, IndicatorColumns
from tracker.reports.workbook.blocks import Heading

SUBTOTAL, TOTAL = "#E8E8E8", "#D6D6D6"
TITLE_FACE, TEXT_FACE, TEXT_SIZE = "方正小标宋简体", "宋体", 10
_PLAIN = {"font_name": TEXT_FACE, "font_size": TEXT_SIZE, "valign": "vcenter"}


@dataclass
class Formats:
    """Makes each format once: a workbook keeps a list of them."""

    workbook: Workbook
    _made: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)

    def of(self, **properties: object) -> Format:
        """The format with these properties over the plain one."""
        wanted = tuple(sorted((_PLAIN | properties).items()))
        if wanted not in self._made:
            self._made[wanted] = self.workbook.add_format(dict(wanted))
        return self._made[wanted]

    def title(self) -> Format:
        return self.of(font_name=TITLE_FACE, font_size=20, align="center")

    def note(self, **properties: object) -> Format:
        return self.of(font_size=9, **properties)

    def head(self) -> Format:
        return self.of(bold=True, align="center", text_wrap=True, border=1)

    def name(self, fill: str = "") -> Format:
        return self.of(border=1, bold=bool(fill), **_filled(fill))

    def centred(self, fill: str = "", *, bold: bool = False) -> Format:
        return self.of(border=1, align="center", bold=bold, **_filled(fill))

    def figure(self, number: str, fill: str = "", *, bold: bool = False) -> Format:
        """A figure in a number format, at the right."""
        return self.of(border=1, align="right", bold=bold or bool(fill), num_format=number, **_filled(fill))


def _filled(fill: str) -> dict[str, object]:
    return {"bg_color": fill} if fill else {}


def number_format(columns: IndicatorColumns, heading: Heading) -> str:
    """The number format of a column: the indicator's decimals, percentages and points with two; a minus is U+2212."""
    if heading is Field.COMPLETION:
        return "0.00%;−0.00%"
    if heading is Field.YOY:
        return "+0.00%;−0.00%;0.00%"
    if heading is Field.GAP:
        return "+0.00;−0.00;0.00"
    decimals = columns.target_decimals if heading is Field.TARGET else columns.indicator.decimals
    plain = "#,##0" + ("." + "0" * decimals if decimals else "")
    return f"{plain};−{plain}"
