"""`tracker rank --score`: a month's scores by the scheme of its year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.cli.console import write_documents, write_text
from tracker.domain.period import Month
from tracker.i18n import tr

if TYPE_CHECKING:
    from tracker.exchange.scores.choice import Scores
    from tracker.metrics.live import Live
    from tracker.store.book import Book

DOCUMENTS = frozenset({"pdf", "xlsx", "png"})


def check_usage(indicators: tuple[str, ...]) -> None:
    """Raise a usage error where something was asked for that the score does not have."""
    if indicators:
        raise click.UsageError(tr("A score counts all indicators of the scheme: leave --indicator out."))


def write_scores(  # noqa: PLR0913 - one argument an option
    book: Book, live: Live, group: str | None, form: str, output: Path | None, *, against: Month | None
) -> None:
    """Write the scores of the month that `live` shows; with `against` beside those by that month's scheme."""
    if form not in DOCUMENTS:
        parts = _scores(book, live, group, form) if against is None else _side_by_side(book, live, group, form, against)
        write_text(parts, output, encoding="utf-8-sig" if form == "csv" else "utf-8")
        return
    if against is not None:
        raise click.UsageError(tr("Two schemes side by side are written as {formats}.", formats="table, csv, json"))
    from tracker.exchange.scores.choice import scores_of

    today = date.today()
    write_documents(score_document(book, live, scores_of(book, live, group, today=today), form, today=today), output)


def _side_by_side(book: Book, live: Live, group: str | None, form: str, against: Month) -> Iterator[str]:
    from tracker.exchange.scores.against import against_csv, against_json, against_text, side_by_side_of
    from tracker.metrics.shown import document_date

    today = document_date(book, live.month, date.today())
    shown = side_by_side_of(book, live, against, group, today=today)
    return {"json": against_json, "csv": against_csv, "table": against_text}[form](shown)


def _scores(book: Book, live: Live, group: str | None, form: str) -> Iterator[str]:
    from tracker.exchange.scores.as_csv import scores_csv
    from tracker.exchange.scores.as_json import scores_json
    from tracker.exchange.scores.as_text import scores_text
    from tracker.exchange.scores.choice import scores_of

    return {"json": scores_json, "csv": scores_csv, "table": scores_text}[form](scores_of(book, live, group, today=date.today()))


def score_document(book: Book, live: Live, scores: Scores, form: str, *, today: date) -> list[bytes]:
    """The month's sheet of scores as PDF, as a workbook, or each of its pages as a picture."""
    from tracker.metrics.shown import document_date
    from tracker.reports.imprint import Imprint
    from tracker.reports.score_sheet import score_sheet
    from tracker.reports.typesetting import pdf, png_pages
    from tracker.reports.workbook.score_workbook import score_workbook_bytes

    imprint = Imprint.of(live.book, document_date(book, live.month, today))
    groups = [scores.group.id] if scores.group is not None else []
    if form == "xlsx":
        return [score_workbook_bytes(live, scores.table, imprint=imprint, groups=groups)]
    sheet = score_sheet(live, scores.table, imprint=imprint, groups=groups)
    return png_pages(sheet) if form == "png" else [pdf(sheet)]
