"""The sheet of scores: every line's points as the metrics have them, full points by group, and what the notes tell."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.reports.conftest import DAY, Sample, poppler, text_of
from tracker.domain.adjustment import Adjustment
from tracker.domain.amount import format_number
from tracker.domain.figure import Figure
from tracker.domain.indicator import Kind
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine, Terms
from tracker.domain.target import PlanShare
from tracker.metrics.scoring.book_scores import book_scores
from tracker.metrics.scoring.month_scores import score_table
from tracker.metrics.scoring.score import ScoreTable
from tracker.reports.errors import NoUnitToPrint
from tracker.reports.ranking_sheet import Imprint
from tracker.reports.score_sheet import score_sheet
from tracker.reports.sheet import RankingSheet, SheetRow
from tracker.reports.typesetting import Typesetter
from tracker.store.adjustments import add_adjustment
from tracker.store.figures import set_figure
from tracker.store.plans import set_plan_share
from tracker.store.reports import set_arrival
from tracker.store.scheme_versions import set_scheme

SEPTEMBER = Month(2026, 9)


def scores_of(sample: Sample) -> ScoreTable:
    return book_scores(sample.book, sample.live, today=DAY)


def sheet_of(sample: Sample, *groups: str) -> RankingSheet:
    imprint = Imprint("云山县2026年招商引资台账", "云山县招商服务中心", DAY, "经办甲")
    return score_sheet(sample.live, scores_of(sample), imprint=imprint, groups=[sample.group[name] for name in groups])


def by_name(sheet: RankingSheet) -> dict[str, SheetRow]:
    return {row.name: row for row in sheet.rows()}


def line(sample: Sample, code: str, points: str, method: Method, group: str = "", **parameters: object) -> SchemeLine:
    of = sample.group[group] if group else None
    return SchemeLine(2026, of, sample.indicator[code], Decimal(points), method, from_month=3, **parameters)  # type: ignore[arg-type]


@pytest.fixture
def by_group(sample: Sample) -> Sample:
    """From March: lines of groups, forms that cost, points by hand, a line with nothing due."""
    cap = {"cap": Decimal(1)}
    lines = (
        line(sample, "SWZJ", "60", Method.PROPORTIONAL, **cap),
        line(sample, "QY", "30", Method.ALL_OR_NOTHING, "一类乡镇"),
        line(sample, "QY", "20.5", Method.ALL_OR_NOTHING, "街道"),
        line(sample, "QY", "5", Method.ALL_OR_NOTHING, "街道"),
        line(sample, "WCZS", "10", Method.PER_ITEM, "园区", each=Decimal(1)),
    )
    unit = sample.unit
    with sample.book.change("scheme"):
        set_scheme(sample.book, Scheme(2026, 3, lines, Terms(late=Decimal(1), missing=Decimal(2), most=Decimal(5))))
        add_adjustment(sample.book, Adjustment(unit["西城街道"], SEPTEMBER, Decimal("2.5"), "承办\n现场会", "云办〔2026〕8号"))
        add_adjustment(sample.book, Adjustment(unit["西城街道"], SEPTEMBER, Decimal(-1), "数据不实", "云办〔2026〕9号"))
        set_arrival(sample.book, unit["城关镇"], SEPTEMBER, datetime.date(2026, 10, 9))
    return sample


@pytest.mark.usefixtures("chinese")
def test_the_head_has_every_line_with_its_full_points(sample: Sample) -> None:
    sheet = sheet_of(sample)
    assert sheet.title == "云山县2026年1-9月招商引资综合得分排名表"
    assert sheet.units_of_measure == "单位：分"
    heads = [(band.heading, *(column.heading for column in band.columns)) for band in sheet.bands]
    assert heads[:2] == [("实际到位省外资金", "30分"), ("实际利用外资", "10分")]
    assert heads[-2:] == [("项目开工率", "5分"), ("", "综合\n得分")]
    assert sheet.total is None
    assert [sign.name for sign in sheet.signatures] == ["经办甲", "", ""]


def test_every_figure_is_the_metrics_own(sample: Sample) -> None:
    rows, scores = by_name(sheet_of(sample)), scores_of(sample)
    assert len(rows) == len(scores.by_unit) + len(scores.groups)
    for score in scores.by_unit.values():
        row = rows[score.unit.name]
        points = [award.points for award in score.awards]
        assert row.position == str(score.rank)
        assert row.cells == tuple("-" if one is None else format_number(one, 2) for one in [*points, score.value])


def test_units_stand_by_rank_and_a_group_closes_with_its_full_points(sample: Sample) -> None:
    for block in sheet_of(sample).blocks:
        assert [row.position for row in block.rows] == [str(place) for place in range(1, len(block.rows) + 1)]
        assert block.subtotal is not None
        assert block.subtotal.cells == ("30.00", "10.00", "15.00", "15.00", "10.00", "10.00", "5.00", "5.00", "100.00")


@pytest.mark.usefixtures("chinese")
def test_lines_of_several_groups_share_a_column_and_a_second_one_has_its_own(by_group: Sample) -> None:
    sheet = sheet_of(by_group)
    heads = [(band.heading, band.columns[0].heading) for band in sheet.bands]
    assert heads == [
        ("实际到位省外资金", "60分"),
        ("新签约亿元以上项目", "各组满分"),
        ("新签约亿元以上项目", "5分"),
        ("招商小分队外出", "10分"),
        ("", "加减\n得分"),
        ("", "报送\n扣分"),
        ("", "综合\n得分"),
    ]
    full = [row.cells for row in sheet.sums()]
    assert full[0] == ("60.00", "30.00", "-", "-", "", "", "90.00")
    assert full[2] == ("60.00", "20.50", "5.00", "-", "", "", "85.50")
    rows = by_name(sheet)
    assert rows["西城街道"].cells[4:6] == ("+1.50", "")
    assert rows["城关镇"].cells[4:6] == ("", "−1.00")
    assert rows["经济开发区"].cells[1:3] == ("-", "-")


@pytest.mark.usefixtures("chinese")
def test_one_group_has_its_own_lines_alone(by_group: Sample) -> None:
    sheet = sheet_of(by_group, "园区")
    assert [band.heading for band in sheet.bands] == ["实际到位省外资金", "招商小分队外出", ""]
    assert len(sheet.blocks) == 1
    assert "街道" not in "".join(sheet.notes)


@pytest.mark.usefixtures("chinese")
def test_the_notes_tell_the_rules_and_who_they_did_not_count_for(sample: Sample) -> None:
    notes = sheet_of(sample).notes
    assert notes[0].startswith("综合得分按2026年考核办法计算：实际到位省外资金30分，按完成率计分，超过100%的")
    assert "新投产亿元以上项目10分、项目开工率5分，按功效系数法计分（比累计）" in notes[0]
    assert notes[1].endswith("与8月位次比较。")
    assert notes[2] == "“-”为该单位不计的指标，得分按其余指标折算为满分。未下达目标：实际利用外资（长岭乡、小㙦乡、县工信局）。"
    assert notes[3] == "无数据或无位次可计分：固定资产投资（云峰街道、县商务局、县工信局）。"
    assert notes[4].startswith("9月未报")
    assert notes[5].startswith("竹沟乡于2026年6月底并入双河乡")


@pytest.mark.usefixtures("chinese")
def test_the_notes_tell_what_was_given_taken_and_lost(by_group: Sample) -> None:
    notes = sheet_of(by_group).notes
    assert notes[0].startswith("综合得分按2026年考核办法（3月起施行）计算：实际到位省外资金60分")
    assert "新签约亿元以上项目30分（一类乡镇）、新签约亿元以上项目20.5分（街道）" in notes[0]
    assert notes[2] == "月报：迟报1次扣1分、漏报1次扣2分、全年最多扣5分。迟报：城关镇（9月）。"
    assert notes[3] == "加减分：西城街道+2.50（承办 现场会，云办〔2026〕8号）；西城街道−1.00（数据不实，云办〔2026〕9号）。"
    assert notes[4] == "“-”为其他分组的指标。"


@pytest.mark.usefixtures("chinese")
def test_where_nothing_is_due_yet_the_line_counts_for_nobody(sample: Sample) -> None:
    lines = (
        line(sample, "SWZJ", "60", Method.PACE, cap=Decimal(1)),
        line(sample, "WCZS", "10", Method.PER_ITEM, each=Decimal(1)),
    )
    with sample.book.change("plan"):
        set_plan_share(sample.book, PlanShare(2026, sample.indicator["SWZJ"], 9, Decimal(0)))
    sheet = score_sheet(sample.live, score_table(sample.live, Scheme(2026, 3, lines)), imprint=sample.imprint)
    assert sheet.notes[2].endswith("暂无序时任务：实际到位省外资金（全部17家）。")
    assert {row.cells[0] for block in sheet.blocks for row in block.rows} == {"-"}


@pytest.mark.usefixtures("chinese")
def test_forms_that_never_came_are_named_by_month(by_group: Sample) -> None:
    with by_group.book.change("clear"):
        for indicator in by_group.live.indicators:
            if indicator.kind is not Kind.RATIO:
                set_figure(by_group.book, Figure(by_group.unit["龙泉镇"], indicator.id, SEPTEMBER, None))
    scores = book_scores(by_group.book, by_group.live, today=datetime.date(2026, 10, 20))
    sheet = score_sheet(by_group.live, scores, imprint=by_group.imprint)
    assert by_name(sheet)["龙泉镇"].cells[5] == "−2.00"
    assert sheet.notes[2].endswith("迟报：城关镇（9月）。漏报：龙泉镇（9月）、白马乡（9月）。")


def test_a_sheet_of_no_group_is_refused_calmly(sample: Sample) -> None:
    scores = scores_of(sample)
    with pytest.raises(NoUnitToPrint):
        score_sheet(sample.live, ScoreTable(scores.month, scores.scheme, ()), imprint=sample.imprint)


def test_the_sheet_is_set_in_type_with_its_fonts(by_group: Sample, setter: Typesetter) -> None:
    sheet = sheet_of(by_group)
    (document,) = setter.set(sheet)
    text = text_of(document)
    for row in sheet.rows():
        assert row.name in text
        assert all(cell in text for cell in row.cells)
    for font in poppler("pdffonts", document, "-").splitlines()[2:]:
        assert font.split()[-5:-2] == ["yes", "yes", "yes"]
    assert setter.set(sheet) == [document]


def test_fractions_of_full_points_are_not_rounded(by_group: Sample) -> None:
    of = {group.group.name: group.total for group in scores_of(by_group).groups}
    assert of["街道"] == Fraction(171, 2)
