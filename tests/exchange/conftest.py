"""Blank books, and a small data folder of which a test replaces what it is about."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tracker.store.book import Book

SMALL = {
    "units.csv": """\
code,name,group,sort,valid_from,valid_to,merged_into
U1,城关镇,乡镇,1,,,
U2,青石镇,乡镇,2,,2026-06,U1
U3,云峰街道,街道,3,2026-05,,
""",
    "indicators.csv": """\
code,name,unit,decimals,kind,direction,rank_by,numerator,denominator,factor,sort
M,到位资金,亿元,2,flow,higher,completion,,,,1
S,新签约项目,个,0,flow,higher,completion,,,,2
K,新开工项目,个,0,flow,higher,cumulative,,,,3
R,开工率,%,2,ratio,higher,cumulative,K,S,100,4
""",
    "targets.csv": """\
year,unit,indicator,value,set
2026,,M,100,assigned
2026,U1,M,60.5,assigned
2026,U1,M,70,stretch
""",
    "plan.csv": """\
year,indicator,month,share
2026,M,1,0.05
2026,M,12,1
""",
    "scheme.csv": """\
year,group,indicator,points,method,cap,bonus,bonus_cap,step,floor,each,tiers,basis
2026,,M,30,proportional_bonus,,0.1,3,,,,,
2026,街道,S,15,tiers,,,,,,,0.8:100;0.5:75,
""",
    "figures.csv": """\
unit,indicator,month,value
U1,M,2026-01,1.25
U1,S,2026-01,3
U2,M,2026-01,-0.5
""",
}


class Folder:
    """A data folder that a test writes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir()
        for name, text in SMALL.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        """Write one file as UTF-8."""
        (self.path / name).write_text(text, encoding="utf-8", newline="")

    def add(self, name: str, *lines: str) -> None:
        """Add lines to a file."""
        self.write(name, self.read(name) + "".join(line + "\n" for line in lines))

    def change(self, name: str, old: str, new: str) -> None:
        """Replace the one place where `old` stands."""
        assert self.read(name).count(old) == 1
        self.write(name, self.read(name).replace(old, new))

    def keep_only(self, *names: str) -> None:
        """Remove every other file."""
        for path in self.path.iterdir():
            if path.name not in names:
                path.unlink()

    def read(self, name: str) -> str:
        """A file's text."""
        return (self.path / name).read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A small, sound data folder."""
    return Folder(tmp_path / "folder")


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new book's file; to be copied, because making one imports sqlite-utils."""
    path = tmp_path_factory.mktemp("blank") / "blank.tracker"
    Book.create(path).close()
    return path


@pytest.fixture
def new_book(blank: Path, tmp_path: Path) -> Iterator[Callable[[str], Book]]:
    """`new_book(name)` opens a blank book of that name, closed when the test is over."""
    opened: list[Book] = []

    def make(name: str = "book") -> Book:
        opened.append(Book.open(shutil.copy(blank, tmp_path / f"{name}.tracker")))
        return opened[-1]

    yield make
    for book in opened:
        book.close()


@pytest.fixture
def book(new_book: Callable[[str], Book]) -> Book:
    """An open blank book."""
    return new_book("book")
