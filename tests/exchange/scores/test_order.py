from tests.exchange.scores.conftest import Scored
from tracker.exchange.scores.order import by_rank


def test_who_has_no_rank_comes_last(county: Scored) -> None:
    towns = county.scores().groups[0]
    assert [row.unit.code for row in by_rank(reversed(towns.rows))] == ["U1", "U2", "U3"]
