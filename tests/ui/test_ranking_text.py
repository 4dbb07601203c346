"""The ranking on the clipboard as text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.ranking_county import make_county, open_county
from tracker.ui.models.ranking_model import Choice, RankingModel
from tracker.ui.models.ranking_text import html, tab_separated


@pytest.fixture
def model(tmp_path: Path) -> Iterator[RankingModel]:
    make_county(tmp_path / "county.tracker")
    with open_county(tmp_path / "county.tracker") as county:
        model = RankingModel()
        model.show(county.board(), Choice())
        yield model


def test_a_spreadsheet_reads_every_figure(model: RankingModel) -> None:
    rows = [line.split("\t") for line in tab_separated(model.lines(), model.columns).splitlines()]
    assert rows[0] == [
        *("Rank", "Change", "Unit", "Year's target", "Month", "To date", "Completion %", "Lights", "Against pace", "YoY %")
    ]
    named = {row[2]: row for row in rows}
    assert named["石桥镇"] == [
        *("2", "▽1", "石桥镇", "9.00", "0.67", "6.51", "72.33", "Yellow light: behind by up to 10 points", "-2.67", "3.33")
    ]
    assert named["双河乡"][4] == "Not reported"
    assert named["竹沟乡"][0] == "—"


def test_thousands_are_not_separated(tmp_path: Path) -> None:
    make_county(tmp_path / "large.tracker")
    with open_county(tmp_path / "large.tracker") as county:
        county.report("城关镇", "-1234.5")
        model = RankingModel()
        model.show(county.board(), Choice())
        assert "\t-1234.50\t" in tab_separated(model.lines(), model.columns)


def test_the_html_table_keeps_decimals_and_marks_totals(model: RankingModel) -> None:
    text = html(model.lines(), model.columns, title="A & B")
    assert "<caption>A &amp; B</caption>" in text
    assert "mso-number-format:'#,##0.00'" in text
    assert text.count("<tr>") == 1 + model.rowCount()
    assert "font-weight:bold" in text


def test_drawings_are_left_out(model: RankingModel) -> None:
    assert "Last 12 months" not in tab_separated(model.lines(), model.columns)
