"""Icons: glyphs of the Phosphor font that QtAwesome carries, painted in the scheme's colours at any pixel ratio.

The font and its list of names are loaded by themselves: importing qtawesome costs 0.1-0.3 s, which the first window cannot spare.
"""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from tracker.ui import theme


class NoIconFont(RuntimeError):
    """QtAwesome's Phosphor font is not installed or was left out of the bundle: a fault of ours, not of the user."""

    def __init__(self) -> None:
        super().__init__("the Phosphor font of QtAwesome was not found")


def _font_folders() -> Iterator[Path]:
    """The folders in which the font may lie: the bundle's, then the installed package's."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        yield Path(bundle) / "qtawesome" / "fonts"
    spec = find_spec("qtawesome")
    for place in (spec.submodule_search_locations or []) if spec else []:
        yield Path(place) / "fonts"


def font_files() -> tuple[Path, Path]:
    """The font and the JSON file of its glyphs' names; raises NoIconFont."""
    for folder in _font_folders():
        fonts = sorted(folder.glob("phosphor-[0-9]*.ttf"))
        names = sorted(folder.glob("phosphor-charmap-*.json"))
        if fonts and names:
            return fonts[-1], names[-1]
    raise NoIconFont


@functools.cache
def _glyphs() -> dict[str, str]:
    names: dict[str, str] = json.loads(font_files()[1].read_text(encoding="utf-8"))
    return {name: chr(int(code, 16)) for name, code in names.items()}


@functools.cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(font_files()[0]))
    families = QFontDatabase.applicationFontFamilies(number)
    if not families:
        raise NoIconFont
    return families[0]


def has_icon(name: str) -> bool:
    """Whether the font has a glyph of that name, such as "calendar-check"."""
    return name in _glyphs()


def paint_icon(painter: QPainter, rect: QRect | QRectF, name: str, color: QColor | str) -> None:
    """Paint the glyph into `rect`, centred, as large as fits; raises KeyError for a name that the font lacks."""
    font = QFont(_family())
    font.setPixelSize(max(1, round(min(rect.width(), rect.height()))))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(color))
    painter.setFont(font)
    painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, _glyphs()[name])
    painter.restore()


def beside_words(pixels: int) -> QSize:
    """The size of an icon in a button with words behind it: wider than high by the gap that Qt does not leave."""
    return QSize(pixels + pixels * 3 // 8, pixels)


def _place(rect: QRect) -> QRect:
    """Where in it the glyph goes: where there is a gap, before it, and a pixel lower, in the middle of the words' own height."""
    over = rect.width() - rect.height()
    if over <= 0:
        return rect
    side = rect.height()
    return QRect(rect.left() + over // 3, rect.top() + max(1, side // 16), side, side)


class _GlyphEngine(QIconEngine):
    """Paints one glyph; asks for the colours each time, so that a change of scheme needs no new icons."""

    def __init__(self, name: str, role: str, checked_role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._checked_role = checked_role

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        if mode == QIcon.Mode.Disabled:
            role = "text3"
        else:
            role = self._checked_role if state == QIcon.State.On else self._role
        return QColor(getattr(theme.colors(), role))

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, _place(rect), self._name, self._color(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._name, self._role, self._checked_role)


def icon(name: str, role: str = "text2", *, checked: str = "accent") -> QIcon:
    """The icon of that Phosphor name in the colour token `role`; in `checked` when it is checked, in text3 when it is disabled.

    Raises KeyError for a name that the font lacks.
    """
    if not has_icon(name):
        raise KeyError(name)
    return QIcon(_GlyphEngine(name, role, checked))
