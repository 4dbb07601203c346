"""What the ranking's columns say, and which an indicator has."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.ui.ranking_county import County, make_county, open_county
from tracker.domain.light import GapRule, GrowthRule
from tracker.domain.period import Month
from tracker.domain.target import Target
from tracker.store.list_rules import set_light_rule
from tracker.store.targets import set_target
from tracker.ui.models.ranking_columns import columns, natural_sort
from tracker.ui.models.ranking_lines import LineKind, Place, Sort, line_at
from tracker.ui.models.ranking_notes import legend


@pytest.fixture
def county(tmp_path: Path) -> Iterator[County]:
    make_county(tmp_path / "county.tracker")
    with open_county(tmp_path / "county.tracker") as county:
        yield county


def keys(county: County, code: str) -> list[str]:
    return [column.key for column in columns(county.table(code)) if column.shown]


def texts(county: County, unit: str, code: str = "money") -> dict[str, str]:
    table = county.table(code)
    line = line_at(table, Place(LineKind.UNIT, county.unit[unit]))
    return {column.key: column.text(line) for column in columns(table)}


def test_a_flow_with_targets_shows_everything(county: County) -> None:
    assert keys(county, "money") == [
        *("rank", "move", "unit", "target", "month_value", "cumulative", "completion", "bar", "light", "gap", "yoy", "sparkline")
    ]


def test_a_ratio_shows_only_itself(county: County) -> None:
    assert keys(county, "rate") == ["rank", "unit", "cumulative", "rest"]
    assert next(column.title for column in columns(county.table("rate")) if column.key == "cumulative") == "Ratio %"


def test_a_stock_without_targets_has_no_month_no_pace_and_no_light(county: County) -> None:
    assert keys(county, "talks") == ["rank", "unit", "cumulative", "yoy", "sparkline", "rest"]


def test_a_row_says_its_figures_as_they_are_rounded_once(county: County) -> None:
    said = texts(county, "石桥镇")
    assert said["rank"] == "2"
    assert said["move"] == "▽1"
    assert said["completion"] == "72.33"
    assert said["gap"] == "−2.67"
    assert said["yoy"] == "+3.33"
    assert said["light"] == "Yellow light: behind by up to 10 points"
    assert said["bar"] == "72.33% done, pace 75.00%"


def test_lights_follow_the_rule_of_the_book(county: County) -> None:
    with county.book.change("rules"):
        set_light_rule(county.book, GapRule.usual(Decimal(2)))
        set_light_rule(county.book, GrowthRule(), county.table("talks").indicator)
    assert texts(county, "石桥镇")["light"] == "Red light: behind by more than 2 points"
    assert "light" in keys(county, "talks")
    assert "gap" not in keys(county, "talks")
    assert "light" not in keys(county, "rate")
    assert [item.text for item in legend(county.table("talks"), columns(county.table("talks")))][:3] == [
        *("grows at least as the county does", "grows by less", "falls")
    ]


def test_what_is_missing_is_a_dash(county: County) -> None:
    said = texts(county, "竹沟乡")
    assert [said[key] for key in ("rank", "target", "completion", "gap", "light")] == ["—", "—", "—", "—", ""]


def test_a_figure_that_is_due_and_missing_says_so(county: County) -> None:
    assert texts(county, "双河乡")["month_value"] == "Not reported"


def test_who_has_no_target_and_never_reported_owes_nothing(county: County) -> None:
    for number in range(1, 10):
        county.report("竹沟乡", None, month=Month(2026, number))
    assert texts(county, "竹沟乡")["month_value"] == "—"


def test_where_nobody_has_a_target_everybody_owes_a_figure(county: County) -> None:
    county.report("竹沟乡", None, code="signed")
    assert texts(county, "竹沟乡", code="signed")["month_value"] == "Not reported"


def test_january_has_no_moves(county: County) -> None:
    county.report("城关镇", "1", month=Month(2026, 1))
    county.live.show(Month(2026, 1))
    assert "move" not in keys(county, "money")


def test_a_target_is_never_shown_rounded(county: County) -> None:
    with county.book.change("aim"):
        set_target(county.book, Target(2026, county.unit["城关镇"], county.indicator["money"], Decimal("10.125")))
    assert texts(county, "城关镇")["target"] == "10.125"


def test_the_natural_order_is_the_best_first(county: County) -> None:
    order = {code: natural_sort(county.table(code).indicator) for code in county.indicator}
    assert order["money"] == Sort("completion", falling=True)
    assert order["complaints"] == Sort("completion", falling=False)
    assert order["growth"] == Sort("yoy", falling=True)
    assert order["talks"] == order["rate"] == Sort("cumulative", falling=True)


def test_a_total_has_no_rank_and_no_sparkline(county: County) -> None:
    table = county.table()
    line = line_at(table, Place(LineKind.COUNTY, 0))
    said = {column.key: column.text(line) for column in columns(table)}
    assert (said["rank"], said["move"], said["sparkline"]) == ("", "", "")
    assert said["target"] == "50.00"


def test_the_sparkline_tells_twelve_months(county: County) -> None:
    assert texts(county, "双河乡")["sparkline"].split(", ") == ["0.70"] * 3 + ["0.40"] * 8 + ["—"]


def test_on_pace_lower_is_green_where_lower_is_better(county: County) -> None:
    said = texts(county, "城关镇", code="complaints")
    assert said["gap"].startswith("−")
    assert said["light"] == "Green light: within pace"
