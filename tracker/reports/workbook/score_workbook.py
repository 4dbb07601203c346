"""The sheet of scores as a workbook: scores by formulas on one sheet, the figures and the rules behind them on two others."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.print_setup import PrintSetup
from tracker.domain.unit import GroupId
from tracker.metrics.live import Live
from tracker.metrics.scoring.score import ScoreTable
from tracker.reports.imprint import Imprint
from tracker.reports.ranking_sheet import ranking_sheet
from tracker.reports.score_sheet import ScoreContent, scored_groups
from tracker.reports.wording import tr
from tracker.reports.workbook import score_table
from tracker.reports.workbook.office_workbook import office_workbook
from tracker.reports.workbook.ranking_table import RankingTable
from tracker.reports.workbook.rules_table import RulesTable
from tracker.reports.workbook.score_cells import ScoreCells


def score_workbook_bytes(live: Live, scores: ScoreTable, *, imprint: Imprint, groups: Sequence[GroupId] = ()) -> bytes:
    """The workbook of the scores of the month that `live` shows; no groups mean all of them. Raises NoUnitToPrint.

    Points, their sums, scores and ranks are formulas over the figures and the rules; results go along. The same content on the
    same day gives the same bytes.
    """
    content = ScoreContent(live, scores, scored_groups(scores, groups))
    sheet = content.sheet(imprint)
    usual = PrintSetup(title_face=imprint.setup.title_face, body_face=imprint.setup.body_face)
    of_figures = replace(imprint, title="", setup=usual)
    figures = ranking_sheet(live, imprint=of_figures, indicators=content.indicators, groups=groups)
    into = io.BytesIO()
    with office_workbook(into, sheet.title, imprint) as formats:
        names = (tr("Scores"), tr("Figures behind"), tr("Rules"))
        shown, behind, rules = (formats.workbook.add_worksheet(name) for name in names)
        written = RankingTable(live, figures, behind, formats, usual).write(content.indicators, groups)
        named = {of.group.id: of.group.name for of in scores.groups}
        where = RulesTable(rules, formats, tr("Scheme of {year}", year=scores.scheme.year)).write(content.columns, named)
        cells = ScoreCells(where, written, behind.get_name())
        score_table.ScoreTable(content, sheet, shown, formats, cells).write()
    return into.getvalue()
