import re
from collections.abc import Iterator
from dataclasses import fields

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHoverEvent, QImage, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui import theme
from tracker.ui.theme import DARK, LIGHT, Scheme, Theme, apply
from tracker.ui.theme_chrome import style_sheet
from tracker.ui.theme_colors import Colors
from tracker.ui.theme_style import Ring


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    made = apply(qapp, Scheme.LIGHT)
    made.set_zoom(1.0)
    yield made
    made.set_zoom(1.0)
    made.choose(Scheme.LIGHT)


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.1: (lighter + 0.05) ÷ (darker + 0.05) of the relative luminances."""

    def luminance(color: QColor) -> float:
        parts = [channel / 255 for channel in (color.red(), color.green(), color.blue())]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


TEXT_ON_FILL = [
    *(("text", fill) for fill in ("base", "window", "calc", "group", "total", "sel", "hover", "warn_soft")),
    *(("text2", fill) for fill in ("base", "window", "calc", "group", "total", "sel")),
    *(("text3", fill) for fill in ("base", "window", "calc", "group")),
    *(("accent", fill) for fill in ("base", "window", "accent_soft", "sel")),
    *(("bad", fill) for fill in ("base", "bad_soft", "total", "sel")),
    *(("warn", fill) for fill in ("base", "warn_soft", "total")),
    *(("good", fill) for fill in ("base", "total")),
    ("on_accent", "accent"),
]


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "fill"), TEXT_ON_FILL)
def test_every_text_is_readable_on_its_fill(scheme: Colors, text: str, fill: str) -> None:
    assert contrast(getattr(scheme, text), getattr(scheme, fill)) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("mark", "fill"), [("ctrl", "base"), ("ctrl", "window"), ("warn_mark", "base"), ("warn_mark", "warn_soft")]
)
def test_marks_and_outlines_can_be_seen(scheme: Colors, mark: str, fill: str) -> None:
    assert contrast(getattr(scheme, mark), getattr(scheme, fill)) >= 3


def test_the_scheme_is_chosen_or_follows_the_desktop(look: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.choose(Scheme.DARK)
    assert theme.colors() is DARK
    assert qapp.palette().color(QPalette.ColorRole.Base) == DARK.base
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.colors() is DARK
    look.choose(Scheme.SYSTEM)
    assert theme.colors() is (DARK if qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT)
    with qtbot.waitSignal(look.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
    assert look.scheme is Scheme.SYSTEM


def test_an_application_has_one_theme(look: Theme, qapp: QApplication) -> None:
    assert apply(qapp, Scheme.LIGHT) is look


def test_zoom_multiplies_measures_and_type(look: Theme) -> None:
    assert (theme.dp(28), theme.font(13).pixelSize(), theme.row_height(compact=False)) == (28, 13, 28)
    look.set_zoom(1.5)
    assert look.zoom == 1.5
    assert (theme.dp(28), theme.font(13).pixelSize(), theme.row_height(compact=True)) == (42, 20, 36)
    assert "min-height: 39px" in style_sheet(LIGHT, 1.5)


def test_figures_are_written_in_a_family_with_chinese_and_even_digits(look: Theme) -> None:
    metrics = QFontMetricsF(theme.cell_font())
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789−"}) == 1
    assert theme.cell_font(bold=True).weight() == 700


def test_the_palette_is_the_same_in_a_window_without_focus(look: Theme) -> None:
    made = theme.palette(LIGHT)
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Text, QPalette.ColorRole.Highlight):
        assert made.color(QPalette.ColorGroup.Inactive, role) == made.color(QPalette.ColorGroup.Active, role)
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == LIGHT.text3


def test_the_style_sheet_names_no_color_of_its_own() -> None:
    used = set(re.findall("#[0-9a-f]{6}", style_sheet(DARK, 1)))
    assert used <= {getattr(DARK, field.name).name() for field in fields(Colors)}


@pytest.fixture
def controls(look: Theme, qtbot: QtBot) -> QWidget:
    """A window with one control of each sort."""
    window = QWidget()
    row = QHBoxLayout(window)
    for control in (QPushButton("One"), QToolButton(text="Two"), QComboBox(), QCheckBox("Three"), QLineEdit()):
        row.addWidget(control)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def rings(window: QWidget) -> list[Ring]:
    return [ring for ring in window.findChildren(Ring) if ring.isVisible()]


def test_a_ring_shows_the_focus_one_pixel_outside_the_control(controls: QWidget, qtbot: QtBot) -> None:
    button = controls.findChild(QPushButton)
    button.setFocus()
    qtbot.waitUntil(lambda: bool(rings(controls)))
    (ring,) = rings(controls)
    assert ring.geometry() == button.geometry().adjusted(-3, -3, 3, 3)
    color = ring.grab().toImage().pixelColor(ring.width() // 2, 0)
    assert color == LIGHT.accent


def test_the_ring_moves_with_the_focus_and_the_control(controls: QWidget, qtbot: QtBot) -> None:
    button, combo = controls.findChild(QPushButton), controls.findChild(QComboBox)
    button.setFocus()
    combo.setFocus()
    qtbot.waitUntil(lambda: len(rings(controls)) == 1)
    combo.move(combo.x() + 5, combo.y())
    assert rings(controls)[0].geometry().center().x() == combo.geometry().center().x()
    combo.hide()
    heir = QApplication.focusWidget()
    assert heir is not combo
    qtbot.waitUntil(lambda: [ring.geometry().center() for ring in rings(controls)] == [heir.geometry().center()])


def test_a_text_field_shows_its_focus_itself(controls: QWidget, qtbot: QtBot) -> None:
    field = controls.findChild(QLineEdit)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert not rings(controls)
    assert field.grab().toImage().pixelColor(field.width() // 2, 0) == LIGHT.accent


def test_combo_and_check_box_are_drawn_in_the_scheme(controls: QWidget, look: Theme) -> None:
    look.choose(Scheme.DARK)
    combo = controls.findChild(QComboBox).grab().toImage()
    assert combo.pixelColor(combo.width() // 2, 0) == DARK.ctrl
    assert combo.pixelColor(6, 6) == DARK.base
    check = controls.findChild(QCheckBox)
    assert counted(check.grab().toImage(), DARK.accent) == 0
    check.setChecked(True)
    assert counted(check.grab().toImage(), DARK.accent) > 5
    check.setTristate(True)
    check.setCheckState(Qt.CheckState.PartiallyChecked)
    assert counted(check.grab().toImage(), DARK.accent) > 5


def test_a_hovered_combo_has_an_accent_outline(controls: QWidget) -> None:
    combo = controls.findChild(QComboBox)
    combo.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    middle = QPointF(combo.rect().center())
    QApplication.sendEvent(combo, QHoverEvent(QEvent.Type.HoverEnter, middle, middle, QPointF()))
    assert combo.grab().toImage().pixelColor(combo.width() // 2, 0) == LIGHT.accent


def counted(image: QImage, color: QColor) -> int:
    return sum(image.pixelColor(x, y) == color for x in range(image.width()) for y in range(image.height()))
