"""The rules that the book's data must keep, whoever wrote it: each look yields what breaks one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from tracker.i18n import mark, tr
from tracker.store.problem import Problem, place


@dataclass(frozen=True, slots=True)
class _Rule:
    """A query for what breaks the rule; its columns name the place."""

    table: str
    broken: str
    text: str


_FIGURES = """
    SELECT unit.name, indicator.name, printf('%d-%02d', figure.month / 100, figure.month % 100) FROM figure
    JOIN unit ON unit.id = figure.unit_id JOIN indicator ON indicator.id = figure.indicator_id WHERE
"""

RULES = (
    _Rule(
        "figure",
        f"{_FIGURES} indicator.kind = 'ratio'",
        mark("A ratio is computed: what is entered for it counts nowhere. Remove it."),
    ),
    _Rule(
        "figure",
        f"{_FIGURES} value IS NOT NULL AND (figure.month < unit.valid_from OR figure.month > unit.valid_to)",
        mark("The unit does not report in this month: the figure is in no table. Check the unit's first and last month."),
    ),
    _Rule(
        "figure",
        f"{_FIGURES} value % CAST(substr('1000000', 1, 7 - decimals) AS INTEGER) <> 0",
        mark("It has more decimals than its indicator. Correct the figure or the indicator's decimals."),
    ),
    _Rule(
        "indicator",
        """
        SELECT indicator.name FROM indicator
        LEFT JOIN indicator AS above ON above.id = indicator.numerator
        LEFT JOIN indicator AS below ON below.id = indicator.denominator
        WHERE indicator.kind = 'ratio' AND (ifnull(above.kind, 'ratio') = 'ratio' OR ifnull(below.kind, 'ratio') = 'ratio')
        """,
        mark("A ratio needs a numerator and a denominator that are no ratios themselves."),
    ),
    _Rule(
        "target",
        """
        SELECT ifnull(unit.name, ''), indicator.name, year FROM target
        JOIN indicator ON indicator.id = target.indicator_id LEFT JOIN unit ON unit.id = target.unit_id WHERE kind = 'ratio'
        """,
        mark("A ratio has no target. Set targets for what it is computed from."),
    ),
    _Rule(
        "unit",
        """
        SELECT unit.name, heir.name FROM unit JOIN unit AS heir ON heir.id = unit.merged_into
        WHERE heir.valid_to <= unit.valid_to AND heir.merged_into IS NULL
        """,
        mark("The unit it is merged into had ended by then: its history counts nowhere."),
    ),
)


def broken_rules(connection: sqlite3.Connection) -> Iterator[Problem]:
    """What breaks one of RULES, rule by rule."""
    for rule in RULES:
        for row in connection.execute(rule.broken):
            yield Problem(place(rule.table, *row), tr(rule.text))


def circular_mergers(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Units that are merged into themselves by way of others."""
    merged = {id_: (name, into) for id_, name, into in connection.execute("SELECT id, name, merged_into FROM unit")}
    for id_, (name, into) in merged.items():
        passed = {id_}
        while into in merged and into not in passed:
            passed.add(into)
            into = merged[into][1]
        if into == id_:
            yield Problem(place("unit", name), tr("It is merged into itself by way of other units. Correct one of the mergers."))


_DECIMALS = {
    "indicator": ("factor",),
    "plan_share": ("share",),
    "scheme_line": ("points", "cap", "bonus", "bonus_cap", "step", "floor", "each"),
    "scheme_terms": ("total", "late", "missing", "most"),
    "adjustment": ("points",),
}


def wrong_decimals(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Numbers stored as text that are none."""
    for table, columns in _DECIMALS.items():
        for column in columns:
            for id_, text in connection.execute(f"SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL"):
                if _decimal(text) is None:
                    yield Problem(place(table, id_), tr("“{text}” is not a number. Enter it again.", text=text))


def falling_plans(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Shares of a pace plan that are outside 0 to 1, or below the month before."""
    before: tuple[object, Decimal] = (None, Decimal(0))
    for name, year, month, text in connection.execute(
        "SELECT name, year, month, share FROM plan_share JOIN indicator ON indicator.id = indicator_id ORDER BY year, name, month"
    ):
        share = _decimal(text)
        if share is None:
            continue
        if not 0 <= share <= 1:
            yield Problem(
                place("plan_share", name, f"{year}-{month:02d}"), tr("A share lies between 0 and 1, not at {share}.", share=text)
            )
        elif before[0] == (name, year) and share < before[1]:
            yield Problem(
                place("plan_share", name, f"{year}-{month:02d}"),
                tr("The share is smaller than the month before: what is due by a month never becomes less."),
            )
        before = ((name, year), share)


def _decimal(text: str) -> Decimal | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


LOOKS = (broken_rules, wrong_decimals, circular_mergers, falling_plans)
"""Every look at the data."""
