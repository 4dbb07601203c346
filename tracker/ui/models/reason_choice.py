"""Which number of the ranking a cell stands for, and why it is what it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tracker.domain.scheme import SchemeLine
from tracker.domain.unit import GroupId
from tracker.i18n import tr
from tracker.metrics.derivation.figures import Figure
from tracker.metrics.derivation.origins import origin_of
from tracker.metrics.derivation.points import derive_points
from tracker.metrics.derivation.reasoned import Reasoned, reasoned
from tracker.metrics.derivation.reasons import Place, reasons
from tracker.metrics.derivation.score_places import (
    derive_by_hand,
    derive_forms,
    derive_full,
    derive_score_change,
    derive_score_rank,
    score_reasons,
)
from tracker.metrics.derivation.steps import Derivation
from tracker.metrics.derivation.sums import sides_of
from tracker.metrics.scoring.score import Score
from tracker.metrics.whose import Whole, Whose
from tracker.store.publications import publication
from tracker.ui.models.ranking_board import SCORE, IndicatorBoard
from tracker.ui.models.ranking_columns import Column
from tracker.ui.models.ranking_lines import Line, LineKind
from tracker.ui.models.ranking_scores import ScoreBoard

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.store.book import Book
    from tracker.ui.models.ranking_board import Board

PLACES = {"rank": Place.RANK, "move": Place.CHANGE}
FIGURES: Mapping[str, Figure | Place] = PLACES | {figure.value: figure for figure in Figure}


def whose(line: Line) -> Whose:
    """Whose number it is."""
    if line.unit is not None:
        return line.unit
    return Whole(GroupId(line.place.id) if line.place.kind is LineKind.GROUP else None)


def reason(book: Book, live: Live, board: Board, line: Line, column: Column) -> Reasoned | None:
    """Why the line has that number; `column` is one that `number_key` names. None where there is nothing to tell.

    `live` is what the month is ranked by; who entered what is in the journal of the `book` itself.
    """
    found, name = _derived(live, board, line, column)
    if found is None:
        return None
    published = publication(book, board.month)
    until = None if published is None else published.at
    place = " · ".join((line.name, name, column.title.removesuffix(" %")) if name else (line.name, column.title))
    return reasoned(place, board.month, found, lambda of: origin_of(book, of, until=until))


def _derived(live: Live, board: Board, line: Line, column: Column) -> tuple[Derivation | None, str]:
    """The derivation, and of which indicator."""
    if isinstance(board, ScoreBoard):
        return _of_score(live, board, line, column), tr("Composite score") if isinstance(column.about, SchemeLine) else ""
    asked = FIGURES.get(column.key)
    if not isinstance(board, IndicatorBoard) or asked is None:
        return None, ""
    indicator = board.table.indicator
    sides = sides_of(live, indicator.id, board.month)
    return reasons(board.table, whose(line), asked, sides=sides), indicator.name


def _of_score(live: Live, board: ScoreBoard, line: Line, column: Column) -> Derivation | None:
    score = line.score
    if score is None:
        return derive_full(line.of_group) if line.of_group is not None and column.key == SCORE else None
    of_group = next(of for of in board.scores.groups if of.group.id == score.unit.group)
    if isinstance(column.about, SchemeLine):
        return _of_line(live, score, column.about)
    if column.key == "rank":
        return derive_score_rank(score, of_group, as_printed=live.as_printed)
    if column.key == "move":
        return derive_score_change(score, of_group)
    if column.key == "by_hand":
        return derive_by_hand(score)
    return derive_forms(score) if column.key == "forms" else score_reasons(score, of_group, board.indicators)


def _of_line(live: Live, score: Score, line: SchemeLine) -> Derivation | None:
    """The points of a line; None where the line is not for the unit's group."""
    award = next((award for award in score.awards if award.line == line), None)
    if award is None:
        return None
    table = live.table(line.indicator)
    return derive_points(award, table, score.unit.id, sides=sides_of(live, line.indicator))
