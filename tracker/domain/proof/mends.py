"""Wording that bulletins get wrong: % where 个百分点 is meant (of a gap, of what a rate moves by), 增长 −N%, 下降 −N%, 下降N倍.

Chinese here is data: the phrases themselves, and what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.domain.proof.pace import AHEAD, BEHIND, PACE
from tracker.i18n import tr

_NUMBER = r"[0-9]{1,15}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,10})?"
_RISES = "增长|增幅|增速|增加|上升|提高"
_FALLS = "下降|减少|降低|下滑|回落|降幅"
_LINK = "(?:了|为|达|达到|:)?"
_PACE_VERB = f"(?:{AHEAD}|{BEHIND})"

_GAP = re.compile(
    rf"(?P<verb>{_PACE_VERB})(?P<pace>{PACE})(?P<link>{_LINK})(?P<minus>-)?(?P<number>{_NUMBER})(?P<unit>%|个百分点|百分点)"
    rf"|(?P<words>[比较与]{PACE}(?:相比)?{_PACE_VERB}(?:了|出)?)(?P<points>{_NUMBER})%"
)
_NEGATIVE = re.compile(
    rf"(?P<negative>负)?(?P<verb>{_RISES}|{_FALLS})(?P<link>{_LINK})-(?P<number>{_NUMBER})(?P<unit>%|个百分点|百分点)"
)
_RATE_MOVED = re.compile(
    rf"(?:率|占比|比重|比例|增速|增幅|降幅)(?:{_LINK}{_NUMBER}%[,，、(]?)?(?:同比|环比|[比较](?:上年|去年)(?:同期|同月)?|[比较]上个?月)"
    rf"(?P<moved>(?:提高|提升|上升|下降|降低|回落|加快|收窄|扩大)了?)(?P<number>{_NUMBER})%"
)
_FALLS_TIMES = re.compile(rf"(?:{_FALLS}){_LINK}{_NUMBER}倍")


@dataclass(frozen=True, slots=True)
class Mend:
    """A span of the plain text that is worded wrong, and the sentence that says what to write instead."""

    start: int
    end: int
    sentence: str


def mends(text: str) -> list[Mend]:
    """What of a plain text wants other words, in the order of the text."""
    found = [*_gaps(text), *_rates_moved(text), *_negatives(text), *_falls_in_times(text)]
    return sorted(found, key=lambda mend: mend.start)


def _gaps(text: str) -> Iterator[Mend]:
    for match in _GAP.finditer(text):
        start, end = match.span()
        if match["words"]:
            if not text.startswith("的", end):
                yield Mend(start, end, _points(f"{match['words']}{match['points']}个百分点"))
            continue
        stated = text.startswith("的", end) or (text[end : end + 1] == ")")
        verb, number = match["verb"], match["number"]
        if match["minus"]:
            other = "落后" if re.fullmatch(AHEAD, verb) else "超"
            sentence = tr(
                "The words say the direction, the number has no minus: write “{better}”.",
                better=f"{other}{match['pace']}{number}个百分点",
            )
            yield Mend(start, end, sentence)
        elif match["unit"] == "%" and not stated:
            yield Mend(start, end, _points(f"{verb}{match['pace']}{number}个百分点"))


def _points(better: str) -> str:
    return tr("The distance to the pace is in percentage points: write “{better}”.", better=better)


def _rates_moved(text: str) -> Iterator[Mend]:
    for match in _RATE_MOVED.finditer(text):
        better = f"{match['moved']}{match['number']}个百分点"
        yield Mend(*match.span(), tr("What a rate moves by is in percentage points: write “{better}”.", better=better))


def _negatives(text: str) -> Iterator[Mend]:
    for match in _NEGATIVE.finditer(text):
        better = f"下降{match['number']}{match['unit']}"
        if re.fullmatch(_RISES, match["verb"]) and not match["negative"]:
            sentence = tr("A fall is not a negative growth: write “{better}”.", better=better)
        else:
            sentence = tr("The word says that it fell, the number has no minus: write “{better}”.", better=better)
        yield Mend(*match.span(), sentence)


def _falls_in_times(text: str) -> Iterator[Mend]:
    for match in _FALLS_TIMES.finditer(text):
        yield Mend(*match.span(), tr("Nothing falls by a multiple of itself: give the fall in %."))
