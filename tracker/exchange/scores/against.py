"""A month's scores by the scheme in force and by that of another month, side by side: as a table, CSV or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.domain.period import Month
from tracker.exchange.ranking.choice import choose_group
from tracker.exchange.scores.as_csv import points_text
from tracker.exchange.spreadsheet_csv import spreadsheet_line
from tracker.exchange.text_table import MISSING, Line, aligned
from tracker.i18n import mark, tr
from tracker.metrics.live import Live
from tracker.metrics.scoring.book_scores import NoScheme
from tracker.metrics.scoring.comparison import Compared
from tracker.metrics.scoring.effect import effect, hindrances
from tracker.metrics.scoring.score import Score
from tracker.store.book import Book
from tracker.store.scheme_faults import SchemeRefused
from tracker.store.scheme_versions import scheme_of

COLUMNS = ("month", "against", "group", "unit", "name", "rank", "score", "rank_against", "score_against", "places")
_HEADS = (mark("Rank"), mark("Unit"), mark("Score"), mark("Score against"), mark("Rank against"), mark("Places up"))


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The units of a month, of all groups or one: `before` by the scheme of the month `against`, `after` by its own."""

    month: Month
    against: Month
    rows: Sequence[Compared]

    @property
    def by_group(self) -> dict[str, list[Compared]]:
        """The rows of each group, by their rank under the month's own scheme; those without one last."""
        found: dict[str, list[Compared]] = {}
        for row in self.rows:
            found.setdefault(row.group.name, []).append(row)
        return {
            group: sorted(rows, key=lambda row: (row.after.rank is None, row.after.rank or 0)) for group, rows in found.items()
        }


def side_by_side_of(book: Book, live: Live, against: Month, group: str | None, *, today: date) -> SideBySide:
    """The month that `live` shows of the book under both; what counts beside the lines is the month's, at either scheme's price.

    Raises NoSuchGroup, NoScheme, SchemeRefused.
    """
    chosen = choose_group(live.groups, group)
    pair = scheme_of(book, against), scheme_of(live.book, live.month)
    for month, scheme in zip((against, live.month), pair, strict=True):
        if scheme is None:
            raise NoScheme(month)
        if reasons := hindrances(live, scheme):
            raise SchemeRefused(reasons)
    rows = effect(live, *pair, today=today).rows
    return SideBySide(live.month, against, [row for row in rows if chosen is None or row.group.id == chosen.id])


def against_text(shown: SideBySide) -> Iterator[str]:
    """The table; units that change place have a number in its last column."""
    yield tr("{month}  Score, against the scheme of {against}", month=shown.month, against=shown.against) + "\n"
    lines: list[Line] = [[tr(head) for head in _HEADS]]
    for group, rows in shown.by_group.items():
        lines.append(["", tr("[{group}]", group=group), "", "", "", ""])
        lines += [_line(row) for row in rows]
    yield from aligned(lines, texts={1}, may_go=())


def _line(row: Compared) -> Line:
    places = "" if not row.changes_place else MISSING if row.places is None else f"{row.places:+d}"
    return [_rank(row.after), row.unit.name, _score(row.after), _score(row.before), _rank(row.before), places]


def _rank(score: Score) -> str:
    return MISSING if score.rank is None else str(score.rank)


def _score(score: Score) -> str:
    return points_text(score.value) or MISSING


def against_csv(shown: SideBySide) -> Iterator[str]:
    """A line a unit, points rounded as printed."""
    yield spreadsheet_line(COLUMNS)
    for group, rows in shown.by_group.items():
        for row in rows:
            numbers = (row.after.rank, points_text(row.after.value), row.before.rank, points_text(row.before.value), row.places)
            told = ("" if number is None else str(number) for number in numbers)
            yield spreadsheet_line((str(shown.month), str(shown.against), group, row.unit.code, row.unit.name, *told))


def against_json(shown: SideBySide) -> Iterator[str]:
    """{"month", "against", "scores": {group: [{"unit", "name", "score", "rank", "score_against", "rank_against", "places"}]}}."""
    scores = {group: [_object(row) for row in rows] for group, rows in shown.by_group.items()}
    told = {"month": str(shown.month), "against": str(shown.against), "scores": scores}
    yield json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _object(row: Compared) -> dict[str, str | int | float | None]:
    return {
        "unit": row.unit.code,
        "name": row.unit.name,
        "score": _number(row.after),
        "rank": row.after.rank,
        "score_against": _number(row.before),
        "rank_against": row.before.rank,
        "places": row.places,
    }


def _number(score: Score) -> float | None:
    return None if score.value is None else score.value.numerator / score.value.denominator
