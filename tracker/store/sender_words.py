"""The words of senders that the office has explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.sender_word import SenderWord, WordKind
from tracker.domain.unit import UnitId
from tracker.store import units
from tracker.store.texts import name_of, storable

if TYPE_CHECKING:
    from tracker.store.book import Book

_KEY = "unit_id IS ? AND kind = ? AND text = ?"


def sender_words(book: Book) -> list[SenderWord]:
    """All of them, everybody's first."""
    rows = book.rows("SELECT kind, text, meaning, unit_id FROM sender_word ORDER BY coalesce(unit_id, 0), kind, text")
    return [
        SenderWord(WordKind(kind), text, meaning, None if sender is None else UnitId(sender))
        for kind, text, meaning, sender in rows
    ]


def explain_word(book: Book, word: SenderWord) -> None:
    """Remember what a word means, in place of what it meant before. Raises NameIsBlank, UnknownUnit, TextUnusable."""
    text = name_of(word.text)
    if word.sender is not None:
        units.unit(book, word.sender)
    key = (word.sender, word.kind.value, text)
    there = book.row(f"SELECT meaning FROM sender_word WHERE {_KEY}", key)
    if there is None:
        book.write("INSERT INTO sender_word (unit_id, kind, text, meaning) VALUES (?, ?, ?, ?)", (*key, storable(word.meaning)))
    elif there[0] != word.meaning:
        book.write(f"UPDATE sender_word SET meaning = ? WHERE {_KEY}", (storable(word.meaning), *key))


def forget_word(book: Book, word: SenderWord) -> None:
    """Forget what a word means; harmless where nothing is remembered."""
    book.write(f"DELETE FROM sender_word WHERE {_KEY}", (word.sender, word.kind.value, word.text))
