"""What the 数据 menu has for lists and lights."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.i18n import mark
from tracker.ui.actions import Command
from tracker.ui.list_deeds import ListDeeds

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow


def lists_commands(window: MainWindow) -> tuple[Command, ...]:
    """The unit in hand: where it stands, exempt it; the rules, and who is exempt."""
    deeds = ListDeeds(window.session, window)

    def of_unit(name: str, text: str, *keys: str, icon: str = "", apart: bool = False) -> Command:
        pages = window.pages
        can = partial(pages.can, name)
        return Command(name, text, partial(pages.do, name), "data", keys, icon, enabled=can, apart=apart)

    return (
        of_unit("open_named", mark("Show where it stands"), apart=True),
        of_unit("exempt", mark("Exempt the unit…"), "Ctrl+E", icon="shield-check"),
        of_unit("end_exemption", mark("End the exemption"), "Ctrl+Shift+E"),
        Command("exemptions", mark("Exemptions from the black list…"), deeds.list_exemptions, "data", enabled=window.has_pages),
        Command("list_rules", mark("Rules of the lists…"), deeds.choose_rules, "data", enabled=window.has_pages),
    )
