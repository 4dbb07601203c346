"""The scheme as a worksheet: a row for every line, each parameter in a cell of its own, which the points are computed from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from tracker.domain.scheme import SchemeLine
from tracker.domain.unit import GroupId
from tracker.i18n import mark
from tracker.reports.scheme_wording import rule_text
from tracker.reports.score_lines import PointsColumn
from tracker.reports.sheet import Paper
from tracker.reports.wording import one_line, tr
from tracker.reports.workbook.formats import Formats
from tracker.reports.workbook.page import CODES, MARGIN
from tracker.reports.workbook.points import Rule

TITLE, HEAD, FIRST = 0, 1, 2
NAME, GROUP, FULL, METHOD = range(4)
PARAMETERS = ("cap", "bonus", "bonus_cap", "step", "floor", "each")
HEADINGS = (
    mark("Indicator"),
    mark("Group"),
    mark("Full points of the line"),
    mark("Rule"),
    mark("Counted up to"),
    mark("Bonus per\npercentage point"),
    mark("Bonus at most"),
    mark("Less per place"),
    mark("At least"),
    mark("Points for each"),
)
TIERS_AT = len(HEADINGS)
WIDTHS = {NAME: 24, GROUP: 12, METHOD: 60}
OTHER_WIDTH = 11


@dataclass(frozen=True)
class RulesTable:
    """Writes the lines of a scheme into one worksheet."""

    worksheet: Worksheet
    formats: Formats
    title: str

    def write(self, columns: Sequence[PointsColumn], groups: Mapping[GroupId, str]) -> dict[SchemeLine, Rule]:
        """Write every line; tells where the parameters of each stand."""
        lines = [(column, line) for column in columns for line in column.lines]
        tiers = max((len(line.tiers) for _, line in lines), default=0)
        last = TIERS_AT + 2 * tiers - 1
        self.worksheet.set_default_row(20)
        self.worksheet.merge_range(TITLE, 0, TITLE, last, self.title, self.formats.title())
        self.worksheet.set_row(TITLE, 34)
        self._heads(tiers)
        self._page()
        found = {}
        for row, (column, line) in enumerate(lines, FIRST):
            group = tr("all groups") if line.group is None else groups[line.group]
            found[line] = self._line(row, column, line, group, last=last)
        return found

    def _heads(self, tiers: int) -> None:
        self.worksheet.set_row(HEAD, 32)
        words = [tr(heading) for heading in HEADINGS]
        for at in range(1, tiers + 1):
            words += [tr("Tier {number}\nfrom", number=at), tr("Tier {number}\nvalue", number=at)]
        for at, text in enumerate(words):
            self.worksheet.write_string(HEAD, at, text, self.formats.head())
            self.worksheet.set_column(at, at, WIDTHS.get(at, OTHER_WIDTH))

    def _line(self, row: int, column: PointsColumn, line: SchemeLine, group: str, *, last: int) -> Rule:
        name, worksheet = self.formats.name(), self.worksheet
        worksheet.write_string(row, NAME, one_line(column.indicator.name), name)
        worksheet.write_string(row, GROUP, one_line(group), name)
        worksheet.write_string(
            row, METHOD, one_line(rule_text(line, column.indicator)), self.formats.of(border=1, text_wrap=True)
        )
        self._number(row, FULL, line.points)
        for at, parameter in enumerate(PARAMETERS, METHOD + 1):
            self._number(row, at, getattr(line, parameter))
        for at in range(TIERS_AT, last + 1):
            self._number(row, at, None)
        tiers = []
        for at, (least, value) in enumerate(line.tiers):
            self._number(row, TIERS_AT + 2 * at, least)
            self._number(row, TIERS_AT + 2 * at + 1, value)
            tiers.append((self._cell(row, TIERS_AT + 2 * at), self._cell(row, TIERS_AT + 2 * at + 1)))
        cells = {parameter: self._cell(row, at) for at, parameter in enumerate(PARAMETERS, METHOD + 1)}
        return Rule(full=self._cell(row, FULL), tiers=tiers, **cells)

    def _number(self, row: int, at: int, value: Decimal | None) -> None:
        shape = self.formats.of(border=1, align="right")
        if value is None:
            self.worksheet.write_blank(row, at, None, shape)
        else:
            self.worksheet.write_number(row, at, float(value), shape)

    def _cell(self, row: int, at: int) -> str:
        return f"'{self.worksheet.get_name()}'!{xl_rowcol_to_cell(row, at, row_abs=True, col_abs=True)}"

    def _page(self) -> None:
        self.worksheet.set_landscape()
        self.worksheet.set_paper(CODES[Paper.A4])
        self.worksheet.set_margins(left=MARGIN, right=MARGIN, top=0.55, bottom=0.65)
        self.worksheet.fit_to_pages(1, 0)
        self.worksheet.freeze_panes(FIRST, NAME + 1)
        self.worksheet.repeat_rows(HEAD)
