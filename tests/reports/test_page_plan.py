"""Rows are as roomy as costs no page, the end of the sheet stays together, and every row is printed once in every part."""

from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.conftest import make_sheet
from tracker.reports.faces import Faces, bundled_faces
from tracker.reports.page_plan import ROW_HEIGHTS, Page, PagePlan, RowKind
from tracker.reports.paper_fit import fit
from tracker.reports.sheet_measures import SheetMeasures


@cache
def carried() -> Faces:
    return bundled_faces()


def planned(**made: object) -> tuple[PagePlan, list[Page]]:
    measures = SheetMeasures(make_sheet(**made), carried())  # type: ignore[arg-type]
    plan = PagePlan(measures, fit(measures), title_height=48.0)
    return plan, plan.pages()


def height_of(pages: list[Page]) -> float:
    return pages[0].lines[0].height


def test_a_short_sheet_is_roomy() -> None:
    _, pages = planned(bands=1, groups=[5])
    assert len(pages) == 1
    assert height_of(pages) == ROW_HEIGHTS[0]


def test_rows_move_together_where_that_saves_a_page() -> None:
    _, pages = planned(bands=1, groups=[18])
    assert len(pages) == 1
    assert ROW_HEIGHTS[0] > height_of(pages) >= ROW_HEIGHTS[-1]


def test_rows_are_a_little_lower_rather_than_half_a_page_empty() -> None:
    _, pages = planned(bands=2, groups=[9, 8, 5])
    assert [len(page.lines) for page in pages] == [19, 7]


def test_notes_and_signatures_stand_only_under_the_total_of_the_last_part() -> None:
    _, pages = planned(bands=12, groups=[5, 5])
    assert [page.closing for page in pages] == [False] * (len(pages) - 1) + [True]
    assert [page.first for page in pages] == [True] * len(pages)
    assert all(page.lines[-1].kind is RowKind.TOTAL for page in pages)


@pytest.mark.parametrize("groups", [[1], [1] * 20, [3000], [2, 500, 1], [0, 3]])
def test_every_size_of_group_gives_full_pages(groups: list[int]) -> None:
    plan, pages = planned(bands=1, groups=groups)
    assert sum(len(page.lines) for page in pages) == sum(groups) + len(groups) + 1
    assert pages[-1].lines[-1].kind is RowKind.TOTAL
    for page in pages[:-1]:
        assert page.empty < plan.fit.text_height


@settings(max_examples=40)
@given(bands=st.integers(1, 12), groups=st.lists(st.integers(1, 40), min_size=1, max_size=6), notes=st.integers(0, 8))
def test_every_part_has_every_row_once_and_no_page_overflows(bands: int, groups: list[int], notes: int) -> None:
    plan, pages = planned(bands=bands, groups=groups, notes=["说明文字、单位名称。" * 12] * notes)
    for number in range(len(plan.fit.parts)):
        names = Counter(line.row.name for page in pages if page.part == number for line in page.lines)
        assert set(names.values()) == {1}
        assert len(names) == sum(groups) + len(groups) + 1
    for page in pages:
        above = (plan.title_height if page.part == 0 else 18.0) if page.first else 0.0
        used = above + sum(plan.head_heights(plan.fit.parts[page.part])) + sum(line.height for line in page.lines)
        assert used <= plan.fit.text_height + 1e-6
        if page.closing:
            assert sum(line.kind is RowKind.UNIT for line in page.lines) > 0
