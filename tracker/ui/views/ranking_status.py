"""What the ranking says in the status bar of the rows that are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.amount import MINUS
from tracker.i18n import tr
from tracker.metrics.row import Row
from tracker.ui.models.ranking_columns import ranked_by
from tracker.ui.models.ranking_lines import Line
from tracker.ui.models.ranking_model import RankingModel
from tracker.ui.page import Fact, Status


def status_of(model: RankingModel, current: Line | None, selected: Sequence[Line]) -> Status | None:
    """Of one unit its place among how many and its move; of a total its leading figure; of several rows how many they are."""
    if model.table is None or current is None:
        return None
    if len(selected) > 1:
        return Status(tr("{count} rows chosen", count=len(selected)))
    leading = next((column for column in model.all_columns if column.key == ranked_by(model.table.indicator)), None)
    if leading is None:
        return None
    context = tr("{unit} · {figure}", unit=current.name, figure=leading.title.removesuffix(" %"))
    if current.row is None:
        return Status(context, (Fact("", leading.text(current)),))
    return Status(context, _facts(current.row))


def _facts(row: Row) -> tuple[Fact, ...]:
    if row.rank is None:
        return (Fact(tr("not ranked"), ""),)
    facts = [Fact(tr("place"), str(row.rank), tr("of {ranked}", ranked=row.ranked))]
    if row.rank_change is not None:
        sign = "+" if row.rank_change > 0 else MINUS if row.rank_change < 0 else ""
        facts.append(Fact(tr("since last month"), f"{sign}{abs(row.rank_change)}", tr("places")))
    return tuple(facts)
