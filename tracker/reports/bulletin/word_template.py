"""Fills a Word template with its fields."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from lxml import etree

from tracker.reports.bulletin.sandbox import FAULTS, FieldUndefined, sandbox
from tracker.reports.bulletin.template_faults import TemplateFieldUnknown, TemplateNotUnderstood

if TYPE_CHECKING:
    from docx.document import Document


class _Template(DocxTemplate):  # type: ignore[misc,unused-ignore]
    """docxtpl's template, which repairs broken XML without a word: what a reader would miss then is an error here."""

    def fix_tables(self, xml: str) -> Any:
        """Read the filled text; raises XMLSyntaxError."""
        etree.fromstring(xml)
        return super().fix_tables(xml)


def fill(content: bytes, fields: dict[str, Any]) -> Document:
    """The document, in which the fields' texts are no markup; raises BulletinTemplateBroken, though without the paragraph."""
    template = _Template(io.BytesIO(content))
    try:
        template.render(fields, sandbox(), autoescape=True)
    except FieldUndefined as fault:
        raise TemplateFieldUnknown(fault.name, "") from None
    except (*FAULTS, etree.XMLSyntaxError) as fault:
        raise TemplateNotUnderstood(str(fault), "") from None
    document: Document = template.docx
    return document
