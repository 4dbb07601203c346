"""The bulletin as a Word document (.docx), made by the office's template or the usual one: real tables, charts as pictures."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

from tracker.reports.bulletin.content import Bulletin
from tracker.reports.bulletin.template import check_template, usual_template
from tracker.reports.bulletin.template_fields import fields
from tracker.reports.document_file import save


def bulletin_word(bulletin: Bulletin, template: bytes | None = None) -> bytes:
    """The document, equal bytes for equal content and template; raises BulletinTemplateBroken before anything is made."""
    from tracker.reports.bulletin.word_file import with_fixed_dates
    from tracker.reports.bulletin.word_insertions import keep_signature_with_text, put_head_in_width, put_in
    from tracker.reports.bulletin.word_template import fill

    if template is not None:
        check_template(template)
    document = fill(usual_template() if template is None else template, fields(bulletin))
    put_head_in_width(document)
    keep_signature_with_text(document)
    put_in(document, bulletin)
    told = document.core_properties
    told.title, told.author, told.language = bulletin.whole_title, bulletin.office, "zh-CN"
    told.last_modified_by = bulletin.office
    told.created = told.modified = datetime.datetime.combine(bulletin.date, datetime.time())
    file = io.BytesIO()
    document.save(file)
    return with_fixed_dates(file.getvalue())


def write_word(bulletin: Bulletin, path: Path, template: bytes | None = None) -> None:
    """Save the document, all or nothing; raises as `bulletin_word`, and DocumentNotSaved."""
    save(bulletin_word(bulletin, template), path)
