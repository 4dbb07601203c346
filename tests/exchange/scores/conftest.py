"""A small scored county: a group with a line of its own, units that a line does not count for, and some that none does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tracker.domain.adjustment import Adjustment
from tracker.domain.period import Month
from tracker.domain.scheme import Terms
from tracker.exchange.data_folder import load
from tracker.exchange.scores.choice import Scores, scores_of
from tracker.metrics.live import Live
from tracker.store.adjustments import add_adjustment
from tracker.store.book import Book
from tracker.store.reports import set_arrival
from tracker.store.scheme_versions import set_terms

FILES = {
    "units.csv": "code,name,group,sort\nU1,城关镇,乡镇,1\nU2,青石镇,乡镇,2\nU3,白河镇,乡镇,3\n"
    "U5,云峰街道,街道,5\nU6,开发区,园区,6\n",
    "indicators.csv": "code,name,unit,decimals,kind,direction,rank_by\n"
    "M,到位资金,亿元,2,flow,higher,completion\nS,新签约项目,个,0,flow,higher,completion\n",
    "targets.csv": "year,unit,indicator,value\n2026,U1,M,6\n2026,U1,S,8\n2026,U2,M,9\n2026,U5,M,30\n2026,U5,S,4\n",
    "figures.csv": "unit,indicator,month,value\nU1,M,2026-01,1\nU2,M,2026-01,3\n"
    "U1,M,2026-02,3.5\nU1,S,2026-02,6\nU5,S,2026-02,2\n",
    "scheme.csv": "year,group,indicator,points,method,cap,tiers\n2026,,M,20,proportional,1,\n"
    "2026,,S,10.5,tiers,,0.75:100;0.5:60\n"
    "2026,街道,S,5,all_or_nothing,,\n",
}


@dataclass(frozen=True)
class Scored:
    """The book, and its month in view."""

    book: Book
    live: Live

    def scores(self, group: str | None = None) -> Scores:
        return scores_of(self.book, self.live, group, today=date(2026, 3, 9))

    def deduct(self) -> None:
        """Take half a point from U2 by hand, and one for its January, which came late."""
        unit = self.live.units[1].id
        with self.book.change("deduct"):
            set_terms(self.book, 2026, 1, Terms(late=Decimal(1)))
            add_adjustment(self.book, Adjustment(unit, Month(2026, 2), Decimal("-0.5"), "通报批评", "8号"))
            set_arrival(self.book, unit, Month(2026, 1), date(2026, 2, 6))


@pytest.fixture
def county(new_book: Callable[[str], Book], tmp_path: Path) -> Iterator[Scored]:
    """The county in February 2026."""
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    book = new_book("county")
    load(book, folder)
    live = Live(book, month=Month(2026, 2))
    yield Scored(book, live)
    live.close()
