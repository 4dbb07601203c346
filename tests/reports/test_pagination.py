"""Pages hold what fits, groups stay whole, and nobody signs an empty page."""

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from tracker.reports.pagination import KEPT, Room, paginate

ROOM = Room(first=300.0, other=400.0)
BLOCKS = st.lists(st.lists(st.sampled_from([16.5, 20.0, 24.0, 34.0]), min_size=2, max_size=60), min_size=1, max_size=12)


def rows(count: int, height: float = 20.0) -> list[float]:
    return [height] * count


def test_what_fits_stands_on_one_page() -> None:
    assert paginate([rows(5), rows(6)], ROOM, tail=60.0) == [11]


def test_a_group_that_does_not_fit_any_more_begins_a_page() -> None:
    assert paginate([rows(8), rows(9), rows(3)], ROOM, tail=60.0) == [8, 12]


def test_a_group_longer_than_a_page_begins_where_the_last_one_ends() -> None:
    assert paginate([rows(5), rows(40)], ROOM, tail=20.0) == [15, 20, 10]


def test_a_group_longer_than_the_first_page_does_not_leave_the_title_alone() -> None:
    assert paginate([rows(18)], ROOM, tail=20.0) == [15, 3]


def test_the_total_takes_the_last_group_along_where_it_does_not_fit() -> None:
    assert paginate([rows(6), rows(7)], ROOM, tail=100.0) == [6, 7]


def test_the_total_never_stands_without_rows() -> None:
    for count in range(4, 80):
        counts = paginate([rows(count)], ROOM, tail=110.0)
        assert sum(counts) == count
        assert counts[-1] >= KEPT + 1


def test_notes_longer_than_a_page_are_not_waited_for() -> None:
    assert paginate([rows(5)], ROOM, tail=1_000.0) == [5]


@given(blocks=BLOCKS, tail=st.floats(20.0, 250.0))
def test_no_page_overflows_and_groups_are_parted_only_where_they_must_be(blocks: list[list[float]], tail: float) -> None:
    counts = paginate(blocks, ROOM, tail=tail)
    assert sum(counts) == sum(map(len, blocks))
    flat = [height for block in blocks for height in block]
    ends = list(accumulate(counts))
    for number, (count, end) in enumerate(zip(counts, ends, strict=True)):
        used = sum(flat[end - count : end]) + (tail if end == len(flat) else 0.0)
        alone = number == 0 and end == len(flat) <= KEPT + 1  # the title would stand alone if these rows went to the next page
        assert alone or used <= (ROOM.other if number else ROOM.first) + 1e-6
        assert count > 0
    starts = list(accumulate(map(len, blocks), initial=0))
    for at, block in enumerate(blocks):
        parted = any(starts[at] < end < starts[at + 1] for end in ends)
        longest = ROOM.first if at == 0 else ROOM.other
        assert not parted or sum(block) + (tail if at == len(blocks) - 1 else 0.0) > longest


@given(blocks=BLOCKS, tail=st.floats(20.0, 250.0))
def test_a_parted_group_keeps_its_first_and_last_rows_together(blocks: list[list[float]], tail: float) -> None:
    ends = set(accumulate(paginate(blocks, ROOM, tail=tail)))
    starts = list(accumulate(map(len, blocks), initial=0))
    for start, end in pairwise(starts):
        if end - start >= 2 * KEPT + 1:
            assert not ends & {start + 1, end - 1, end - 2}
