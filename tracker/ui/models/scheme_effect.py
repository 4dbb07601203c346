"""The units of a month under two versions of the scheme as a table, and the versions that can stand beside each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.amount import MISSING, format_number
from tracker.domain.period import Month
from tracker.domain.scheme import Scheme
from tracker.i18n import tr
from tracker.store.book import Book
from tracker.store.scheme_drafts import drafts
from tracker.store.scheme_versions import scheme_of, versions
from tracker.ui.models.record_model import RecordColumn
from tracker.ui.models.scheme_changes import version_name

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from tracker.metrics.scoring.comparison import Compared
    from tracker.metrics.scoring.effect import Effect
    from tracker.metrics.scoring.score import Score

DECIMALS = 2
Draw = Callable[["QPainter", "QRect", "EffectLine"], None]


@dataclass(frozen=True, slots=True)
class Choice:
    """A version that can be computed: its key (year, month of effect, whether it is a draft), its name, itself."""

    key: tuple[int, int, bool]
    words: str
    scheme: Scheme


@dataclass(frozen=True, slots=True)
class EffectLine:
    """A row: a group's heading, or (`unit`) one unit under both; what is missing on a side is None."""

    group: str
    unit: Compared | None = None
    has_before: bool = True
    has_after: bool = True

    @property
    def name(self) -> str:
        """The unit's, or the group's."""
        return self.group if self.unit is None else self.unit.unit.name

    @property
    def before(self) -> Score | None:
        """The unit by the version that it is compared with."""
        return self.unit.before if self.unit is not None and self.has_before else None

    @property
    def after(self) -> Score | None:
        """The unit by the version in question."""
        return self.unit.after if self.unit is not None and self.has_after else None

    @property
    def moved(self) -> bool:
        """Whether the unit has another place under the one than under the other."""
        return self.unit is not None and self.has_before and self.has_after and self.unit.changes_place

    @property
    def places(self) -> int:
        """How many places it goes up, below zero down; 0 where that cannot be said."""
        return (self.unit.places or 0) if self.unit is not None and self.moved else 0


def choices(book: Book, year: int, month: Month) -> list[Choice]:
    """The versions of the year and of the one before, and the drafts of the year."""
    in_force = scheme_of(book, month)
    found = []
    for scheme in (*versions(book, year - 1), *versions(book, year)):
        name = version_name(scheme.year, scheme.from_month)
        words = tr("{version} (in force)", version=name) if scheme == in_force else name
        found.append(Choice((scheme.year, scheme.from_month, False), words, scheme))
    for scheme in drafts(book, year):
        words = tr("{version} (draft)", version=version_name(scheme.year, scheme.from_month))
        found.append(Choice((scheme.year, scheme.from_month, True), words, scheme))
    return found


def in_force(offered: Sequence[Choice], month: Month) -> Choice | None:
    """The version among these that counts in the month."""
    begun = [one for one in offered if not one.key[2] and one.scheme.year == month.year and one.scheme.from_month <= month.number]
    return begun[-1] if begun else None


def lines(shown: Effect) -> list[EffectLine]:
    """The rows, group by group."""
    found: list[EffectLine] = []
    sides = {"has_before": shown.before is not None, "has_after": shown.after is not None}
    for row in shown.rows:
        if not found or found[-1].group != row.group.name:
            found.append(EffectLine(row.group.name))
        found.append(EffectLine(row.group.name, row, **sides))
    return found


def columns(draw_name: Draw | None = None, draw_move: Draw | None = None) -> list[RecordColumn[EffectLine]]:
    """Unit, score and rank by the one, score and rank by the other, and the move."""
    return [
        RecordColumn(tr("Unit"), lambda line: line.name, color=_name_color, draw=draw_name),
        RecordColumn(tr("Score before"), lambda line: _score(line, line.before), 78, numeric=True, color=_quiet),
        RecordColumn(tr("Rank before"), lambda line: _rank(line, line.before), 70, numeric=True, color=_quiet),
        RecordColumn(tr("Score after"), lambda line: _score(line, line.after), 72, numeric=True),
        RecordColumn(tr("Rank after"), lambda line: _rank(line, line.after), 66, numeric=True, strong=True),
        RecordColumn(tr("Change"), move_words, 52, color=_move_color, draw=draw_move),
    ]


def move_words(line: EffectLine) -> str:
    """The change of place, as it is heard and copied: ▲2, ▽1, – for none."""
    if line.unit is None or not (line.has_before and line.has_after):
        return ""
    if line.moved and line.unit.places is None:
        return tr("new place") if line.unit.before.rank is None else tr("no place")
    return "–" if not line.places else ("▲" if line.places > 0 else "▽") + str(abs(line.places))


def summary(shown: Effect) -> str:
    """How many units have another place, in a sentence."""
    if shown.before is None or shown.after is None:
        return ""
    if not shown.changing:
        return tr("No unit changes its place.")
    return tr("{count} of {all} units change their place.", count=shown.changing, all=len(shown.rows))


def _score(line: EffectLine, score: Score | None) -> str:
    if line.unit is None:
        return ""
    return MISSING if score is None or score.value is None else format_number(score.value, DECIMALS)


def _rank(line: EffectLine, score: Score | None) -> str:
    if line.unit is None:
        return ""
    return MISSING if score is None or score.rank is None else str(score.rank)


def _name_color(line: EffectLine) -> str:
    return "text2" if line.unit is None else "accent" if line.moved else "text"


def _quiet(_line: EffectLine) -> str:
    return "text2"


def _move_color(line: EffectLine) -> str:
    return "text3" if not line.places else "good" if line.places > 0 else "bad"
