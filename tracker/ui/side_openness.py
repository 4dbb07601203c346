"""Whether a page's side panel is open: as it was left; closed in a narrow window, where it can be opened for this once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from tracker.ui.settings import Settings
from tracker.ui.theme import dp
from tracker.ui.widgets.top_bar import NARROW


class SideOpenness(QObject):
    """Shows and hides the panel of a page, whose choice is kept in the user's settings under `remembered`."""

    fitted = Signal(bool)
    """The panel was shown or hidden, or the page's size may want it so; whether it is open."""
    closed = Signal()
    """A person closed it: the page takes the focus back."""

    def __init__(self, page: QWidget, panel: QWidget, settings: Settings, *, remembered: str) -> None:
        super().__init__(page)
        self._page, self._panel, self._settings, self._remembered = page, panel, settings, remembered
        self._for_once = False
        page.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the panel is to be seen."""
        return self._for_once or (self._is_wanted and not self._is_narrow)

    @property
    def _is_wanted(self) -> bool:
        return self._settings.text(self._remembered, "open") == "open"

    @property
    def _is_narrow(self) -> bool:
        return self._page.window().width() < dp(NARROW)

    def turn(self) -> None:
        """Open the panel, or close it."""
        opens = not self.is_open
        if self._is_narrow:
            self._for_once = opens
        else:
            self._for_once = False
            self._settings.set_text(self._remembered, "open" if opens else "closed")
        self.fit()
        if not opens:
            self.closed.emit()

    def fit(self) -> None:
        """Show the panel, or hide it, as the window's width allows."""
        self._for_once = self._for_once and self._is_narrow
        self._panel.setVisible(self.is_open)
        self.fitted.emit(self.is_open)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and self._panel.isHidden() is self.is_open:
            self.fit()
        return False
