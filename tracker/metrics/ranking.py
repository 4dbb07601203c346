"""Standard competition ranking (1-2-2-4) within groups, exact however close two figures are.

Sorting goes by the floating quotient, which is fast; wherever two neighbours are closer than its error could be, they are
compared as fractions. Equal fractions are recognised by their lowest terms.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from tracker.domain.indicator import Direction
from tracker.metrics.basis import Basis

Ints = NDArray[np.int64]
Terms = tuple[Ints, Ints]
"""Fractions: numerators and denominators, an element each."""

UNRANKED = 0
CLOSE = 8 * float(np.finfo(np.float64).eps)
"""Relative distance within which the order of two floating quotients proves nothing (their error is below 3 eps)."""


def competition_ranks(basis: Basis, group: Ints, direction: Direction) -> Ints:
    """The rank of each of the basis's fractions among those with the same `group` number; 0 (UNRANKED) where it is not ranked."""
    ranks = np.full(basis.numerator.size, UNRANKED, np.int64)
    chosen = np.flatnonzero(basis.ranked)
    if chosen.size:
        sign = -1 if direction is Direction.HIGHER else 1
        terms = _lowest_terms(sign * basis.numerator[chosen], basis.denominator[chosen])
        of_group = group[chosen]
        order = _order(terms, of_group)
        ranks[chosen[order]] = _places((terms[0][order], terms[1][order]), of_group[order])
    return ranks


def _lowest_terms(numerator: Ints, denominator: Ints) -> Terms:
    divisor = np.gcd(numerator, denominator)
    return numerator // divisor, denominator // divisor


def _order(terms: Terms, group: Ints) -> NDArray[np.intp]:
    """By group, then from the smallest fraction up."""
    top, bottom = terms
    quotient = top / bottom
    order = np.argsort(quotient)
    order = order[np.argsort(group[order], kind="stable")]
    ahead, behind = order[:-1], order[1:]
    near = (group[ahead] == group[behind]) & (np.abs(quotient[ahead] - quotient[behind]) <= CLOSE * np.abs(quotient[ahead]))
    unequal = (top[ahead] != top[behind]) | (bottom[ahead] != bottom[behind])
    if (near & unequal).any():
        for run in np.split(np.arange(order.size), np.flatnonzero(~near) + 1):
            if run.size > 1:
                order[run] = sorted(order[run], key=lambda at: Fraction(int(top[at]), int(bottom[at])))
    return order


def _places(terms: Terms, group: Ints) -> Ints:
    """Places of fractions already in order: equal ones share the first's, the next counts on."""
    top, bottom = terms
    at = np.arange(top.size)
    starts_group = np.ones(top.size, np.bool_)
    starts_group[1:] = group[1:] != group[:-1]
    starts_tie = starts_group.copy()
    starts_tie[1:] |= (top[1:] != top[:-1]) | (bottom[1:] != bottom[:-1])
    first_of_group = np.maximum.accumulate(np.where(starts_group, at, 0))
    first_of_tie = np.maximum.accumulate(np.where(starts_tie, at, 0))
    places: Ints = first_of_tie - first_of_group + 1
    return places
