"""The methods that look at how much of the target is done. Each gives the points of a unit that has a target, unrounded.

Nothing reported for a stock leaves it without a completion: that is nothing done.
"""

from __future__ import annotations

from fractions import Fraction

from tracker.domain.scheme import SchemeLine
from tracker.metrics.row import Row


def proportional(line: SchemeLine, row: Row) -> Fraction:
    """P × min(completion, cap)."""
    return line.full * min(done(row), line.needed("cap"))


def proportional_bonus(line: SchemeLine, row: Row) -> Fraction:
    """P × completion below 100 %; from there on P and a bonus for each point over, as far as its cap."""
    completion = done(row)
    if completion < 1:
        return line.full * completion
    return line.full + min((completion - 1) * 100 * bonus(line, row), line.needed("bonus_cap"))


def pace(line: SchemeLine, row: Row) -> Fraction:
    """P × min(completion ÷ pace, cap); the pace must be above zero."""
    return line.full * min(done(row) / (row.pace or Fraction(1)), line.needed("cap"))


def tiers(line: SchemeLine, row: Row) -> Fraction:
    """The percentage of P that belongs to the highest tier reached; below the lowest, nothing."""
    completion = done(row)
    reached = (percent for least, percent in line.tiers if completion >= Fraction(least))
    return line.full * Fraction(next(reached, 0)) / 100


def all_or_nothing(line: SchemeLine, row: Row) -> Fraction:
    """P from 100 % on."""
    return line.full if done(row) >= 1 else Fraction(0)


def done(row: Row) -> Fraction:
    """The unit's completion."""
    return row.completion or Fraction(0)


def bonus(line: SchemeLine, row: Row) -> Fraction:
    """The points for each percentage point over: of the largest size of target that the unit's reaches, else of the line."""
    target = Fraction(row.target or 0)
    by_size = (value for least, value in line.tiers if target >= Fraction(least))
    found = next(by_size, None)
    return line.needed("bonus") if found is None else Fraction(found)
