"""How a file was understood, as questions with the answer in force: whose, of when, what each column and unknown word means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.domain.indicator import Indicator, Kind
from tracker.domain.period import Month
from tracker.domain.sender_word import SenderWord, WordKind
from tracker.domain.unit import Unit, UnitId
from tracker.exchange.submissions.plan import PlannedFile
from tracker.exchange.submissions.understanding import Told, UnderstoodColumn, UnderstoodSheet
from tracker.exchange.submissions.words import Basis
from tracker.i18n import mark, tr
from tracker.ui.months import month_text

BASES = {
    Basis.MONTH.value: mark("Month’s own"),
    Basis.CUMULATIVE.value: mark("Cumulative"),
    "": mark("Not taken"),
}
_BEFORE, _AFTER = 14, 1
"""Months offered round the one in view."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a choice says: of this file alone, or of a word for ever; neither where it changes nothing."""

    told: Told | None = None
    word: SenderWord | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What can be corrected: its words, the answers, the one in force. `waits` where the answer is needed."""

    label: str
    answers: tuple[tuple[Answer, str], ...]
    chosen: Answer
    waits: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What answers are made of: the book's units and indicators, the month in view."""

    units: Sequence[Unit]
    indicators: Sequence[Indicator]
    month: Month


def questions(file: PlannedFile, told: Told | None, about: About) -> list[Question]:
    """The questions of one file; none where it could not be read at all."""
    if not file.understood.sheets and not file.understood.file.sheets:
        return []
    now = told or Told()
    return [_unit(file, now, about), _month(file, now, about), *_unknown(file, about), *_columns(file)]


def sender_of(file: PlannedFile) -> UnitId | None:
    """Whose words the file's are; None where it is nobody's alone."""
    senders = {sheet.context.unit for sheet in file.understood.sheets} - {None}
    return senders.pop() if len(senders) == 1 else None


def _unit(file: PlannedFile, now: Told, about: About) -> Question:
    """A sender's name that is not known is remembered; where the file names a known unit, the answer is of this file alone."""
    names = {unit.id: unit.name for unit in about.units}
    found = dict.fromkeys(sheet.context.unit for sheet in file.understood.sheets)
    known = tr(", ").join(names[one] for one in found if one is not None)
    strange = next((one.word for one in file.remarks if one.unknown is WordKind.UNIT and one.word in _senders(file)), "")
    waits = now.unit is None and not known and not any(file.cells)
    said = known or (tr("several, by the rows") if file.cells else tr("not known"))
    first = tr("As the file says") if now.unit is not None else tr("{what}, by the file", what=said)
    answers = [(Answer(replace(now, unit=None)), first)]
    for unit in about.units:
        word = SenderWord(WordKind.UNIT, strange, unit.code)
        answers.append((Answer(word=word) if strange else Answer(replace(now, unit=unit.id)), unit.name))
    return Question(tr("Reporting unit"), tuple(answers), Answer(replace(now, unit=now.unit)), waits)


def _month(file: PlannedFile, now: Told, about: About) -> Question:
    found = dict.fromkeys(sheet.context.month for sheet in file.understood.sheets)
    known = tr(", ").join(month_text(one) for one in found if one is not None) or tr("not known")
    if known == tr("not known") and file.cells:
        known = tr("several, by the columns")
    first = tr("As the file says") if now.month is not None else tr("{what}, by the file", what=known)
    offered = [about.month.plus(step) for step in range(_AFTER, -_BEFORE - 1, -1)]
    answers = [
        (Answer(replace(now, month=None)), first),
        *((Answer(replace(now, month=one)), month_text(one)) for one in offered),
    ]
    waits = now.month is None and not any(found) and not file.cells
    return Question(tr("Reported month"), tuple(answers), Answer(replace(now, month=now.month)), waits)


def _unknown(file: PlannedFile, about: About) -> Iterator[Question]:
    """Words that name nothing of the book's yet: what they mean, or that they are passed over."""
    sender = sender_of(file)
    seen = dict.fromkeys((one.unknown, one.word) for one in file.remarks if one.unknown is not None and one.word)
    for kind, word in seen:
        if kind is WordKind.UNIT and word in _senders(file):
            continue  # asked above
        answers = [(Answer(), tr("Choose…"))]
        if kind is WordKind.UNIT:
            answers += [(Answer(word=SenderWord(kind, word, unit.code)), unit.name) for unit in about.units]
        else:
            reported = [one for one in about.indicators if one.kind is not Kind.RATIO]
            answers += [(Answer(word=SenderWord(WordKind.INDICATOR, word, one.code, sender)), one.name) for one in reported]
        answers.append((Answer(word=SenderWord(WordKind.INDICATOR, word, "", sender)), tr("Not taken")))
        yield Question(tr("“{word}” is", word=word), tuple(answers), Answer(), waits=True)


def _columns(file: PlannedFile) -> Iterator[Question]:
    """Each heading once: whether the figures under it count the month or January to it, or are not taken."""
    sender = sender_of(file)
    asked: set[str] = set()
    there = [(sheet, column) for sheet in file.understood.sheets for column in sheet.columns]
    for sheet, column in there:
        word = column.heading.split(" ")[-1]  # the lowest level: what is explained holds wherever it stands
        if word not in asked:
            asked.add(word)
            answers = {key: Answer(word=SenderWord(WordKind.BASIS, word, key, sender)) for key in BASES}
            texts = tuple((answers[key], tr(text)) for key, text in BASES.items())
            yield Question(word, texts, answers[_basis(sheet, column)])


def _basis(sheet: UnderstoodSheet, column: UnderstoodColumn) -> str:
    if column.passed_over:
        return ""
    return (column.facts.basis or sheet.context.basis or Basis.MONTH).value


def _senders(file: PlannedFile) -> set[str]:
    return {sheet.sender for sheet in file.understood.sheets}
