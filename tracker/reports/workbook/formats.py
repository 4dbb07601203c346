"""How the cells of the workbook look: the paper’s greys and rules, nothing told by colour.

Chinese here is data: the names of typefaces.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from tracker.domain.print_setup import OWN_FACE, PrintSetup
from tracker.reports.ranking_columns import Field, IndicatorColumns
from tracker.reports.workbook.blocks import Heading

SUBTOTAL, TOTAL = "#E8E8E8", "#D6D6D6"
TITLE_FACE, TEXT_FACE, TEXT_SIZE = "方正小标宋简体", "宋体", 10


@dataclass
class Formats:
    """Makes each format once: a workbook keeps a list of them."""

    workbook: Workbook
    title_face: str = TITLE_FACE
    text_face: str = TEXT_FACE
    _made: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)

    def of(self, **properties: object) -> Format:
        """The format with these properties over the plain one."""
        plain = {"font_name": self.text_face, "font_size": TEXT_SIZE, "valign": "vcenter"}
        wanted = tuple(sorted((plain | properties).items()))
        if wanted not in self._made:
            self._made[wanted] = self.workbook.add_format(dict(wanted))
        return self._made[wanted]

    def title(self) -> Format:
        return self.of(font_name=self.title_face, font_size=20, align="center")

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


def office_faces(setup: PrintSetup) -> tuple[str, str]:
    """The faces of titles and of everything else; the program's own are on no other machine: the usual ones stand for them."""
    return setup.title_face if setup.title_face not in {"", OWN_FACE} else TITLE_FACE, setup.body_face or TEXT_FACE


def _filled(fill: str) -> dict[str, object]:
    return {"bg_color": fill} if fill else {}


def number_format(columns: IndicatorColumns, heading: Heading) -> str:
    """The number format of a column: the indicator's decimals, percentages and points with two; a minus is U+2212."""
    if heading is Field.COMPLETION or heading is Field.SHARE:
        return "0.00%;−0.00%"
    if heading is Field.YOY or heading is Field.MOM:
        return "+0.00%;−0.00%;0.00%"
    if heading is Field.GAP:
        return "+0.00;−0.00;0.00"
    decimals = columns.target_decimals if heading is Field.TARGET else columns.indicator.decimals
    plain = "#,##0" + ("." + "0" * decimals if decimals else "")
    return f"{plain};−{plain}"
