"""What the entry page shows while there is nothing to type in: why, and the button that leads to what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from tracker.i18n import tr
from tracker.ui.widgets.empty_tab import EmptyTab

if TYPE_CHECKING:
    from tracker.metrics.live import Live


class EntryEmpty(EmptyTab):
    """At the top left of the space, no drawing."""

    setup_asked = Signal(str)
    """The part of the setup page that is missing something."""

    def __init__(self) -> None:
        to_units, to_indicators = (lambda: self.setup_asked.emit("units")), (lambda: self.setup_asked.emit("indicators"))
        super().__init__("", [(tr("Add units"), to_units), (tr("Set up the indicators"), to_indicators)])

    def tell(self, live: Live | None, *, filtered: bool) -> None:
        """Say why there is nothing, and offer what helps."""
        no_units, no_indicators = live is None or not live.units, live is not None and not live.indicators
        if no_units:
            words = tr("There are no units yet. Bring up the townships of your county, or paste a list.")
        elif no_indicators:
            words = tr("There are no indicators yet.")
        else:
            words = tr("No line is left by the filter.") if filtered else tr("No unit is listed in this month.")
        self.sentence.setText(words)
        for button, shown in zip(self.buttons, (no_units, no_indicators and not no_units), strict=True):
            button.setVisible(shown)
