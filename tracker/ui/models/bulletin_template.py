"""The bulletin's Word template for the page 通报: read and tried, in any thread, and the one in force."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tracker.errors import ReportError
from tracker.i18n import tr
from tracker.reports.bulletin.template import check_template, template_of, usual_template

if TYPE_CHECKING:
    from tracker.store.book import Book


class TemplateNotOpened(ReportError):
    def __init__(self, name: str, reason: str) -> None:
        super().__init__(tr("{name} could not be opened: {reason}.", name=name, reason=reason))


def read_template(path: Path) -> bytes:
    """The file, tried; raises BulletinTemplateBroken, TemplateNotOpened."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise TemplateNotOpened(path.name, error.strerror or str(error)) from error
    check_template(content)
    return content


def template_in_force(book: Book) -> bytes:
    """The office's template, the usual one where it has none."""
    return template_of(book) or usual_template()
