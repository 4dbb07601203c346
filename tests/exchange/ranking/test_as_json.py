import json
from decimal import Decimal
from fractions import Fraction

from tracker.domain.period import Month
from tracker.exchange.ranking.as_json import ranking_json
from tracker.exchange.ranking.choice import ranking_of
from tracker.metrics.live import Live
from tracker.store.units import update_unit


def parsed(live: Live, *codes: str, group: str | None = None) -> dict:
    """The JSON, its numbers with a point as decimals, to see every digit."""
    return json.loads("".join(ranking_json(ranking_of(live, codes, group))), parse_float=Decimal)


def test_a_row_has_the_contracts_fields(live: Live) -> None:
    told = parsed(live, "M")
    assert list(told) == ["month", "indicators"]
    assert told["month"] == "2026-02"
    first, second, third, fourth = told["indicators"]["M"]["rows"]
    assert list(first) == [
        *("unit", "name", "group", "target", "month_value", "cumulative", "completion", "pace", "gap", "yoy", "mom", "share"),
        *("rank", "rank_change", "flags"),
    ]
    assert (first["unit"], first["name"], first["group"]) == ("U1", "城关镇", "乡镇")
    assert (first["target"], first["month_value"], first["cumulative"]) == (6000, Decimal("234.06"), Decimal("1235.56"))
    assert (first["rank"], first["rank_change"], first["flags"]) == (2, 0, ["merged"])
    assert second["flags"][0] == "unreported"
    assert second["month_value"] is None
    assert third["completion"] is None
    assert third["rank"] is None
    assert "no_target" in third["flags"]
    assert (fourth["cumulative"], fourth["completion"]) == (0, 0)


def test_rates_are_unrounded(live: Live) -> None:
    first = parsed(live, "M")["indicators"]["M"]["rows"][0]
    assert first["completion"] == Decimal(repr(float(Fraction(123556, 600000))))
    assert abs(float(first["gap"]) - (1235.56 / 6000 - 2 / 12) * 100) < 1e-9


def test_totals_have_the_same_figures_and_the_county_no_name(live: Live) -> None:
    towns, streets, county = parsed(live, "M")["indicators"]["M"]["totals"]
    assert list(county) == ["group", "target", "month_value", "cumulative", "completion", "pace", "gap", "yoy", "mom", "share"]
    assert (towns["group"], streets["group"], county["group"]) == ("乡镇", "街道", "")
    assert county["cumulative"] == Decimal("1239.15")


def test_a_ratio_has_its_ratio_alone(live: Live) -> None:
    first = parsed(live, "R")["indicators"]["R"]["rows"][0]
    assert float(first["cumulative"]) == 200 / 3
    assert [name for name, value in first.items() if value is None] == [
        *("target", "month_value", "completion", "pace", "gap", "yoy", "mom", "share"),
    ]


def test_a_group_alone(live: Live) -> None:
    told = parsed(live, group="街道")["indicators"]
    assert list(told) == ["M", "S", "K", "R"]
    assert [row["unit"] for row in told["S"]["rows"]] == ["U5"]
    assert [total["group"] for total in told["S"]["totals"]] == ["街道"]


def test_a_month_in_which_nobody_is_listed_is_empty(live: Live) -> None:
    with live.book.change("All begin later"):
        for unit in live.units:
            if unit.valid_to is None:
                update_unit(live.book, unit.id, valid_from=Month(2026, 3))
    told = parsed(live, "M")["indicators"]["M"]
    assert told["rows"] == []
    assert [total["group"] for total in told["totals"]] == [""]
