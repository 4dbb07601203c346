"""What is remembered of the entry grid's columns between starts: widths and order, for each way round."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tracker.ui.models.entry_choice import Way
from tracker.ui.settings import Settings
from tracker.ui.theme import dp


class ColumnMemory:
    """Widths are kept as they are at 100 %, by the columns' keys; the order by the indicators' codes, as books share them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def widths(self, way: Way) -> dict[str, int]:
        """The widths in px that the user has chosen, by key, at the program's zoom; what is damaged counts as none."""
        found = self._read(f"entry/widths/{way}")
        return {key: dp(width) for key, width in found.items() if isinstance(width, int)} if isinstance(found, dict) else {}

    def set_width(self, way: Way, key: str, pixels: int) -> None:
        """Remember a column's width, given at the program's zoom."""
        found = self._read(f"entry/widths/{way}")
        known = found if isinstance(found, dict) else {}
        self._settings.set_text(f"entry/widths/{way}", json.dumps(known | {key: max(1, round(pixels * 100 / dp(100)))}))

    def order(self, way: Way) -> tuple[str, ...]:
        """The codes of the indicators in the order in which the user has put them; empty where they are in the book's."""
        found = self._read(f"entry/order/{way}")
        return tuple(code for code in found if isinstance(code, str)) if isinstance(found, list) else ()

    def set_order(self, way: Way, codes: Sequence[str]) -> None:
        """Remember an order."""
        self._settings.set_text(f"entry/order/{way}", json.dumps(list(codes)))

    def forget(self, way: Way) -> None:
        """The usual columns again."""
        for what in ("widths", "order"):
            self._settings.set_text(f"entry/{what}/{way}", "")

    def _read(self, key: str) -> object:
        try:
            return json.loads(self._settings.text(key) or "null")
        except ValueError:
            return None
