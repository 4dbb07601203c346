"""The page 榜单 as lines: each list's heading with its rule, whom it names or why nobody, in one column after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.domain.unit import GroupId, UnitId
from tracker.i18n import tr
from tracker.metrics.lists_named import ListKind, Named, NamedList
from tracker.ui.models.record_model import RecordColumn

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    Draw = Callable[[QPainter, QRect, "ListLine"], None]


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line: a heading where `named` is None and nothing is `said`, why nobody is named where something is, else who is."""

    of: NamedList
    named: Named | None = None
    said: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether a list begins here."""
        return self.named is None and not self.said

    @property
    def unit(self) -> UnitId | None:
        """Whom the line names; None for a heading, a group's lights, and where nobody is named."""
        return None if self.named is None or self.named.unit is None else self.named.unit.id


@dataclass(frozen=True, slots=True)
class ListChoice:
    """Which lists are shown, and of which group; None for all."""

    kind: ListKind | None = None
    group: GroupId | None = None


def list_lines(lists: Iterable[NamedList], choice: ListChoice) -> list[ListLine]:
    """The lines of the lists that are chosen."""
    return [line for one in lists if choice.kind in (None, one.kind) for line in _lines(one, choice.group)]


def _lines(of: NamedList, group: GroupId | None) -> Iterator[ListLine]:
    shown = [one for one in of.named if group in (None, one.group.id)]
    yield ListLine(of)
    if of.nobody:
        yield ListLine(of, said=of.nobody)
    elif not shown:
        yield ListLine(of, said=tr("Nobody of the chosen group is on it."))
    for one in shown:
        yield ListLine(of, one)


def heading_text(of: NamedList) -> str:
    """The list's name and how many are on it; lights and firsts and lasts are not counted."""
    return of.title if of.kind in (ListKind.LIGHTS, ListKind.ENDS) else tr("{list} {count}", list=of.title, count=of.count)


def line_text(line: ListLine) -> str:
    """What stands in the first column, of a heading and of why nobody is named over all of them."""
    if line.named is not None:
        return line.named.name
    return line.said or tr("{list}: {rule}", list=heading_text(line.of), rule=line.of.rule or tr("no rule"))


def list_columns(draw_name: Draw, draw_verdict: Draw) -> tuple[RecordColumn[ListLine], ...]:
    """Who, of which group, what is said of it, and with which evidence."""
    return (
        RecordColumn(tr("Unit"), line_text, 148, draw=draw_name),
        RecordColumn(tr("Group"), _group, 104, color=_quiet),
        RecordColumn(tr("Finding"), lambda line: "" if line.named is None else line.named.verdict, 144, draw=draw_verdict),
        RecordColumn(tr("Evidence"), lambda line: "" if line.named is None else line.named.evidence, color=line_color),
    )


def verdict_color(line: ListLine) -> str:
    """The colour token of the finding: good and bad only where somebody is praised or warned."""
    if line.named is None or line.named.spared:
        return "text2"
    return {ListKind.RED: "good", ListKind.BLACK: "bad", ListKind.RUNNING: "bad"}.get(line.of.kind, "text")


def kinds_offered(lists: Sequence[NamedList]) -> list[tuple[object, str]]:
    """The kinds of lists that can be chosen alone, with how many are on them."""
    found: dict[ListKind, str] = {}
    for one in lists:
        found.setdefault(one.kind, heading_text(one))
    return [(None, tr("All")), *found.items()]


def _group(line: ListLine) -> str:
    return "" if line.named is None or line.named.unit is None else line.named.group.name


def line_color(line: ListLine) -> str:
    """The colour token of what a line says: quiet where nobody is on the list, or where somebody is only shown beside it."""
    return "text2" if line.named is None or line.named.spared else "text"


def _quiet(_line: ListLine) -> str:
    return "text2"
