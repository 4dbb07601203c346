import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon

from tracker.ui import icons, theme
from tracker.ui.commands import commands  # noqa: F401 - the table's own names are tested in test_actions


def colour_of(icon, mode=QIcon.Mode.Normal, state=QIcon.State.Off):
    """The colour that covers most of the icon."""
    image = icon.pixmap(QSize(64, 64), 1.0, mode, state).toImage()
    pixels = [image.pixelColor(x, y) for x in range(64) for y in range(64)]
    solid = [pixel.rgb() for pixel in pixels if pixel.alpha() == 255]
    return QColor(max(set(solid), key=solid.count)).name()


@pytest.fixture
def schemes(qapp):
    look = theme.apply(qapp, theme.Scheme.LIGHT)
    yield look
    look.choose(theme.Scheme.SYSTEM)


def test_the_font_is_found_without_importing_its_package():
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from tracker.ui.icons import has_icon, icon; assert has_icon('table'); icon('table').pixmap(16, 16);"
        "assert not {'qtawesome', 'qtpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_an_icon_is_found_in_the_bundle_too(monkeypatch, tmp_path):
    folder = tmp_path / "qtawesome" / "fonts"
    folder.mkdir(parents=True)
    for file in icons.font_files():
        (folder / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert all(file.parent == folder for file in icons.font_files())


def test_a_bundle_without_the_font_says_so(monkeypatch):
    monkeypatch.setattr(icons, "find_spec", lambda _name: None)
    with pytest.raises(icons.NoIconFont):
        icons.font_files()


def test_an_unknown_name_is_our_mistake(qapp):
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")


def test_an_icon_is_painted_in_its_role_and_follows_the_scheme(schemes):
    made = icons.icon("square-fill", "good")
    assert colour_of(made) == theme.LIGHT.good.name()
    schemes.choose(theme.Scheme.DARK)
    assert colour_of(made) == theme.DARK.good.name()


def test_checked_is_accent_and_disabled_is_pale(schemes):
    made = icons.icon("square-fill")
    assert colour_of(made) == theme.LIGHT.text2.name()
    assert colour_of(made, state=QIcon.State.On) == theme.LIGHT.accent.name()
    assert colour_of(made, mode=QIcon.Mode.Disabled) == theme.LIGHT.text3.name()


def test_at_twice_the_pixels_an_icon_is_drawn_not_enlarged(schemes):
    pixmap = icons.icon("table").pixmap(QSize(20, 20), 2.0)
    assert pixmap.size() == QSize(40, 40)
    assert pixmap.devicePixelRatio() == 2.0


def test_a_copy_of_an_icon_paints_the_same(schemes):
    made = icons.icon("square-fill", "bad")
    copy = QIcon(made)
    del made
    assert colour_of(copy) == theme.LIGHT.bad.name()
