"""The versions of a year's scheme as they are edited: what is changed goes to a draft, which counts once it is adopted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.scheme import Scheme, SchemeLine, Terms
from tracker.domain.scheme_methods import new_line
from tracker.domain.scheme_rules import SchemeFault
from tracker.domain.unit import Group
from tracker.i18n import tr
from tracker.store import groups, indicators
from tracker.store.book import Book
from tracker.store.scheme_drafts import adopt_draft, drafts, drop_draft, keep_draft
from tracker.store.scheme_versions import faults_of, remove_scheme, versions
from tracker.ui.models.scheme_changes import line_change, terms_change, version_name

MONTHS = range(1, 13)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the year: what counts (None: nothing yet) and what is being written (None: nothing)."""

    year: int
    from_month: int
    stored: Scheme | None
    draft: Scheme | None

    @property
    def shown(self) -> Scheme:
        """What is edited: the draft, else what counts."""
        return self.draft or self.stored or Scheme(self.year, self.from_month, ())


class SchemeEditor:
    """A year's versions in a book; each edit is one change of it. `from_month` is the version in hand."""

    def __init__(self, book: Book, year: int, from_month: int | None, *, month: int) -> None:
        """`month` (1 to 12) chooses the version in hand where `from_month` does not: the one that is in force then."""
        self.book, self.year = book, year
        self.indicators: Sequence[Indicator] = indicators.indicators(book)
        self.groups: Sequence[Group] = groups.groups(book)
        stored = {one.from_month: one for one in versions(book, year)}
        written = {one.from_month: one for one in drafts(book, year)}
        self.versions = [Version(year, at, stored.get(at), written.get(at)) for at in sorted(stored.keys() | written.keys())]
        self.version = self._chosen(from_month, month)

    def _chosen(self, from_month: int | None, month: int) -> Version | None:
        if from_month is not None:
            return next((one for one in self.versions if one.from_month == from_month), self._chosen(None, from_month))
        begun = [one for one in self.versions if one.from_month <= month]
        return begun[-1] if begun else next(iter(self.versions), None)

    @property
    def scheme(self) -> Scheme | None:
        """What is shown and edited; None where the year has no version."""
        return None if self.version is None else self.version.shown

    @property
    def free_months(self) -> list[int]:
        """The months from which no version counts yet."""
        taken = {one.from_month for one in self.versions}
        return [month for month in MONTHS if month not in taken]

    def faults(self) -> list[SchemeFault]:
        """What is wrong with the version in hand."""
        return [] if self.scheme is None else faults_of(self.book, self.scheme)

    def indicator(self, id_: IndicatorId) -> Indicator:
        """An indicator of the book."""
        return next(one for one in self.indicators if one.id == id_)

    def begin(self, from_month: int) -> None:
        """Begin a version: as what is in force then, or blank."""
        begun = [one for one in self.versions if one.from_month < from_month]
        lines, terms = ((), Terms(total=Decimal(100))) if not begun else (begun[-1].shown.lines, begun[-1].shown.terms)
        moved = tuple(replace(line, from_month=from_month) for line in lines)
        self._keep(Scheme(self.year, from_month, moved, terms), tr("begun"))

    def copy_last_year(self) -> bool:
        """Begin with what was in force at the end of the year before; whether there was anything."""
        before = versions(self.book, self.year - 1)
        if not before:
            return False
        lines = tuple(replace(line, year=self.year, from_month=1) for line in before[-1].lines)
        self._keep(Scheme(self.year, 1, lines, before[-1].terms), tr("taken over from {year}", year=self.year - 1))
        return True

    def set_line(self, at: int, new: SchemeLine) -> None:
        """Put a line in the place of one."""
        scheme = self._edited
        lines = list(scheme.lines)
        old, lines[at] = lines[at], new
        if old != new:
            self._keep(replace(scheme, lines=tuple(lines)), line_change(old, new, self.indicators, self.groups))

    def set_terms(self, new: Terms) -> None:
        """Put terms in the place of those of the version."""
        scheme = self._edited
        if scheme.terms != new:
            self._keep(replace(scheme, terms=new), terms_change(scheme.terms, new))

    def add_line(self, indicator: Indicator) -> None:
        """A line behind the others, with what points are left of the total."""
        scheme = self._edited
        left = (scheme.terms.total or Decimal(0)) - sum((line.points for line in scheme.lines), Decimal(0))
        line = new_line(scheme.year, scheme.from_month, indicator, points=max(left, Decimal(0)))
        self._keep(replace(scheme, lines=(*scheme.lines, line)), tr("{indicator} added", indicator=indicator.name))

    @property
    def next_indicator(self) -> Indicator | None:
        """The first indicator that has no line yet, else the first; None where there is none."""
        used = {line.indicator for line in self._edited.lines}
        return next((one for one in self.indicators if one.id not in used), next(iter(self.indicators), None))

    def remove_line(self, at: int) -> None:
        """Take a line out."""
        scheme = self._edited
        name = self.indicator(scheme.lines[at].indicator).name
        lines = scheme.lines[:at] + scheme.lines[at + 1 :]
        self._keep(replace(scheme, lines=lines), tr("{indicator} removed", indicator=name))

    def move_line(self, at: int, step: int) -> bool:
        """Move a line up (−1) or down (1); whether there was room."""
        scheme, to = self._edited, at + step
        if not (0 <= at < len(scheme.lines) and 0 <= to < len(scheme.lines)):
            return False
        lines = list(scheme.lines)
        lines[at], lines[to] = lines[to], lines[at]
        name = self.indicator(scheme.lines[at].indicator).name
        self._keep(replace(scheme, lines=tuple(lines)), tr("{indicator} moved", indicator=name))
        return True

    def adopt(self) -> None:
        """Let the draft in hand count. Raises SchemeRefused, SchemeHasNoLines; then the draft stays."""
        scheme = self._edited
        with self.book.change(tr("Adopt the scheme {version}", version=version_name(scheme.year, scheme.from_month))):
            adopt_draft(self.book, scheme.year, scheme.from_month)

    def give_up(self) -> None:
        """Drop the draft in hand; what counts stays."""
        scheme = self._edited
        with self.book.change(
            tr("Give up the draft of the scheme {version}", version=version_name(scheme.year, scheme.from_month))
        ):
            drop_draft(self.book, scheme.year, scheme.from_month)

    def remove(self) -> None:
        """Remove the version in hand, draft and all."""
        scheme = self._edited
        with self.book.change(tr("Remove the scheme {version}", version=version_name(scheme.year, scheme.from_month))):
            remove_scheme(self.book, scheme.year, scheme.from_month)
            drop_draft(self.book, scheme.year, scheme.from_month)

    @property
    def _edited(self) -> Scheme:
        if self.scheme is None:
            raise RuntimeError("no version is in hand")
        return self.scheme

    def _keep(self, new: Scheme, what: str) -> None:
        """Keep it as the draft; where it is what counts already, no draft is needed."""
        name = version_name(new.year, new.from_month)
        counts = next((one.stored for one in self.versions if one.from_month == new.from_month), None)
        with self.book.change(tr("Draft of the scheme {version}: {what}", version=name, what=what)):
            if new == counts:
                drop_draft(self.book, new.year, new.from_month)
            else:
                keep_draft(self.book, new)
