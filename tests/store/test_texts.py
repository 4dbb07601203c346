from __future__ import annotations

from decimal import Decimal

import pytest

from tracker.store.faults import NameIsBlank, TextUnusable
from tracker.store.texts import decimal_text, name_of, storable


@pytest.mark.parametrize("text", ["", "云", "㙟垴𬒗", "a\tb\nc", "'; DROP TABLE unit; --"])
def test_any_real_text_is_stored_as_it_is(text: str) -> None:
    assert storable(text) == text


@pytest.mark.parametrize("text", ["a\0b", "half a pair \ud83d"])
def test_a_broken_text_is_refused_and_shown(text: str) -> None:
    with pytest.raises(TextUnusable) as told:
        storable(text)
    assert str(told.value).isprintable()


def test_a_name_has_no_blanks_around_it() -> None:
    assert name_of("\u3000 城关镇\t") == "城关镇"
    with pytest.raises(NameIsBlank):
        name_of("\u3000")


@pytest.mark.parametrize(
    ("value", "text"), [("0.50", "0.5"), ("1E+2", "100"), ("1E-8", "0.00000001"), ("-0.0", "0"), ("30", "30")]
)
def test_a_decimal_is_stored_without_exponent(value: str, text: str) -> None:
    assert decimal_text(Decimal(value)) == text
