"""The ranking sheet as a workbook: the paper's content, rows and notes, with formulas where the paper has results."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import GroupId
from tracker.metrics.live import Live
from tracker.reports.document_file import save
from tracker.reports.ranking_sheet import Imprint, ranking_sheet, set_up_indicators
from tracker.reports.wording import tr
from tracker.reports.workbook.office_workbook import office_workbook
from tracker.reports.workbook.ranking_table import RankingTable


def write_workbook(
    live: Live,
    path: Path,
    *,
    imprint: Imprint,
    indicators: Sequence[IndicatorId] = (),
    groups: Sequence[GroupId] = (),
) -> None:
    """Write the ranking of the month that `live` shows as .xlsx; raises as `ranking_sheet`, and DocumentNotSaved.

    Completion, gap, growth, ratios, ranks and sums are formulas over the targets and the figures that were reported; what the
    metrics computed goes along as their results, so that a viewer that computes nothing shows the same.
    """
    save(workbook_bytes(live, imprint=imprint, indicators=indicators, groups=groups), path)


def workbook_bytes(
    live: Live, *, imprint: Imprint, indicators: Sequence[IndicatorId] = (), groups: Sequence[GroupId] = ()
) -> bytes:
    """The workbook's content; see `write_workbook`. The same content on the same day gives the same bytes."""
    sheet = ranking_sheet(live, imprint=imprint, indicators=indicators, groups=groups)
    chosen = tuple(indicators) or set_up_indicators(live, imprint.setup)
    content = io.BytesIO()
    with office_workbook(content, sheet.title, imprint) as formats:
        worksheet = formats.workbook.add_worksheet(tr("Ranking"))
        RankingTable(live, sheet, worksheet, formats, imprint.setup).write(chosen, groups)
    return content.getvalue()
