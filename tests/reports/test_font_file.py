"""The reader of font files agrees with fontTools, character by character."""

import random
from contextlib import closing
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from tracker.reports.faces import Faces
from tracker.reports.font_file import Face, read_face


@pytest.mark.parametrize("name", ["sans", "sans_bold", "serif", "serif_bold"])
def test_characters_and_widths_are_those_that_fonttools_finds(faces: Faces, name: str) -> None:
    face = getattr(faces, name)
    with closing(_opened(face)) as font:
        cmap, widths, glyphs, em = font.getBestCmap(), font["hmtx"], font.getReverseGlyphMap(), font["head"].unitsPerEm
        some = random.Random(1).sample(sorted(cmap), 2_000)
        assert [face.glyph(chr(code)) for code in some] == [glyphs[cmap[code]] for code in some]
        assert [face.advance(chr(code)) for code in some] == [widths[cmap[code]][0] / em for code in some]
    assert not any(face.has(chr(code)) for code in (0x7, 0xE863, 0x1F600, 0x10FFFD) if code not in cmap)
    assert face.advance("\U0001f600") == 1.0


def _opened(face: Face) -> TTFont:
    """The face as fontTools reads it."""
    for number in range(64):
        font = TTFont(face.path, fontNumber=number, lazy=True)
        if face.family in {str(record) for record in font["name"].names if record.nameID in (1, 16)}:
            return font
        font.close()
    raise LookupError(face.family)


def _small_font(path: Path, codes: list[int], *, family: str = "Small") -> Path:
    """A font of empty squares; each character is wider than the one before."""
    names = [".notdef", *(f"g{code:x}" for code in codes)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({code: f"g{code:x}" for code in codes})
    pen = TTGlyphPen(None)
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics({name: (100 + at, 0) for at, name in enumerate(names)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
    return path


@pytest.mark.parametrize(
    "codes", [[0x41, 0x42, 0x50, 0x4E00, 0x4E07, 0x4E06], [0x41, 0x4E00, 0x20000, 0x2C497], list(range(0x41, 0x5B))]
)
def test_both_kinds_of_character_map_are_read(tmp_path: Path, codes: list[int]) -> None:
    face = read_face(_small_font(tmp_path / "small.ttf", codes))
    assert face is not None
    assert face.family == "Small"
    assert [face.glyph(chr(code)) for code in codes] == list(range(1, len(codes) + 1))
    assert face.width("".join(map(chr, codes)), 10.0) == pytest.approx(sum(1.01 + at / 100 for at in range(len(codes))))
    assert not face.has("一") or 0x4E00 in codes


def test_a_family_that_the_file_does_not_have_is_none(tmp_path: Path) -> None:
    assert read_face(_small_font(tmp_path / "small.ttf", [0x41]), "Large") is None


@pytest.mark.parametrize("content", [b"\0", b"<html>this is no font</html>" * 20, b"ttcf\0\1\0\0\0\0\0\2"])
def test_a_damaged_file_is_an_error_of_its_own(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "damaged.ttf"
    path.write_bytes(content)
    with pytest.raises(ValueError, match="damaged"):
        read_face(path)
