"""The text of a bulletin's file: plain text in UTF-8, UTF-16 or GB18030, or Word's .docx; what a file is, its content says."""

from __future__ import annotations

from pathlib import Path

from tracker.exchange.proof.errors import (
    DocumentIsNoText,
    DocumentNotOpened,
    DocumentOfAnotherKind,
    DocumentTooLarge,
    DocumentTooLong,
)

LARGEST = 20
"""Megabytes that a file may have."""

LONGEST = 1_000_000
"""Characters that its text may have: a yearbook's worth, and read within a minute whatever stands in it."""

_OTHERS = {
    b"%PDF": "PDF",
    b"\xd0\xcf\x11\xe0": ".doc / .wps",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def document_text(content: bytes, name: str) -> str:
    """The text of a file with that content, a line a paragraph; raises DocumentUnreadable with the reason, which names `name`."""
    if len(content) > LARGEST * 2**20:
        raise DocumentTooLarge(name, LARGEST)
    kind = next((kind for beginning, kind in _OTHERS.items() if content.startswith(beginning)), None)
    if kind is not None:
        raise DocumentOfAnotherKind(name, kind)
    if content.startswith(b"PK"):
        from tracker.exchange.proof.word_file import word_text

        text = word_text(content, name)
    else:
        text = _decoded(content, name)
    if len(text) > LONGEST:
        raise DocumentTooLong(name, LONGEST)
    return text


def document_at(path: Path) -> str:
    """The text of the file; raises DocumentUnreadable, also where it cannot be opened."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST * 2**20 + 1)  # one more than may be read: more need not be in memory to be refused
    except OSError as error:
        raise DocumentNotOpened(path.name, error.strerror or str(error)) from error
    return document_text(content, path.name)


def _decoded(content: bytes, name: str) -> str:
    encodings = ("utf-16",) if content.startswith(_UTF_16) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise DocumentIsNoText(name)
