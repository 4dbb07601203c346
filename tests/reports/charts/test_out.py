from __future__ import annotations

import re

import pytest

from tests.reports.conftest import Sample, poppler
from tracker.metrics.trends.pace import pace_trend
from tracker.metrics.trends.standing import standing
from tracker.reports.charts.look import screen_look
from tracker.reports.charts.out import pdf_bytes, png_bytes, svg_bytes
from tracker.reports.charts.pace import pace_figure
from tracker.reports.charts.standing import standing_figure

pytest.importorskip("matplotlib")
from matplotlib.figure import Figure


@pytest.fixture
def figure(sample: Sample) -> Figure:
    return pace_figure(pace_trend(sample.live, sample.indicator["SWZJ"]), screen_look(dark=False))


def test_an_svg_names_its_texts_as_text_and_is_always_the_same(figure: Figure) -> None:
    made = svg_bytes(figure).decode()
    assert "一类乡镇 77.81" in made
    assert "Noto Sans" in made
    assert "<dc:date>" not in made
    assert svg_bytes(figure).decode() == made


def test_an_svgs_every_text_can_be_set_where_the_family_is_not_installed(figure: Figure, sample: Sample) -> None:
    ordered = standing_figure(standing(sample.live, sample.indicator["SWZJ"]), screen_look(dark=False))
    for drawing in (svg_bytes(figure).decode(), svg_bytes(ordered).decode()):
        styles = re.findall(r"<text[^>]*style=\"([^\"]*)\"", drawing)
        assert len(styles) == drawing.count("<text")
        assert all("'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei'" in style for style in styles)


def test_a_pdf_embeds_its_type_and_holds_its_words(figure: Figure) -> None:
    made = pdf_bytes(figure)
    rows = poppler("pdffonts", made, "-").splitlines()[2:]
    assert rows
    assert all(re.search(r"Noto\S+ .* yes yes yes", row) for row in rows)
    assert "一类乡镇 77.81" in poppler("pdftotext", made, "-", "-")
    assert pdf_bytes(figure) == made


def test_texts_that_are_drawn_together_are_text_too(sample: Sample) -> None:
    figure = standing_figure(standing(sample.live, sample.indicator["SWZJ"]), screen_look(dark=False))
    names = [bar.row.unit.name for bar in standing(sample.live, sample.indicator["SWZJ"]).bars]
    drawing = svg_bytes(figure).decode()
    assert all(f">{name}</text>" in drawing for name in names)
    told = poppler("pdftotext", pdf_bytes(figure), "-", "-")
    assert all(name in told for name in names)


def test_a_png_has_the_dots_that_were_asked_for(figure: Figure) -> None:
    made = png_bytes(figure, 96)
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(made[16:20]), int.from_bytes(made[20:24])) == (1000, 620)
    assert int.from_bytes(png_bytes(figure)[16:20]) == 3125
