from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tracker.reports.charts.labels import Label, fitting, spread

PLACES = st.lists(st.floats(0, 100), max_size=12)


@given(PLACES)
def test_labels_keep_their_order_their_distance_and_within_the_edges(wanted: list[float]) -> None:
    found = spread(wanted, 5, 0, 100)
    assert len(found) == len(wanted)
    assert all(-1e-6 <= place <= 100 + 1e-6 for place in found)
    by_place = sorted(found)
    assert all(above - below >= 5 - 1e-6 for below, above in pairwise(by_place))
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    assert [found[at] for at in order] == sorted(found[at] for at in order)


def test_what_has_room_stays_where_it_is() -> None:
    assert spread([50, 10, 90], 5, 0, 100) == [50, 10, 90]
    assert spread([50, 50], 10, 0, 100) == [45, 55]
    assert spread([], 10, 0, 100) == []


def test_too_many_are_set_evenly() -> None:
    assert spread([5, 5, 5], 60, 0, 100) == [0, 50, 100]


def test_where_not_all_fit_the_weighty_and_both_ends_are_kept() -> None:
    labels = [Label(str(at), 0, at, "", weight=5 if at == 4 else 0) for at in range(10)]
    assert [label.text for label in fitting(labels, 4)] == ["4", "9", "0", "8"]
    assert fitting(labels, 10) == labels
