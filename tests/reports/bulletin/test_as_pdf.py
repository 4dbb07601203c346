"""The bulletin as PDF: an official document that reads as it was worded, its annexes behind it."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DictionaryObject

from tests.reports.bulletin.conftest import Made
from tests.reports.conftest import pages_of, poppler, text_of
from tracker.reports.bulletin.as_pdf import bulletin_drawing
from tracker.reports.bulletin.content import Bulletin, Chapter, Paragraph, Picture
from tracker.reports.bulletin.heads import TYPE_AREA, fit_head, title_lines
from tracker.reports.bulletin.month_bulletin import OfficeWords
from tracker.reports.errors import CharacterMissing
from tracker.reports.faces import Faces
from tracker.reports.ruler import Ruler
from tracker.reports.typesetting import Typesetter

WORDS = OfficeWords("云招组办〔2026〕19号", "项目落地偏慢。\n个别单位报送不及时。", "倒排工期，挂图作战。")
SQUEEZED = str.maketrans("", "", " \n\f")


def set_pdf(setter: Typesetter, bulletin: Bulletin) -> bytes:
    (document,) = setter.set(bulletin_drawing(bulletin))
    return document


def flowing(pdf: bytes) -> str:
    """The text of all pages without spaces, line ends and page numbers, as it is read on from line to line."""
    return re.sub("—[0-9]+—", "", poppler("pdftotext", pdf, "-", "-").translate(SQUEEZED))


@pytest.fixture
def bulletin(made: Made) -> Bulletin:
    return made("SWZJ", "WZ", "QY", words=WORDS)


def test_every_sentence_and_every_figure_is_in_the_pdf(bulletin: Bulletin, setter: Typesetter) -> None:
    read = flowing(set_pdf(setter, bulletin))
    wanted = [bulletin.head, bulletin.number, bulletin.whole_title, bulletin.addressees, bulletin.opening]
    wanted += [chapter.heading for chapter in bulletin.chapters]
    wanted += [paragraph.lead + paragraph.text for paragraph in bulletin.paragraphs()]
    wanted += [*bulletin.annex_lines, bulletin.office, bulletin.dated, bulletin.annex.title]
    for text in wanted:
        assert text.translate(SQUEEZED) in read
    for row in bulletin.annex.rows():
        assert all(cell in read for cell in (row.name, *row.cells))


def test_all_type_is_embedded(made: Made, setter: Typesetter, picture: Callable[[], Picture]) -> None:
    lines = poppler("pdffonts", set_pdf(setter, made("SWZJ", pictures=[picture()])), "-").splitlines()[2:]
    assert lines
    for line in lines:
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line


def test_the_pdf_is_for_the_archive_and_for_those_who_hear_it(bulletin: Bulletin, setter: Typesetter) -> None:
    reader = pypdf.PdfReader(io.BytesIO(set_pdf(setter, bulletin)))
    root = reader.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (bulletin.whole_title, bulletin.office)
    assert str(root["/Lang"]).lower().startswith("zh")
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    xmp = root["/Metadata"].get_data().decode()  # type: ignore[union-attr]
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in xmp


def test_equal_content_gives_equal_bytes(bulletin: Bulletin, faces: Faces, setter: Typesetter) -> None:
    assert set_pdf(setter, bulletin) == set_pdf(Typesetter(faces), bulletin)


def test_pages_are_numbered_through_at_the_outer_edge(bulletin: Bulletin, setter: Typesetter) -> None:
    document = set_pdf(setter, bulletin)
    pages = text_of(document).split("\f")
    assert [re.findall("— ?([0-9]+) ?—", page) for page in pages] == [[str(at)] for at in range(1, len(pages) + 1)]
    reader = pypdf.PdfReader(io.BytesIO(document))
    lying = [page.mediabox.width > page.mediabox.height for page in reader.pages]
    assert lying == sorted(lying)  # the document, then its annex
    assert True in lying
    boxes = poppler("pdftotext", document, "-bbox", "-", "-").split("<page ")[1:]
    places = [float(re.search(r'xMin="([0-9.]+)"[^>]*>—<', box)[1]) for box in boxes]  # type: ignore[index]
    assert [place > 300 for place in places[:2]] == [True, False]


def test_the_first_page_is_set_as_the_standard_says(bulletin: Bulletin, setter: Typesetter) -> None:
    box = poppler("pdftotext", set_pdf(setter, bulletin), "-f", "1", "-l", "1", "-bbox-layout", "-", "-")
    lines = {
        "".join(re.findall(r">([^<>\s]+)</word>", line)): [
            float(re.search(f'{side}="([0-9.]+)"', line)[1]) for side in ("xMin", "yMin", "xMax", "yMax")
        ]  # type: ignore[index]
        for line in re.findall(r"<line .*?</line>", box, re.DOTALL)
    }
    millimetre = 72 / 25.4
    left, _, right, _ = lines[bulletin.head]
    assert left == pytest.approx(28 * millimetre, abs=3)
    assert right == pytest.approx(184 * millimetre, abs=3)
    opening = next(place for text, place in lines.items() if text.startswith("现将"))
    assert opening[0] == pytest.approx(28 * millimetre + 2 * 15.79, abs=2)
    body = sorted(place[1] for text, place in lines.items() if place[1] >= opening[1] and "—" not in text)
    assert {round(below - above) for above, below in pairwise(body)} == {28}


def test_the_charts_are_a_second_annex(made: Made, setter: Typesetter, picture: Callable[[], Picture]) -> None:
    bulletin = made("SWZJ", words=WORDS, pictures=[picture(), picture()])
    document = set_pdf(setter, bulletin)
    assert bulletin.annex_lines == (
        "附件：1．云山县2026年1-9月实际到位省外资金完成情况排名表",
        "　　　2．云山县2026年1-9月招商引资主要指标完成情况图",
    )
    last = text_of(document).split("\f")[-1]
    assert "附件2" in last
    assert last.count("各月进度图样") == 2
    assert "附件1" in text_of(document)
    assert pages_of(document) == pages_of(set_pdf(setter, made("SWZJ", words=WORDS))) + 1
    reader = pypdf.PdfReader(io.BytesIO(document))
    objects = (reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"]))))
    figures = [one for one in objects if isinstance(one, DictionaryObject) and one.get("/S") == "/Figure"]
    assert [one["/Alt"] for one in figures] == ["实际到位省外资金各月累计与序时进度"] * 2


def test_a_document_without_head_number_and_office_is_set_too(bulletin: Bulletin, setter: Typesetter) -> None:
    bare = replace(bulletin, head="", number="", office="")
    read = flowing(set_pdf(setter, bare))
    assert bulletin.head not in read
    assert read.startswith(bulletin.whole_title)


def test_the_signature_never_stands_alone(bulletin: Bulletin, setter: Typesetter) -> None:
    for lines in range(1, 24):
        chapter = Chapter("一、情况", tuple(Paragraph(f"第{number}段文字。") for number in range(lines)))
        pages = text_of(set_pdf(setter, replace(bulletin, chapters=(chapter,)))).split("\f")
        signed = next(page for page in pages if bulletin.dated in page and bulletin.office in page and "附件：" in page)
        assert f"第{lines - 1}段文字。" in signed


def test_a_long_last_paragraph_may_break(bulletin: Bulletin, setter: Typesetter) -> None:
    long = Paragraph("按时报送、核实数据、推动落地。" * 80)
    for chapter in (Chapter("一、情况", (long,)), Chapter("一、情况", (Paragraph("短。"), long))):
        assert long.text in flowing(set_pdf(setter, replace(bulletin, chapters=(chapter,))))


@pytest.mark.parametrize("text", ["#let x = 1", "*镇*", "$a$", "@城关", "= 镇", "<镇>"])
def test_what_the_office_types_is_no_markup(made: Made, setter: Typesetter, text: str) -> None:
    assert text.replace(" ", "") in flowing(set_pdf(setter, made("SWZJ", words=OfficeWords(text, text, text))))


def test_a_character_without_a_font_is_refused(made: Made, setter: Typesetter) -> None:
    with pytest.raises(CharacterMissing, match="U\\+1F600"):
        set_pdf(setter, made("SWZJ", words=OfficeWords(problems="好\U0001f600")))


def test_the_users_own_faces_set_their_parts(bulletin: Bulletin, faces: Faces, tmp_path: Path) -> None:
    import shutil

    from tracker.reports.font_file import read_face

    path = Path(shutil.copy(faces.sans.path, tmp_path / "simfang.ttc"))
    own = read_face(path)
    document = set_pdf(Typesetter(replace(faces, subtitle=own, lead=own)), bulletin)
    assert bulletin.opening.translate(SQUEEZED) in flowing(document)


@pytest.mark.parametrize(
    ("text", "size"),
    [("云山县招商局文件", 50), ("云山县招商服务中心文件", 50), ("云山县招商引资工作领导小组办公室文件", 36), ("云" * 40, None)],
)
def test_the_red_head_is_as_wide_as_the_type_area(faces: Faces, text: str, size: float | None) -> None:
    head = fit_head(text, faces.serif_bold)
    width = Ruler(faces.serif_bold).em(text) * head.size * head.scale + head.tracking * (len(text) - 1)
    assert width == pytest.approx(TYPE_AREA)
    assert head.scale >= 0.45
    assert size is None or head.size == size


def test_a_very_short_head_is_spread_by_half_a_character_at_most(faces: Faces) -> None:
    head = fit_head("文件", faces.serif_bold)
    assert (head.scale, head.tracking) == (1.0, 25.0)


def test_a_title_breaks_between_its_parts_first(faces: Faces) -> None:
    parts = ("关于2026年1-9月全县招商引资", "主要指标完成情况的通报")
    assert title_lines(parts, 22, faces.serif_bold) == list(parts)
    assert title_lines(("关于九月的", "通报"), 22, faces.serif_bold) == ["关于九月的通报"]
    assert len(title_lines(("县" * 30, "通报"), 22, faces.serif_bold)) == 3
