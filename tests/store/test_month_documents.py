from __future__ import annotations

from tests.store.county import County
from tracker.domain.month_documents import DocumentKind
from tracker.store import month_documents, settings
from tracker.store.month_documents import printed_documents, set_printed_documents


def test_which_documents_are_printed_together_is_kept_and_undone(county: County) -> None:
    book = county.book
    assert printed_documents(book) == tuple(DocumentKind)
    with book.change("tick"):
        set_printed_documents(book, {DocumentKind.RANKING, DocumentKind.BULLETIN})
    assert printed_documents(book) == (DocumentKind.BULLETIN, DocumentKind.RANKING)
    with book.change("tick all"):
        set_printed_documents(book, list(DocumentKind))
    assert settings.get(book, month_documents.PRINTED) == ""
    book.undo()
    assert DocumentKind.INDICATORS not in printed_documents(book)
    with book.change("none"):
        set_printed_documents(book, ())
    assert printed_documents(book) == tuple(DocumentKind)


def test_kinds_of_another_program_count_as_not_ticked(county: County) -> None:
    with county.book.change("another program"):
        settings.put(county.book, month_documents.PRINTED, "posters ranking")
    assert printed_documents(county.book) == (DocumentKind.RANKING,)
