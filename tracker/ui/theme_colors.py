"""The colours of the two schemes, by what they are for; every pair that meets has been measured for contrast (WCAG 2.1)."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Colors:
    """One scheme. Fills first, then writing, lines, the one accent, and good / warn / bad, which always come with a mark."""

    window: QColor
    """Chrome: bars, navigation, headers."""
    base: QColor
    """Cells one may type in, lists, panels, buttons."""
    calc: QColor
    """Computed or locked cells."""
    group: QColor
    total: QColor
    hover: QColor
    sel: QColor
    """Selected cells."""
    accent_soft: QColor
    """Checked buttons, headers of the current row and column."""
    text: QColor
    text2: QColor
    """Labels, headers, computed figures."""
    text3: QColor
    """Placeholders, "—", what is disabled; never on total, sel or a soft fill."""
    line: QColor
    line2: QColor
    """Block ends, panels, the frozen edge."""
    ctrl: QColor
    """Outlines of controls, bars in tables."""
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    good: QColor
    good_soft: QColor
    warn: QColor
    warn_soft: QColor
    warn_mark: QColor
    bad: QColor
    bad_soft: QColor
    paper: QColor
    desk: QColor


def _colors(text: str) -> Colors:
    names = [field.name for field in fields(Colors)]
    return Colors(**dict(zip(names, map(QColor, text.split()), strict=True)))


LIGHT = _colors("""
    #F1F3F4 #FFFFFF #F6F7F8 #ECEFF2 #E1E7EC #EEF3F8 #E3EDF7 #DCE8F4
    #1A1F24 #4A535C #5C6670 #E4E7EA #C9CFD5 #7D868F
    #1F5C99 #184A7D #FFFFFF
    #1B6B3A #E2F1E6 #8A5100 #FFF0D1 #B86E00 #B3261E #FCE6E3
    #FFFFFF #D5D9DD
""")

DARK = _colors("""
    #1D2125 #24292E #2A3036 #30373E #3A434C #2B343D #2B3F53 #27425C
    #E8EBEE #B4BDC6 #9DA7B0 #343B42 #4C565F #7C8791
    #7DB5EA #9CC8F2 #0F1B27
    #7CCB96 #22392B #F0BD68 #43361C #E0A23C #F59B92 #4A2826
    #FFFFFF #14171A
""")
