"""Sets of indicators that a book may begin with: a template that is carried, or those of another book, last year's as a rule."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.exchange.data_folder import plan_load
from tracker.exchange.data_folder.directory import Directory, read_directory
from tracker.exchange.data_folder.storing import store_content
from tracker.exchange.problems import Findings
from tracker.resources import resource
from tracker.store import indicators
from tracker.store.book import Book


def add_template(book: Book, template: str) -> None:
    """Add the template's indicators, inside a change; those of the same code are replaced. Raises DataError."""
    plan = plan_load(book, resource("templates", template))
    store_content(book, plan.has, plan.content, plan.positions)


def template_indicators(template: str) -> list[Indicator]:
    """The template's indicators, for looking at: the parts of a ratio are left out."""
    rows = read_directory(resource("templates", template), Directory({}, {}), Findings()).indicators
    return [
        Indicator(IndicatorId(at), row.code, row.name, row.unit, row.decimals, kind=row.kind, sort=row.sort)
        for at, row in enumerate(rows, start=1)
    ]


def indicators_of(path: Path) -> list[Indicator]:
    """The indicators of a book on the disk, in their order; raises BookError."""
    with Book.open(path, read_only=True) as book:
        return indicators.indicators(book)


def add_indicators(book: Book, given: list[Indicator]) -> dict[IndicatorId, IndicatorId]:
    """Add these indicators of another book, inside a change: the new id of each. Raises CodeIsTaken, NameIsTaken."""
    new: dict[IndicatorId, IndicatorId] = {}
    for indicator in sorted(given, key=lambda one: one.numerator is not None):  # a ratio's parts first
        fields = asdict(indicator)
        fields.pop("id")
        for part in ("numerator", "denominator"):
            fields[part] = new.get(fields[part])
        new[indicator.id] = indicators.add_indicator(book, **fields)
    return new
