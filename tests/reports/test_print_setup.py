"""The sheet follows the office's set-up: columns, order, total, texts, signatures, paper, faces; published months keep theirs."""

from __future__ import annotations

import datetime
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports.conftest import Sample, poppler, text_of
from tracker.domain.light import Band, GapRule, GrowthRule, Light
from tracker.domain.period import Month
from tracker.domain.print_setup import OWN_FACE, Paper, PrintSetup, SheetColumn
from tracker.metrics.shown import document_date, live_of
from tracker.reports.chosen_faces import chosen_faces, families_in, find_family
from tracker.reports.faces import Faces, font_folders
from tracker.reports.layout import lay_out
from tracker.reports.ranking_sheet import Imprint, ranking_sheet
from tracker.reports.sheet import RankingSheet
from tracker.reports.typesetting import Typesetter, pdf
from tracker.reports.workbook.ranking_workbook import workbook_bytes
from tracker.store.list_rules import set_light_rule
from tracker.store.print_setup import set_print_setup
from tracker.store.publications import publish

pytestmark = pytest.mark.usefixtures("chinese")

C = SheetColumn
NOVEMBER = datetime.date(2026, 11, 3)


def sheet(sample: Sample, setup: PrintSetup, *codes: str) -> RankingSheet:
    imprint = replace(sample.imprint, setup=setup, paper=setup.paper)
    return ranking_sheet(sample.live, imprint=imprint, indicators=[sample.indicator[code] for code in codes])


def heads(found: RankingSheet, band: int = 0) -> list[str]:
    return [column.heading.replace("\n", "") for column in found.bands[band].columns]


def test_columns_stand_in_the_office_s_order(sample: Sample) -> None:
    setup = PrintSetup(columns=(C.RANK, C.CUMULATIVE, C.SHARE, C.MOM))
    found = sheet(sample, setup, "SWZJ", "WZ")
    assert heads(found) == ["位次", "累计", "占比", "环比"]
    assert found.units_of_measure == "单位：亿元、万美元、%"
    row = next(row for row in found.rows() if row.name == "城关镇")
    table = sample.live.table(sample.indicator["SWZJ"])
    unit = next(one for one in table.rows if one.unit.name == "城关镇")
    assert unit.share is not None
    assert row.cells[:3] == ("2", "9.69", f"{float(unit.share) * 100:.2f}")
    assert found.total is not None
    assert found.total.cells[0] == ""
    assert found.total.cells[2] == "100.00"


def test_every_indicator_keeps_a_figure_whatever_the_office_chose(sample: Sample) -> None:
    for code, expected in (("SWZJ", ["完成率", "位次"]), ("KGL", ["累计", "位次"]), ("ZT", ["当月", "位次"])):
        if code in sample.indicator:
            assert heads(sheet(sample, PrintSetup(columns=(C.COMPLETION, C.RANK)), code, "WZ")) == expected
    kinds = {indicator.kind: indicator.code for indicator in sample.live.indicators}
    for code in kinds.values():
        for column in set(C) - {C.RANK, C.LIGHT}:
            assert heads(sheet(sample, PrintSetup(columns=(column,)), code)), (code, column)


def test_the_office_s_indicators_are_printed_in_its_order(sample: Sample) -> None:
    found = sheet(sample, PrintSetup(indicators=("QY", "GONE", "SWZJ")))
    assert [band.heading for band in found.bands] == ["新签约亿元以上项目（个）", "实际到位省外资金（亿元）"]
    assert len(sheet(sample, PrintSetup(indicators=("GONE",))).bands) == len(sample.live.indicators)


def test_the_total_may_come_first(sample: Sample, setter: Typesetter) -> None:
    first, last = sheet(sample, PrintSetup(total_first=True), "SWZJ"), sheet(sample, PrintSetup(), "SWZJ")
    assert next(row.name for row in first.rows()) == "全县合计"
    assert {row.name: row.cells for row in first.rows()} == {row.name: row.cells for row in last.rows()}
    lines = text_of(setter.set(first)[0]).split("\n")
    at = [number for number, line in enumerate(lines) if line.startswith("全县合计")]
    assert len(at) == 1
    assert at[0] < next(number for number, line in enumerate(lines) if "柳林镇" in line)


def test_titles_and_signatures_are_the_office_s_own_words(sample: Sample) -> None:
    setup = PrintSetup(
        title="{县}{年}年{期间}“{主题}”擂台赛", title_of_one="｛县｝{月}月{指标}", subtitle="（{制表单位} {月}月{日}日）",
        signatures=("填表人：{制表人}", "分管领导:王五", "签发", " "),
    )  # fmt: skip
    found = sheet(sample, setup, "SWZJ", "WZ")
    assert found.title == "云山县2026年2026年1-9月“招商引资”擂台赛"
    assert found.as_of == "（云山县招商服务中心 9月30日）"
    assert [(sign.role, sign.name) for sign in found.signatures] == [
        ("填表人：", sample.imprint.clerk),
        ("分管领导:", "王五"),
        ("签发", ""),
    ]
    assert sheet(sample, setup, "WZ").title == "云山县9月实际利用外资"


def test_a_sheet_may_go_unsigned(sample: Sample, setter: Typesetter) -> None:
    unsigned = sheet(sample, PrintSetup(signatures=()), "SWZJ")
    said = text_of(setter.set(unsigned)[0])
    assert "审核" not in said
    assert "云山县招商服务中心" in said


def test_many_signatures_have_room_on_narrow_paper(sample: Sample, faces: Faces, setter: Typesetter) -> None:
    usual = lay_out(sheet(sample, PrintSetup(), "SWZJ"), faces)["signing"]
    assert usual == {"line": 90.0, "apart": False}
    six = tuple(f"第{at}签发人：" for at in range(6))
    narrow = sheet(sample, PrintSetup(portrait=True, paper=Paper.A4, signatures=six), "SWZJ")
    signing = lay_out(narrow, faces)["signing"]
    assert signing["apart"]
    assert 30 <= signing["line"] < 90
    lines = text_of(setter.set(narrow)[0]).split("\n")
    at = next(number for number, line in enumerate(lines) if "第0签发人" in line)
    assert all(role in lines[at] for role in six), "on one line"
    assert lines[at + 1] == "云山县招商服务中心 2026年10月2日"


def test_lights_are_printed_in_words_with_their_rule(sample: Sample) -> None:
    setup = PrintSetup(columns=(C.COMPLETION, C.GAP, C.LIGHT, C.RANK))
    found = sheet(sample, setup, "SWZJ", "WZ")
    assert heads(found) == ["完成率", "超欠序时", "亮灯", "位次"]
    for row in found.blocks[0].rows:
        gap = float(row.cells[1].replace("−", "-"))
        assert row.cells[2] == ("绿灯" if gap >= 0 else "黄灯" if gap >= -10 else "红灯")
    (note,) = [note for note in found.notes if "亮灯" in note]
    assert "绿灯" in note
    assert "黄灯：−10 ≤ " in note


def test_lights_by_different_rules_name_their_indicators(sample: Sample) -> None:
    by_code = {indicator.code: indicator for indicator in sample.live.indicators}
    with sample.book.change("rules"):
        set_light_rule(sample.book, GrowthRule(), by_code["WZ"])
        set_light_rule(sample.book, GapRule((Band(Light.GREEN),)), by_code["QY"])
    found = sheet(sample, PrintSetup(columns=(C.YOY, C.LIGHT)), "SWZJ", "WZ", "QY")
    (note,) = [note for note in found.notes if "亮灯" in note]
    assert "实际利用外资：" in note
    assert "新签约亿元以上项目：" in note


def test_paper_stands_upright_where_the_office_wants_it(sample: Sample, setter: Typesetter) -> None:
    upright = sheet(sample, PrintSetup(paper=Paper.A4, portrait=True), "SWZJ")
    assert "595.276 x 841.89 pts" in poppler("pdfinfo", setter.set(upright)[0], "-")
    wide = sheet(sample, PrintSetup(portrait=True))
    assert "841.89 x 1190.55 pts" in poppler("pdfinfo", setter.set(wide)[0], "-")


@pytest.fixture(scope="module")
def serif_family() -> str:
    """A family that this machine has in a regular and a bold face; skips the test where it has none such."""
    for family in ("DejaVu Serif", "DejaVu Sans", "Liberation Serif", "Nimbus Roman"):
        regular, bold = find_family(family)
        if regular is not None and bold is not None:
            return family
    pytest.skip("none of the usual families is installed")


def test_installed_families_are_found_by_name(serif_family: str, tmp_path: Path) -> None:
    regular, bold = find_family(serif_family)
    assert regular is not None
    assert bold is not None
    assert (regular.bold, bold.bold) == (False, True)
    assert serif_family in families_in(font_folders())
    (tmp_path / "broken.ttf").write_bytes(b"no font at all")
    assert families_in([tmp_path]) == {}
    assert find_family("Nobody Has This") == (None, None)


def test_the_office_s_faces_are_embedded(sample: Sample, serif_family: str, faces: Faces) -> None:
    setup = PrintSetup(title_face=OWN_FACE, body_face=serif_family)
    chosen = chosen_faces(faces, setup.title_face, setup.body_face)
    assert chosen.title is None
    document = Typesetter(chosen).set(sheet(sample, setup, "SWZJ"))[0]
    fonts = poppler("pdffonts", document, "-")
    assert serif_family.replace(" ", "") in fonts
    assert "NotoSansCJK" in fonts, "what the chosen face lacks"


def test_a_face_that_this_machine_lacks_gives_way_to_the_program_s_own(sample: Sample, faces: Faces) -> None:
    lacking = chosen_faces(faces, "Nobody Has This", "Nor This")
    assert (lacking.title, lacking.body) == (None, None)
    named = sheet(sample, PrintSetup(title_face="Nobody Has This", body_face="Nor This"), "SWZJ")
    assert pdf(named).startswith(b"%PDF")


def test_a_published_month_prints_the_same_whatever_the_office_chooses_later(sample: Sample) -> None:
    book, month = sample.book, Month(2026, 9)

    def printed() -> bytes:
        with closing(live_of(book, month)) as live:
            imprint = Imprint.of(live.book, document_date(book, month, NOVEMBER))
            return pdf(ranking_sheet(live, imprint=imprint)) + workbook_bytes(live, imprint=imprint)

    with book.change("set up"):
        set_print_setup(book, PrintSetup(columns=(C.CUMULATIVE, C.RANK), title="{县}榜", title_face=OWN_FACE))
    with book.change("publish"):
        publish(book, month, today=datetime.date(2026, 10, 9))
    first = printed()
    with book.change("another"):
        set_print_setup(book, PrintSetup(total_first=True, paper=Paper.A3, signatures=(), body_face="DejaVu Sans"))
    assert printed() == first
    with closing(live_of(book, month)) as live:
        assert ranking_sheet(live, imprint=Imprint.of(live.book, NOVEMBER)).title == "云山县榜"


def test_a_month_published_before_there_were_set_ups_prints_as_it_did(sample: Sample) -> None:
    book, august = sample.book, Month(2026, 8)
    with closing(live_of(book, august)) as live:
        before = ranking_sheet(live, imprint=Imprint.of(live.book, NOVEMBER))
        assert live.book is not book
    with book.change("set up"):
        set_print_setup(book, PrintSetup(total_first=True, title="{县}", columns=(C.CUMULATIVE,)))
    with closing(live_of(book, august)) as live:
        assert ranking_sheet(live, imprint=Imprint.of(live.book, NOVEMBER)) == before
