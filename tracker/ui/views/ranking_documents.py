"""What the ranking page shows, as documents: sheet and workbook of an indicator or of the scores, of a group or of all."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from tracker.domain.unit import GroupId
from tracker.ui.models.ranking_scores import ScoreBoard

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.reports.imprint import Imprint
    from tracker.reports.sheet import RankingSheet
    from tracker.ui.views.ranking_view import RankingView


def shown_sheet(view: RankingView) -> RankingSheet | None:
    """The sheet of what is shown; None while nothing is. Raises ReportError."""
    from tracker.reports.ranking_sheet import ranking_sheet
    from tracker.reports.score_sheet import score_sheet

    board, asked = view.model.board, _asked(view)
    if asked is None:
        return None
    live, groups, made = asked
    if isinstance(board, ScoreBoard):
        return score_sheet(live, board.scores, imprint=made, groups=groups)
    lead = view.shown.indicator.id if view.shown is not None else live.indicators[0].id
    return ranking_sheet(live, imprint=made, indicators=[lead], groups=groups, lead=lead)


def shown_workbook(view: RankingView) -> bytes | None:
    """The workbook of what is shown; None while nothing is. Raises ReportError."""
    from tracker.reports.workbook.ranking_workbook import workbook_bytes
    from tracker.reports.workbook.score_workbook import score_workbook_bytes

    board, asked = view.model.board, _asked(view)
    if asked is None:
        return None
    live, groups, made = asked
    if isinstance(board, ScoreBoard):
        return score_workbook_bytes(live, board.scores, imprint=made, groups=groups)
    lead = view.shown.indicator.id if view.shown is not None else live.indicators[0].id
    return workbook_bytes(live, imprint=made, indicators=[lead], groups=groups)


def _asked(view: RankingView) -> tuple[Live, list[GroupId], Imprint] | None:
    """The figures, the groups and the imprint of what is shown."""
    from tracker.metrics.shown import document_date
    from tracker.ui.dialogs.preview_options import imprint

    board = view.model.board
    if board is None or view.live is None or view.session.book is None:
        return None
    group = view.choice.group
    dated = document_date(view.session.book, board.month, datetime.date.today())
    return view.live, [] if group is None else [group], imprint(view.live.book, dated)
