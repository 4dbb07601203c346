"""这个数怎么来的: a derivation in words ready to be shown: numbered steps, and whose and which month's figures are in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from tracker.domain.amount import MINUS, MISSING, format_number
from tracker.domain.period import Month
from tracker.domain.scheme import SchemeLine
from tracker.i18n import tr
from tracker.metrics.derivation.origins import Origin
from tracker.metrics.derivation.steps import Derivation, Source, Step, TargetSource, Term
from tracker.metrics.whose import Whose

FindOrigin = Callable[[Source | TargetSource], Origin | None]
NUMBER = f"0123456789.,+{MINUS}{MISSING}"


@dataclass(frozen=True, slots=True)
class Input:
    """One number that went in: its name and amount, when it was entered and by whom ("" for a sum), all of that in a sentence.

    `place` is where it lies: a figure, a target, who or which line it is of, None for nowhere; `entry` is the journal's.
    """

    name: str
    shown: str
    when: str
    who: str
    told: str
    place: Source | TargetSource | Whose | SchemeLine | None
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class ReasonedStep:
    """A step; `total` is what its inputs come to, "" where they are not added up."""

    title: str
    text: str
    inputs: tuple[Input, ...] = ()
    total: str = ""


@dataclass(frozen=True, slots=True)
class Reasoned:
    """What is shown: whose number it is of what and of which month, the number and its measure, and its steps in order.

    `shown` is the number as a sentence has it, with its measure.
    """

    place: str
    month: Month
    shown: str
    figure: str
    measure: str
    steps: tuple[ReasonedStep, ...]

    @property
    def text(self) -> str:
        """All of it as plain lines, to be sent to whom it concerns."""
        head = tr("{place}, {month}: {figure}", place=self.place, month=self.month, figure=self.shown)
        return "\n".join([head, *(line for at, step in enumerate(self.steps, 1) for line in _lines(at, step))])


def reasoned(place: str, month: Month, derivation: Derivation, find: FindOrigin) -> Reasoned:
    """The derivation ready to be shown; `find` tells who entered what went in."""
    figure, measure = _parted(derivation.shown)
    steps = tuple(_step(step, find) for step in derivation.steps)
    return Reasoned(place, month, derivation.shown, figure, measure, steps)


def _parted(shown: str) -> tuple[str, str]:
    """A number and its unit of measure apart; words stay together."""
    digits = shown[: len(shown) - len(shown.lstrip(NUMBER))]
    return (digits, shown[len(digits) :].strip()) if digits else (shown, "")


def _step(step: Step, find: FindOrigin) -> ReasonedStep:
    inputs = (
        *(_of_term(term, find) for term in step.terms),
        *(Input(part.name, part.shown, "", part.note, part.name, part.whose) for part in step.parts),
        *(found for goal in step.goals if (found := _of_goal(goal, find)) is not None),
    )
    return ReasonedStep(step.title, step.text, inputs, step.total if len(inputs) > 1 else "")


def _of_term(term: Term, find: FindOrigin) -> Input:
    """A month's amount; where it is of several units, the newest change of any is told."""
    name = tr("M{number}", number=term.month.number)
    known = [(origin, source) for source in term.sources if (origin := find(source)) is not None]
    if not known:
        return Input(name, term.shown, "", "", name, next(iter(term.sources), None))
    origin, source = max(known, key=lambda pair: pair[0].at)
    return Input(name, term.shown, _day(origin.at), _who(origin), _sentence(origin), source, origin.entry)


def _of_goal(goal: TargetSource, find: FindOrigin) -> Input | None:
    """A target that was set; None where the journal knows of none, or only that it was taken away."""
    origin = find(goal)
    if origin is None or origin.value is None:
        return None
    shown = format_number(origin.value, goal.decimals)
    return Input(tr("Set, as entered"), shown, _day(origin.at), _who(origin), _sentence(origin), goal, origin.entry)


def _who(origin: Origin) -> str:
    return tr("imported") if origin.source else origin.name


def _day(at: datetime) -> str:
    """The day; with its year where that is not this one."""
    local = at.astimezone()
    return f"{local:%m-%d}" if local.year == datetime.now().astimezone().year else f"{local:%Y-%m-%d}"


def _sentence(origin: Origin) -> str:
    words = [f"{origin.at.astimezone():%Y-%m-%d %H:%M}", origin.name, origin.label]
    return " ".join(words) + (tr(" (from {source})", source=origin.source) if origin.source else "")


def _lines(number: int, step: ReasonedStep) -> Iterator[str]:
    first, *more = step.text.split("\n")
    yield tr("{number}. {title}: {text}", number=number, title=step.title, text=first)
    yield from (f"   {line}" for line in more)
    for each in step.inputs:
        yield f"   {each.name}  {each.shown}  {each.when} {each.who}".rstrip()
    if step.total:
        yield tr("   In all  {total}", total=step.total)
