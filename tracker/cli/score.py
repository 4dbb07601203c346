"""`tracker rank --score`: a month's scores by the scheme of its year."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.console import write_bytes, write_text
from tracker.i18n import tr

if TYPE_CHECKING:
    from tracker.exchange.scores.choice import Scores
    from tracker.metrics.live import Live
    from tracker.store.book import Book

DOCUMENTS = frozenset({"pdf", "xlsx"})


def check_usage(indicators: tuple[str, ...]) -> None:
    """Raise a usage error where something was asked for that the score does not have."""
    if indicators:
        raise click.UsageError(tr("A score counts all indicators of the scheme: leave --indicator out."))


def write_scores(book: Book, live: Live, group: str | None, form: str, output: Path | None) -> None:
    """Write the scores of the month that `live` shows."""
    from tracker.exchange.scores.as_csv import scores_csv
    from tracker.exchange.scores.as_json import scores_json
    from tracker.exchange.scores.as_text import scores_text
    from tracker.exchange.scores.choice import scores_of

    today = date.today()
    scores = scores_of(book, live, group, today=today)
    if form in DOCUMENTS:
        write_bytes(score_document(book, live, scores, form, today=today), output)
        return
    parts = {"json": scores_json, "csv": scores_csv, "table": scores_text}[form](scores)
    write_text(parts, output, encoding="utf-8-sig" if form == "csv" else "utf-8")


def score_document(book: Book, live: Live, scores: Scores, form: str, *, today: date) -> bytes:
    """The month's sheet of scores as PDF or as a workbook."""
    from tracker.metrics.shown import document_date
    from tracker.reports.imprint import Imprint
    from tracker.reports.score_sheet import score_sheet
    from tracker.reports.typesetting import pdf
    from tracker.reports.workbook.score_workbook import score_workbook_bytes

    imprint = Imprint.of(live.book, document_date(book, live.month, today))
    groups = [scores.group.id] if scores.group is not None else []
    if form == "xlsx":
        return score_workbook_bytes(live, scores.table, imprint=imprint, groups=groups)
    return pdf(score_sheet(live, scores.table, imprint=imprint, groups=groups))
