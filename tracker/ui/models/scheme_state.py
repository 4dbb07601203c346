"""How a version stands, in words: what its lines add up to, what is wrong with it, which published months keep the old one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from tracker.domain.amount import plain
from tracker.domain.scheme import Scheme, SchemeLine
from tracker.domain.scheme_rules import SchemeFault
from tracker.domain.unit import Group
from tracker.i18n import tr
from tracker.store.book import Book
from tracker.store.months import published
from tracker.ui.models.scheme_editor import Version


@dataclass(frozen=True, slots=True)
class Sums:
    """What the lines add up to, and whether that is what the scheme says."""

    words: str
    adds_up: bool


def sums(scheme: Scheme, groups: Sequence[Group]) -> Sums:
    """The lines' full points for each group, told once where they are alike."""
    by_group = {group.name: _points(scheme, group) for group in groups}
    different = set(by_group.values())
    total = scheme.terms.total
    adds_up = total is None or different <= {total}
    told = ", ".join(f"{name} {_shown(points)}" for name, points in by_group.items())
    if len(different) <= 1:
        told = _shown(next(iter(different), Decimal(0)))
    return Sums(_added(told, adds_up=adds_up), adds_up)


def _added(points: str, *, adds_up: bool) -> str:
    return tr("lines add up to {points} ✓", points=points) if adds_up else tr("lines add up to {points} ✗", points=points)


def written_faults(faults: Iterable[SchemeFault], line: SchemeLine) -> list[str]:
    """What is wrong with that line."""
    return [fault.text for fault in faults if fault.line == line]


def whole_faults(faults: Iterable[SchemeFault]) -> list[str]:
    """What is wrong with the version as a whole."""
    return [fault.text for fault in faults if fault.line is None]


def kept_months(book: Book, version: Version) -> str:
    """Which published months keep the scheme that they were published with, and from when on this one counts; "" for none."""
    kept = sorted(month.number for month in published(book) if month.year == version.year and month.number >= version.from_month)
    if not kept:
        return ""
    rest = [number for number in range(version.from_month, 13) if number not in kept]
    first = tr("Published months keep the scheme they were published with: {months}.", months=_months(kept))
    if not rest:
        return first
    return first + " " + tr("A change counts for {months}.", months=_months(rest))


def _months(numbers: Sequence[int]) -> str:
    """1-6月、8月."""
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])]
    told = [
        tr("month {number}", number=run[0]) if len(run) == 1 else tr("months {first}-{last}", first=run[0], last=run[-1])
        for run in runs
    ]
    return tr(", ").join(told)


def _points(scheme: Scheme, group: Group) -> Decimal:
    return sum((line.points for line in scheme.lines_of(group.id)), Decimal(0))


def _shown(value: Decimal) -> str:
    return format(plain(value), "f")
