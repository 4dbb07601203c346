"""The lines of 核对: hints under headings, by how serious they are or by unit, and what each needs to be judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from tracker.domain.amount import MISSING
from tracker.domain.hint import Hint, Level, Rule
from tracker.domain.indicator import Indicator, Kind
from tracker.domain.unit import GroupId, Unit
from tracker.i18n import mark, tr
from tracker.store.acceptances import Acceptance, accepted_by
from tracker.store.book import Book
from tracker.ui.models.hint_figures import editing_begins_with, indicator_of, shown_figure, shown_suggestion

if TYPE_CHECKING:
    from tracker.metrics.live import Live  # numpy
    from tracker.metrics.live_hints import LiveHints

LEVELS = {
    Level.UNREADABLE: mark("Cannot be read"),
    Level.LIKELY: mark("Probably wrong"),
    Level.UNUSUAL: mark("Unusual"),
}
RULES = {
    Rule.UNREADABLE: mark("Not a figure"),
    Rule.DECIMALS: mark("Too many decimals"),
    Rule.SLIP: mark("Wrong unit of measure"),
    Rule.FALL: mark("Cumulative falls"),
    Rule.NEGATIVE: mark("Negative"),
    Rule.PERCENT: mark("Over 100%"),
    Rule.OUTLIER: mark("Far from the usual"),
    Rule.BLANK: mark("Blank"),
}
"""The names of the rules, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class HintChoice:
    """Which hints are shown, and how: of one rule, of one group, under their units, the accepted ones too."""

    rule: Rule | None = None
    group: GroupId | None = None
    by_unit: bool = False
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """With which note a hint was accepted, by whom and when; `at` is None where the journal does not tell."""

    note: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HintLine:
    """A heading with the number of hints under it, or one hint with all that is shown of it.

    `begins_with` is what the editor of its figure begins with, None where the figure is computed.
    """

    heading: str = ""
    count: int = 0
    hint: Hint | None = None
    place: str = ""
    figure: str = ""
    measure: str = ""
    begins_with: str | None = None
    suggestion: str = ""
    series: tuple[float | None, ...] = ()
    accepted: Accepted | None = None


def hint_lines(book: Book, live: Live, hints: LiveHints, choice: HintChoice) -> list[HintLine]:
    """The month's lines, in the order of the grid under each heading."""
    units = {unit.id: unit for unit in live.units}
    shown = [hint for hint in hints.hints() if _is_wanted(hint, hints, units[hint.unit], choice)]
    found: list[HintLine] = []
    for heading, some in _parts(shown, lambda hint: units[hint.unit].name, by_unit=choice.by_unit):
        found.append(HintLine(heading, len(some)))
        found += [_line(live, hint, units[hint.unit], _accepted(book, hints.acceptance(hint))) for hint in some]
    return found


def _is_wanted(hint: Hint, hints: LiveHints, unit: Unit, choice: HintChoice) -> bool:
    return (
        choice.rule in (None, hint.rule)
        and choice.group in (None, unit.group)
        and (choice.accepted or hints.acceptance(hint) is None)
    )


def _parts(hints: list[Hint], unit_name: Callable[[Hint], str], *, by_unit: bool) -> Iterator[tuple[str, list[Hint]]]:
    """The hints under each heading."""
    if by_unit:
        for _, of_unit in groupby(hints, key=lambda hint: hint.unit):
            some = list(of_unit)
            yield unit_name(some[0]), some
        return
    for level, heading in LEVELS.items():
        some = [hint for hint in hints if hint.level is level]
        if some:
            yield tr(heading), some


def _line(live: Live, hint: Hint, unit: Unit, accepted: Accepted | None) -> HintLine:
    indicator = indicator_of(live, hint)
    return HintLine(
        hint=hint,
        place=tr("{unit} · {indicator}", unit=unit.name, indicator=indicator.name),
        figure=shown_figure(live, hint) or MISSING,
        measure=indicator.unit,
        begins_with=None if indicator.kind is Kind.RATIO else editing_begins_with(live, hint),
        suggestion=shown_suggestion(live, hint),
        series=_series(live, indicator, hint),
        accepted=accepted,
    )


def _series(live: Live, indicator: Indicator, hint: Hint) -> tuple[float | None, ...]:
    values = live.table(indicator.id).series(hint.unit)
    return tuple(None if value is None else float(value) for value in values)


def _accepted(book: Book, acceptance: Acceptance | None) -> Accepted | None:
    return None if acceptance is None else Accepted(acceptance.note, *(accepted_by(book, acceptance) or ()))


def rules_there(hints: Iterable[Hint]) -> list[Rule]:
    """The rules that tell something, in the order in which they are offered."""
    told = {hint.rule for hint in hints}
    return [rule for rule in RULES if rule in told]
