from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.store.county import County
from tracker.domain.indicator import IndicatorId
from tracker.domain.scheme import Method, SchemeLine
from tracker.domain.unit import GroupId
from tracker.store import journal
from tracker.store.faults import PointsOutOfRange, UnknownGroup, UnknownIndicator
from tracker.store.schemes import scheme_lines, set_scheme_lines


def lines(county: County) -> list[SchemeLine]:
    """One line for each method, with its parameters."""
    half = Decimal("0.5")
    return [
        SchemeLine(2026, None, county.money, Decimal(30), Method.PROPORTIONAL_BONUS, bonus=Decimal("0.1"), bonus_cap=Decimal(3)),
        SchemeLine(2026, None, county.money, Decimal(10), Method.PROPORTIONAL, cap=Decimal("1.2")),
        SchemeLine(2026, county.towns, county.signed, Decimal("4.5"), Method.RANK_POINTS, step=half, floor=Decimal(4)),
        SchemeLine(2026, None, county.signed, Decimal(5), Method.PER_ITEM, each=half),
        SchemeLine(2026, None, county.started, Decimal(5), Method.EFFICACY, basis="cumulative"),
        SchemeLine(
            2026,
            county.towns,
            county.money,
            Decimal(15),
            Method.TIERS,
            tiers=((Decimal("0.8"), Decimal(100)), (half, Decimal(75))),
        ),
        SchemeLine(2026, None, county.rate, Decimal(0), Method.ALL_OR_NOTHING),
    ]


def test_lines_come_back_in_their_order_with_all_their_parameters(county: County) -> None:
    with county.book.change("scheme"):
        set_scheme_lines(county.book, 2026, lines(county))
        set_scheme_lines(county.book, 2027, [replace(lines(county)[0], year=2027)])
    assert scheme_lines(county.book, 2026) == lines(county)
    assert [line.year for line in scheme_lines(county.book)] == [2026] * 7 + [2027]


def test_a_years_lines_are_replaced_as_a_whole(county: County) -> None:
    with county.book.change("scheme"):
        set_scheme_lines(county.book, 2026, lines(county))
    with county.book.change("shorter"):
        set_scheme_lines(county.book, 2026, lines(county)[3:5])
    assert scheme_lines(county.book) == lines(county)[3:5]
    with county.book.change("none"):
        set_scheme_lines(county.book, 2026, [])
    assert scheme_lines(county.book) == []


def test_the_same_lines_again_change_nothing(county: County) -> None:
    with county.book.change("scheme"):
        set_scheme_lines(county.book, 2026, lines(county))
    entries = len(journal.entries(county.book))
    with county.book.change("again"):
        set_scheme_lines(county.book, 2026, iter(lines(county)))
    assert len(journal.entries(county.book)) == entries


def test_what_a_line_cannot_be(county: County) -> None:
    line = lines(county)[0]
    for wrong, fault in (
        (replace(line, year=2025), ValueError),
        (replace(line, points=Decimal(-1)), PointsOutOfRange),
        (replace(line, group=GroupId(99)), UnknownGroup),
        (replace(line, indicator=IndicatorId(99)), UnknownIndicator),
    ):
        with pytest.raises(fault), county.book.change("scheme"):
            set_scheme_lines(county.book, 2026, [line, wrong])
    assert scheme_lines(county.book) == []
