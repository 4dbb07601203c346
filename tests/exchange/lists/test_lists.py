"""The lists for the outside: what the text and the JSON of a month's lists say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.metrics.lists_county import SEPTEMBER, Towns, five_towns
from tracker.domain.exemption import Exemption
from tracker.domain.list_rules import ListRules, ZeroRule
from tracker.domain.period import Month
from tracker.exchange.lists.as_json import lists_json
from tracker.exchange.lists.as_text import lists_text
from tracker.exchange.lists.choice import NothingToList, lists_of
from tracker.exchange.ranking.choice import NoSuchIndicator
from tracker.metrics.lists_month import MonthLists
from tracker.metrics.live import Live
from tracker.metrics.scoring.book_scores import NoScheme
from tracker.metrics.shown import live_of
from tracker.store.book import Book
from tracker.store.exemptions import exempt
from tracker.store.groups import add_group
from tracker.store.indicators import add_indicator
from tracker.store.list_rules import set_list_rules
from tracker.store.reports import set_arrival

TODAY = date(2026, 10, 9)


@pytest.fixture
def towns(tmp_path: Path) -> Iterator[Towns]:
    """Five towns of which the last is exempt, the one before it last twice running; one has nothing signed, one came late."""
    with five_towns(tmp_path / "towns.tracker") as made:
        made.done(9, 8, 7, 5, 6, 9, month=Month(2026, 8))
        made.done(90, 80, 70, 40, 30, 90)
        made.done(1, 1, 0, 1, 1, 1, of=made.signed)
        with made.book.change("rules"):
            set_list_rules(made.book, ListRules(size=2, zero=(ZeroRule(made.signed, 9),)))
            exempt(made.book, Exemption(made.unit["e"], None, SEPTEMBER, SEPTEMBER, "flood"))
            set_arrival(made.book, made.unit["a"], SEPTEMBER, date(2026, 10, 7))
        yield made


def gathered(towns: Towns, code: str | None = None, *, score: bool = False) -> MonthLists:
    with closing(live_of(towns.book, SEPTEMBER)) as live:
        return lists_of(towns.book, live, code, score=score, today=TODAY)


def told(towns: Towns) -> dict[str, Any]:
    return {one["list"]: one for one in json.loads("".join(lists_json(gathered(towns))))["lists"]}


def test_the_json_has_the_figures_unrounded(towns: Towns) -> None:
    lists = told(towns)
    assert [one["unit"] for one in lists["red"]["units"]] == ["a", "b", "s"]
    assert lists["red"]["indicator"] == "M"
    last, exempt_one = lists["black"]["units"]
    assert {key: last[key] for key in ("unit", "name", "group", "rank", "ranked", "completion", "pace", "gap")} == {
        "unit": "d",
        "name": "d",
        "group": "towns",
        "rank": 4,
        "ranked": 5,
        "completion": 0.45,
        "pace": 0.75,
        "gap": -30.0,
    }
    assert "spared" not in last
    assert (exempt_one["unit"], exempt_one["spared"], exempt_one["reason"]) == ("e", "exempt", "flood")
    assert lists["running"]["units"][0]["reviews"] == [
        {"month": "2026-09", "rank": 4, "ranked": 5},
        {"month": "2026-08", "rank": 5, "ranked": 5},
    ]
    assert [(one["unit"], one["reported"]) for one in lists["zero"]["units"]] == [("c", True)]
    assert lists["zero"]["indicator"] == "S"
    assert [(one["unit"], one["received"], one["days"]) for one in lists["late"]["units"]] == [("a", "2026-10-07", 2)]
    ends = {one["unit"]: (one["first"], one["last"]) for one in lists["ends"]["units"]}
    assert (ends["a"], ends["c"], ends["e"]) == ((["M", "S"], []), ([], ["S"]), (["S"], ["M"]))
    assert lists["lights"]["groups"] == [
        {"group": "towns", "green": 3, "yellow": 0, "red": 2},
        {"group": "streets", "green": 1, "yellow": 0, "red": 0},
    ]


def test_an_empty_list_says_why(towns: Towns) -> None:
    lists = {one["list"]: one for one in json.loads("".join(lists_json(gathered(towns, "S"))))["lists"]}
    assert lists["red"]["nobody"] == "Nobody has a target for signed: nobody is on pace or behind it."
    assert lists["red"]["units"] == []
    towns.done(200, 180, 170, 160, 150)
    spared = told(towns)["black"]["units"]
    assert {one["spared"] for one in spared} == {"fulfilled"}


def test_the_text_has_each_list_under_its_rule(towns: Towns) -> None:
    text = "".join(lists_text(gathered(towns)))
    assert text.startswith("2026-09  Lists by money\n\n[Red list 3] Among the first of the group (2 in each group), and on pace")
    assert "\nd     towns  on the black list  completion 45.00%, and 30.00 percentage points behind the pace" in text
    assert "\n[Nothing at all: signed 1] Nothing at all of signed by 2026-09.\n" in text
    assert "Nobody has a target for signed" in "".join(lists_text(gathered(towns, "S")))


def test_what_cannot_be_listed_is_refused(towns: Towns) -> None:
    with pytest.raises(NoSuchIndicator):
        gathered(towns, "X")
    with pytest.raises(NoScheme):
        gathered(towns, score=True)


def test_without_units_or_indicators_there_is_nothing_to_list(tmp_path: Path) -> None:
    with Book.create(tmp_path / "new.tracker", title="New") as book, closing(Live(book, month=SEPTEMBER)) as live:
        with pytest.raises(NothingToList):
            lists_of(book, live, None, score=False, today=TODAY)
        with book.change("indicator"):
            add_group(book, "towns")
            add_indicator(book, code="M", name="money", unit="亿元", decimals=2)
        with pytest.raises(NothingToList):
            lists_of(book, live, None, score=False, today=TODAY)
