import csv
import io

from tracker.exchange.ranking.as_csv import COLUMNS, ranking_csv
from tracker.exchange.ranking.choice import ranking_of
from tracker.metrics.live import Live


def rows(live: Live, *codes: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(ranking_csv(ranking_of(live, codes))))))


def test_units_come_by_rank_then_their_total_and_the_county_last(live: Live) -> None:
    assert [(row["group"], row["unit"], row["name"], row["rank"]) for row in rows(live, "M")] == [
        ("乡镇", "U2", "青石镇", "1"),
        ("乡镇", "U1", "城关镇", "2"),
        ("乡镇", "U3", "白河镇", ""),
        ("乡镇", "", "Subtotal", ""),
        ("街道", "U5", "云峰街道", "1"),
        ("街道", "", "Subtotal", ""),
        ("", "", "County total", ""),
    ]


def test_figures_are_rounded_and_plain(live: Live) -> None:
    _, first, third, *_ = rows(live, "M")
    assert tuple(first) == COLUMNS
    assert (first["month"], first["indicator"], first["indicator_name"], first["measure"]) == ("2026-02", "M", "到位资金", "亿元")
    assert (first["target"], first["month_value"], first["cumulative"]) == ("6000.00", "234.06", "1235.56")
    assert (first["completion_percent"], first["pace_percent"], first["gap_points"]) == ("20.59", "16.67", "3.92")
    assert (first["yoy_percent"], first["mom_percent"], first["flags"]) == ("23.56", "-76.63", "merged")
    assert (third["target"], third["month_value"], third["completion_percent"], third["pace_percent"]) == (
        "",
        "-0.50",
        "",
        "16.67",
    )
