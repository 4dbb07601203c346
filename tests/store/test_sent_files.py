from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from tracker.store.faults import BookIsDamaged
from tracker.store.sent_files import SentFileRecord, content_of, note_file, sent_files

DIGEST = sha256(b"content").hexdigest()
FILE = SentFileRecord("城关镇.xlsx", DIGEST, date(2026, 10, 3), kept=False)


def test_a_file_is_noted_once_and_may_be_kept_later(book):
    with book.change("note"):
        note_file(book, FILE)
        note_file(book, FILE)
    assert sent_files(book) == [FILE]
    with pytest.raises(BookIsDamaged):
        content_of(book, DIGEST)
    with book.change("keep"):
        note_file(book, FILE, b"content")
    assert sent_files(book) == [replace(FILE, kept=True)]
    assert content_of(book, DIGEST) == b"content"
    with book.change("note"):
        note_file(book, FILE)
        note_file(book, replace(FILE, name="改.xlsx"))
    assert [(one.name, one.kept) for one in sent_files(book)] == [("改.xlsx", False), ("城关镇.xlsx", True)]
