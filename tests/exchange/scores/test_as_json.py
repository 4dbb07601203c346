import json

from tests.exchange.scores.conftest import Scored
from tracker.domain.period import Month
from tracker.exchange.scores.as_json import scores_json


def parsed(county: Scored, group: str | None = None) -> dict:
    return json.loads("".join(scores_json(county.scores(group))))


def test_a_unit_has_its_score_its_rank_and_every_lines_points(county: Scored) -> None:
    told = parsed(county)
    assert told["month"] == "2026-02"
    assert list(told["scores"]) == ["乡镇", "街道", "园区"]
    first, second, third = told["scores"]["乡镇"]
    assert first == {
        "unit": "U1",
        "name": "城关镇",
        "score": 25.5,
        "rank": 1,
        "rank_change": 1,
        "lines": [
            {"indicator": "M", "points": 15.0, "full": 20, "method": "proportional"},
            {"indicator": "S", "points": 10.5, "full": 10.5, "method": "tiers"},
        ],
    }
    assert (second["score"], second["rank"], second["rank_change"]) == (10.166666666666666, 2, -1)
    assert second["lines"][1] == {"indicator": "S", "points": None, "full": 10.5, "method": "tiers"}
    assert (third["score"], third["rank"], third["rank_change"]) == (None, None, None)


def test_one_group_alone(county: Scored) -> None:
    assert [len(rows) for rows in parsed(county, "街道")["scores"].values()] == [1]


def test_points_by_hand_and_forms_stand_beside_the_lines(county: Scored) -> None:
    county.deduct()
    towns = parsed(county, "乡镇")["scores"]["乡镇"]
    assert "added" not in towns[0]
    assert towns[1]["added"] == [
        {"points": -0.5, "month": "2026-02", "reason": "通报批评", "document": "8号"},
        {"points": -1.0, "late": ["2026-01"], "missing": []},
    ]
    assert towns[1]["score"] == 10.166666666666666 - 1.5


def test_january_has_no_moves(county: Scored) -> None:
    county.live.show(Month(2026, 1))
    assert [row["rank_change"] for row in parsed(county)["scores"]["乡镇"]] == [None, None, None]
