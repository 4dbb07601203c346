"""How the program looks: the scheme's colours, type and measures, applied to the application and changed while it runs.

Everything that paints asks `colors()`, `dp()` and `font()` anew each time, so that a change of scheme or zoom needs only a
repaint: Qt tells every widget by QEvent.PaletteChange and StyleChange; `Theme.changed` is for what is neither (pixmaps, icons).
"""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from tracker.resources import typeface
from tracker.ui.theme_chrome import style_sheet
from tracker.ui.theme_colors import DARK, LIGHT, Colors
from tracker.ui.theme_style import FocusRing, OfficeStyle

__all__ = [
    "COMPACT_BELOW",
    "DARK",
    "LIGHT",
    "Colors",
    "Scheme",
    "Theme",
    "apply",
    "cell_font",
    "colors",
    "dp",
    "font",
    "row_height",
]

FAMILIES = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei UI", "PingFang SC", "WenQuanYi Micro Hei")
BODY, CELL, SMALL = 13, 14, 12
COMPACT_BELOW = 800
"""Rows are low by themselves in a window lower than this."""


class Scheme(StrEnum):
    """Which colours are wanted: the desktop's own, or always these."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class _Look:
    """What is in force now."""

    colors: Colors = LIGHT
    zoom: float = 1.0
    families: tuple[str, ...] = ()


def colors() -> Colors:
    """The colours in force."""
    return _Look.colors


def dp(pixels: float) -> int:
    """Device-independent pixels at the program's own zoom, a whole number: dp(28) is 42 at 150 %."""
    return round(pixels * _Look.zoom)


def font(pixels: float, *, bold: bool = False) -> QFont:
    """The interface's type in that size at 100 %; there are two weights, 400 and 700."""
    made = QFont()
    if _Look.families:
        made.setFamilies(_Look.families)
    made.setPixelSize(dp(pixels))
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return made


def cell_font(*, bold: bool = False) -> QFont:
    """The type of figures in a grid; totals are bold."""
    return font(CELL, bold=bold)


def row_height(*, compact: bool) -> int:
    """The height of a grid's row: 28, or 24 where rows are to be low."""
    return dp(24 if compact else 28)


class Theme(QObject):
    """The application's look, one per QApplication; follows the desktop's scheme unless told otherwise."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._style = OfficeStyle()
        self._style.setParent(self)
        app.setStyle(self._style)
        self._ring = FocusRing(app)
        _Look.families = _load_families()
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def scheme(self) -> Scheme:
        """What was asked for; SYSTEM follows the desktop."""
        return self._scheme

    @property
    def zoom(self) -> float:
        return _Look.zoom

    def choose(self, scheme: Scheme) -> None:
        """Follow the desktop, or keep to light or dark."""
        self._scheme = scheme
        self._show()

    def set_zoom(self, zoom: float) -> None:
        """Draw everything that much larger, on top of the desktop's scaling."""
        _Look.zoom = zoom
        self._show()

    def _follow(self, _scheme: Qt.ColorScheme) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._show()

    def _show(self) -> None:
        wants_dark = self._scheme is Scheme.DARK or (
            self._scheme is Scheme.SYSTEM and self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        _Look.colors = DARK if wants_dark else LIGHT
        self._app.setFont(font(BODY))
        self._app.setPalette(palette(_Look.colors))
        QToolTip.setPalette(palette(_Look.colors))
        QToolTip.setFont(font(SMALL))
        self._app.setStyleSheet(style_sheet(_Look.colors, _Look.zoom))
        self.changed.emit()


def apply(app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> Theme:
    """Give the application its look, or change its scheme; returns the application's one Theme."""
    theme = app.findChild(Theme)
    if theme is None:
        theme = Theme(app)
    theme.choose(scheme)
    return theme


def palette(scheme: Colors) -> QPalette:
    """Qt's palette for the scheme; a window without focus looks like one with it."""
    role, made = QPalette.ColorRole, QPalette()
    table: dict[QPalette.ColorRole, QColor] = {
        role.Window: scheme.window,
        role.WindowText: scheme.text,
        role.Base: scheme.base,
        role.AlternateBase: scheme.calc,
        role.Text: scheme.text,
        role.Button: scheme.base,
        role.ButtonText: scheme.text,
        role.BrightText: scheme.bad,
        role.PlaceholderText: scheme.text3,
        role.ToolTipBase: scheme.base,
        role.ToolTipText: scheme.text,
        role.Light: scheme.base,
        role.Midlight: scheme.line,
        role.Mid: scheme.line2,
        role.Dark: scheme.ctrl,
        role.Shadow: scheme.ctrl,
        role.Highlight: scheme.accent,
        role.HighlightedText: scheme.on_accent,
        role.Accent: scheme.accent,
        role.Link: scheme.accent,
        role.LinkVisited: scheme.accent,
    }
    for name, color in table.items():
        made.setColor(QPalette.ColorGroup.All, name, color)
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, scheme.text3)
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, scheme.line2)
    return made


def _load_families() -> tuple[str, ...]:
    """The families to write in, best first; the carried one is loaded only where the system has it not."""
    with suppress(FileNotFoundError):  # set-up has not fetched it: the system's own will do for a window
        carried = typeface("sans")
        if not QFontDatabase.hasFamily(carried.family):
            QFontDatabase.addApplicationFont(str(carried.regular))
            QFontDatabase.addApplicationFont(str(carried.bold))
    return tuple(family for family in FAMILIES if QFontDatabase.hasFamily(family))
