"""The ticks of the lines of 收表, and what the foot of the page says of the line in hand."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.i18n import tr
from tracker.ui.models.intake_batch import Batch, Standing
from tracker.ui.models.intake_lines import IntakeLine, reason_text

_DISPUTES = frozenset({Standing.DISPUTED, Standing.PASSED_OVER})


def tick_of(batch: Batch, line: IntakeLine) -> bool | None:
    """Whether the line is ticked, a heading where all under it are that are undisputed; None where nothing is to be ticked."""
    if line.is_heading:
        those = [batch.is_ticked(file, cell) for file, cell in line.of if cell.is_taken]
        return all(those) if those else None
    if line.cell is None or line.file is None or not batch.can_tick(line.cell):
        return None
    return batch.is_ticked(line.file, line.cell)


def tick_lines(batch: Batch, lines: Sequence[IntakeLine]) -> bool:
    """Tick what can be, or take the ticks away where the first has one; whether there was anything to tick.

    A dispute is never settled in passing: a heading ticks what is undisputed alone, several lines what is disputed where all of
    them are, about a figure each.
    """
    first = next((tick for line in lines if (tick := tick_of(batch, line)) is not None), None)
    if first is None:
        return False
    meant = _are_meant(lines)
    for line in lines:
        if line.is_heading:
            batch.tick([pair for pair in line.of if pair[1].is_taken or first], on=not first)
        elif line.cell is not None and line.file is not None and (first or meant or line.standing not in _DISPUTES):
            batch.tick([(line.file, line.cell)], on=not first)
    return True


def _are_meant(lines: Sequence[IntakeLine]) -> bool:
    """Whether a tick of the lines settles disputes: it is of disputes alone, and never of two rivals."""
    keys = [line.cell.key for line in lines if line.cell is not None and line.standing in _DISPUTES]
    return len(keys) == len(lines) == len(set(keys))


def foot_text(batch: Batch, line: IntakeLine | None) -> str:
    """Why the line in hand is as it is; else whether a person is waited for."""
    reason = "" if line is None else reason_text(line)
    if reason or not batch.plan.files:
        return reason
    waiting = batch.disputed()
    if waiting:
        return tr("{count} figures are in dispute: tick which one holds.", count=waiting)
    return tr("Nothing is in dispute.")
