"""A receipt (回执) on paper: its title, then its lines, on A4."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.reports.drawing import Drawing
from tracker.reports.faces import Faces
from tracker.reports.titles import date_text
from tracker.reports.typesetting import typesetter
from tracker.reports.wording import one_line, tr

TEMPLATE = "receipt.typ"


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """A page or more for one sender."""

    title: str
    lines: tuple[str, ...]


def receipts_pdf(papers: Sequence[ReceiptPaper], *, office: str, date: datetime.date) -> bytes:
    """The receipts as one PDF/A-2b, each on a page of its own; raises ReportError where a font or a character is missing."""
    content = {
        "papers": [{"title": one_line(one.title), "lines": [one_line(line) for line in one.lines]} for one in papers],
        "office": one_line(office),
        "dated": date_text(date),
        "title": tr("Receipts"),
        "date": [date.year, date.month, date.day],
    }
    texts = (*(text for one in papers for text in (one.title, *one.lines)), office, date_text(date), tr("Receipts"))

    def inputs(faces: Faces) -> Mapping[str, object]:
        families = {"sans": [faces.text.family, faces.sans.family], "serif": [faces.serif.family]}
        return {"receipts": content | {"families": families}}

    return typesetter().set(Drawing(TEMPLATE, texts, date, inputs))[0]
