"""查看: scheme, row height, zoom and language, as the user chose them and as they are remembered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from tracker import i18n
from tracker.ui.settings import ZOOMS, Density, Settings
from tracker.ui.theme import COMPACT_BELOW, Scheme, Theme


class Look(QObject):
    """Changes how the program looks and remembers it."""

    rebuild_wanted = Signal()
    """Language or zoom is another one: the window must be made anew."""
    density_changed = Signal()

    def __init__(self, settings: Settings, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.theme = theme

    @property
    def scheme(self) -> Scheme:
        return self._settings.scheme

    def choose_scheme(self, scheme: Scheme) -> None:
        """Show the scheme from now on."""
        self._settings.scheme = scheme
        self.theme.choose(scheme)

    @property
    def density(self) -> Density:
        return self._settings.density

    def choose_density(self, density: Density) -> None:
        """Use that row height from now on."""
        self._settings.density = density
        self.density_changed.emit()

    def is_compact(self, window_height: int) -> bool:
        """Whether rows are low in a window of that height."""
        if self.density is Density.AUTOMATIC:
            return window_height < COMPACT_BELOW
        return self.density is Density.COMPACT

    @property
    def zoom(self) -> int:
        """In percent."""
        return self._settings.zoom

    def choose_zoom(self, percent: int) -> None:
        """Draw everything in that size from now on."""
        if percent != self.zoom:
            self._settings.zoom = percent
            self.theme.set_zoom(percent / 100)
            self.rebuild_wanted.emit()

    def zoom_by(self, steps: int) -> None:
        """The next larger (or smaller) zoom, if there is one."""
        at = ZOOMS.index(self.zoom) + steps
        if 0 <= at < len(ZOOMS):
            self.choose_zoom(ZOOMS[at])

    @property
    def language(self) -> str:
        """The language that is spoken now."""
        return i18n.language()

    def choose_language(self, language: str) -> None:
        """Speak that language from now on."""
        self._settings.language = language
        if language != self.language:
            i18n.use_language(language)
            self.rebuild_wanted.emit()

    def fill_zooms(self, menu: QMenu) -> None:
        """The zooms as a menu of choices."""
        group = QActionGroup(menu)
        for percent in ZOOMS:
            action = menu.addAction(f"{percent}%")
            action.setCheckable(True)
            action.setChecked(percent == self.zoom)
            action.triggered.connect(self._zoom_chooser(percent))
            group.addAction(action)

    def _zoom_chooser(self, percent: int) -> Callable[[], None]:
        return lambda: self.choose_zoom(percent)
