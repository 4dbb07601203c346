"""Labels that say how things stand by their tone: quiet, strong, green, yellow, red. The style sheet has the colours."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from tracker.ui.widgets.building import label


def toned(text: str = "", tone: str = "", *, wraps: bool = False) -> QLabel:
    """Words in that tone."""
    made = label(text, wraps=wraps)
    made.setProperty("tone", tone)
    return made


def set_tone(shown: QLabel, tone: str) -> None:
    """Give a label another tone."""
    if shown.property("tone") != tone:
        shown.setProperty("tone", tone)
        shown.style().polish(shown)
