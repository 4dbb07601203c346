from fractions import Fraction

import pytest

from tests.exchange.scores.conftest import Scored
from tracker.domain.period import Month
from tracker.exchange.ranking.choice import NoSuchGroup
from tracker.metrics.scoring.book_scores import NoScheme


def test_all_groups_or_one(county: Scored) -> None:
    assert [of.group.name for of in county.scores().groups] == ["乡镇", "街道", "园区"]
    assert [of.group.name for of in county.scores("街道").groups] == ["街道"]
    with pytest.raises(NoSuchGroup):
        county.scores("村")


def test_a_unit_has_a_place_for_each_line_of_the_scheme(county: Scored) -> None:
    towns, streets, _ = (scores := county.scores()).groups
    assert [award and award.points for award in scores.by_line(towns, towns.rows[0])] == [15, 10.5, None]
    assert [award and award.points for award in scores.by_line(streets, streets.rows[0])] == [0, Fraction("6.3"), 0]


def test_a_year_without_a_scheme_has_no_scores(county: Scored) -> None:
    county.live.show(Month(2027, 1))
    with pytest.raises(NoScheme, match="no scheme for 2027-01"):
        county.scores()
