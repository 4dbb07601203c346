"""matplotlib is given the program's faces before it looks for others."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytest.importorskip("matplotlib")
from matplotlib import font_manager

from tracker.reports.charts import font_list, typefaces
from tracker.reports.faces import Faces

FIRST = """
import os, sys
os.environ["PATH"] = ""
os.environ["MPLCONFIGDIR"] = sys.argv[1]
from tracker.reports.charts import typefaces
face = typefaces.font(13, bold=True)
from matplotlib import font_manager
found = font_manager.fontManager.findfont(face, fallback_to_default=False)
print(found, found.face_index, len(font_manager.fontManager.ttflist), os.environ["MPLCONFIGDIR"] == sys.argv[1])
"""


def test_the_list_is_of_the_version_that_matplotlib_reads() -> None:
    assert font_manager.FontManager.__version__ == font_list.LIST_VERSION


def test_in_a_new_process_no_other_font_is_looked_for(tmp_path: Path, faces: Faces) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", FIRST, str(tmp_path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stderr == ""
    assert done.stdout.split() == [str(faces.sans_bold.path), str(faces.sans_bold.place), "3", "True"]
    assert list(tmp_path.iterdir()) == []


def test_a_list_that_is_loaded_already_gets_the_faces_once(faces: Faces) -> None:
    typefaces.load_faces()
    font_list.load_font_list([(faces.sans, 400)])
    entries = [entry for entry in font_manager.fontManager.ttflist if entry.fname == str(faces.sans.path)]
    assert len(entries) == len({(entry.index, entry.weight) for entry in entries})


def test_both_weights_are_found_in_their_collections(faces: Faces) -> None:
    for bold, face in ((False, faces.sans), (True, faces.sans_bold)):
        found = font_manager.fontManager.findfont(typefaces.font(13, bold=bold), fallback_to_default=False)
        assert (Path(found).resolve(), found.face_index) == (face.path.resolve(), face.place)


def test_a_text_is_as_wide_as_its_face_says_and_is_cut_where_it_does_not_fit() -> None:
    assert typefaces.width("全县", 10) == 20
    assert typefaces.in_lines("abc", 10, 500, 2) == ["abc"]
    assert typefaces.in_lines("新签约亿元以上项目", 10, 45, 1)[0].endswith("…")
