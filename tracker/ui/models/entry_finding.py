"""Finding a text in the entry grid: in names, in figures as they are shown and in full, in what was typed for them, in notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.domain.indicator import IndicatorId
from tracker.domain.parsing_width import fold
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.store.book import Book
from tracker.store.figures import figures
from tracker.ui.models.entry_model import EntryModel
from tracker.ui.widgets.grid_moves import At, Span


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, in any letter case and width; `whole`: the cell must say just that.

    `to_replace` looks only into what can be replaced: the texts of the cells in which one types, as an editor would show them.
    """

    text: str
    whole: bool = False
    to_replace: bool = False

    def is_in(self, text: str) -> bool:
        needle, hay = folded(self.text), folded(text)
        return needle == hay if self.whole else needle in hay

    def replaced(self, text: str, by: str) -> str:
        """The text with every place that matches replaced; the whole of it where only the folded one matches."""
        found, count = re.subn(re.escape(self.text), lambda _match: by, text, flags=re.IGNORECASE)
        return by if self.whole or (not count and self.is_in(text)) else found


def folded(text: str) -> str:
    """The text without the differences that nobody means when looking for something."""
    return fold(text).casefold()


def matches(model: EntryModel, wanted: Wanted, spans: Sequence[Span] = ()) -> Iterator[At]:
    """The cells in which it is found, row by row, in all of the grid or within `spans`; column 0 is a name."""
    if not wanted.text or model.sheet is None:
        return
    typed = _TypedTexts(model.sheet.book)
    for row in range(model.last_row + 1):
        for column in range(model.last_column + 1):
            at = At(row, column)
            inside = not spans or any(span.holds(at) for span in spans)
            if inside and any(map(wanted.is_in, _texts(model, at, typed, wanted))):
                yield at


def _texts(model: EntryModel, at: At, typed: _TypedTexts, wanted: Wanted) -> Iterator[str]:
    """All that the cell says, "" never."""
    if wanted.to_replace:
        if model.typing(*at, "") is not None and model.is_filled(*at):
            yield model.edit_text(*at)
        return
    cell = model.any_cell(*at)
    if cell.text:
        yield cell.text
    if at.column >= model.first_column:
        said = (model.plain_text(*at), str(getattr(cell, "note", "")), typed.at(model, at))
        yield from filter(None, said)


class _TypedTexts:
    """What was typed for the figures of a month, read once for all of them."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._months: dict[Month, dict[tuple[UnitId, IndicatorId], str]] = {}

    def at(self, model: EntryModel, at: At) -> str:
        """The text typed for the figure of a cell in which one types."""
        spot, subject = model.spot(*at), model.subject(*at)
        if spot is None or spot.unit is None or spot.indicator is None or subject is None or not subject.typed:
            return ""
        if spot.month not in self._months:
            found = figures(self._book, month=spot.month)
            self._months[spot.month] = {(figure.unit, figure.indicator): figure.typed for figure in found if figure.typed}
        return self._months[spot.month].get((spot.unit, spot.indicator), "")
