"""A book of five units in two groups and four indicators, with round figures.

    September          Funds 亿元            Projects 个        Talks 个   Rate %
    row                Month To date Compl.  Month To d. Compl. Month     To date
    0 Towns
    1 Ashby            3.00   6.00  60.0     1     2     50.0    4         33.3
    2 Birch                   4.00  40.0     —                   (blank)
    3 Cedar            1.50   4.50  —        2     3     30.0    6
    4 Parks
    5 Dune             0.00   9.00  90.0     0     1     10.0    1
    6 Elm             -0.35   1.65  16.5     3     4     40.0    2

Each has reported for August and, but Birch, for September.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tracker.domain.figure import Figure
from tracker.domain.indicator import Kind
from tracker.domain.period import Month
from tracker.domain.target import Target
from tracker.store import figures, groups, indicators, targets, units
from tracker.store.book import Book

SEPTEMBER = Month(2026, 9)
AUGUST = Month(2026, 8)
LAST_YEAR = Month(2025, 9)

FUNDS = {"Ashby": ("3", "3"), "Birch": ("4", None), "Cedar": ("3", "1.5"), "Dune": ("9", "0"), "Elm": ("2", "-0.35")}
PROJECTS = {"Ashby": ("1", "1"), "Birch": (None, None), "Cedar": ("1", "2"), "Dune": ("1", "0"), "Elm": ("1", "3")}
TALKS = {"Ashby": ("3", "4"), "Birch": ("5", None), "Cedar": ("5", "6"), "Dune": ("1", "1"), "Elm": ("2", "2")}


def build(path: Path) -> None:
    """Write the book and close it."""
    with Book.create(path, title="Entry") as book, book.change("fill"):
        towns, parks = groups.add_group(book, "Towns", sort=1), groups.add_group(book, "Parks", sort=2)
        ids = {
            name: units.add_unit(book, code=name, name=name, group=towns if at < 3 else parks, sort=at)
            for at, name in enumerate(FUNDS)
        }
        funds = indicators.add_indicator(book, code="funds", name="Funds", unit="亿元", decimals=2, sort=1)
        projects = indicators.add_indicator(book, code="projects", name="Projects", unit="个", decimals=0, sort=2)
        talks = indicators.add_indicator(book, code="talks", name="Talks", unit="个", decimals=0, kind=Kind.STOCK, sort=3)
        ratio = {"kind": Kind.RATIO, "numerator": projects, "denominator": funds, "factor": Decimal(100)}
        indicators.add_indicator(book, code="rate", name="Rate", unit="%", decimals=1, sort=4, **ratio)
        for name, unit in ids.items():
            for indicator, table in ((funds, FUNDS), (projects, PROJECTS), (talks, TALKS)):
                for month, text in zip((AUGUST, SEPTEMBER), table[name], strict=True):
                    if text is not None:
                        figures.set_figure(book, Figure(unit, indicator, month, Decimal(text)))
            if name != "Cedar":
                targets.set_target(book, Target(2026, unit, funds, Decimal(10)))
            targets.set_target(book, Target(2026, unit, projects, Decimal(4 if name == "Ashby" else 10)))
        figures.set_figure(book, Figure(ids["Ashby"], funds, LAST_YEAR, Decimal("2.5")))
