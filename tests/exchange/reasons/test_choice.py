from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.metrics.lists_county import SEPTEMBER, Towns, five_towns
from tracker.exchange.ranking.choice import NoSuchIndicator
from tracker.exchange.reasons.as_json import reasons_json
from tracker.exchange.reasons.choice import NUMBERS, Explanation, NoSuchUnit, explanation_of
from tracker.metrics.shown import live_of
from tracker.store.publications import publish


@pytest.fixture
def towns(tmp_path: Path):
    with five_towns(tmp_path / "towns.tracker") as made:
        made.done(90, 80, 70, 60, 45)
        yield made


def explained(towns: Towns, unit: str | None = "c", number: str | None = None, code: str = "M") -> Explanation:
    live = live_of(towns.book, SEPTEMBER)
    found = explanation_of(towns.book, live, code, unit, number)
    live.close()
    return found


def test_a_units_number_is_chosen_by_codes_and_names(towns: Towns) -> None:
    found = explained(towns)
    assert (found.place, found.number, found.derivation.shown) == ("c · money", "completion", "70.00 %")
    assert (explained(towns, None).place, explained(towns, None).derivation.shown) == ("County total · money", "57.50 %")
    assert explained(towns, number="rank").derivation.shown == "3 of 5"


def test_what_there_is_not_is_refused(towns: Towns) -> None:
    with pytest.raises(NoSuchUnit, match="No unit “x” is listed in 2026-09. There are: a, b, c, d, e, s."):
        explained(towns, "x")
    with pytest.raises(NoSuchIndicator):
        explained(towns, code="X")


def test_json_has_exact_results_and_who_entered_what(towns: Towns) -> None:
    told = json.loads("".join(reasons_json(explained(towns))))
    assert {key: told[key] for key in ("month", "unit", "indicator", "number", "shown", "exact")} == {
        "month": "2026-09",
        "unit": "c",
        "indicator": "M",
        "number": "completion",
        "shown": "70.00 %",
        "exact": "7/10",
    }
    month, target = told["steps"][2]["inputs"][0], told["steps"][3]["inputs"][0]
    assert (month["month"], month["value"], month["entered"][0]["label"]) == ("2026-09", "70", "enter")
    assert (target["target"], target["entered"][0]["label"]) == ("assigned", "set up")
    county = json.loads("".join(reasons_json(explained(towns, None))))
    assert county["unit"] is None
    assert county["steps"][2]["inputs"][1] == {"name": "streets", "shown": "—"}


def test_every_number_can_be_asked_for(towns: Towns) -> None:
    for number in NUMBERS:
        assert json.loads("".join(reasons_json(explained(towns, number=number))))["number"] == number


def test_a_published_month_is_explained_as_it_was_published(towns: Towns) -> None:
    with towns.book.change("publish"):
        publish(towns.book, SEPTEMBER, today=date(2026, 10, 8))
    towns.done(99, month=SEPTEMBER.plus(-1))
    told = json.loads("".join(reasons_json(explained(towns, "a"))))
    assert told["shown"] == "90.00 %"
    assert len(told["steps"][2]["inputs"]) == 1
