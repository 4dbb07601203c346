"""The receipt (回执) of a sender: what of its files was taken, changed or refused, and why; as text to send back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tracker.domain.amount import format_number
from tracker.domain.period import Month
from tracker.domain.unit import Unit
from tracker.exchange.submissions.month_words import month_name
from tracker.exchange.submissions.plan import Plan, PlannedCell, PlannedFile, Status
from tracker.i18n import tr

Key = tuple[str, int, int, Month, str]


@dataclass(frozen=True, slots=True)
class Receipt:
    """One sender's receipt: the unit, None for files of which nobody could be told; its title and its lines in order."""

    unit: Unit | None
    title: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole receipt, a line each."""
        return "\n".join((self.title, *self.lines)) + "\n"


def key_of(file: PlannedFile, cell: PlannedCell) -> Key:
    """What tells the cell from every other one of the plan."""
    return (file.name, *cell.key, cell.where)


def receipts(plan: Plan, written: Collection[Key]) -> list[Receipt]:
    """A receipt for every sender, by the units' order; `written` are the cells that were taken into the book."""
    units = {cell.unit.id: cell.unit for _, cell in plan.cells()}
    made = [_receipt(unit, plan, written) for unit in sorted(units.values(), key=lambda unit: (unit.sort, unit.id))]
    nobodys = [file for file in plan.files if not file.cells]
    if nobodys:
        lines = (line for file in nobodys for line in (tr("{file}: nothing could be taken.", file=file.name), *_remarks(file)))
        made.append(Receipt(None, tr("Files of which nothing could be taken"), tuple(lines)))
    return made


def _receipt(unit: Unit, plan: Plan, written: Collection[Key]) -> Receipt:
    files = [file for file in plan.files if any(cell.unit.id == unit.id for cell in file.cells)]
    months = sorted({cell.month for _, cell in plan.cells() if cell.unit.id == unit.id})
    title = tr("{unit}: receipt for {months}", unit=unit.name, months=tr(", ").join(map(month_name, months)))
    return Receipt(unit, title, tuple(line for file in files for line in _lines(unit, file, written)))


def _lines(unit: Unit, file: PlannedFile, written: Collection[Key]) -> Iterator[str]:
    own = [cell for cell in file.cells if cell.unit.id == unit.id]
    taken = [cell for cell in own if key_of(file, cell) in written]
    yield tr(
        "{file}: {taken} figures taken, {same} were there already, {left} not taken.",
        file=file.name,
        taken=len(taken),
        same=sum(cell.status is Status.SAME for cell in own),
        left=sum(cell.status is not Status.SAME for cell in own) - len(taken),
    )
    for cell in taken:
        yield tr("Taken: {what}", what=_change(cell))
    for cell in own:
        if cell.status is not Status.SAME and cell not in taken:
            yield tr(
                "Not taken: {place}, {indicator}: {reason}", place=cell.where, indicator=cell.indicator.name, reason=_why(cell)
            )
    if {cell.unit.id for cell in file.cells} == {unit.id}:
        yield from _remarks(file)


def _change(cell: PlannedCell) -> str:
    value = format_number(cell.value, cell.indicator.decimals)
    what = f"{cell.indicator.name} {month_name(cell.month)} {value} {cell.indicator.unit}".rstrip()
    return what if cell.old is None else tr("{what} (was {old})", what=what, old=format_number(cell.old, cell.indicator.decimals))


def _why(cell: PlannedCell) -> str:
    return cell.reason or tr("the office has not taken it over.")


def _remarks(file: PlannedFile) -> Sequence[str]:
    return [
        tr("Please check: {place}: {reason}", place=one.where, reason=" ".join(filter(None, (one.text, one.reason))))
        for one in file.remarks
    ]
