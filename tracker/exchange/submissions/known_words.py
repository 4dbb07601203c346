"""The words that the office has explained, for reading: everybody's, and with them those of one sender."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.sender_word import SenderWord, WordKind
from tracker.domain.unit import Unit, UnitId
from tracker.exchange.submissions.names import KnownWords
from tracker.exchange.submissions.words import Basis, bare


def known_words(
    told: Sequence[SenderWord], units: Sequence[Unit], indicators: Sequence[Indicator], sender: UnitId | None = None
) -> KnownWords:
    """Everybody's words, over them the sender's own; a word for a unit or an indicator that is gone means nothing."""
    unit_codes = {unit.code: unit.id for unit in units}
    indicator_codes = {one.code: one.id for one in indicators}
    bases: dict[str, Basis | None] = {}
    named: dict[str, IndicatorId | None] = {}
    senders: dict[str, UnitId] = {}
    for word in (word for who in dict.fromkeys((None, sender)) for word in told if word.sender == who):
        text = bare(word.text)
        if word.kind is WordKind.UNIT and word.meaning in unit_codes:
            senders[text] = unit_codes[word.meaning]
        elif word.kind is WordKind.INDICATOR and (not word.meaning or word.meaning in indicator_codes):
            named[text] = indicator_codes[word.meaning] if word.meaning else None
        elif word.kind is WordKind.BASIS and word.meaning in {"", *Basis}:
            bases[text] = Basis(word.meaning) if word.meaning else None
    return KnownWords(senders, named, bases)
