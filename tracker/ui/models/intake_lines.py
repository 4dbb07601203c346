"""The table of 收表 as lines: under each file or unit what every cell would do to its figure, and what a person should know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tracker.domain.amount import format_number
from tracker.exchange.submissions.facts import Remark
from tracker.exchange.submissions.plan import PlannedCell, PlannedFile
from tracker.i18n import mark, tr
from tracker.ui.models.intake_batch import WAITING, Batch, Standing

WORDS = {
    Standing.NEW: mark("new figure"),
    Standing.CHANGED: mark("changed figure"),
    Standing.DISPUTED: mark("disputed"),
    Standing.LOCKED: mark("published, locked"),
    Standing.REFUSED: mark("not acceptable"),
    Standing.SAME: mark("there already"),
    Standing.REPEATED: mark("in another file too"),
    Standing.CHOSEN: mark("chosen, in the book"),
    Standing.PASSED_OVER: mark("the other was chosen"),
}


class Shown(StrEnum):
    """Which lines are shown."""

    ALL = "all"
    WAITING = "waiting"
    CHANGED = "changed"
    NEW = "new"
    REFUSED = "refused"


SHOWN_WORDS = {
    Shown.ALL: mark("All"),
    Shown.WAITING: mark("Waits for a person"),
    Shown.CHANGED: mark("Changed figures"),
    Shown.NEW: mark("New figures"),
    Shown.REFUSED: mark("Not acceptable"),
}
_STANDINGS = {
    Shown.ALL: frozenset(Standing),
    Shown.WAITING: WAITING,
    Shown.CHANGED: frozenset({Standing.CHANGED}),
    Shown.NEW: frozenset({Standing.NEW}),
    Shown.REFUSED: frozenset({Standing.REFUSED, Standing.LOCKED}),
}


@dataclass(frozen=True, slots=True)
class IntakeChoice:
    """What is shown: of one file or of all, which lines, under files or under units."""

    file: str | None = None
    shown: Shown = Shown.ALL
    by_unit: bool = False


@dataclass(frozen=True, slots=True)
class IntakeLine:
    """A heading where neither a cell nor a remark is there; `of` are the cells under it."""

    title: str = ""
    file: PlannedFile | None = None
    cell: PlannedCell | None = None
    remark: Remark | None = None
    standing: Standing | None = None
    of: tuple[tuple[PlannedFile, PlannedCell], ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether a file or a unit begins here."""
        return self.cell is None and self.remark is None


def intake_lines(batch: Batch, choice: IntakeChoice) -> list[IntakeLine]:
    """The lines that are chosen; a heading without lines is none."""
    files = [file for file in batch.plan.files if choice.file in (None, file.name)]
    lines = [line for file in files for line in _lines(batch, file, choice.shown)]
    headings: dict[str, list[IntakeLine]] = {}
    order = {unit.name: (unit.sort, unit.id) for file in files for unit in (cell.unit for cell in file.cells)}
    for line in lines:
        headings.setdefault(_title(line, by_unit=choice.by_unit), []).append(line)
    titles = sorted(headings, key=lambda title: order.get(title, (10**9, 0))) if choice.by_unit else list(headings)
    return [made for title in titles for made in (_heading(title, headings[title]), *headings[title])]


def _lines(batch: Batch, file: PlannedFile, shown: Shown) -> Iterator[IntakeLine]:
    for cell in file.cells:
        standing = batch.standing(cell)
        if standing in _STANDINGS[shown]:
            yield IntakeLine(file=file, cell=cell, standing=standing)
    if shown in (Shown.ALL, Shown.WAITING, Shown.REFUSED):
        yield from (IntakeLine(file=file, remark=one) for one in file.remarks if one.needs_person or shown is Shown.ALL)


def _title(line: IntakeLine, *, by_unit: bool) -> str:
    if line.file is None or not by_unit:
        return "" if line.file is None else line.file.name
    if line.cell is not None:
        return line.cell.unit.name
    units = {cell.unit.name for cell in line.file.cells}
    return units.pop() if len(units) == 1 else tr("Of no single unit")


def _heading(title: str, lines: Iterable[IntakeLine]) -> IntakeLine:
    there = list(lines)
    pairs = tuple((line.file, line.cell) for line in there if line.file is not None and line.cell is not None)
    return IntakeLine(title, there[0].file, of=pairs)


def old_text(cell: PlannedCell) -> str:
    """What the book has."""
    return tr("blank") if cell.old is None else format_number(cell.old, cell.indicator.decimals)


def sent_text(cell: PlannedCell) -> str:
    """What was sent, in the indicator's unit of measure; the text itself where it is no amount."""
    return cell.text if cell.value is None else format_number(cell.value, cell.indicator.decimals)


def place_text(line: IntakeLine) -> str:
    """Where it stands: the cell, else the sheet or the file."""
    where = line.cell.where if line.cell is not None else line.remark.where if line.remark is not None else ""
    return where.rstrip("!")


def reason_text(line: IntakeLine) -> str:
    """Why it is so, in a sentence; nothing where that is plain."""
    if line.cell is not None:
        if line.standing is Standing.LOCKED:
            return tr("{reason} Use “Correct what was published”.", reason=line.cell.reason)
        return line.cell.reason if line.standing in {Standing.DISPUTED, Standing.REFUSED, Standing.REPEATED} else ""
    return "" if line.remark is None else line.remark.reason
