"""The scores as a table for the terminal: one block a group, then what each line of the scheme is."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.domain.amount import plain, round_half_up
from tracker.domain.scheme import SchemeLine
from tracker.exchange.scores.as_csv import points_text
from tracker.exchange.scores.choice import Scores
from tracker.exchange.scores.order import by_rank
from tracker.exchange.text_table import MISSING, Line, aligned
from tracker.i18n import mark, tr
from tracker.metrics.scoring.score import SCORE_DECIMALS, GroupScores, Score
from tracker.metrics.scoring.wording import method_name

_HEADS = (mark("Rank"), mark("Move"), mark("Unit"), mark("Score"), mark("Added"))
_UNIT, _ADDED = 2, 4


def scores_text(scores: Scores) -> Iterator[str]:
    """The lines of the table and of the legend, each with its line end."""
    yield tr("{month}  Score", month=scores.table.month) + "\n"
    lines = list(_lines(scores))
    yield from aligned(lines, texts={_UNIT}, may_go=range(_ADDED, len(lines[0])))
    yield "\n"
    for number, line in enumerate(scores.table.scheme.lines, start=1):
        yield _legend(scores, number, line) + "\n"


def _lines(scores: Scores) -> Iterator[Line]:
    heads = [f"({number})" for number, _ in enumerate(scores.table.scheme.lines, start=1)]
    yield [*(tr(head) for head in _HEADS), *heads]
    for of_group in scores.groups:
        yield ["", "", tr("[{group}]", group=of_group.group.name), "", "", *("" for _ in heads)]
        yield from (_unit(scores, of_group, score) for score in by_rank(of_group.rows))


def _unit(scores: Scores, of_group: GroupScores, score: Score) -> Line:
    rank = MISSING if score.rank is None else str(score.rank)
    move = MISSING if score.rank_change is None else f"{score.rank_change:+d}" if score.rank_change else "0"
    # ASCII minus: a terminal may draw "−" one or two columns wide.
    added = f"{round_half_up(score.added, SCORE_DECIMALS):+f}" if score.by_hand or score.forms else ""
    awards = scores.by_line(of_group, score)
    points = ["" if award is None else points_text(award.points) or MISSING for award in awards]
    return [rank, move, score.unit.name, points_text(score.value) or MISSING, added, *points]


def _legend(scores: Scores, number: int, line: SchemeLine) -> str:
    groups = {of.group.id: of.group.name for of in scores.table.groups}
    told = tr(
        "({number}) {indicator}, {points} points, {method}",
        number=number,
        indicator=scores.indicators[line.indicator].name,
        points=format(plain(line.points), "f"),
        method=method_name(line.method),
    )
    return told if line.group is None else tr("{line} [{group}]", line=told, group=groups.get(line.group, MISSING))
