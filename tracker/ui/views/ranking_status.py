"""What the ranking says in the status bar of the rows that are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.amount import MINUS
from tracker.i18n import tr
from tracker.ui.models.ranking_lines import Line, Standing
from tracker.ui.models.ranking_model import RankingModel
from tracker.ui.page import Fact, Status


def status_of(model: RankingModel, current: Line | None, selected: Sequence[Line]) -> Status | None:
    """Of one unit its place among how many and its move; of a total its leading figure; of several rows how many they are."""
    if model.board is None or current is None:
        return None
    if len(selected) > 1:
        return Status(tr("{count} rows chosen", count=len(selected)))
    leading = next((column for column in model.all_columns if column.key == model.board.order.key), None)
    if leading is None:
        return None
    context = tr("{unit} · {figure}", unit=current.name, figure=leading.title.removesuffix(" %"))
    if current.standing is None:
        return Status(context, (Fact("", leading.text(current)),))
    return Status(context, _facts(current.standing))


def _facts(row: Standing) -> tuple[Fact, ...]:
    if row.rank is None:
        return (Fact(tr("not ranked"), ""),)
    facts = [Fact(tr("place"), str(row.rank), tr("of {ranked}", ranked=row.ranked))]
    if row.rank_change is not None:
        sign = "+" if row.rank_change > 0 else MINUS if row.rank_change < 0 else ""
        facts.append(Fact(tr("since last month"), f"{sign}{abs(row.rank_change)}", tr("places")))
    return tuple(facts)
