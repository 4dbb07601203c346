"""What fits A4 stays on A4; wider goes to A3, wider still into parts; nothing is cut off."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.conftest import make_sheet
from tracker.reports.faces import Faces, bundled_faces
from tracker.reports.page_plan import PagePlan
from tracker.reports.paper_fit import SIZES, STYLES, Fit, fit, fit_title, subtitle_face, title_face, usable
from tracker.reports.sheet import Paper
from tracker.reports.sheet_measures import NAME_PADDING, SheetMeasures

LONG_NAMES = (
    "城关镇",
    "云山经济技术开发区管理委员会",
    "双河土家族苗族自治乡",
    "云山县人力资源和社会保障局就业服务中心（含劳动监察大队）",
)


@cache
def carried() -> Faces:
    return bundled_faces()


def fitted(**made: object) -> tuple[SheetMeasures, Fit]:
    measures = SheetMeasures(make_sheet(**made), carried())  # type: ignore[arg-type]
    return measures, fit(measures)


@pytest.mark.parametrize(("bands", "paper", "parts"), [(1, Paper.A4, 1), (2, Paper.A4, 1), (4, Paper.A3, 1), (10, Paper.A3, 3)])
def test_the_paper_grows_with_the_columns_and_then_the_parts(bands: int, paper: Paper, parts: int) -> None:
    _, found = fitted(bands=bands, largest=60)
    assert (found.paper, len(found.parts)) == (paper, parts)


def test_the_pictures_25_columns_fit_a4() -> None:
    _, found = fitted(bands=3, groups=[4], largest=9.9, score=True)
    assert found.paper is Paper.A4
    assert len(found.parts[0].widths) == 25


def test_a_paper_that_was_asked_for_is_kept() -> None:
    _, small = fitted(bands=5, paper=Paper.A4)
    _, large = fitted(bands=1, paper=Paper.A3)
    assert small.paper is Paper.A4
    assert len(small.parts) > 1
    assert large.paper is Paper.A3


@settings(max_examples=40)
@given(bands=st.integers(1, 40), largest=st.sampled_from([1.0, 100.0, 99_999.0, 99_999_999_999.0]), paper=st.sampled_from(Paper))
def test_nothing_is_wider_than_the_paper_and_nothing_is_squeezed(bands: int, largest: float, paper: Paper) -> None:
    measures, found = fitted(bands=bands, groups=[2], largest=largest, names=LONG_NAMES, paper=paper)
    assert [number for part in found.parts for number in range(part.first, part.last)] == list(range(bands))
    for part in found.parts:
        assert part.width <= usable(found.paper) + 1e-3
        columns = range(measures.spans[part.first][0], measures.spans[part.last - 1][1])
        for at, width in zip(columns, part.widths[measures.leads :], strict=True):
            assert measures.text(at, found.style) + 2 * found.style.padding <= width + 1e-6
    assert found.style.size >= STYLES[-1].size or len(found.parts) == bands


def test_parts_are_about_equally_wide() -> None:
    _, found = fitted(bands=6, largest=60)
    assert [part.last - part.first for part in found.parts] == [3, 3]


def test_short_names_are_never_broken_and_long_ones_take_two_lines(faces: Faces) -> None:
    measures, found = fitted(bands=3, names=LONG_NAMES, paper=Paper.A4, largest=9)
    plan = PagePlan(measures, found, 50.0)
    lines = {line.row.name: line for page in plan.pages() for line in page.lines}
    assert lines["城关镇"].name == ["城关镇"]
    assert len(lines["云山经济技术开发区管理委员会"].name) == 2
    width = found.parts[0].widths[measures.leads - 1] - 2 * NAME_PADDING
    for line in lines.values():
        size = 8.0 if len(line.name) > 1 else found.style.size
        assert all(measures.bold.em(part) * size <= width or line.row.position == "" for part in line.name)
        assert line.height >= 10.0 * len(line.name)


def test_a_title_that_is_too_long_goes_on_two_even_lines(faces: Faces) -> None:
    assert fit_title("云山县2026年1-9月招商引资主要指标完成情况排名表", faces.serif_bold, Paper.A4)[0] == 20.0
    size, lines = fit_title("云山高新技术产业开发区" * 6, faces.serif_bold, Paper.A4)
    assert (size, len(lines)) == (18.0, 2)
    assert abs(len(lines[0]) - len(lines[1])) <= 4


def test_two_faces_are_never_mixed_in_a_title(faces: Faces) -> None:
    sheet = make_sheet()
    assert title_face(sheet, faces) is faces.serif_bold
    assert subtitle_face(sheet, faces) is faces.serif
    own = Faces(faces.sans, faces.sans_bold, faces.serif, faces.serif_bold, title=faces.sans, subtitle=faces.sans)
    assert title_face(sheet, own) is own.title
    assert subtitle_face(sheet, own) is own.subtitle
    assert title_face(make_sheet(title="云山\U0001f600县"), own) is faces.serif_bold


def test_papers_lie_on_their_side() -> None:
    assert all(width > height for width, height in SIZES.values())


def test_amounts_too_long_for_any_paper_are_set_smaller_rather_than_cut_off() -> None:
    _, found = fitted(bands=2, groups=[2], largest=1e27, paper=Paper.A4)
    assert len(found.parts) == 2
    assert found.style.size < STYLES[-1].size
    assert max(part.width for part in found.parts) <= usable(Paper.A4) + 1e-3
