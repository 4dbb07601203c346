from __future__ import annotations

import pytest

from tests.store.county import County
from tracker.store import settings
from tracker.store.faults import TextUnusable


def test_what_nobody_has_set_is_blank(county: County) -> None:
    book = county.book
    told = (
        settings.title(book),
        settings.office(book),
        settings.clerk(book),
        settings.language(book),
        settings.get(book, "anything"),
    )
    assert told == ("", "", "", "", "")
    assert settings.rank_what_is_printed(book) is False


def test_settings_are_kept_changed_and_taken_away(county: County) -> None:
    book = county.book
    with book.change("set"):
        settings.set_title(book, "云山县")
        settings.set_office(book, "招商局")
        settings.set_clerk(book, "李会计")
        settings.set_rank_what_is_printed(book, True)
        settings.put(book, "auditor", "王")
    assert (settings.title(book), settings.office(book), settings.clerk(book)) == ("云山县", "招商局", "李会计")
    assert settings.rank_what_is_printed(book) is True
    assert settings.get(book, "auditor") == "王"
    with book.change("change"):
        settings.set_title(book, "青云县")
        settings.set_rank_what_is_printed(book, False)
        settings.put(book, "auditor", "")
    assert settings.title(book) == "青云县"
    assert settings.rank_what_is_printed(book) is False
    assert book.rows("SELECT key FROM setting ORDER BY key") == [("clerk",), ("office",), ("title",)]


def test_a_text_that_cannot_be_stored_is_refused(county: County) -> None:
    with pytest.raises(TextUnusable), county.book.change("set"):
        settings.set_title(county.book, "a\0b")


def test_the_template_of_the_bulletin_is_named_by_its_content(county: County) -> None:
    book = county.book
    assert settings.bulletin_template(book) == ""
    with book.change("template"):
        settings.set_bulletin_template(book, "0" * 64)
    assert settings.bulletin_template(book) == "0" * 64
    with book.change("the usual one"):
        settings.set_bulletin_template(book, "")
    assert settings.bulletin_template(book) == ""
