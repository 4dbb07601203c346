import pytest

from tracker.domain.sender_word import SenderWord, WordKind
from tracker.store import units
from tracker.store.faults import NameIsBlank, UnknownUnit
from tracker.store.sender_words import explain_word, forget_word, sender_words

MONEY = SenderWord(WordKind.INDICATOR, "到位资金", "M")


def test_words_are_remembered_for_everybody_or_for_one_sender(county):
    own = SenderWord(WordKind.INDICATOR, "到位资金", "", county.qingshi)
    with county.book.change("explain"):
        explain_word(county.book, own)
        explain_word(county.book, MONEY)
        explain_word(county.book, MONEY)
    assert sender_words(county.book) == [MONEY, own]
    with county.book.change("explain anew"):
        explain_word(county.book, SenderWord(WordKind.INDICATOR, "到位资金", "S"))
        forget_word(county.book, own)
    assert [word.meaning for word in sender_words(county.book)] == ["S"]


def test_a_word_needs_a_text_and_a_sender_that_is_there(county):
    with county.book.change("explain"), pytest.raises(NameIsBlank):
        explain_word(county.book, SenderWord(WordKind.UNIT, " ", "U1"))
    with county.book.change("explain"), pytest.raises(UnknownUnit):
        explain_word(county.book, SenderWord(WordKind.BASIS, "完成", "month", units.UnitId(99)))


def test_a_removed_unit_takes_its_words_with_it(county):
    with county.book.change("add"):
        new = units.add_unit(county.book, code="U9", name="新镇", group=county.towns, sort=9)
        explain_word(county.book, SenderWord(WordKind.BASIS, "完成", "month", new))
        units.remove_unit(county.book, new)
    assert not sender_words(county.book)
