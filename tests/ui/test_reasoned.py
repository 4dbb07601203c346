"""A number's reasons in words: its steps, who entered what went in, all of it as text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.ui.ranking_county import SEPTEMBER, County, make_county, open_county
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.domain.target import Target
from tracker.metrics.derivation.reasoned import Input, Reasoned
from tracker.metrics.derivation.steps import Source, TargetSource
from tracker.metrics.live import Live
from tracker.metrics.shown import live_of
from tracker.metrics.whose import Whole
from tracker.store.figures import set_figure
from tracker.store.publications import publish
from tracker.store.settings import set_clerk
from tracker.store.targets import set_target
from tracker.ui.models.ranking_board import IndicatorBoard
from tracker.ui.models.ranking_lines import LineKind, Place
from tracker.ui.models.reason_choice import reason


@pytest.fixture
def county(tmp_path: Path) -> Iterator[County]:
    make_county(tmp_path / "county.tracker")
    with open_county(tmp_path / "county.tracker") as county:
        with county.book.change("clerk"):
            set_clerk(county.book, "经办甲")
        yield county


def told(county: County, place: Place, key: str, code: str = "money", live: Live | None = None) -> Reasoned:
    live = live or county.live
    board = IndicatorBoard(live.table(county.indicator[code]))
    column = next(column for column in board.columns(None) if column.key == key)
    found = reason(county.book, live, board, board.line(place), column)
    assert found is not None
    return found


def of_unit(county: County, name: str, key: str, code: str = "money", live: Live | None = None) -> Reasoned:
    return told(county, Place(LineKind.UNIT, county.unit[name]), key, code, live)


def brief(inputs: tuple[Input, ...]) -> list[tuple[str, str, str]]:
    return [(each.name, each.shown, each.who) for each in inputs]


def test_a_completion_is_told_with_who_entered_its_months(county: County) -> None:
    county.report("石桥镇", "0.67", month=Month(2026, 8))
    found = of_unit(county, "石桥镇", "completion")
    assert (found.place, found.figure, found.measure) == ("石桥镇 · 实际到位省外资金 · Completion", "71.67", "%")
    assert [step.title for step in found.steps] == ["Rule", "Substituted", "Cumulative", "Target", "Pace", "Rank"]
    months = found.steps[2]
    assert brief(months.inputs)[-2:] == [("M8", "0.67", "经办甲"), ("M9", "0.67", months.inputs[-1].who)]
    assert (months.total, len(months.inputs)) == ("6.45", 9)
    august = months.inputs[7]
    assert august.place == Source(county.unit["石桥镇"], county.indicator["money"], Month(2026, 8))
    assert august.told.endswith(" 经办甲 enter")
    assert august.when == f"{datetime.datetime.now().astimezone():%m-%d}"


def test_a_target_tells_who_set_it(county: County) -> None:
    target = of_unit(county, "石桥镇", "completion").steps[3]
    assert [(each.name, each.shown) for each in target.inputs] == [("Set, as entered", "9.00")]
    assert isinstance(target.inputs[0].place, TargetSource)
    assert target.inputs[0].entry is not None
    assert target.total == "", "one number is not added up"


def test_a_merged_units_target_is_told_beside_its_successors_own(county: County) -> None:
    with county.book.change("target"):
        set_target(county.book, Target(2026, county.unit["老河乡"], county.indicator["money"], Decimal("1.25")))
    target = of_unit(county, "双河乡", "target").steps[1]
    assert ([each.shown for each in target.inputs], target.total) == (["5.00", "1.25"], "6.25")


def test_what_was_imported_says_so_and_from_where(county: County) -> None:
    source = Figure(county.unit["石桥镇"], county.indicator["money"], SEPTEMBER, Decimal(1), source="九月.xlsx")
    with county.book.change("import"):
        set_figure(county.book, source)
    newest = of_unit(county, "石桥镇", "month_value").steps[1].inputs[0]
    assert newest.who == "imported"
    assert newest.told.endswith("经办甲 import (from 九月.xlsx)")


def test_of_a_merged_units_months_the_newest_change_of_any_is_told(county: County) -> None:
    county.report("老河乡", "0.30", month=Month(2026, 2))
    february = of_unit(county, "双河乡", "cumulative").steps[1].inputs[1]
    assert (february.shown, february.who) == ("0.70", "经办甲")
    assert february.place == Source(county.unit["老河乡"], county.indicator["money"], Month(2026, 2))


def test_a_total_leads_down_to_groups_and_units(county: County) -> None:
    whole = told(county, Place(LineKind.COUNTY, 0), "completion")
    assert whole.place.startswith("County total · ")
    assert [(each.name, each.place) for each in whole.steps[2].inputs] == [
        ("一类乡镇", Whole(county.group["一类乡镇"])),
        ("二类乡镇", Whole(county.group["二类乡镇"])),
    ]
    group = told(county, Place(LineKind.GROUP, county.group["一类乡镇"]), "completion")
    assert [each.place for each in group.steps[2].inputs] == [county.unit[name] for name in ("城关镇", "石桥镇", "青山镇")]


def test_a_rank_is_told_in_words_and_a_missing_number_with_its_reason(county: County) -> None:
    assert (of_unit(county, "石桥镇", "rank").figure, of_unit(county, "石桥镇", "rank").measure) == ("2", "of 3")
    missing = of_unit(county, "竹沟乡", "completion")
    assert (missing.figure, missing.measure) == ("—", "")
    assert missing.steps[1].title == "No figure"


@pytest.mark.parametrize("code", ["rate", "talks", "complaints", "growth", "signed"])
def test_every_number_of_every_kind_of_indicator_can_be_told(county: County, code: str) -> None:
    board = county.board(code)
    for column in board.columns(None):
        for place in (Place(LineKind.UNIT, county.unit["石桥镇"]), Place(LineKind.COUNTY, 0)):
            found = reason(county.book, county.live, board, board.line(place), column)
            assert (found is None) == (column.key in ("unit", "bar", "light", "sparkline", "rest")), column.key


def test_a_published_month_tells_who_entered_what_it_was_published_with(county: County) -> None:
    county.report("石桥镇", "0.80", month=Month(2026, 8))
    with county.book.change("publish"):
        publish(county.book, SEPTEMBER, today=datetime.date(2026, 10, 8))
    with county.book.change("another"):
        set_clerk(county.book, "经办乙")
    county.report("石桥镇", "9.99", month=Month(2026, 8))
    live = live_of(county.book, SEPTEMBER)
    august = of_unit(county, "石桥镇", "cumulative", live=live).steps[1].inputs[7]
    live.close()
    assert (august.shown, august.who) == ("0.80", "经办甲")


def test_all_of_it_is_copied_as_plain_lines(county: County) -> None:
    county.report("石桥镇", "0.67", month=Month(2026, 8))
    lines = of_unit(county, "石桥镇", "completion").text.split("\n")
    assert lines[0] == "石桥镇 · 实际到位省外资金 · Completion, 2026-09: 71.67 %"
    assert lines[1] == "1. Rule: Completion = cumulative ÷ year's target."
    assert "   M8  0.67" in lines[11]
    assert lines[11].endswith("经办甲")
    assert "   In all  6.45" in lines
    assert lines[-1].startswith("   Next below: 青山镇")
