"""Lines are as few and as even as can be, and break where a reader expects it."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.reports.faces import Faces, bundled_faces
from tracker.reports.ruler import NOT_FIRST, NOT_LAST, Ruler

LETTERS = st.text("云山县经济技术开发区管理委员会（）、。“”ABCxyz019 .-", min_size=1, max_size=40).map(str.strip).filter(bool)


@cache
def carried() -> Ruler:
    return Ruler(bundled_faces().sans)


@pytest.fixture(scope="module")
def ruler(faces: Faces) -> Ruler:
    return Ruler(faces.sans)


def test_an_ideograph_is_one_em_wide(ruler: Ruler) -> None:
    assert ruler.em("城关镇") == 3.0
    assert ruler.widest(["镇", "城关\n一二三四", ""]) == 4.0
    assert ruler.widest([]) == 0.0


def test_a_long_name_is_parted_in_even_lines(ruler: Ruler) -> None:
    assert ruler.wrap("云山经济技术开发区管理委员会", 8.0) == ["云山经济技术开", "发区管理委员会"]


def test_a_bracket_stays_with_what_it_holds(ruler: Ruler) -> None:
    lines = ruler.wrap("就业服务中心（劳动监察大队）", 7.0)
    assert not any(line[-1] in NOT_LAST or line[0] in NOT_FIRST for line in lines)


def test_a_latin_word_stays_whole_unless_it_is_longer_than_a_line(ruler: Ruler) -> None:
    assert ruler.wrap("园区ABCD处", 4.0) == ["园区", "ABCD处"]
    assert all(ruler.em(line) <= 3.0 for line in ruler.wrap("ABCDEFGHIJKLMNOPQ", 3.0))


def test_a_newline_always_breaks(ruler: Ruler) -> None:
    assert ruler.wrap("年度\n目标", 100.0) == ["年度", "目标"]


@given(text=LETTERS, width=st.floats(2.0, 20.0))
def test_no_line_is_too_wide_and_no_character_is_lost(text: str, width: float) -> None:
    ruler = carried()
    lines = ruler.wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(map(ruler.em, lines)) <= width + 1e-9


@given(text=LETTERS, lines=st.integers(1, 4))
def test_the_width_for_so_many_lines_is_enough(text: str, lines: int) -> None:
    ruler = carried()
    assert len(ruler.wrap(text, ruler.width_in_lines(text, lines))) <= lines
