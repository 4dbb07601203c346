"""Places in a text as Qt's document counts them."""

from __future__ import annotations

import pytest

from tracker.ui.models.proof_places import Places

TEXT = "第一行\n\n有𬒗字的行，完\n末"


@pytest.mark.parametrize(
    ("place", "block"), [(0, (0, 0)), (3, (0, 3)), (4, (1, 0)), (5, (2, 0)), (6, (2, 1)), (7, (2, 3)), (13, (3, 0)), (14, (3, 1))]
)
def test_a_place_is_found_there_and_back(place: int, block: tuple[int, int]) -> None:
    places = Places(TEXT)
    assert places.block(place) == block
    assert places.place(*block) == place


def test_what_is_beyond_the_end_is_the_end() -> None:
    places = Places(TEXT)
    assert places.place(9, 0) == len(TEXT)
    assert places.place(0, 99) == 3
    assert Places("").block(0) == (0, 0)
    assert Places("").parts(0, 0) == []


def test_a_span_over_lines_has_a_part_in_each() -> None:
    places = Places(TEXT)
    assert places.parts(1, 8) == [(0, 1, 2), (2, 0, 4)]
    assert places.parts(6, 7) == [(2, 1, 2)]
