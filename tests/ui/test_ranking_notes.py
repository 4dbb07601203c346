"""What stands under the ranking."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.ranking_county import County, make_county, open_county
from tracker.ui.models.ranking_columns import columns
from tracker.ui.models.ranking_notes import NAMES, _listed, legend, notes


@pytest.fixture
def county(tmp_path: Path) -> Iterator[County]:
    make_county(tmp_path / "county.tracker")
    with open_county(tmp_path / "county.tracker") as county:
        yield county


def told(county: County, code: str = "money", group: str | None = None) -> str:
    return "\n".join(notes(county.table(code), None if group is None else county.group[group], county.live.units))


def test_the_rule_is_told_in_words(county: County) -> None:
    assert told(county).startswith("Ranked within each group by completion, highest first")
    assert "lower is better" in told(county, "complaints")
    assert "by the ratio" in told(county, "rate")
    assert "growth on last year" in told(county, "growth")
    assert "figure at month's end" in told(county, "talks")
    assert "figure to date" in told(county, "signed")


def test_who_has_no_target_is_named(county: County) -> None:
    assert "No target, therefore not ranked: 竹沟乡." in told(county)


def test_who_has_not_reported_is_named(county: County) -> None:
    assert "Not reported in month 9, counted with what was reported before: 双河乡." in told(county)


def test_a_merger_is_told(county: County) -> None:
    assert "老河乡 was merged into 双河乡 from 2026-04 on" in told(county)


def test_the_countys_own_target_stands_beside_the_sum(county: County) -> None:
    assert "its own, 50.00 亿元; the units' targets add up to 38.00" in told(county)


def test_a_group_is_told_only_of_its_own_units(county: County) -> None:
    assert told(county, group="一类乡镇").count("\n") == 0


def test_who_has_nothing_to_compare_with_is_named_where_growth_ranks(county: County) -> None:
    assert "Nothing to compare with last year, therefore not ranked: 城关镇" in told(county, "growth")


def test_who_has_no_figure_is_named_where_the_figure_ranks(county: County) -> None:
    county.report("城关镇", None, code="talks")
    assert "No figure, therefore not ranked: 城关镇." in told(county, "talks")


def test_many_names_are_counted() -> None:
    assert _listed([f"U{at}" for at in range(NAMES + 1)]).endswith(f"and others, {NAMES + 1} in all")


def test_the_legend_explains_only_what_is_in_view(county: County) -> None:
    full = legend(county.table(), columns(county.table()))
    ratio = legend(county.table("rate"), columns(county.table("rate")))
    assert [item.mark for item in full] == ["green", "yellow", "red", "up", "down", ""]
    assert full[-1].text == "Unit: 亿元; against pace: percentage points"
    assert [item.text for item in ratio] == ["Unit: %"]


def test_the_lights_change_their_words_where_lower_is_better(county: County) -> None:
    table = county.table("complaints")
    assert [item.text for item in legend(table, columns(table))][:2] == ["within pace", "over by up to 10 points"]
