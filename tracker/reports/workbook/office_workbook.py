"""A workbook of the office's: its properties, its day, its faces."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator
from contextlib import contextmanager

from xlsxwriter import Workbook

from tracker.reports.imprint import Imprint
from tracker.reports.wording import one_line
from tracker.reports.workbook.formats import TEXT_SIZE, Formats, office_faces


@contextmanager
def office_workbook(content: io.BytesIO, title: str, imprint: Imprint) -> Iterator[Formats]:
    """An empty workbook that is written to `content` at the end: the same sheets on the same day give the same bytes."""
    title_face, text_face = office_faces(imprint.setup)
    # The type that a workbook is written in by default is also what its columns' widths are counted in.
    usual = {"font_name": text_face, "font_size": TEXT_SIZE}
    as_text = {"strings_to_formulas": False, "strings_to_urls": False}  # a name that begins with “=” is a name
    options = {"in_memory": True, "default_format_properties": usual, **as_text}
    with Workbook(content, options) as book:
        made = datetime.datetime.combine(imprint.date, datetime.time())
        book.set_properties({"title": title, "author": one_line(imprint.office), "created": made})
        book.set_calc_mode("auto")
        yield Formats(book, title_face, text_face)
