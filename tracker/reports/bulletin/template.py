"""The office's own Word template: tried, kept in the book, given back. Without one the usual template is used."""

from __future__ import annotations

import io
import zipfile

from tracker.reports.bulletin.template_faults import BulletinTemplateBroken, TemplateIsNotWord
from tracker.reports.bulletin.template_fields import example_fields
from tracker.resources import resource
from tracker.store import blobs, settings
from tracker.store.book import Book

__all__ = ["BulletinTemplateBroken", "check_template", "set_template", "template_of", "usual_template"]


def usual_template() -> bytes:
    """The program's own template, to be used as it is or to begin with."""
    return resource("templates", "bulletin.docx").read_bytes()


def check_template(content: bytes) -> None:
    """Raise BulletinTemplateBroken where the template cannot make a bulletin; it names the field or tag, and the paragraph."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    from tracker.reports.bulletin.template_text import check_paragraphs, paragraphs_of
    from tracker.reports.bulletin.word_template import fill

    try:
        document = Document(io.BytesIO(content))
        paragraphs = paragraphs_of(document)
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, AttributeError, XMLSyntaxError):
        raise TemplateIsNotWord from None
    check_paragraphs(paragraphs, example_fields())
    fill(content, example_fields())


def template_of(book: Book, shown: Book | None = None) -> bytes | None:
    """The office's template, None where it has none. `shown` is the book that a published month is shown from: its own then."""
    digest = settings.bulletin_template(book if shown is None else shown)
    return blobs.get(book, digest) if digest else None


def set_template(book: Book, content: bytes | None) -> None:
    """Keep the office's template, or go back to the usual one (None); raises BulletinTemplateBroken."""
    if content is None:
        settings.set_bulletin_template(book, "")
        return
    check_template(content)
    settings.set_bulletin_template(book, blobs.put(book, content))
