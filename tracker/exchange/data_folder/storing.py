"""Put a folder's content into a book: what it mentions by code or key, inside one change; the rest stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, TypedDict

from tracker.domain.amount import PLACES
from tracker.domain.figure import Figure
from tracker.domain.indicator import Kind
from tracker.domain.period import Month
from tracker.domain.scheme import SchemeLine
from tracker.domain.target import PlanShare, Target
from tracker.exchange.data_folder.content import Content
from tracker.exchange.data_folder.figures import Told
from tracker.exchange.data_folder.judgement import store_judgement
from tracker.exchange.data_folder.rows import (
    GroupRow,
    IndicatorRow,
    Package,
    PlanRow,
    SchemeRow,
    TargetRow,
    UnitRow,
)
from tracker.exchange.data_folder.stored import Stored, plan_rows, target_rows
from tracker.exchange.data_folder.texts import store_texts
from tracker.store import figures, groups, indicators, plans, publications, schemes, settings, targets, units

if TYPE_CHECKING:
    from tracker.store.book import Book

_OF_THE_MACHINE = (settings.CLERK, settings.LANGUAGE)
"""Settings that say who works with this book here: a folder fills them in where they are empty, it does not replace them."""


class _OfUnit(TypedDict):
    valid_from: Month | None
    valid_to: Month | None
    contact: str


def store_content(book: Book, has: Stored, content: Content, positions: Iterable[int]) -> None:
    """Store everything, inside a change of the book. `has` is what it had before; only the figures at `positions` are stored."""
    storing = _Storing(book, has)
    storing.settings(content.package)
    storing.groups(content.package.groups, content.units)
    storing.units(content.units)
    storing.indicators(content.indicators)
    storing.targets(content.targets)
    storing.plan(content.plan)
    storing.scheme(content.scheme)
    store_judgement(book, content.judgement, has.units, has.indicators)
    store_texts(book, content.texts)
    figures.set_figures(book, storing.figures(content.figures.told(positions)))
    storing.months(content.package)


@dataclass(frozen=True, slots=True)
class _Storing:
    """One method a noun, in the order in which they refer to each other. `has` learns the ids of what is new."""

    book: Book
    has: Stored

    def settings(self, package: Package) -> None:
        if package.title is not None:
            settings.set_title(self.book, package.title)
        for key, text in package.settings:
            if key == settings.BULLETIN_TEMPLATE:
                continue  # it names a content that only its own book has
            if key not in _OF_THE_MACHINE or not settings.get(self.book, key):
                settings.put(self.book, key, text)

    def groups(self, told: Sequence[GroupRow], folder_units: Sequence[UnitRow]) -> None:
        """Add the groups that are missing, in the order of their first unit; where the folder tells an order, move them all."""
        existing = {group.name: group for group in groups.groups(self.book)}
        places = {row.name: position if row.sort is None else row.sort for position, row in enumerate(told, start=1)}
        if not told:
            places = {name: group.sort for name, group in existing.items()}
        last = max(places.values(), default=0)
        by_position = [unit.group for unit in sorted(folder_units, key=lambda unit: unit.sort)]
        for name in (*existing, *by_position):
            if name not in places:
                places[name] = last = last + 1
        for name, sort in places.items():
            if name not in existing:
                self.has.groups[name] = groups.add_group(self.book, name, sort=sort)
            elif existing[name].sort != sort:
                groups.update_group(self.book, existing[name].id, sort=sort)

    def units(self, rows: Sequence[UnitRow]) -> None:
        """Mergers come last, when every unit is there; one that changes is taken back first, or turned round it would circle."""
        before = self.has.directory.units
        changed = [row for row in rows if before.get(row.code) != row]
        moved = [row for row in changed if row.code not in before or before[row.code].merged_into != row.merged_into]
        for row in changed:
            if row.code in before and row in moved:
                units.update_unit(self.book, self.has.units[row.code], merged_into=None)
            self._unit(row, is_new=row.code not in before)
        for row in moved:
            if row.merged_into:
                units.update_unit(self.book, self.has.units[row.code], merged_into=self.has.units[row.merged_into])

    def _unit(self, row: UnitRow, *, is_new: bool) -> None:
        """Everything of a unit but its merger."""
        group = self.has.groups[row.group]
        others: _OfUnit = {"valid_from": row.valid_from, "valid_to": row.valid_to, "contact": row.contact}
        if is_new:
            added = units.add_unit(self.book, code=row.code, name=row.name, group=group, sort=row.sort, **others)
            self.has.units[row.code] = added
        else:
            units.update_unit(self.book, self.has.units[row.code], name=row.name, group=group, sort=row.sort, **others)

    def indicators(self, rows: Sequence[IndicatorRow]) -> None:
        """In the folder's order, which counts where positions are equal; a ratio that is ahead of its parts begins as a flow."""
        before = self.has.directory.indicators
        changed = [row for row in rows if before.get(row.code) != row]
        self._make_way(changed)
        settled = set(before) - {row.code for row in changed}
        ahead: list[IndicatorRow] = []
        for row in changed:
            is_new = row.code not in before
            if row.kind is not Kind.RATIO or {row.numerator, row.denominator} <= settled:
                self._indicator(row, is_new=is_new)
                settled.add(row.code)
            else:
                ahead.append(row)
                if is_new:
                    self._indicator(replace(row, kind=Kind.FLOW, numerator="", denominator=""), is_new=True)
        for row in ahead:
            self._indicator(row, is_new=False)

    def _make_way(self, changed: Sequence[IndicatorRow]) -> None:
        """Rename for now whoever has a name that another one gets: no two may have the same, not even meanwhile."""
        named = {row.name: code for code, row in self.has.directory.indicators.items()}
        for row in changed:
            holder = named.get(row.name, row.code)
            if holder != row.code:
                indicators.update_indicator(self.book, self.has.indicators[holder], name=f"{row.name} ({holder})")

    def _indicator(self, row: IndicatorRow, *, is_new: bool) -> None:
        rules: indicators.RuleFields = {
            "kind": row.kind,
            "direction": row.direction,
            "rank_by": row.rank_by,
            "entered_by": row.entered_by,
            "numerator": self.has.indicators.get(row.numerator),
            "denominator": self.has.indicators.get(row.denominator),
            "factor": row.factor,
            "sort": row.sort,
            "definition": row.definition,
        }
        if is_new:
            added = indicators.add_indicator(
                self.book, code=row.code, name=row.name, unit=row.unit, decimals=row.decimals, **rules
            )
            self.has.indicators[row.code] = added
        else:
            id_ = self.has.indicators[row.code]
            indicators.update_indicator(self.book, id_, name=row.name, unit=row.unit, decimals=row.decimals, **rules)

    def targets(self, rows: Sequence[TargetRow]) -> None:
        before = {(row.year, row.unit, row.indicator, row.set): row.value for row in target_rows(self.book, self.has)}
        for row in rows:
            if before.get((row.year, row.unit, row.indicator, row.set)) == row.value:
                continue
            unit, indicator = self.has.units[row.unit] if row.unit else None, self.has.indicators[row.indicator]
            if row.value is None:
                targets.remove_target(self.book, year=row.year, unit=unit, indicator=indicator, set=row.set)
            else:
                targets.set_target(self.book, Target(row.year, unit, indicator, row.value, row.set))

    def plan(self, rows: Sequence[PlanRow]) -> None:
        before = frozenset(plan_rows(self.book, self.has))
        for row in rows:
            if row not in before:
                plans.set_plan_share(self.book, PlanShare(row.year, self.has.indicators[row.indicator], row.month, row.share))

    def scheme(self, rows: Sequence[SchemeRow]) -> None:
        """The scheme of a year that the folder has lines for is replaced as a whole: lines have no key."""
        for year, lines in groupby(sorted(rows, key=lambda row: row.year), key=lambda row: row.year):
            schemes.set_scheme_lines(self.book, year, [self._line(row) for row in lines])

    def _line(self, row: SchemeRow) -> SchemeLine:
        return SchemeLine(
            row.year,
            self.has.groups[row.group] if row.group else None,
            self.has.indicators[row.indicator],
            row.points,
            row.method,
            *(row.cap, row.bonus, row.bonus_cap, row.step, row.floor, row.each),
            row.tiers,
            row.basis or None,
            row.from_month or 1,
        )

    def figures(self, told: Iterable[Told]) -> Iterator[Figure]:
        units_of, indicators_of = self.has.units, self.has.indicators
        for unit, indicator, month, value, typed, note in told:
            amount = None if value is None else Decimal(value).scaleb(-PLACES)
            yield Figure(units_of[unit], indicators_of[indicator], month, amount, typed, note)

    def months(self, package: Package) -> None:
        """A month that the folder tells is published becomes so with what is in by then; none is opened again."""
        publications.publish_history(self.book, package.published, today=date.today())
