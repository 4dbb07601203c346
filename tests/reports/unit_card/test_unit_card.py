"""A unit's card tells what the metrics know of it, whatever of targets, schemes and years is missing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.reports.conftest import DAY, Sample
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.domain.target import Target
from tracker.metrics.live import Live
from tracker.metrics.scoring.book_scores import scores_if_any
from tracker.reports.errors import NoIndicatorToPrint, NoUnitToPrint
from tracker.reports.ranking_sheet import Imprint
from tracker.reports.unit_card.content import Stroke, UnitCard
from tracker.reports.unit_card.unit_card import unit_cards
from tracker.store.book import Book
from tracker.store.figures import set_figure
from tracker.store.groups import add_group
from tracker.store.indicators import add_indicator
from tracker.store.scheme_versions import remove_scheme
from tracker.store.targets import set_target
from tracker.store.units import add_unit


def card_of(sample: Sample, name: str, live: Live | None = None) -> UnitCard:
    shown = live or sample.live
    imprint = Imprint("云山县2026年招商引资台账", "云山县招商服务中心", DAY)
    scores = scores_if_any(sample.book, shown, today=DAY)
    (card,) = unit_cards(shown, scores, imprint=imprint, units=[sample.unit[name]])
    return card


def at(sample: Sample, name: str, month: Month) -> UnitCard:
    live = Live(sample.book, month=month)
    try:
        return card_of(sample, name, live)
    finally:
        live.close()


@pytest.mark.usefixtures("chinese")
def test_the_head_has_the_score_its_rank_and_how_far_the_first_indicator_is(sample: Sample) -> None:
    card = card_of(sample, "云溪镇")
    assert (card.name, card.what, card.period, card.group) == ("云溪镇", "招商引资进度卡", "2026年1-9月", "一类乡镇")
    assert [(one.label, one.value, one.unit) for one in card.figures] == [
        ("综合得分", "83.09", "分"),
        ("组内位次", "3", "/ 5"),
        ("实际到位省外资金完成率", "76.00", "%"),
    ]
    assert card.pace == "序时进度 75.00%"


@pytest.mark.usefixtures("chinese")
def test_every_indicator_has_its_line_with_the_figures_of_the_sheet(sample: Sample) -> None:
    card, rows = card_of(sample, "云溪镇"), {row.of.name: row for row in card_of(sample, "云溪镇").progress_rows}
    assert len(card.progress_rows) == len(sample.live.indicators)
    sheet = sample.sheet("SWZJ", "WZ", "QY", "KG", "TC", "GTZ", "ZT", "WCZS", "TS", "KGL")
    printed = next(row.cells for row in sheet.rows() if row.name == "云溪镇")
    first = rows["实际到位省外资金"]
    assert (*first.amounts, *first.standing[:2]) == printed[:6]
    assert first.standing[2:] == ("3/5", "–")
    assert (first.bar, first.pace) == (pytest.approx(0.76), 0.75)
    assert rows["新签约亿元以上项目"].standing[3] == "▲3"
    level, ratio = rows["在谈项目"], rows["项目开工率"]
    assert (level.amounts, level.bar) == (("-", "10", "-", "-"), None)
    assert (ratio.amounts, ratio.standing[:2]) == (("-", "-", "66.67", "-"), ("-", "-"))


@pytest.mark.usefixtures("chinese")
def test_months_are_the_units_own_figures_and_a_gap_says_so(sample: Sample) -> None:
    rows = {row.of.name: row.values for row in card_of(sample, "白马乡").months_rows}
    assert "项目开工率" not in rows
    assert rows["实际到位省外资金"][8:] == ("未报", "", "", "")
    assert set(dict(zip(rows, rows.values(), strict=True))) == {
        indicator.name for indicator in sample.live.indicators if indicator.code != "KGL"
    }
    assert set({row.of.name: row.values for row in card_of(sample, "长岭乡").months_rows}["实际利用外资"][:9]) == {"-"}


@pytest.mark.usefixtures("chinese")
def test_the_chart_has_this_year_the_pace_and_last_year_on_one_scale(sample: Sample) -> None:
    chart = card_of(sample, "云溪镇").chart
    assert chart is not None
    assert (chart.heading, chart.axis) == ("三、实际到位省外资金进度", "累计占今年目标，%")
    lines = {line.stroke: line for line in chart.lines}
    own, pace, before = (lines[stroke] for stroke in (Stroke.OWN, Stroke.PACE, Stroke.LAST_YEAR))
    assert own.points[-1] == (9, pytest.approx(76.0))
    assert own.labels[-1] == "76.0"
    assert pace.points[8] == (9, 75.0)
    assert [month for month, _ in before.points] == list(range(1, 13))
    row = sample.live.table(sample.indicator["SWZJ"]).row(sample.unit["云溪镇"])
    assert row is not None
    assert row.last_year is not None
    assert row.target is not None
    assert before.points[8][1] == pytest.approx(float(row.last_year / row.target * 100))
    assert chart.ranks[-1] == ("9月", "3")
    assert chart.told.startswith("累计占今年目标，%：1月6.5%、2月11.0%")


@pytest.mark.usefixtures("chinese")
def test_what_the_target_still_takes_is_told_in_all_and_a_month(sample: Sample) -> None:
    card = card_of(sample, "云溪镇")
    assert card.needs is not None
    assert card.needs.heads == ("指标", "还差", "余3个月每月须", "前9个月月均")
    rows = {row.of.name: (row.missing, row.monthly, row.mean) for row in card.needs_rows}
    assert rows["实际到位省外资金"] == ("2.52", "0.84", "0.89")
    assert rows["实际利用外资"] == ("45", "15.0", "20.6")
    assert rows["新签约亿元以上项目"] == ("已完成", "—", "0.7")
    assert "企业投诉" not in rows  # more of it does not help
    assert "在谈项目" not in rows


@pytest.mark.usefixtures("chinese")
def test_the_notes_tell_of_mergers_and_where_the_figures_are_from(sample: Sample) -> None:
    notes = card_of(sample, "双河乡").notes
    assert notes[1].startswith("竹沟乡于2026年6月底并入双河乡")
    assert notes[-1] == (
        "数据由双河乡报送，云山县招商服务中心审核；本卡与《云山县2026年1-9月招商引资主要指标完成情况排名表》同源。"
    )


@pytest.mark.usefixtures("chinese")
def test_without_a_scheme_the_head_is_of_the_first_indicator(sample: Sample) -> None:
    with sample.book.change("no scheme"):
        remove_scheme(sample.book, 2026, 1)
    card = card_of(sample, "云溪镇")
    assert [(one.label, one.value, one.unit) for one in card.figures] == [
        ("实际到位省外资金完成率", "76.00", "%"),
        ("实际到位省外资金累计", "7.98", "亿元"),
        ("组内位次", "3", "/ 5"),
    ]


@pytest.mark.usefixtures("chinese")
def test_january_has_no_moves_and_eleven_months_left(sample: Sample) -> None:
    card = at(sample, "云溪镇", Month(2026, 1))
    assert {row.standing[3] for row in card.progress_rows} == {"-"}
    assert card.needs is not None
    assert card.needs.heads[2:] == ("余11个月每月须", "前1个月月均")
    assert not any("升" in note for note in card.notes)


@pytest.mark.usefixtures("chinese")
def test_december_leaves_no_month(sample: Sample) -> None:
    live = Live(sample.book, month=Month(2025, 12))
    with sample.book.change("targets"):
        set_target(sample.book, Target(2025, sample.unit["云溪镇"], sample.indicator["SWZJ"], Decimal(1000)))
    card = card_of(sample, "云溪镇", live)
    live.close()
    assert card.needs is not None
    assert card.needs.heads[2] == "每月须"
    row = next(row for row in card.needs_rows if row.of.name == "实际到位省外资金")
    assert row.monthly == "—"
    assert row.missing.startswith("9")


@pytest.fixture
def bare(tmp_path):  # type: ignore[no-untyped-def]
    """A book without targets, scheme, office or last year: two units, of which one has reported nothing."""
    with Book.create(tmp_path / "bare.tracker") as book:
        with book.change("fill"):
            group = add_group(book, "街道", sort=1)
            units = [add_unit(book, code=code, name=code, group=group, sort=at) for at, code in enumerate("ab")]
            level = add_indicator(
                book, code="z", name="在谈项目", unit="个", decimals=0, kind="stock", rank_by="cumulative", sort=1
            )  # type: ignore[arg-type]
            money = add_indicator(book, code="m", name="到位资金", unit="亿元", decimals=2, sort=2)
            for month, value in ((2, "1.25"), (3, "0.5")):
                set_figure(book, Figure(units[0], money, Month(2026, month), Decimal(value)))
            set_figure(book, Figure(units[0], level, Month(2026, 3), Decimal(4)))
        live = Live(book, month=Month(2026, 3))
        yield unit_cards(live, None, imprint=Imprint("", "", DAY))
        live.close()


@pytest.mark.usefixtures("chinese")
def test_without_targets_the_chart_is_in_the_indicators_own_measure(bare: tuple[UnitCard, ...]) -> None:
    card = bare[0]
    assert card.chart is not None
    assert card.chart.axis == "累计，亿元"
    assert [(line.stroke, line.points) for line in card.chart.lines] == [(Stroke.OWN, ((2, 1.25), (3, 1.75)))]
    assert [tick for _, tick in card.chart.ticks] == ["0.0", "0.5", "1.0", "1.5", "2.0"]
    assert (card.needs, card.needs_rows, card.pace) == (None, (), "")
    assert [(one.label, one.value, one.unit) for one in card.figures] == [
        ("到位资金累计", "1.75", "亿元"),
        ("组内位次", "-", ""),
    ]
    assert card.months_rows[1].values[:4] == ("未报", "1.25", "0.50", "")


@pytest.mark.usefixtures("chinese")
def test_who_reported_nothing_has_a_card_too(bare: tuple[UnitCard, ...]) -> None:
    card = bare[1]
    assert (card.chart, card.figures) == (None, ())
    assert card.notes[-1] == "数据由b报送；本卡与《2026年1-3月招商引资主要指标完成情况排名表》同源。"


def test_all_units_come_by_group_or_those_that_were_asked_for(sample: Sample) -> None:
    every = unit_cards(sample.live, None, imprint=sample.imprint)
    assert [card.name for card in every] == [unit.name for unit in sample.live.roster.units]
    streets = unit_cards(sample.live, None, imprint=sample.imprint, groups=[sample.group["街道"]])
    assert [card.name for card in streets] == ["东关街道", "西城街道", "云峰街道"]
    with pytest.raises(NoUnitToPrint):
        unit_cards(sample.live, None, imprint=sample.imprint, units=[sample.unit["竹沟乡"]])


def test_a_book_without_indicators_has_no_cards(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with Book.create(tmp_path / "empty.tracker") as book, pytest.raises(NoIndicatorToPrint):
        unit_cards(Live(book), None, imprint=Imprint("", "", DAY))
