"""The 查看 menu, and the menus of choices in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tracker.i18n import mark, tr
from tracker.ui.actions import Command
from tracker.ui.pages import PAGES
from tracker.ui.settings import Density
from tracker.ui.theme import Scheme

if TYPE_CHECKING:
    from tracker.ui.main_window import MainWindow

DENSITIES = (
    (Density.AUTOMATIC, mark("Automatic")),
    (Density.COMPACT, mark("Compact")),
    (Density.NORMAL, mark("Normal")),
)
SCHEMES = ((Scheme.SYSTEM, mark("As the system")), (Scheme.LIGHT, mark("Light colours")), (Scheme.DARK, mark("Dark colours")))
# Chinese here is data: a language is called by its own name.
LANGUAGES = (("zh_CN", "中文"), ("en", "English"))


def view_commands(window: MainWindow) -> tuple[Command, ...]:
    """The pages, the month, the zoom."""

    def explained() -> str:
        front = window.pages.front
        of_number = front is not None and front.name == "ranking"
        return tr("How it comes about") if of_number else tr("What this cell is")

    turning = tuple(
        Command(
            page.name, page.text, partial(window.turn_to, page.name), "view", (page.key,), page.icon, enabled=window.has_pages
        )
        for page in PAGES
    )
    return (
        *turning,
        Command(
            "month_before",
            mark("The month before"),
            lambda: window.way.step_month(-1),
            "view",
            ("Ctrl+PgUp",),
            "caret-left",
            enabled=window.has_pages,
            apart=True,
        ),
        Command(
            "month_after",
            mark("The month after"),
            lambda: window.way.step_month(1),
            "view",
            ("Ctrl+PgDown",),
            "caret-right",
            enabled=window.has_pages,
        ),
        Command("choose_month", mark("Choose a month…"), window.way.choose_month, "view", ("Ctrl+M",), enabled=window.has_pages),
        Command(
            "explain",
            mark("What this cell is"),
            partial(window.pages.do, "explain"),
            "view",
            ("F1",),
            "info",
            enabled=partial(window.pages.can, "explain"),
            label=explained,
        ),
        Command("zoom_in", mark("Larger"), lambda: window.look.zoom_by(1), "zoom", ("Ctrl+=", "Ctrl++")),
        Command("zoom_out", mark("Smaller"), lambda: window.look.zoom_by(-1), "zoom", ("Ctrl+-",)),
        Command("zoom_100", mark("Actual size"), lambda: window.look.choose_zoom(100), "zoom", ("Ctrl+0",)),
        Command("full_screen", mark("Full screen"), window.turn_full_screen, "view", ("F11",), apart=True),
    )


def grid_commands(window: MainWindow) -> tuple[Command, ...]:
    """Which way round the entry grid is, and its lines and columns."""

    def of_grid(name: str, text: str, *keys: str, apart: bool = False, menu: str = "view") -> Command:
        can = partial(window.pages.can, name)
        return Command(name, text, partial(window.pages.do, name), menu, keys, enabled=can, apart=apart)

    return (
        of_grid("turn_units_indicators", mark("Units × indicators"), "Ctrl+1", apart=True),
        of_grid("turn_units_months", mark("Units × months"), "Ctrl+2"),
        of_grid("turn_indicators_months", mark("Indicators × months"), "Ctrl+3"),
        of_grid("show_all_lines", mark("Show all lines"), apart=True),
        of_grid("arrange_columns", mark("Columns…")),
        of_grid("usual_columns", mark("Usual columns")),
    )


def look_commands(window: MainWindow) -> tuple[Command, ...]:
    """Row height, scheme and language, each a menu of choices."""
    look = window.look
    return (
        *(
            Command(f"rows_{value}", text, partial(look.choose_density, value), "rows", checked=_is(lambda: look.density, value))
            for value, text in DENSITIES
        ),
        *(
            Command(
                f"scheme_{value}", text, partial(look.choose_scheme, value), "scheme", checked=_is(lambda: look.scheme, value)
            )
            for value, text in SCHEMES
        ),
        *(
            Command(
                f"speak_{value}",
                text,
                partial(look.choose_language, value),
                "language",
                checked=_is(lambda: look.language, value),
            )
            for value, text in LANGUAGES
        ),
    )


def _is(now: Callable[[], object], value: object) -> Callable[[], bool]:
    return lambda: now() == value
