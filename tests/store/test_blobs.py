from __future__ import annotations

from hashlib import sha256

import pytest

from tests.store.county import County
from tracker.store import blobs, settings
from tracker.store.faults import BookIsDamaged


def test_a_content_is_kept_once_under_its_sha_256(county: County) -> None:
    with county.book.change("keep"):
        digest = blobs.put(county.book, b"\0 content")
        assert blobs.put(county.book, b"\0 content") == digest
        settings.set_title(county.book, digest)
    assert digest == sha256(b"\0 content").hexdigest()
    assert blobs.get(county.book, digest) == b"\0 content"
    assert county.book.row("SELECT count(*) FROM blob") == (1,)


def test_a_content_that_nothing_names_is_not_kept(county: County) -> None:
    with county.book.change("keep"):
        digest = blobs.put(county.book, b"content")
    with pytest.raises(BookIsDamaged):
        blobs.get(county.book, digest)


def test_undo_leaves_contents_alone(county: County) -> None:
    with county.book.change("keep"):
        digest = blobs.put(county.book, b"content")
        settings.set_title(county.book, digest)
    county.book.undo()
    assert blobs.get(county.book, digest) == b"content"


def test_a_content_that_was_altered_is_told(county: County) -> None:
    with county.book.change("keep"):
        digest = blobs.put(county.book, b"content")
        settings.set_title(county.book, digest)
    county.book.connection.execute("UPDATE blob SET content = x'00'")
    with pytest.raises(BookIsDamaged):
        blobs.get(county.book, digest)
