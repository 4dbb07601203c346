"""What late and missing monthly forms (迟报、漏报) cost a unit, by the scheme's terms and the days on which reports arrived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracker.domain.period import Month
from tracker.domain.scheme import Terms
from tracker.domain.unit import UnitId
from tracker.metrics.live import Live
from tracker.store import reports
from tracker.store.figures import filled_cells


@dataclass(frozen=True, slots=True)
class Forms:
    """The months of the year whose form came late, those whose form never came, and what that costs (zero or below)."""

    late: tuple[Month, ...]
    missing: tuple[Month, ...]
    points: Fraction


def forms(live: Live, month: Month, terms: Terms, *, today: date) -> dict[UnitId, Forms]:
    """What each unit loses from January to `month`, as things stand today; units that lose nothing are left out.

    A form is late where it arrived after its deadline. It is missing where the deadline is over, no arrival was noted and nothing
    was entered for the unit; figures whose arrival nobody noted cost nothing. A month of which the book has nothing from anybody
    is no month that forms were asked for. A unit answers for its own months, not for those of who was merged into it.
    """
    if not terms.late and not terms.missing:
        return {}
    late: dict[UnitId, list[Month]] = {}
    missing: dict[UnitId, list[Month]] = {}
    for number in range(1, month.number + 1):
        _sort_month(live, Month(month.year, number), today, late=late, missing=missing)
    for months, cost in ((late, terms.late), (missing, terms.missing)):
        if not cost:
            months.clear()
    units = [unit.id for unit in live.roster_of(month).units if unit.id in late or unit.id in missing]
    return {unit: _forms(terms, tuple(late.get(unit, ())), tuple(missing.get(unit, ()))) for unit in units}


def _sort_month(
    live: Live, month: Month, today: date, *, late: dict[UnitId, list[Month]], missing: dict[UnitId, list[Month]]
) -> None:
    due = reports.deadline(live.book, month)
    came, sent = reports.reports(live.book, month), filled_cells(live.book, month)
    if not came and not sent:
        return
    for unit in live.roster_of(month).units:
        if unit.id in came:
            if came[unit.id].received > due:
                late.setdefault(unit.id, []).append(month)
        elif unit.id not in sent and today > due:
            missing.setdefault(unit.id, []).append(month)


def _forms(terms: Terms, late: tuple[Month, ...], missing: tuple[Month, ...]) -> Forms:
    points = Fraction(terms.late) * len(late) + Fraction(terms.missing) * len(missing)
    if terms.most is not None:
        points = min(points, Fraction(terms.most))
    return Forms(late, missing, -points)
