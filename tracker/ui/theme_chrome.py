"""The style sheet of the chrome: buttons, fields, bars. Item views have none, there a delegate paints.

What a button is for is its property `role`: "outlined" (a bordered button in a bar), "primary", "segment" (with `place` first,
middle, last or only), "nav", else it is quiet: bare until hovered. Set it before the widget is shown.
"""

from __future__ import annotations

from dataclasses import fields
from string import Template

from PySide6.QtGui import QColor

from tracker.ui.theme_colors import Colors

_SHEET = Template("""
QToolTip { background: $base; color: $text; border: 1px solid $ctrl; padding: ${p4}px ${p8}px; }
QToolButton { color: $text; background: transparent; border: 1px solid transparent; border-radius: ${p4}px;
    padding: 0 ${p8}px; min-height: ${p26}px; }
QToolButton:hover { background: $hover; border-color: $line2; }
QToolButton:pressed { background: $accent_soft; }
QToolButton:checked { background: $accent_soft; color: $accent; font-weight: 700; }
QToolButton:disabled { color: $text3; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[role="outlined"] { background: $base; border: 1px solid $ctrl; max-height: ${p26}px; }
QToolButton[role="outlined"]:hover { background: $hover; border-color: $accent; }
QToolButton[role="outlined"]:checked { background: $accent_soft; border-color: $accent; }
QToolButton[role="outlined"]:disabled { border-color: $line2; }
QToolButton[role="segment"] { background: $base; border: 1px solid $ctrl; border-radius: 0; border-left: 0;
    padding: 0 ${p14}px; min-height: ${p26}px; }
QToolButton[role="segment"]:hover { background: $hover; }
QToolButton[role="segment"]:checked { background: $accent_soft; border-bottom: 2px solid $accent; border-top-color: $accent; }
QToolButton[role="segment"][place="first"], QToolButton[role="segment"][place="only"] { border-left: 1px solid $ctrl;
    border-top-left-radius: ${p4}px; border-bottom-left-radius: ${p4}px; }
QToolButton[role="segment"][place="last"], QToolButton[role="segment"][place="only"] {
    border-top-right-radius: ${p4}px; border-bottom-right-radius: ${p4}px; }
QToolButton[role="nav"] { font-size: ${p12}px; border: 0; border-radius: 0; padding: 0; }
QPushButton { color: $text; background: $base; border: 1px solid $ctrl; border-radius: ${p4}px;
    padding: 0 ${p14}px; min-height: ${p30}px; }
QPushButton:hover { background: $hover; border-color: $accent; }
QPushButton:pressed, QPushButton:checked { background: $accent_soft; }
QPushButton:disabled { color: $text3; border-color: $line2; }
QPushButton[role="primary"], QPushButton:default { background: $accent; color: $on_accent; border-color: $accent;
    font-weight: 700; }
QPushButton[role="primary"]:hover, QPushButton:default:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[role="primary"]:disabled, QPushButton:default:disabled { background: $window; color: $text3; border-color: $line2; }
QLineEdit { color: $text; background: $base; border: 1px solid $ctrl; border-radius: ${p4}px;
    padding: 0 ${p8}px; min-height: ${p26}px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus { border-color: $accent; }
QLineEdit:disabled { color: $text3; border-color: $line2; }
QPlainTextEdit { color: $text; background: $base; border: 1px solid $ctrl; border-radius: ${p4}px; padding: ${p4}px;
    selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit:focus { border-color: $accent; }
QLineEdit[role="cell"] { background: $base; border: 0; border-radius: 0; padding: 0; min-height: 0; }
QMenuBar { background: $window; border-bottom: 1px solid $line2; padding: 0 ${p8}px; }
QMenuBar::item { padding: ${p4}px ${p10}px; background: transparent; border-radius: ${p4}px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $accent_soft; }
QToolBar { background: $window; border: 0; spacing: ${p8}px; padding: 0; }
QStatusBar { background: $window; border-top: 1px solid $line2; }
QStatusBar::item { border: 0; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: ${p12}px; }
QScrollBar:horizontal { height: ${p12}px; }
QScrollBar::handle { background: $line2; border-radius: ${p4}px; margin: ${p2}px; }
QScrollBar::handle:hover { background: $ctrl; }
QScrollBar::handle:vertical { min-height: ${p28}px; }
QScrollBar::handle:horizontal { min-width: ${p28}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(colors: Colors, zoom: float) -> str:
    """The chrome's style sheet in the colours of a scheme, every measure multiplied by the zoom."""
    words = {field.name: _name(getattr(colors, field.name)) for field in fields(Colors)}
    words |= {f"p{px}": str(round(px * zoom)) for px in range(1, 65)}
    return _SHEET.substitute(words)


def _name(color: QColor) -> str:
    return color.name()
