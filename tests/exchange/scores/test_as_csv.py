import csv
import io

from tests.exchange.scores.conftest import Scored
from tracker.exchange.scores.as_csv import scores_csv


def test_units_come_by_rank_with_a_column_for_each_line(county: Scored) -> None:
    rows = list(csv.reader(io.StringIO("".join(scores_csv(county.scores())))))
    assert rows == [
        [
            *("month", "group", "unit", "name", "rank", "rank_change", "score", "got", "full", "total", "added"),
            *("1 M", "2 S", "3 S"),
        ],
        ["2026-02", "乡镇", "U1", "城关镇", "1", "1", "25.50", "25.50", "30.50", "30.50", "0.00", "15.00", "10.50", ""],
        ["2026-02", "乡镇", "U2", "青石镇", "2", "-1", "10.17", "6.67", "20.00", "30.50", "0.00", "6.67", "", ""],
        ["2026-02", "乡镇", "U3", "白河镇", "", "", "", "0.00", "0.00", "30.50", "0.00", "", "", ""],
        ["2026-02", "街道", "U5", "云峰街道", "1", "0", "6.30", "6.30", "35.50", "35.50", "0.00", "0.00", "6.30", "0.00"],
        ["2026-02", "园区", "U6", "开发区", "", "", "", "0.00", "0.00", "30.50", "0.00", "", "", ""],
    ]
