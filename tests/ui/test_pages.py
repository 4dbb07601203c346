import pytest
from PySide6.QtWidgets import QLabel

from tracker.store.changed import Changed
from tracker.ui.page import Page, Status
from tracker.ui.pages import PageEntry, Pages


class Sheet(Page):
    """A page that writes down what it is told."""

    def __init__(self, session):
        super().__init__(session)
        QLabel("sheet", self)
        self.told = []
        self.asked = []

    def title(self):
        return "Sheet"

    def refresh(self, changed):
        self.told.append(changed)
        self.status_changed.emit(Status(f"{self.name} {len(self.told)}"))

    @property
    def commands(self):
        return {"copy": lambda: self.asked.append("copy"), "paste": lambda: self.asked.append("paste")}

    def can(self, command):
        return command != "paste"


class Figures(Sheet):
    reads = frozenset({"figure"})


class Settings(Sheet):
    reads = frozenset({"setting"})


FIGURE = Changed(frozenset({"figure"}), "a figure", ())


@pytest.fixture
def pages(session, qtbot):
    made = Pages(session, tuple(PageEntry(kind.__name__, kind.__name__, "table", "", kind) for kind in (Figures, Settings)))
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_page_is_made_and_refreshed_when_it_is_first_shown(pages):
    assert pages.front is None
    pages.refresh(FIGURE)
    page = pages.turn_to("Figures")
    assert page.told == [None]
    assert page.accessibleName() == "Sheet"
    assert pages.turn_to("Figures") is page
    assert page.told == [None]


def test_the_page_in_front_is_told_what_changed_if_it_reads_it(pages):
    page = pages.turn_to("Figures")
    pages.refresh(FIGURE)
    pages.refresh(Changed(frozenset({"journal"}), "", ()))
    assert page.told == [None, FIGURE]


def test_a_hidden_page_refreshes_when_it_is_shown_and_only_if_it_missed_something(pages):
    settings = pages.turn_to("Settings")
    figures = pages.turn_to("Figures")
    pages.refresh(FIGURE)
    pages.turn_to("Settings")
    assert settings.told == [None]
    pages.refresh(FIGURE)
    assert figures.told == [None, FIGURE]
    pages.turn_to("Figures")
    assert figures.told == [None, FIGURE, None]


def test_another_book_refreshes_every_page_once(pages):
    figures, settings = pages.turn_to("Figures"), pages.turn_to("Settings")
    pages.expect_refresh()
    assert settings.told == [None]
    pages.turn_to("Settings")
    pages.turn_to("Figures")
    assert (figures.told, settings.told) == ([None, None], [None, None])


def test_the_status_is_that_of_the_page_in_front(pages):
    seen = []
    pages.status_changed.connect(lambda status: seen.append(status and status.context))
    figures = pages.turn_to("Figures")
    settings = pages.turn_to("Settings")
    figures.status_changed.emit(Status("hidden"))
    assert seen == ["Figures 1", None, "Settings 1"]
    settings.status_changed.emit(Status("changed"))
    pages.turn_to("Figures")
    assert seen[-2:] == ["changed", "hidden"]


def test_commands_go_to_the_page_in_front_if_it_offers_them(pages):
    pages.do("copy")
    page = pages.turn_to("Figures")
    assert [pages.can(name) for name in ("copy", "paste", "print")] == [True, False, False]
    for name in ("copy", "paste", "print"):
        pages.do(name)
    assert page.asked == ["copy"]


def test_rows_are_told_once_when_they_become_compact(pages):
    page = pages.turn_to("Figures")
    seen = []
    page.set_density = seen.append
    pages.set_density(True)
    pages.set_density(True)
    pages.set_density(False)
    assert seen == [True, False]


def test_a_page_that_says_nothing_else_goes_nowhere_and_does_nothing(session, qtbot):
    page = Page(session)
    qtbot.addWidget(page)
    assert page.commands == {}
    assert page.can("anything")
    assert not page.jump_to(None, None)
    page.set_density(True)
    with pytest.raises(NotImplementedError):
        page.title()
    with pytest.raises(NotImplementedError):
        page.refresh(None)
