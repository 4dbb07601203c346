import pytest

from tracker.reports.places import first_words, move_words, places_words

PLACES = [(2, "石桥镇"), (1, "云溪\n镇"), (4, "城关街道"), (2, "平安镇")]


def test_those_who_share_a_rank_stand_together() -> None:
    assert places_words(PLACES) == "云溪 镇居第1位，石桥镇、平安镇并列第2位，城关街道居第4位"
    assert places_words([]) == ""


def test_all_who_tie_for_the_last_place_that_counts_are_named() -> None:
    assert first_words(PLACES, 2) == "云溪 镇居第1位，石桥镇、平安镇并列第2位"
    assert first_words(PLACES, 3) == first_words(PLACES, 2)


@pytest.mark.parametrize(
    ("change", "words"), [(2, "较上月前移2个位次"), (-1, "较上月后移1个位次"), (0, "位次与上月持平"), (None, "")]
)
def test_a_move_is_told_against_last_month(change: int | None, words: str) -> None:
    assert move_words(change) == words
