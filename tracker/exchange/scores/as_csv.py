"""The scores as CSV for spreadsheets and scripts: one line a unit, points rounded as printed, digits only."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tracker.domain.amount import round_half_up
from tracker.exchange.scores.choice import Scores
from tracker.exchange.scores.order import by_rank
from tracker.exchange.spreadsheet_csv import spreadsheet_line
from tracker.metrics.scoring.score import SCORE_DECIMALS, GroupScores, Score

COLUMNS = ("month", "group", "unit", "name", "rank", "rank_change", "score", "got", "full", "total", "added")
"""The header; after it comes a column for each line of the scheme, its number and its indicator's code: "1 SWZJ"."""


def scores_csv(scores: Scores) -> Iterator[str]:
    """The lines of the CSV: each group's units by rank. Of lines that do not count for a unit the cell is empty."""
    codes = (scores.indicators[line.indicator].code for line in scores.table.scheme.lines)
    yield spreadsheet_line((*COLUMNS, *(f"{number} {code}" for number, code in enumerate(codes, start=1))))
    for of_group in scores.groups:
        for score in by_rank(of_group.rows):
            yield spreadsheet_line(_cells(scores, of_group, score))


def _cells(scores: Scores, of_group: GroupScores, score: Score) -> Iterator[str]:
    yield from (str(scores.table.month), of_group.group.name, score.unit.code, score.unit.name)
    yield from ("" if number is None else str(number) for number in (score.rank, score.rank_change))
    yield from map(points_text, (score.value, score.got, score.full, score.total, score.added))
    yield from ("" if award is None else points_text(award.points) for award in scores.by_line(of_group, score))


def points_text(points: Fraction | None) -> str:
    """Points as they are printed, digits only; "" for none."""
    return "" if points is None else format(round_half_up(points, SCORE_DECIMALS), "f")
