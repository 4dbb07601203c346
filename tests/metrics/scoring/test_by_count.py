from __future__ import annotations

from tests.metrics.scoring.rows import line, row
from tracker.domain.scheme import Method
from tracker.metrics.scoring.by_count import per_item


def test_each_item_gives_its_points_up_to_the_full_points() -> None:
    by_item = line(Method.PER_ITEM, each="0.5")
    assert [per_item(by_item, row(count)) for count in (None, "0", "3", "20", "21")] == [0, 0, 1.5, 10, 10]
