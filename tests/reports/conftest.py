"""The sample county in a book of each test's own, sheets made up at will, and PDFs read with poppler."""

from __future__ import annotations

import datetime
import random
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tracker.domain.figure import Figure
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import GroupId, UnitId
from tracker.exchange.data_folder import load
from tracker.metrics.live import Live
from tracker.reports import wording
from tracker.reports.faces import Faces, bundled_faces
from tracker.reports.ranking_sheet import Imprint, ranking_sheet
from tracker.reports.sheet import Band, Block, Column, Heads, Paper, RankingSheet, SheetRow, Signature
from tracker.reports.typesetting import Typesetter
from tracker.resources import resource
from tracker.store.book import Book
from tracker.store.figures import set_figure
from tracker.store.months import MonthState, set_state

DAY = datetime.date(2026, 10, 2)
RARE = "㙟垴堌鄌郚𬒗䢺"


@pytest.fixture(scope="session")
def sample_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample county as a file; copy it before you change it."""
    path = tmp_path_factory.mktemp("sample") / "sample.tracker"
    with Book.create(path) as book:
        load(book, resource("sample"))
    return path


@dataclass(frozen=True)
class Sample:
    """The sample county, open, with its ids by code and name."""

    book: Book
    live: Live
    imprint: Imprint

    @property
    def indicator(self) -> dict[str, IndicatorId]:
        return {indicator.code: indicator.id for indicator in self.live.indicators}

    @property
    def group(self) -> dict[str, GroupId]:
        return {group.name: group.id for group in self.live.groups}

    @property
    def unit(self) -> dict[str, UnitId]:
        return {unit.name: unit.id for unit in self.live.units}

    def sheet(self, *codes: str, groups: Sequence[str] = (), lead: str | None = None) -> RankingSheet:
        """The ranking of the indicators with those codes."""
        return ranking_sheet(
            self.live,
            imprint=self.imprint,
            indicators=[self.indicator[code] for code in codes],
            groups=[self.group[name] for name in groups],
            lead=None if lead is None else self.indicator[lead],
        )

    def clear(self, code: str, month: Month, units: Sequence[str] = ()) -> None:
        """Take back what the units (all without names) reported."""
        with self.book.change("clear"):
            set_state(self.book, month, MonthState.OPEN)
            for name, unit in self.unit.items():
                if not units or name in units:
                    set_figure(self.book, Figure(unit, self.indicator[code], month, None))


@pytest.fixture
def sample(sample_book: Path, tmp_path: Path) -> Iterator[Sample]:
    """The sample county in September 2026, in a copy that may be changed."""
    path = Path(shutil.copy(sample_book, tmp_path))
    with Book.open(path) as book:
        live = Live(book, month=Month(2026, 9))
        yield Sample(book, live, Imprint.of(book, DAY))
        live.close()


@pytest.fixture
def chinese() -> None:
    """The paper's words; without the compiled translations there is only English."""
    if wording.tr("Notes: ") == "Notes: ":
        pytest.skip("the translations are not compiled: make setup")


@pytest.fixture(scope="session")
def faces() -> Faces:
    return bundled_faces()


@pytest.fixture(scope="session")
def setter(faces: Faces) -> Typesetter:
    """A typesetter with the program's own faces, whatever is installed on this machine."""
    return Typesetter(faces)


def poppler(tool: str, pdf: bytes, *options: str) -> str:
    """What a tool of poppler-utils prints about the PDF; skips the test where it is not installed."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} (package poppler-utils) is not installed")
    return subprocess.run([tool, *options], input=pdf, capture_output=True, check=True).stdout.decode()


def text_of(pdf: bytes) -> str:
    """The text as it lies on the pages, a line a row; runs of spaces made one."""
    pages = poppler("pdftotext", pdf, "-layout", "-", "-").split("\f")[:-1]
    return "\n\f\n".join("\n".join(" ".join(line.split()) for line in page.split("\n") if line.strip()) for page in pages)


def pages_of(pdf: bytes) -> int:
    """How many pages the PDF has."""
    return poppler("pdftotext", pdf, "-", "-").count("\f")


def make_sheet(
    bands: int = 3,
    groups: Sequence[int] = (5, 5),
    *,
    names: Sequence[str] = (),
    notes: Sequence[str] = ("一条说明。",),
    largest: float = 100,
    score: bool = False,
    change: bool = True,
    paper: Paper = Paper.FITTING,
    title: str = "云山县2026年1-9月招商引资主要指标完成情况排名表",
) -> RankingSheet:
    """A sheet of invented figures: so many indicators of seven columns, so many units a group; always the same."""
    dice = random.Random(20260930)

    def figures(factor: float, rank: str) -> tuple[str, ...]:
        amounts = [f"{dice.random() * largest * factor:,.2f}" for _ in range(4)]
        moves = [f"{'+' if dice.random() > 0.5 else '−'}{dice.random() * 40:.2f}" for _ in range(2)]
        return (*amounts, *moves, rank)

    def cells(factor: float, rank: str) -> tuple[str, ...]:
        flat = [text for _ in range(bands) for text in figures(factor, rank)]
        return (*flat, *(["88.63" if rank else ""] if score else []))

    heads = ("年度\n目标", "当月", "累计", "完成率", "超欠\n序时", "同比", "位次")
    columns = tuple(Column(head, bold=head == "完成率", centred=head == "位次") for head in heads)
    last = (Band("", (Column("综合\n得分", bold=True),)),) if score else ()
    count = iter(range(1, 100_000))
    blocks = []
    for number, units in enumerate(groups):
        rows = []
        for place in range(1, units + 1):
            at = next(count)
            name = names[(at - 1) % len(names)] if names else f"第{at}镇"
            rows.append(SheetRow(name, cells(1, str(place)), str(place), "▲2" if change else ""))
        blocks.append(Block(tuple(rows), SheetRow(f"第{number + 1}组小计", cells(units, ""))))
    return RankingSheet(
        title=title,
        as_of="（截至2026年9月30日）",
        units_of_measure="单位：亿元、%、个百分点",
        heads=Heads("位\n次", "升\n降" if change else "", "单位"),
        bands=(*(Band(f"第{at + 1}项实际到位资金（亿元）", columns) for at in range(bands)), *last),
        blocks=tuple(blocks),
        total=SheetRow("全县合计", cells(sum(groups), "")),
        notes_heading="注：",
        notes=tuple(notes),
        signatures=(Signature("制表：", "经办甲"), Signature("审核："), Signature("签发：")),
        office="云山县招商服务中心",
        date=DAY,
        dated="2026年10月2日",
        date_made="2026年10月2日制",
        page_of="第 {page} 页 / 共 {pages} 页",
        continued="（续表）",
        paper=paper,
    )
