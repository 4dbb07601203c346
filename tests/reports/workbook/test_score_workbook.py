"""Every point, score and rank of the workbook is a formula, and LibreOffice finds the numbers that the metrics have."""

from __future__ import annotations

import datetime
import io
import re
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.reports.conftest import DAY, Sample
from tests.reports.workbook.conftest import Recompute
from tracker.domain.adjustment import Adjustment
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine, Terms
from tracker.exchange.data_folder import load
from tracker.metrics.live import Live
from tracker.metrics.scoring.book_scores import book_scores
from tracker.reports.errors import NoUnitToPrint
from tracker.reports.imprint import Imprint
from tracker.reports.workbook.score_workbook import score_workbook_bytes
from tracker.store.adjustments import add_adjustment
from tracker.store.book import Book
from tracker.store.reports import set_arrival
from tracker.store.scheme_versions import set_scheme
from tracker.store.settings import set_rank_what_is_printed

SEPTEMBER = Month(2026, 9)


def workbook(sample: Sample, *groups: str) -> bytes:
    scores = book_scores(sample.book, sample.live, today=DAY)
    return score_workbook_bytes(sample.live, scores, imprint=sample.imprint, groups=[sample.group[name] for name in groups])


def sheets(content: bytes) -> list[Any]:
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets


def use(sample: Sample, lines: list[tuple[str, str, Method, dict[str, object]]], terms: Terms | None = None) -> None:
    """A scheme of these lines: (indicator's code, points, method, parameters; "group" by name)."""
    made = []
    for code, points, method, given in lines:
        parameters = dict(given)
        group = sample.group.get(str(parameters.pop("group", "")))
        made.append(SchemeLine(2026, group, sample.indicator[code], Decimal(points), method, **parameters))  # type: ignore[arg-type]
    with sample.book.change("scheme"):
        set_scheme(sample.book, Scheme(2026, 1, tuple(made), terms or Terms()))


def every_method(sample: Sample) -> None:
    """Each method, and those that compare by each basis; by group, with sizes, for what has no target; forms, points by hand."""
    one, tenth = Decimal(1), Decimal("0.1")
    use(
        sample,
        [
            ("SWZJ", "10", Method.PROPORTIONAL, {"cap": Decimal("0.7")}),
            ("WZ", "10.5", Method.PROPORTIONAL_BONUS, {"bonus": tenth, "bonus_cap": one, "tiers": ((Decimal(200), one),)}),
            ("QY", "10", Method.PROPORTIONAL_BONUS, {"bonus_cap": Decimal(2), "tiers": ((Decimal(4), tenth), (Decimal(0), one))}),
            ("WZ", "10", Method.PACE, {"cap": Decimal("1.05")}),
            ("SWZJ", "10", Method.EFFICACY, {"basis": "completion"}),
            ("GTZ", "10", Method.EFFICACY, {"basis": "yoy", "group": "一类乡镇"}),
            ("GTZ", "7", Method.EFFICACY, {"basis": "cumulative", "group": "街道"}),
            ("KGL", "5", Method.EFFICACY, {"basis": "cumulative"}),
            ("ZT", "5", Method.EFFICACY, {"basis": "cumulative"}),
            ("WZ", "10", Method.RANK_POINTS, {"step": Decimal(3), "floor": Decimal(5)}),
            ("GTZ", "10", Method.RANK_POINTS, {"step": Decimal("0.5"), "floor": Decimal(4)}),
            ("KG", "10", Method.TIERS, {"tiers": ((Decimal("0.8"), Decimal(100)), (Decimal("0.5"), Decimal("33.3")))}),
            ("WCZS", "5", Method.PER_ITEM, {"each": Decimal("0.25")}),
            ("TC", "5", Method.ALL_OR_NOTHING, {}),
        ],
        Terms(late=Decimal("0.5"), missing=Decimal(1), most=Decimal(2)),
    )
    with sample.book.change("beside"):
        add_adjustment(sample.book, Adjustment(sample.unit["西城街道"], SEPTEMBER, Decimal("2.5"), "现场会", "8号"))
        set_arrival(sample.book, sample.unit["城关镇"], SEPTEMBER, datetime.date(2026, 10, 9))


@pytest.fixture
def shared_books(shared_data: Path, tmp_path: Path) -> list[bytes]:
    """The workbooks of those test books that have a scheme."""
    made = []
    for folder in sorted((shared_data / "books").iterdir()):
        if (folder / "scheme.csv").exists():
            with Book.create(tmp_path / f"{folder.name}.tracker") as book:
                load(book, folder)
                with closing(Live(book, month=SEPTEMBER)) as live:
                    scores = book_scores(book, live, today=DAY)
                    made.append(score_workbook_bytes(live, scores, imprint=Imprint("云山县", "招商局", DAY)))
    return made


def test_libreoffice_finds_the_same_points_scores_and_ranks(
    sample: Sample, shared_books: list[bytes], recompute_all: Recompute
) -> None:
    contents = [workbook(sample), workbook(sample, "街道"), *shared_books]
    every_method(sample)
    contents.append(workbook(sample))
    with sample.book.change("printed"):
        set_rank_what_is_printed(sample.book, printed=True)
    contents.append(workbook(sample))
    use(sample, [("QY", "100", Method.RANK_POINTS, {"step": Decimal(10), "floor": Decimal(10)})])
    contents.append(workbook(sample))
    for found in recompute_all(contents):
        of_scores = [cell for cell in found.formulas if cell.startswith(("综合得分!", "Scores!"))]
        assert len(of_scores) > 20
        assert found.differing() == {}


@pytest.mark.usefixtures("chinese")
def test_the_scores_are_those_of_the_paper_with_the_sums_they_come_from(sample: Sample) -> None:
    scores, figures, rules = sheets(workbook(sample))
    assert [sheet.title for sheet in (scores, figures, rules)] == ["综合得分", "数据", "考核办法"]
    assert scores["A1"].value == "云山县2026年1-9月招商引资综合得分排名表"
    assert [cell.value for cell in scores[3]][3] == "实际到位省外资金"
    assert scores["D4"].value == "='考核办法'!$C$3&\"分\""
    first = [cell.value for cell in scores[5]]
    assert first[2] == "城关镇"
    assert all(str(value).startswith("=") for at, value in enumerate(first) if at not in (1, 2))
    assert first[-1] == '=IF(M5>0,L5/M5*N$10,"-")'
    assert first[0] == '=IF(ISNUMBER(N5),COUNTIF(N5:N9,">"&N5+100*1E-12)+1,"-")'


@pytest.mark.usefixtures("chinese")
def test_the_formulas_read_the_rules_and_the_figures(sample: Sample) -> None:
    scores, _, _ = sheets(workbook(sample))
    row = {scores.cell(3, at).value: scores.cell(5, at).value for at in range(4, 12)}
    assert row["实际利用外资"].startswith("=IF(N('数据'!")
    assert "MIN(N('数据'!" in row["实际利用外资"]
    by_item = r"=MIN\('考核办法'!\$J\$9\*N\('数据'![A-Z]+[0-9]+\),'考核办法'!\$C\$9\)"
    assert re.fullmatch(by_item, row["招商小分队外出"])
    assert row["项目开工率"].count("MAX('数据'!") == 2


@pytest.mark.usefixtures("chinese")
def test_every_parameter_of_the_rules_has_its_cell(sample: Sample) -> None:
    every_method(sample)
    _, _, rules = sheets(workbook(sample))
    heads = [str(cell.value).replace("\n", "") for cell in rules[2]]
    assert heads[:5] == ["指标", "分组", "满分", "规则", "封顶"]
    assert heads[-4:] == ["第1档起点", "第1档取值", "第2档起点", "第2档取值"]
    rows = [[cell.value for cell in row] for row in rules.iter_rows(min_row=3)]
    assert rows[0][:5] == ["实际到位省外资金", "各组通用", 10, "按完成率计分，最高按70%计", 0.7]
    assert rows[1][5:7] == [0.1, 1]
    assert rows[1][-4:] == [200, 1, None, None]
    assert "一类乡镇" in [row[1] for row in rows]


def test_the_sheets_keep_their_heads_and_fit_the_width(sample: Sample) -> None:
    scores, figures, rules = sheets(workbook(sample))
    assert (scores.freeze_panes, rules.freeze_panes) == ("D5", "B3")
    assert (scores.print_title_rows, rules.print_title_rows) == ("$3:$4", "$2:$2")
    for sheet in (scores, rules):
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == ("landscape", 9, 0)
    assert figures.freeze_panes == "D6"
    assert scores.oddFooter.center.text


def test_many_lines_go_on_the_larger_paper(sample: Sample) -> None:
    every_method(sample)
    assert sheets(workbook(sample))[0].page_setup.paperSize == 8


def test_the_same_content_gives_the_same_bytes(sample: Sample) -> None:
    assert workbook(sample) == workbook(sample)


def test_no_group_is_no_workbook(sample: Sample) -> None:
    scores = book_scores(sample.book, sample.live, today=DAY)
    with pytest.raises(NoUnitToPrint):
        score_workbook_bytes(sample.live, scores, imprint=sample.imprint, groups=[max(sample.group.values()) + 1])  # type: ignore[type-var]
