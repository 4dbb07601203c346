"""The program's own type is complete, what is missing is named, and the user's own title type is found."""

import csv
import shutil
from pathlib import Path

import pytest

from tests.reports.conftest import RARE
from tracker.errors import ReportError
from tracker.reports import faces as module
from tracker.reports.errors import CharacterMissing, FontsMissing
from tracker.reports.faces import SUBTITLE_FILES, TITLE_FILES, Faces, bundled_faces, find_installed, font_folders, with_installed
from tracker.resources import Typeface


def test_rare_characters_of_township_names_are_carried(faces: Faces) -> None:
    for face in (faces.sans, faces.sans_bold, faces.serif, faces.serif_bold):
        assert [character for character in RARE if not face.has(character)] == []


def test_every_township_of_the_country_can_be_printed(faces: Faces, shared_data: Path) -> None:
    with (shared_data / "divisions.csv").open(encoding="utf-8", newline="") as stream:
        names = {cell for row in csv.reader(stream) for cell in row}
    faces.check(names)


def test_digits_and_signs_are_all_as_wide_as_each_other(faces: Faces) -> None:
    for face in (faces.sans, faces.sans_bold):
        assert len({face.advance(character) for character in "0123456789+−"}) == 1


def test_a_character_that_no_font_has_is_named(faces: Faces) -> None:
    with pytest.raises(CharacterMissing) as caught:
        faces.check(["城关镇", "云溪\U0001f600镇"])
    assert caught.value.character == "\U0001f600"
    assert caught.value.text == "云溪\U0001f600镇"
    assert "U+1F600" in str(caught.value)
    assert isinstance(caught.value, ReportError)


@pytest.mark.parametrize("text", ["\ue863乡", "云\ud800溪", "镇\x07"])
def test_private_halved_and_control_characters_are_refused_with_a_readable_message(faces: Faces, text: str) -> None:
    with pytest.raises(CharacterMissing) as caught:
        faces.check([text])
    assert str(caught.value).encode()


def test_characters_without_ink_are_no_fault(faces: Faces) -> None:
    faces.check(["葛\U000e0100镇", "a\u200db", "e\u0301", "位\n次"])


def test_fonts_that_are_not_there_are_named_with_the_way_to_get_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    gone = Typeface("Noto Sans CJK SC", tmp_path / "Gone-Regular.ttc", tmp_path / "Gone-Bold.ttc")
    monkeypatch.setattr(module, "typeface", lambda _style: gone)
    with pytest.raises(FontsMissing, match=r"Gone-Regular\.ttc.*make setup"):
        bundled_faces()


def test_a_set_up_that_never_ran_is_told_likewise(monkeypatch: pytest.MonkeyPatch) -> None:
    def unset(_style: str) -> Typeface:
        raise FileNotFoundError(2, "no such file", "/somewhere/fonts.json")

    monkeypatch.setattr(module, "typeface", unset)
    with pytest.raises(FontsMissing, match=r"fonts\.json"):
        bundled_faces()


def test_the_users_own_title_type_is_found_by_its_file_name(faces: Faces, tmp_path: Path) -> None:
    (tmp_path / "wps").mkdir()
    (tmp_path / "FZXBSJW.TTF").write_bytes(b"not a font at all")
    assert find_installed(TITLE_FILES, [tmp_path]) is None
    shutil.copy(faces.serif_bold.path, tmp_path / "wps" / "方正小标宋简体.ttf")
    found = find_installed(TITLE_FILES, [tmp_path])
    assert found is not None
    assert found.path == tmp_path / "wps" / "方正小标宋简体.ttf"
    assert find_installed(SUBTITLE_FILES, [tmp_path, tmp_path / "absent"]) is None


def test_each_of_the_users_four_faces_has_its_place(faces: Faces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "font_folders", lambda: [tmp_path])
    assert with_installed(faces).installed == ()
    for name in ("FZXBSJW.TTF", "simfang.ttf", "simhei.ttf", "simkai.ttf"):
        shutil.copy(faces.serif.path, tmp_path / name)
    found = with_installed(faces)
    named = [None if face is None else face.path.name for face in (found.title, found.subtitle, found.heading, found.lead)]
    assert named == ["FZXBSJW.TTF", "simfang.ttf", "simhei.ttf", "simkai.ttf"]
    assert found.bundled() == faces


@pytest.mark.parametrize(("platform", "part"), [("win32", "Windows"), ("darwin", "Library"), ("linux", "fonts")])
def test_every_system_has_its_font_folders(monkeypatch: pytest.MonkeyPatch, platform: str, part: str) -> None:
    monkeypatch.setattr(module.sys, "platform", platform)
    folders = font_folders()
    assert len(folders) >= 2
    assert any(part in str(folder) for folder in folders)
