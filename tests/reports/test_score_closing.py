"""The scores close the sheet of several indicators, and lead it where that is wanted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reports.conftest import DAY, Sample, text_of
from tracker.metrics.scoring.book_scores import book_scores
from tracker.reports.ranking_sheet import ranking_sheet
from tracker.reports.score_closing import closing_if_any
from tracker.reports.sheet import RankingSheet
from tracker.reports.typesetting import Typesetter
from tracker.store.scheme_versions import remove_scheme

THREE = ("SWZJ", "WZ", "QY")


def sheet_of(sample: Sample, *, leads: bool = False, groups: tuple[str, ...] = ()) -> RankingSheet:
    return ranking_sheet(
        sample.live,
        imprint=sample.imprint,
        indicators=[sample.indicator[code] for code in THREE],
        groups=[sample.group[name] for name in groups],
        closing=closing_if_any(sample.book, sample.live, today=DAY, leads=leads),
    )


@pytest.mark.usefixtures("chinese")
def test_the_last_columns_are_the_score_and_its_rank(sample: Sample) -> None:
    sheet, scores = sheet_of(sample), book_scores(sample.book, sample.live, today=DAY)
    last = sheet.bands[-1]
    assert (last.heading, [column.heading for column in last.columns]) == ("综合得分", ["得分", "位次"])
    named = {score.unit.name: score for score in scores.by_unit.values()}
    rows = [row for block in sheet.blocks for row in block.rows]
    assert len(rows) == len(named)
    for row in rows:
        assert row.cells[-2:] == (str(named[row.name].printed), str(named[row.name].rank))
    assert all(row.cells[-2:] == ("", "") for row in sheet.sums())
    assert all(len(row.cells) == len(sheet.columns) for row in sheet.rows())


def test_everything_else_is_as_without_them(sample: Sample) -> None:
    without, closed = sample.sheet(*THREE), sheet_of(sample)
    assert closed.bands[:-1] == without.bands
    assert [(row.position, row.change, row.name, row.cells[:-2]) for row in closed.rows()] == [
        (row.position, row.change, row.name, row.cells) for row in without.rows()
    ]
    assert [note for note in closed.notes if note not in without.notes] == [closed.notes[2]]


@pytest.mark.usefixtures("chinese")
def test_where_the_scores_lead_the_units_stand_by_them(sample: Sample) -> None:
    sheet = sheet_of(sample, leads=True)
    assert (sheet.bands[-1].heading, sheet.bands[-1].columns[0].heading) == ("", "综合\n得分")
    scores = book_scores(sample.book, sample.live, today=DAY)
    for block in sheet.blocks:
        assert [row.position for row in block.rows] == sorted(row.position for row in block.rows)
    first = sheet.blocks[0].rows[0]
    assert (first.name, first.position, first.change, first.cells[-1]) == ("城关镇", "1", "▲1", "92.73")
    assert first.cells[6] == "2"  # its rank by the first indicator keeps its column
    assert scores.by_unit[sample.unit["城关镇"]].rank == 1
    assert any("首列位次、升降按“综合得分”" in note for note in sheet.notes)


@pytest.mark.usefixtures("chinese")
def test_the_rules_are_told_once_below(sample: Sample) -> None:
    told = [note for note in sheet_of(sample).notes if note.startswith("综合得分按2026年考核办法计算")]
    assert len(told) == 1
    assert told[0].endswith("不计的指标不列入，得分按其余指标折算。")
    assert not sheet_of(sample, groups=("园区",)).notes[2].endswith("折算。")  # everything counts for both


def test_without_a_scheme_nothing_closes_the_sheet(sample: Sample) -> None:
    with sample.book.change("none"):
        remove_scheme(sample.book, 2026, 1)
    assert closing_if_any(sample.book, sample.live, today=DAY) is None
    assert sheet_of(sample) == sample.sheet(*THREE)


@pytest.mark.usefixtures("chinese")
def test_the_closed_sheet_is_what_was_reviewed(sample: Sample, setter: Typesetter, golden: Callable[[str, str], None]) -> None:
    (document,) = setter.set(sheet_of(sample, leads=True))
    golden("ranking-by-score.txt", text_of(document) + "\n")
