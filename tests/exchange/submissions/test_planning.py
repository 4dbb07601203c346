import datetime
from contextlib import closing
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.submissions.county import sent, sheet
from tracker.domain.figure import Figure
from tracker.domain.indicator import Indicator, IndicatorId, Kind
from tracker.domain.parsing import read_amount
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.exchange.data_folder import load
from tracker.exchange.publishing import publish_month
from tracker.exchange.submissions.amounts import amount_of
from tracker.exchange.submissions.applying import apply
from tracker.exchange.submissions.intake import plan_sent
from tracker.exchange.submissions.plan import Status, taken
from tracker.metrics.live import Live
from tracker.store import figures, indicators, journal, reports

AUGUST, SEPTEMBER = Month(2026, 8), Month(2026, 9)
LATER = datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def county(book, folder):
    """The small county, with nothing reported."""
    load(book, folder.path)
    with book.change("empty"):
        for figure in figures.figures(book):
            figures.set_figure(book, Figure(figure.unit, figure.indicator, figure.month, None))
    return book


def enter(book, unit, indicator, month, value, **others):
    with book.change("enter"):
        figures.set_figure(book, Figure(UnitId(unit), IndicatorId(indicator), month, Decimal(value), **others))


def form(*rows, title="城关镇2026年9月", heads=("指标", "当月", "累计"), name="表.xlsx"):
    return sent(sheet([title], list(heads), *map(list, rows)), name=name)


def plan(book, *files, month=SEPTEMBER, **others):
    with closing(Live(book, month=month)) as live:
        return plan_sent(live, files, month=month, **others)


def told(made):
    """Status, value and old value of every cell."""
    return [(cell.status.value, _plain(cell.value), _plain(cell.old)) for _, cell in made.cells()]


def _plain(value):
    return None if value is None else f"{value.normalize():f}"


def test_new_same_and_changed(county):
    enter(county, 1, 1, SEPTEMBER, "1.5")
    enter(county, 1, 2, SEPTEMBER, "3")
    made = plan(county, form(("到位资金", 1.5), ("新签约项目", 4), ("新开工项目", 2)))
    assert told(made) == [("same", "1.5", "1.5"), ("changed", "4", "3"), ("new", "2", None)]
    assert made.is_clean


def test_a_blank_or_a_dash_changes_nothing(county):
    enter(county, 1, 1, SEPTEMBER, "1.5")
    assert told(plan(county, form(("到位资金", "—"), ("新签约项目", ""), ("新开工项目", 0)))) == [("new", "0", None)]


def test_a_cumulative_is_the_difference_to_the_month_before(county):
    enter(county, 1, 1, Month(2026, 1), "10")
    enter(county, 2, 1, Month(2026, 3), "5")  # merged into 城关镇: its history counts
    enter(county, 1, 1, AUGUST, "2.5")
    made = plan(county, form(("到位资金", "", 20)))
    assert told(made) == [("new", "2.5", None)]
    made = plan(county, form(("新签约项目", "", 20)), form(("到位资金", 1, 19), name="二.xlsx"))
    assert told(made)[0] == ("new", "20", None)
    assert "cumulative is 19" in made.files[1].remarks[0].reason
    assert not made.is_clean


def test_months_of_one_file_build_on_one_another(county):
    enter(county, 1, 1, AUGUST, "1")
    months = sheet(["城关镇2026年"], ["指标", "8月", "1-8月", "1-9月"], ["到位资金", 3, 3, 10])
    assert told(plan(county, sent(months))) == [("changed", "3", "1"), ("new", "7", None)]


def cumulative(month, value, name):
    return form(("到位资金", "", value), title=f"城关镇2026年{month}月", name=name)


def test_cumulatives_of_several_files_build_on_one_another_in_any_order(county):
    enter(county, 1, 1, Month(2026, 7), "4")
    files = cumulative(9, 20, "九.xlsx"), cumulative(8, 10, "八.xlsx")
    assert told(plan(county, *files)) == [("new", "10", None), ("new", "6", None)]
    assert plan(county, *files).is_clean
    assert told(plan(county, *reversed(files))) == [("new", "6", None), ("new", "10", None)]


def test_a_cumulative_over_a_month_in_dispute_waits_for_it(county):
    files = cumulative(8, 10, "一.xlsx"), cumulative(8, 11, "二.xlsx"), cumulative(9, 20, "九.xlsx")
    made = plan(county, *files)
    assert [status for status, *_ in told(made)] == ["conflict", "conflict", "refused"]
    assert "builds on 2026-08" in list(made.cells())[2][1].reason


def test_a_cumulative_over_a_month_without_a_figure_is_told_of(county):
    enter(county, 1, 1, Month(2026, 7), "4")
    made = plan(county, cumulative(9, 20, "九.xlsx"))
    assert told(made) == [("new", "16", None)]
    assert "2026-08 has no figure" in made.files[0].remarks[0].reason
    assert not made.is_clean


def test_a_cumulative_below_that_of_the_month_before_is_refused(county):
    enter(county, 1, 1, AUGUST, "40")
    assert [status for status, *_ in told(plan(county, cumulative(9, 20, "九.xlsx")))] == ["refused"]


def test_what_cannot_be_taken_is_refused_with_its_cell(county):
    enter(county, 1, 2, AUGUST, "9")
    made = plan(
        county,
        form(("到位资金", "#REF!"), ("新签约项目", -2), ("新开工项目", "三个左右")),
        form(("到位资金", "1.234"), ("新签约项目", "", 5), ("新开工项目", "=1+1"), name="二.xlsx"),
    )
    assert [(cell.status, cell.where) for _, cell in made.cells()] == [
        *((Status.REFUSED, f"Sheet1!B{row}") for row in (3, 4, 5)),
        *((Status.REFUSED, f"Sheet1!{at}") for at in ("B3", "C4", "B5")),
    ]
    reasons = [cell.reason for _, cell in made.cells()]
    assert "#REF!" in reasons[0]
    assert "negative" in reasons[1]
    assert "三个左右" in reasons[2]
    assert "decimals" in reasons[3]
    assert "below" in reasons[4]
    assert "formula" in reasons[5]


def test_units_of_measure_are_converted_exactly_or_refused(county):
    rows = [["到位资金", "万元", 12300], ["新签约项目", "万元", 1]]
    made = plan(county, sent(sheet(["城关镇2026年9月"], ["指标", "计量单位", "当月"], *rows)))
    assert [cell.status for _, cell in made.cells()] == [Status.NEW, Status.REFUSED]
    assert next(made.cells())[1].value == Decimal("1.23")


def test_negative_money_is_taken_and_asked_about(county):
    made = plan(county, form(("到位资金", -1)))
    assert told(made) == [("new", "-1", None)]
    assert "negative" in made.files[0].remarks[0].reason


def test_two_files_that_differ_wait_for_a_person_and_equal_ones_do_not(county):
    made = plan(county, form(("到位资金", 1), ("新签约项目", 2)), form(("到位资金", 3), ("新签约项目", 2), name="改.xlsx"))
    assert [status for status, *_ in told(made)] == ["conflict", "new", "conflict", "same"]
    reasons = [cell.reason for _, cell in made.cells()]
    assert "1 / 3" in reasons[0]
    assert "改.xlsx Sheet1!B3" in reasons[0]
    assert "1 / 3" in reasons[2]
    assert len(taken(made)) == 1


def test_a_published_month_is_not_touched(county):
    enter(county, 1, 1, AUGUST, "1")
    with county.change("publish"):
        publish_month(county, AUGUST, today=datetime.date(2026, 9, 6))
    made = plan(
        county, form(("到位资金", 2), title="城关镇2026年8月"), form(("到位资金", 1), title="城关镇2026年8月", name="二.xlsx")
    )
    cells = [cell for _, cell in made.cells()]
    assert [(cell.status, cell.locked) for cell in cells] == [(Status.CONFLICT, True), (Status.CONFLICT, False)]
    (same,) = [cell for _, cell in plan(county, form(("到位资金", 1), title="城关镇2026年8月")).cells()]
    assert same.status is Status.SAME


def test_what_was_typed_after_the_file_was_saved_waits_for_a_person(county):
    enter(county, 1, 1, SEPTEMBER, "1.5", typed="1.5")
    saved = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    older = form(("到位资金", 2))
    made = plan(county, type(older)(older.name, older.digest, saved, older.sheets))
    assert told(made) == [("conflict", "2", "1.5")]
    assert "typed by hand" in next(made.cells())[1].reason
    assert told(plan(county, type(older)(older.name, older.digest, LATER, older.sheets))) == [("changed", "2", "1.5")]


def test_a_unit_that_is_not_listed_is_refused(county):
    made = plan(county, form(("到位资金", 1), title="青石镇2026年9月"))
    assert told(made) == [("refused", "1", None)]


def test_applying_is_one_change_with_the_files_digest_and_undoes_whole(county):
    before = list(county.connection.iterdump())
    made = plan(
        county, form(("到位资金", 1), ("新签约项目", 2)), form(("新签约项目", 5), title="云峰街道2026年9月", name="二.xlsx")
    )
    assert apply(county, taken(made), received=datetime.date(2026, 10, 3)) == 3
    entry = journal.entries(county, newest_first=True, limit=1)[0]
    assert "表.xlsx (000000000000)" in entry.label
    assert "二.xlsx" in entry.label
    there = figures.figure(county, UnitId(1), IndicatorId(1), SEPTEMBER)
    assert (there.value, there.typed) == (Decimal(1), "1")
    assert there.source == f"表.xlsx › Sheet1!B3 · SHA-256 {'0' * 64}"
    assert reports.reports(county, SEPTEMBER)[UnitId(1)].received == datetime.date(2026, 10, 3)
    again = plan(county, form(("到位资金", 1), ("新签约项目", 2)))
    assert {cell.status for _, cell in again.cells()} == {Status.SAME}
    assert apply(county, taken(again), received=datetime.date(2026, 10, 4)) == 0
    county.undo()
    assert not figures.figures(county)
    assert len(list(county.connection.iterdump())) >= len(before)


def test_many_files_are_named_in_short(county):
    files = [form(("到位资金", number), title=f"城关镇2026年{number}月", name=f"{number}月.xlsx") for number in range(1, 6)]
    made = plan(county, *files)
    assert apply(county, taken(made), received=datetime.date(2026, 10, 3)) == 5
    assert journal.entries(county, newest_first=True, limit=1)[0].label.endswith("and 2 more")


@given(st.decimals(-(10**11), 10**11, places=6, allow_nan=False), st.integers(0, 6))
def test_a_plain_number_means_what_typing_it_means(value, decimals):
    indicator = Indicator(IndicatorId(1), "M", "到位资金", "亿元", decimals)
    text = f"{value.normalize():f}"
    plain, typed = amount_of(text, indicator, ""), read_amount(text, unit="亿元", decimals=decimals)
    assert plain.value == typed.value
    assert typed.reason in plain.reason
    assert bool(plain.reason) == bool(typed.reason)


def test_a_share_of_one_where_percent_are_wanted_is_asked_about(county):
    with county.change("an indicator in percent"):
        indicators.add_indicator(county, code="L", name="履约率", unit="%", decimals=2, sort=9, kind=Kind.STOCK)
    made = plan(county, form(("履约率", "0.5")))
    assert told(made) == [("new", "0.5", None)]
    assert "0.5. Ask whether percent" in made.files[0].remarks[0].reason
    assert plan(county, form(("履约率", "50"))).is_clean
