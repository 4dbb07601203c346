"""Which figure is meant by a place or an arrow key, and what is told of it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import GroupId, Unit, UnitId
from tracker.metrics.row import Inputs, Rates, Row
from tracker.metrics.trends.subject import Subject
from tracker.reports.charts.chart import ChartKind
from tracker.reports.charts.look import screen_look
from tracker.reports.charts.marks import Mark
from tracker.ui.models.chart_marks import Way, heading_of, mark_at, mark_beside, rows_of, told
from tracker.ui.models.drawn_chart import PlacedMark

FUNDS = Indicator(IndicatorId(1), "funds", "Funds", "亿元", 2)
LOOK = screen_look(dark=False)


def unit(code: str) -> Unit:
    return Unit(UnitId(ord(code)), code, code, GroupId(1), sort=1)


def placed(code: str, month: int, x: float, y: float) -> PlacedMark:
    return PlacedMark(Mark(0, month, 0, Subject(unit=unit(code)), FUNDS, Month(2026, month)), x, y)


LINES = [placed(code, month, 100 * month, y - 5 * month) for code, y in (("a", 300), ("b", 200)) for month in (1, 2, 3)]


def named(at: int) -> tuple[str, int]:
    mark = LINES[at].mark
    return mark.subject.name, mark.month.number


def test_the_pointer_finds_what_is_near_and_nothing_far_away() -> None:
    at = mark_at(LINES, 205, 292, ChartKind.PACE)
    assert at is not None
    assert named(at) == ("a", 2)
    assert mark_at(LINES, 150, 250, ChartKind.PACE) is None
    assert mark_at([], 1, 1, ChartKind.PACE) is None


def test_a_bar_is_found_along_its_whole_row() -> None:
    bars = [placed("a", 9, 300, 10), placed("b", 9, 100, 40)]
    assert mark_at(bars, 900, 12, ChartKind.STANDING) == 0
    assert mark_at(bars, 5, 38, ChartKind.STANDING) == 1


def test_arrows_go_along_the_line_and_from_line_to_line_and_end_at_the_edges() -> None:
    assert named(mark_beside(LINES, 1, Way.RIGHT)) == ("a", 3)
    assert named(mark_beside(LINES, 1, Way.LEFT)) == ("a", 1)
    assert named(mark_beside(LINES, 1, Way.UP)) == ("b", 2)
    assert named(mark_beside(LINES, 4, Way.DOWN)) == ("a", 2)
    assert mark_beside(LINES, 2, Way.RIGHT) == 2
    assert mark_beside(LINES, 3, Way.LEFT) == 3


def test_where_the_owner_has_one_figure_arrows_go_to_the_neighbour() -> None:
    cells = [placed("a", 9, 100, 10), placed("b", 9, 200, 12), placed("c", 9, 300, 200)]
    assert mark_beside(cells, 0, Way.RIGHT) == 1


def test_a_figure_is_told_with_its_owner_months_and_rates() -> None:
    inputs = Inputs(
        target=10_000_000, month_value=860_000, cumulative=7_980_000, last_year=7_000_000, pace=Fraction(3, 4), by_month=True
    )
    row = Row(inputs=inputs, unit=unit("a"), rank=4, ranked=9)
    mark = Mark(0, 9, 0.8, Subject(unit=unit("a")), FUNDS, Month(2026, 9), row)
    assert heading_of(mark, LOOK) == "a  January to 9 2026  Funds"
    assert rows_of(mark) == [
        ("Cumulative", "7.98 亿元"),
        ("Month", "0.86 亿元"),
        ("Completion", "79.80%"),
        ("Pace", "75.00%"),
        ("Gap", "+4.80"),
        ("YoY", "+14.00%"),
        ("Rank", "4"),
    ]
    assert told(mark, LOOK).startswith("a  January to 9 2026  Funds; Cumulative 7.98 亿元; ")


@pytest.mark.parametrize(
    ("mark", "rows"),
    [
        (Mark(0, 1, 1, Subject(), FUNDS, Month(2026, 1), rank=3), [("Rank", "3")]),
        (
            Mark(0, 1, 1, Subject(), FUNDS, Month(2026, 1), amount=Fraction(5, 2), share=Fraction(1, 8)),
            [("Cumulative", "2.50 亿元"), ("Share", "12.50%")],
        ),
        (
            Mark(1, 1, 1, Subject(), FUNDS, Month(2026, 1), amount=Fraction(2), conversion=Fraction(2, 3)),
            [("Cumulative", "2.00 亿元"), ("Conversion", "66.67%")],
        ),
        (Mark(0, 1, 1, Subject(), FUNDS, Month(2026, 1), Rates()), [("Cumulative", "—")]),
    ],
)
def test_what_is_not_known_is_not_told(mark: Mark, rows: list[tuple[str, str]]) -> None:
    assert rows_of(mark) == rows


def test_no_module_of_the_pages_loads_matplotlib_by_being_imported(tmp_path: Path) -> None:
    import subprocess
    import sys

    from tests.conftest import ROOT

    pages = "tracker.ui.views.trends_view, tracker.ui.views.ranking_view, tracker.reports.charts.chart"
    code = f"import sys, {pages}; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "False"
