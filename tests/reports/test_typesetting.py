"""The PDF is the sheet: its text, its type, its pages; the same bytes for the same content."""

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pypdf.generic import DictionaryObject
from PySide6.QtGui import QImage

from tests.reports.conftest import RARE, Sample, make_sheet, pages_of, poppler, text_of
from tracker.reports import typesetting
from tracker.reports.errors import CharacterMissing, FontUnknown
from tracker.reports.faces import Faces
from tracker.reports.font_file import Face, read_face
from tracker.reports.sheet import RankingSheet
from tracker.reports.typesetting import Typesetter, pdf, png_pages, svg_pages, write_pdf
from tracker.resources import resource

MARKUP = (
    "#let x = 1",
    "*镇*",
    "_乡_",
    "$a^2$",
    "@城关",
    "\\\\云溪\\",
    "<镇>",
    "`乡`",
    "= 镇",
    "- 乡",
    "//注",
    "'\"镇\"'",
    "{x}[y]",
)


def set_pdf(setter: Typesetter, sheet: RankingSheet) -> bytes:
    (document,) = setter.set(sheet)
    return document


def test_the_text_of_the_sheet_is_in_the_pdf(setter: Typesetter) -> None:
    sheet = make_sheet(bands=2, groups=[3, 2])
    text = text_of(set_pdf(setter, sheet))
    for row in sheet.rows():
        assert " ".join([*filter(None, (row.position, row.change)), row.name]) in text
        assert all(cell in text for cell in row.cells)
    assert sheet.title in text
    assert "（截至2026年9月30日）" in text
    assert "制表： 经办甲" in text
    assert "第1页/共1页" in text.replace(" ", "")


def test_equal_content_gives_equal_bytes(faces: Faces, setter: Typesetter) -> None:
    assert set_pdf(setter, make_sheet()) == set_pdf(Typesetter(faces), make_sheet())


def test_all_type_is_embedded_and_subset(setter: Typesetter) -> None:
    lines = poppler("pdffonts", set_pdf(setter, make_sheet()), "-").splitlines()[2:]
    assert len(lines) == 4
    for line in lines:
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line
        assert "Noto" in line


def test_the_pdf_says_what_it_is(setter: Typesetter) -> None:
    sheet = make_sheet()
    reader = pypdf.PdfReader(io.BytesIO(set_pdf(setter, sheet)))
    root = reader.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (sheet.title, sheet.office)
    assert reader.metadata.creation_date_raw == "D:20261002000000Z"
    assert str(root["/Lang"]).lower().startswith("zh")
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    xmp = root["/Metadata"].get_data().decode()  # type: ignore[union-attr]
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in xmp
    assert "/OutputIntents" in root


@pytest.mark.parametrize(("bands", "size"), [(1, (842, 595)), (4, (1191, 842))])
def test_the_paper_lies_on_its_side(setter: Typesetter, bands: int, size: tuple[int, int]) -> None:
    page = pypdf.PdfReader(io.BytesIO(set_pdf(setter, make_sheet(bands=bands, largest=60)))).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == size


def test_every_page_has_the_head_and_its_number(setter: Typesetter) -> None:
    pages = text_of(set_pdf(setter, make_sheet(bands=1, groups=[70]))).split("\f")
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert "实际到位资金（亿元）" in page
        assert "完成率" in page
        assert f"第{number}页/共{len(pages)}页" in page.replace(" ", "")
        assert ("注：" in page) == (number == len(pages))
        assert ("全县合计" in page) == (number == len(pages))


def test_indicators_that_do_not_fit_go_on_in_parts_with_the_names_again(setter: Typesetter) -> None:
    pages = text_of(set_pdf(setter, make_sheet(bands=10, groups=[3]))).split("\f")
    assert len(pages) > 1
    assert [("（续表）" in page) for page in pages] == [False] + [True] * (len(pages) - 1)
    assert all("第1镇" in page and "第3镇" in page for page in pages)
    for number in range(1, 11):
        assert sum(f"第{number}项实际到位资金" in page for page in pages) == 1


def test_rare_characters_are_type_and_no_boxes(setter: Typesetter) -> None:
    document = set_pdf(setter, make_sheet(bands=1, groups=[2], names=[RARE + "镇", "小㙦乡"], notes=[RARE]))
    text = text_of(document)
    assert text.count(RARE) == 2
    assert "小㙦乡" in text


@pytest.mark.parametrize("name", MARKUP)
def test_names_are_data_and_never_markup(setter: Typesetter, name: str) -> None:
    sheet = make_sheet(bands=1, groups=[1], names=[name], notes=[name], title=f"{name}排名表")
    text = text_of(set_pdf(setter, sheet)).replace(" ", "")
    assert text.count(name.replace(" ", "")) >= 3


def test_a_character_without_a_font_is_refused_in_every_format(setter: Typesetter) -> None:
    sheet = make_sheet(bands=1, groups=[1], names=["云\U0001f600镇"])
    for kind in ("pdf", "png", "svg"):
        with pytest.raises(CharacterMissing) as caught:
            setter.set(sheet, kind)  # type: ignore[arg-type]
        assert caught.value.character == "\U0001f600"


def test_what_the_typesetter_itself_finds_missing_is_named_too(faces: Faces, setter: Typesetter) -> None:
    class Trusting(Faces):
        def check(self, texts: object) -> None:
            """Let everything pass."""

    trusting = Typesetter(faces)
    trusting.faces = Trusting(faces.sans, faces.sans_bold, faces.serif, faces.serif_bold)
    with pytest.raises(CharacterMissing) as caught:
        trusting.set(make_sheet(bands=1, groups=[1], names=["云\U0001f600镇"]))
    assert caught.value.text == "云\U0001f600镇"


def test_a_font_that_is_not_known_is_an_error_and_no_other_font(faces: Faces) -> None:
    renamed = replace(faces, sans=replace(faces.sans, families=frozenset({"Nothing Sans"})))
    with pytest.raises(FontUnknown, match="nothing sans"):
        Typesetter(renamed).set(make_sheet())


@pytest.mark.parametrize("groups", [[1], [1, 1, 1], [0], [40], [12, 9]])
def test_every_number_of_units_gives_a_page(setter: Typesetter, groups: list[int]) -> None:
    assert pages_of(set_pdf(setter, make_sheet(bands=1, groups=groups))) >= 1


def test_long_notes_run_on_and_the_signatures_follow(setter: Typesetter) -> None:
    pages = text_of(set_pdf(setter, make_sheet(bands=1, groups=[4], notes=["说明文字、单位名称。" * 60] * 14))).split("\f")
    assert len(pages) > 1
    assert "全县合计" in pages[0]
    assert "签发：" in pages[-1]
    assert "14." in pages[-1]


def test_a_score_stands_last_and_needs_no_second_head(setter: Typesetter) -> None:
    assert "88.63" in text_of(set_pdf(setter, make_sheet(bands=3, largest=9, score=True)))


def test_a_large_sheet_is_drawn_by_columns_and_looks_the_same(faces: Faces, setter: Typesetter) -> None:
    names = ["城关镇", "云山县人力资源和社会保障局就业服务中心（含劳动监察大队）", "#乡"]
    for sheet in (make_sheet(groups=[5, 4], names=names, score=True), make_sheet(bands=1, groups=[30], change=False)):
        by_table = setter.set(sheet, "png", dots_per_inch=72)
        by_column = Typesetter(faces, most_table_cells=0).set(sheet, "png", dots_per_inch=72)
        assert len(by_table) == len(by_column)
        for one, other in zip(by_table, by_column, strict=True):
            pairs = list(zip(_grey(one), _grey(other), strict=True))
            assert sum(abs(left - right) > 64 for left, right in pairs) < 20


def _grey(png: bytes) -> bytes:
    """The picture's dots, a byte each; rows without what pads them to whole words."""
    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_Grayscale8)
    bits, step = bytes(image.constBits()), image.bytesPerLine()
    return b"".join(bits[row * step : row * step + image.width()] for row in range(image.height()))


def test_a_large_sheet_carries_no_tags(faces: Faces) -> None:
    (document,) = Typesetter(faces, most_table_cells=0).set(make_sheet())
    root = pypdf.PdfReader(io.BytesIO(document)).trailer["/Root"]
    assert "/StructTreeRoot" not in root  # type: ignore[operator]


def test_pictures_of_the_pages(setter: Typesetter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "typesetter", lambda *_faces: setter)
    sheet = make_sheet(bands=1, groups=[40])
    pngs, svgs = png_pages(sheet, dots_per_inch=30), svg_pages(sheet)
    assert len(pngs) == len(svgs) == pages_of(pdf(sheet)) > 1
    assert all(page.startswith(b"\x89PNG") for page in pngs)
    assert all(page.startswith(b"<svg") for page in svgs)
    assert len(png_pages(make_sheet(bands=1, groups=[2]), dots_per_inch=30)) == 1


def test_threads_may_share_the_typesetter(setter: Typesetter) -> None:
    sheets = [make_sheet(bands=1, groups=[number]) for number in range(1, 9)]
    with ThreadPoolExecutor(4) as pool:
        documents = list(pool.map(lambda sheet: set_pdf(setter, sheet), sheets))
    assert documents == [set_pdf(setter, sheet) for sheet in sheets]


def test_the_users_own_title_type_sets_the_title_and_nothing_else(faces: Faces, tmp_path: Path) -> None:
    own = _other_font(tmp_path)
    sheet = make_sheet(title="Ranking 2026")
    document = set_pdf(Typesetter(replace(faces, title=own)), sheet)
    fonts = poppler("pdffonts", document, "-")
    assert "OwnSong" in fonts
    assert "Serif" in fonts
    assert not [line for line in fonts.splitlines() if "Serif" in line and "Bold" in line]
    assert "Ranking 2026" in text_of(document)
    chinese = set_pdf(Typesetter(replace(faces, title=own)), make_sheet())
    assert chinese == set_pdf(Typesetter(faces), make_sheet())  # it lacks the characters: the program's own it is


def test_a_title_type_that_the_typesetter_cannot_use_gives_way_to_the_programs_own(faces: Faces, tmp_path: Path) -> None:
    own = _other_font(tmp_path)
    own.path.write_bytes(b"damaged since it was found")
    assert set_pdf(Typesetter(replace(faces, title=own)), make_sheet()) == set_pdf(Typesetter(faces), make_sheet())
    unknown = Typesetter(faces)
    unknown.faces = replace(faces, title=replace(faces.sans, families=frozenset({"Nothing"})))
    assert set_pdf(unknown, make_sheet()) == set_pdf(Typesetter(faces), make_sheet())
    assert unknown.faces.installed == ()


def _other_font(folder: Path) -> Face:
    """A font with a few Latin letters, under the file name of 方正小标宋."""
    letters = " Rankig2063"
    names = [".notdef", *(f"u{ord(letter):04X}" for letter in letters)]
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    pen.lineTo((50, 700))
    pen.lineTo((450, 700))
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): name for letter, name in zip(letters, names[1:], strict=True)})
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Own Song", "styleName": "Regular", "psName": "OwnSong"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    path = folder / "FZXBSJW.TTF"
    builder.save(path)
    face = read_face(path)
    assert face is not None
    return face


def test_a_document_is_saved_whole(sample: Sample, tmp_path: Path) -> None:
    path = tmp_path / "排名.pdf"
    write_pdf(sample.sheet("SWZJ"), path)
    assert path.read_bytes() == pdf(sample.sheet("SWZJ"))


def test_typst_is_imported_when_something_is_set() -> None:
    code = "import sys, tracker.reports.typesetting, tracker.reports.ranking_sheet; "
    code += "sys.exit(bool({'typst', 'pandas'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=resource().parent).returncode == 0


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("ranking-one.txt", ["SWZJ"]),
        ("ranking-three.txt", ["SWZJ", "WZ", "QY"]),
        ("ranking-all.txt", ["SWZJ", "WZ", "QY", "KG", "TC", "GTZ", "ZT", "WCZS", "TS", "KGL"]),
    ],
)
def test_the_samples_ranking_is_what_was_reviewed(
    sample: Sample, setter: Typesetter, golden, name: str, codes: list[str]
) -> None:  # type: ignore[no-untyped-def]
    golden(name, text_of(set_pdf(setter, sample.sheet(*codes))) + "\n")


def test_pages_look_as_wide_as_they_are_planned(setter: Typesetter) -> None:
    """No figure runs out of the type area: the outermost ink is the table's own frame."""
    sheet = make_sheet(bands=3, groups=[5, 5], largest=99_999_999.0, names=["云山经济技术开发区管理委员会"])
    for page in setter.set(sheet, "png", dots_per_inch=72):
        dots, width, side = _grey(page), QImage.fromData(page).width(), int(13 / 25.4 * 72) - 2
        for start in range(0, len(dots), width):
            row = dots[start : start + width]
            assert min(row[:side] + row[-side:]) == 255
