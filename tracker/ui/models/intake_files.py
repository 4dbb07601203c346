"""The files of a batch as lines: the state of each as a whole, and how its figures stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tracker.exchange.submissions.plan import PlannedFile
from tracker.i18n import tr
from tracker.ui.models.intake_batch import WAITING, Batch, Standing
from tracker.ui.models.intake_lines import WORDS


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file by its name, "" for all of them; its state as a colour token, and in words."""

    name: str
    title: str
    state: str
    words: str


def file_lines(batch: Batch) -> list[FileLine]:
    """A line for all of them, then one for each; none while there is no file."""
    lines = [FileLine(file.name, file.name, _state(batch, file), counts_text(batch, file)) for file in batch.plan.files]
    if not lines:
        return []
    waiting = sum(line.state != "good" for line in lines)
    words = tr("{count} wait for a person", count=waiting) if waiting else tr("All of them are clear")
    return [FileLine("", tr("All {count} files", count=len(lines)), "text2", words), *lines]


def counts_text(batch: Batch, file: PlannedFile) -> str:
    """How many cells of the file stand how: 8 新增、1 有争议; why nothing of it was taken where that is so."""
    if not file.cells:
        return file.remarks[0].reason if file.remarks else tr("nothing taken")
    count = Counter(batch.standing(cell) for cell in file.cells)
    parts = [tr("{count} {what}", count=count[standing], what=tr(WORDS[standing])) for standing in Standing if count[standing]]
    remarks = sum(remark.needs_person for remark in file.remarks)
    if remarks:
        parts.append(tr("{count} to look at", count=remarks))
    return tr(", ").join(parts)


def _state(batch: Batch, file: PlannedFile) -> str:
    """A colour token: bad where nothing could be taken, warn where something waits, else good."""
    if not file.cells:
        return "bad"
    waits = any(batch.standing(cell) in WAITING for cell in file.cells) or any(one.needs_person for one in file.remarks)
    return "warn" if waits else "good"
