"""A plan as a person reads it at the terminal: a line a file, then what changes and what waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tracker.domain.amount import format_number
from tracker.exchange.submissions.plan import Plan, PlannedCell, PlannedFile, Status
from tracker.i18n import mark, tr

STATUS_WORDS = {
    Status.NEW: mark("new figures"),
    Status.SAME: mark("already there"),
    Status.CHANGED: mark("changed figures"),
    Status.CONFLICT: mark("in dispute"),
    Status.REFUSED: mark("refused"),
}
_TOLD = (Status.CHANGED, Status.CONFLICT, Status.REFUSED)


def plan_text(plan: Plan, *, applied: bool) -> Iterator[str]:
    """The lines, each with its line end; `applied` tells whether what is undisputed was written."""
    for file in plan.files:
        yield f"{file.name}: {counted(file)}\n"
        yield from (f"  {line}\n" for line in details(file))
    written = plan.count(Status.NEW) + plan.count(Status.CHANGED)
    waiting = plan.count(Status.CONFLICT) + plan.count(Status.REFUSED)
    if applied:
        yield tr("Written: {written} figures. Waiting for a person: {waiting}.", written=written, waiting=waiting) + "\n"
    else:
        yield tr("Would be written: {written} figures. Waiting for a person: {waiting}.", written=written, waiting=waiting) + "\n"


def counted(file: PlannedFile) -> str:
    """How many cells of the file have which status: "8 new figures, 1 in dispute"."""
    count = Counter(cell.status for cell in file.cells)
    parts = [tr("{count} {what}", count=count[status], what=tr(STATUS_WORDS[status])) for status in Status if count[status]]
    return tr(", ").join(parts) or tr("nothing taken")


def details(file: PlannedFile) -> Iterator[str]:
    """What changes, waits or is refused in the file, each with its cell, then the remarks."""
    yield from (_cell(cell) for cell in file.cells if cell.status in _TOLD)
    for remark in file.remarks:
        text = f"“{remark.text}” " if remark.text and remark.text not in remark.reason and remark.text != remark.where else ""
        yield tr("{place}: {text}{reason}", place=remark.where, text=text, reason=remark.reason)


def _cell(cell: PlannedCell) -> str:
    what = f"{cell.unit.name} · {cell.indicator.name} · {cell.month}"
    if cell.status is Status.REFUSED:
        return tr("{place}: {what}: {reason}", place=cell.where, what=what, reason=cell.reason)
    change = tr("{old} → {new}", old=_amount(cell, old=True), new=_amount(cell, old=False))
    return " ".join(part for part in (f"{cell.where}: {what}: {change}", cell.reason) if part)


def _amount(cell: PlannedCell, *, old: bool) -> str:
    value = cell.old if old else cell.value
    return tr("blank") if value is None else format_number(value, cell.indicator.decimals)
