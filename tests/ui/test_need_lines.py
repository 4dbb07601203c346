"""还差多少 in words: the goals with who stands there, amounts that suffice, the guess of the year's end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.ranking_county import County, make_county, open_county
from tracker.domain.period import Month
from tracker.metrics.whose import Whole, Whose
from tracker.ui.models.need_lines import Needs, columns_of, needs_of


@pytest.fixture
def county(tmp_path: Path) -> Iterator[County]:
    make_county(tmp_path / "county.tracker")
    with open_county(tmp_path / "county.tracker") as county:
        yield county


def needs(county: County, whose: Whose, code: str = "money", rank: int | None = None) -> Needs:
    return needs_of(county.live, county.table(code), whose, rank=rank)


def test_the_goals_are_told_with_who_stands_there(county: County) -> None:
    found = needs(county, county.unit["青山镇"])
    assert found.facts == "to date 8.48 亿元, rank 3, a month 0.94 亿元; 3 months left"
    assert [(line.goal, line.reference, line.by, line.needed, line.missing) for line in found.lines] == [
        ("Rise to rank 2", "石桥镇 72.33 %", "end of M10", "10.13", "1.65"),
        ("Reach the pace", "pace of M10 83.33 %", "end of M10", "11.67", "3.19"),
        ("Reach the target", "100.00 %", "end of M12", "14.00", "5.52"),
    ]
    assert [line.times for line in found.lines][:2] == ["1.75 times", "3.39 times"]
    assert (found.ranks, found.rank, found.why) == (2, 2, "")
    assert columns_of(found)[1] == "Missing 亿元"


def test_what_a_month_takes_is_rounded_up_so_that_it_suffices(county: County) -> None:
    county.report("青山镇", "0.95")
    target = needs(county, county.unit["青山镇"]).lines[-1]
    assert (target.missing, target.monthly) == ("5.53", "1.85")


def test_another_rank_can_be_asked_for(county: County) -> None:
    assert needs(county, county.unit["青山镇"], rank=1).lines[0].reference == "城关镇 87.00 % (level with it)"
    for wrong in (0, 3, 9):
        assert needs(county, county.unit["青山镇"], rank=wrong).rank == 2


def test_a_tie_is_told(county: County) -> None:
    county.report("石桥镇", "1.99")
    county.report("青山镇", "5.00")
    line = needs(county, county.unit["石桥镇"]).lines[0]
    assert (line.goal, line.reference) == ("Rise to rank 1", "青山镇 89.43 %")
    county.report("青山镇", "6.48")
    assert needs(county, county.unit["石桥镇"]).lines[0].reference == "青山镇 100.00 % (level with it)"


def test_amounts_are_measured_in_their_own_unit(county: County) -> None:
    last = needs(county, county.unit["城关镇"], "signed").lines + needs(county, county.unit["青山镇"], "signed").lines
    assert all(line.reference.partition(" ")[2].startswith(tuple("0123456789")) and "个" in line.reference for line in last)
    assert last


def test_where_nothing_can_be_needed_the_reason_is_told(county: County) -> None:
    assert needs(county, county.unit["石桥镇"], "complaints").why.startswith("Lower is better here")
    assert needs(county, county.unit["石桥镇"], "rate").why.startswith("A ratio")
    assert needs(county, county.unit["竹沟乡"]).why.startswith("The unit is not ranked")
    assert needs(county, county.unit["竹沟乡"]).estimate, "its year ends somewhere all the same"
    county.report("城关镇", "9.00")
    assert needs(county, county.unit["城关镇"]).why == "Everything is reached: nothing is missing."


def test_the_county_needs_something_too(county: County) -> None:
    found = needs(county, Whole(None))
    assert [line.goal for line in found.lines] == ["Reach the pace", "Reach the target"]
    assert "rank" not in found.facts
    assert found.ranks == 0


def test_the_years_end_is_a_guess_with_its_spread(county: County) -> None:
    found = needs(county, county.unit["石桥镇"])
    assert found.estimate == (
        "An estimate: going on like this, the year ends at about 8.68 亿元, 96.44 % of the target; "
        "as 2025 went on from here, at 8.68 亿元."
    )
    assert "the remaining months as the mean of the 9 so far" in found.method
    county.report("石桥镇", "0.10", month=Month(2024, 9))
    county.report("石桥镇", "0.20", month=Month(2024, 12))
    assert needs(county, county.unit["石桥镇"]).estimate.endswith("as 2024, 2025 went on from here, at 8.68 to 19.53 亿元.")
    assert needs(county, county.unit["青山镇"]).estimate.endswith("% of the target.")
    assert needs(county, county.unit["石桥镇"], "talks").estimate == ""


def test_in_december_no_month_is_left(county: County) -> None:
    for number in (10, 11, 12):
        county.report("青山镇", "0.10", month=Month(2026, number))
        county.report("石桥镇", "0.10", month=Month(2026, number))
    table = county.live.table(county.indicator["money"], Month(2026, 12))
    found = needs_of(county.live, table, county.unit["青山镇"])
    assert {(line.monthly, line.times) for line in found.lines} == {("—", "—")}
