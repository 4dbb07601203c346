"""The one table of commands: what a user can ask for, where it stands in the menus, its keys, and when it makes sense."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tracker.i18n import mark, tr
from tracker.ui import places
from tracker.ui.actions import Command, MenuEntry
from tracker.ui.dialogs.about import KeysDialog, about_dialog
from tracker.ui.dialogs.message import open_outside
from tracker.ui.pages import PAGES
from tracker.ui.settings import Density
from tracker.ui.text_fields import focused_field, in_field_or
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


def menus(window: MainWindow) -> tuple[MenuEntry, ...]:
    """The menus from left to right, each before those within it."""
    return (
        MenuEntry("file", mark("&File")),
        MenuEntry("recent", mark("Recent books"), "file", after="open_book", filled=window.files.fill_recent),
        MenuEntry("edit", mark("&Edit")),
        MenuEntry("view", mark("&View")),
        MenuEntry("rows", mark("Row height"), "view", apart=True),
        MenuEntry("scheme", mark("Colours"), "view"),
        MenuEntry("zoom", mark("Zoom"), "view"),
        MenuEntry("language", mark("Language"), "view"),
        MenuEntry("print", mark("&Print")),
        MenuEntry("help", mark("&Help")),
    )


def commands(window: MainWindow) -> tuple[Command, ...]:
    """Every command of the window."""
    return (
        *_file(window),
        *_edit(window),
        *_view(window),
        *_choices(window),
        *_print(window),
        *_help(window),
    )


def _file(window: MainWindow) -> tuple[Command, ...]:
    files, session = window.files, window.session

    def has_book() -> bool:
        return session.book is not None

    return (
        Command("new_book", mark("New book…"), files.ask_for_new, "file", ("Ctrl+N",), "file-plus"),
        Command("open_book", mark("Open…"), files.ask_to_open, "file", ("Ctrl+O",), "folder-open"),
        Command("open_sample", mark("Look at the sample"), files.open_sample, "file", icon="book-open"),
        Command(
            "load_folder",
            mark("Load a data folder…"),
            window.folders.ask_to_load,
            "file",
            enabled=lambda: session.writable,
            apart=True,
        ),
        Command("dump_folder", mark("Save as a data folder…"), window.folders.ask_to_save, "file", enabled=has_book),
        Command("save", mark("Save"), window.say_saved, "file", ("Ctrl+S",), enabled=has_book, apart=True),
        Command("properties", mark("Book properties…"), files.ask_for_properties, "file", enabled=has_book),
        Command("open_its_folder", mark("Open the book's folder"), files.open_its_folder, "file", enabled=has_book),
        Command("close_book", mark("Close the book"), files.close, "file", ("Ctrl+W",), enabled=has_book),
        Command("quit", mark("Quit"), window.close, "file", ("Ctrl+Q",), apart=True),
    )


def _edit(window: MainWindow) -> tuple[Command, ...]:
    session = window.session

    def undo_label() -> str:
        return tr("Undo {label}", label=session.undo_label) if session.undo_label else tr("Undo")

    def redo_label() -> str:
        return tr("Redo {label}", label=session.redo_label) if session.redo_label else tr("Redo")

    return (
        Command(
            "undo",
            mark("Undo"),
            in_field_or("undo", window.undo),
            "edit",
            ("Ctrl+Z",),
            "arrow-u-up-left",
            enabled=lambda: focused_field() is not None or session.undo_label is not None,
            label=undo_label,
        ),
        Command(
            "redo",
            mark("Redo"),
            in_field_or("redo", window.redo),
            "edit",
            ("Ctrl+Y", "Ctrl+Shift+Z"),
            "arrow-u-up-right",
            enabled=lambda: focused_field() is not None or session.redo_label is not None,
            label=redo_label,
        ),
        _of_page(window, "cut", mark("Cut"), "Ctrl+X", apart=True),
        _of_page(window, "copy", mark("Copy"), "Ctrl+C"),
        _of_page(window, "paste", mark("Paste"), "Ctrl+V"),
        _of_page(window, "clear", mark("Clear"), "Del"),
        _of_page(window, "select_all", mark("Select all"), "Ctrl+A"),
        Command(
            "find", mark("Find a unit, an indicator"), window.way.find, "edit", ("Ctrl+G",), enabled=window.has_pages, apart=True
        ),
        Command(
            "next_unreadable",
            mark("Next unreadable cell"),
            window.way.go_to_next_unreadable,
            "edit",
            ("F8",),
            enabled=lambda: bool(window.summary and window.summary.unreadable),
        ),
        Command(
            "missing_units",
            mark("Who has not reported"),
            window.way.list_missing,
            "edit",
            enabled=lambda: window.summary is not None,
        ),
    )


def _of_page(window: MainWindow, name: str, text: str, key: str, *, apart: bool = False) -> Command:
    """A command that the text field with the focus does, else the page in front."""
    return Command(
        name,
        text,
        in_field_or(name, partial(window.pages.do, name)),
        "edit",
        (key,),
        enabled=lambda: focused_field() is not None or window.pages.can(name),
        apart=apart,
    )


def _view(window: MainWindow) -> tuple[Command, ...]:
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
        Command("zoom_in", mark("Larger"), lambda: window.look.zoom_by(1), "zoom", ("Ctrl+=", "Ctrl++")),
        Command("zoom_out", mark("Smaller"), lambda: window.look.zoom_by(-1), "zoom", ("Ctrl+-",)),
        Command("zoom_100", mark("Actual size"), lambda: window.look.choose_zoom(100), "zoom", ("Ctrl+0",)),
        Command("full_screen", mark("Full screen"), window.turn_full_screen, "view", ("F11",), apart=True),
    )


def _choices(window: MainWindow) -> tuple[Command, ...]:
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


def _print(window: MainWindow) -> tuple[Command, ...]:
    return (
        _on_ranking(window, "print", mark("Print preview and print…"), ("Ctrl+P",)),
        _on_ranking(window, "save_pdf", mark("Save as PDF…")),
    )


def _on_ranking(window: MainWindow, name: str, text: str, keys: tuple[str, ...] = ()) -> Command:
    """What is printed is the ranking: its page comes to the front first."""

    def print_it() -> None:
        window.turn_to("ranking")
        window.pages.do(name)

    return Command(name, text, print_it, "print", keys, "printer" if name == "print" else "", enabled=window.has_pages)


def _help(window: MainWindow) -> tuple[Command, ...]:
    return (
        Command("keys", mark("Keys"), lambda: KeysDialog(window, window.commands.commands).exec(), "help", ("Ctrl+/",)),
        Command("open_log", mark("Open the log's folder"), lambda: open_outside(places.log_file().parent), "help"),
        Command(
            "about",
            mark("About"),
            lambda: about_dialog(window, places.settings_file(), places.log_file()).exec(),
            "help",
            apart=True,
        ),
    )


def _is(now: Callable[[], object], value: object) -> Callable[[], bool]:
    return lambda: now() == value
