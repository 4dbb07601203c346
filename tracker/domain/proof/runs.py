"""The numbers of a text in their sentences: each, or each list of them (3.2、2.1亿元), with the words that lead to it.

Chinese here is data: what parts sentences, clauses and the members of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tracker.domain.proof.period import NO_FIGURE, PERIOD, is_certain, month_of
from tracker.domain.proof.quantity import QUANTITY, Quantity, quantity_of

LEAD = 60
"""Characters before a number that may say what it is."""

_TRAIL = 8
_TOKEN = re.compile(
    rf"(?P<paragraph_end>[\n\r\t\v\f\x85\u2028\u2029])|(?P<sentence_end>[。!?;])"
    rf"|(?P<period>{PERIOD.pattern})|(?P<no_figure>{NO_FIGURE.pattern})|(?P<quantity>{QUANTITY.pattern})"
)
_JOINED = re.compile("(?:、|和|及|与|以及|、和)")
_JOINED_IN_LIST = re.compile("[,，]")
_CLAUSE_END = re.compile(r"[,，;()]")
_OPENED = "(:“"


@dataclass(frozen=True, slots=True)
class Run:
    """One number, or several in a row with one unit of measure; `lead` are the words before them, `trail` those after."""

    quantities: tuple[Quantity, ...]
    lead: str
    trail: str
    sentence: int
    opens: bool
    """Whether the sentence begins with the lead: no other number stands before it."""
    clause: str
    """The words of the number's own clause: after the last comma, within an opened parenthesis also those before it."""
    enclosed: bool
    """Whether it stands in a parenthesis."""

    @property
    def last(self) -> Quantity:
        return self.quantities[-1]

    @property
    def start(self) -> int:
        return self.quantities[0].start

    @property
    def dimension(self) -> str:
        return self.last.dimension


@dataclass(frozen=True, slots=True)
class AsOf:
    """A period that the text names at `position`: January to `month`, surely or only perhaps."""

    position: int
    month: int
    certain: bool


@dataclass(slots=True)
class Paragraph:
    """The runs of a paragraph and the periods that it names, in the order of the text."""

    runs: list[Run] = field(default_factory=list)
    periods: list[AsOf] = field(default_factory=list)


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a plain text in which a number or a period stands; a tab ends one too, as in a pasted table."""
    reading = _Reading(text)
    for match in _TOKEN.finditer(text):
        if match["paragraph_end"]:
            yield from reading.close_paragraph()
        reading.take(match)
    yield from reading.close_paragraph()


class _Reading:
    """The paragraph that is being read, with the place from which the next number's lead counts."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraph = Paragraph()
        self._run: list[Quantity] = []
        self._run_lead = ""
        self._opens = True
        self._enclosed = self._run_enclosed = False
        self._sentence = 0
        self._from = 0

    def take(self, match: re.Match[str]) -> None:
        if match["quantity"]:
            self._take_quantity(quantity_of(match))
        elif match["period"]:
            month = month_of(match)
            if month is not None:
                self._paragraph.periods.append(AsOf(match.start(), month, is_certain(match)))
        elif not match["no_figure"]:
            self._close_run()
            self._sentence += 1
            self._from, self._opens, self._enclosed = match.end(), True, False

    def close_paragraph(self) -> Iterator[Paragraph]:
        self._close_run()
        if self._paragraph.runs or self._paragraph.periods:
            yield self._paragraph
        self._paragraph = Paragraph()

    def _take_quantity(self, quantity: Quantity) -> None:
        lead = self._text[max(self._from, quantity.start - LEAD) : quantity.start]
        self._pass_parentheses(quantity.start)
        if not self._continues(quantity, lead):
            self._close_run()
            self._run_lead, self._run_enclosed = lead, self._enclosed
        self._run.append(quantity)
        self._from = quantity.end

    def _pass_parentheses(self, end: int) -> None:
        opened, closed = self._text.rfind("(", self._from, end), self._text.rfind(")", self._from, end)
        if opened != closed:
            self._enclosed = opened > closed

    def _continues(self, quantity: Quantity, lead: str) -> bool:
        if not self._run:
            return False
        before = self._run[-1]
        listed = _JOINED.fullmatch(lead) or ("分别" in self._run_lead and _JOINED_IN_LIST.fullmatch(lead))
        alike = before.dimension == quantity.dimension or not before.unit.name
        return bool(listed) and (alike or (before.unit.name == "个" and quantity.dimension == "points"))

    def _close_run(self) -> None:
        if not self._run:
            return
        last = self._run[-1]
        same = tuple(one if one.dimension == last.dimension else one.measured_as(last) for one in self._run)
        trail = self._text[last.end : last.end + _TRAIL]
        clause = _CLAUSE_END.split(self._run_lead.rstrip(_OPENED))[-1]
        run = Run(same, self._run_lead, trail, self._sentence, self._opens, clause, self._run_enclosed)
        self._paragraph.runs.append(run)
        self._run, self._opens = [], False
