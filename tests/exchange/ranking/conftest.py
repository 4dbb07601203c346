"""A small ranked county: a tie, a unit that did not report, one without a target, a merger, a ratio."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tracker.domain.period import Month
from tracker.exchange.data_folder import load
from tracker.metrics.live import Live
from tracker.store.book import Book

FILES = {
    "units.csv": "code,name,group,sort,valid_from,valid_to,merged_into\n"
    "U1,城关镇,乡镇,1,,,\nU2,青石镇,乡镇,2,,,\nU3,白河镇,乡镇,3,,,\nU4,老街乡,乡镇,4,,2026-01,U1\nU5,云峰街道,街道,5,,,\n",
    "indicators.csv": "code,name,unit,decimals,kind,direction,rank_by,numerator,denominator,factor,sort\n"
    "M,到位资金,亿元,2,flow,higher,completion,,,,1\nS,新签约项目,个,0,flow,higher,cumulative,,,,2\n"
    "K,新开工项目,个,0,flow,higher,cumulative,,,,3\nR,开工率,,2,ratio,higher,cumulative,K,S,100,4\n",
    "targets.csv": "year,unit,indicator,value\n2026,U1,M,6000\n2026,U2,M,10.3\n2026,U5,M,30\n",
    "figures.csv": "unit,indicator,month,value\nU1,M,2025-01,500\nU1,M,2025-02,500\n"
    "U1,M,2026-01,1000.5\nU1,M,2026-02,234.06\nU4,M,2026-01,1\n"
    "U2,M,2026-01,3.09\nU3,M,2026-01,1\nU3,M,2026-02,-0.5\nU5,M,2026-02,0\nU1,S,2026-01,3\nU1,K,2026-01,2\nU2,S,2026-01,3\nU2,K,2026-01,1\n",
}


@pytest.fixture
def live(new_book: Callable[[str], Book], tmp_path: Path) -> Iterator[Live]:
    """The county in February 2026."""
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    book = new_book("county")
    load(book, folder)
    live = Live(book, month=Month(2026, 2))
    yield live
    live.close()
