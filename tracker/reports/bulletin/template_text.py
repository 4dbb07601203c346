"""A Word template's text, a paragraph a line, tried before the document itself is: so each fault is told by its paragraph."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tracker.reports.bulletin.sandbox import FAULTS, FieldUndefined, sandbox
from tracker.reports.bulletin.template_faults import (
    TemplateBracesAreWide,
    TemplateFieldUnknown,
    TemplateLoopBroken,
    TemplateLoopNeedsP,
    TemplateNotUnderstood,
    TemplateTagNotAlone,
    TemplateTagUnfinished,
)

if TYPE_CHECKING:
    from docx.document import Document

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_TAKING = re.compile(r"(?<=[{%])(p|tr|tc|r)(?=\s)")
_STATEMENT = re.compile(r"\{%-?\s*(?:(?P<taking>p|tr|tc|r)\s+)?(?P<word>\w+)")
_CELLS = re.compile(r"\{%\s*(colspan|cellbg)\s+(.*?)%\}|\{%\s*(vm|hm)\s*%\}")
_WIDE = re.compile("｛[｛{%％]|{[｛％]|[%％}｝]｝|[％｝]}")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_ENDS = {"endfor": "for", "endif": "if"}
_OPENS = frozenset(_ENDS.values())


def check_paragraphs(paragraphs: Sequence[str], fields: dict[str, Any]) -> None:
    """Raise BulletinTemplateBroken for the first fault, with the paragraph it stands in."""
    for paragraph in paragraphs:
        _check_tags(paragraph)
    _check_loops(paragraphs)
    _render("\n".join(map(_plain, paragraphs)), paragraphs, fields)


def paragraphs_of(document: Document) -> list[str]:
    """The text of every paragraph, in the order in which the parts are filled: body, headers, footers."""
    beside = (rel for rel in document.part.rels.values() if not rel.is_external and rel.reltype.endswith(("/header", "/footer")))
    elements = [document.element.body, *(rel.target_part.element for rel in beside)]
    return [text for element in elements for text in _texts(element)]


def _texts(element: Any) -> Iterator[str]:
    for paragraph in element.iter(f"{_WORD}p"):
        inner = {run for other in paragraph.iterdescendants(f"{_WORD}p") for run in other.iter(f"{_WORD}t")}
        yield "".join(text.text or "" for text in paragraph.iter(f"{_WORD}t") if text not in inner).replace("\n", " ")


def _check_tags(paragraph: str) -> None:
    if _WIDE.search(paragraph):
        raise TemplateBracesAreWide(paragraph)
    tags = _TAG.findall(paragraph)
    rest = _TAG.sub("", paragraph)
    if any(brace in rest for brace in ("{{", "}}", "{%", "%}")):
        raise TemplateTagUnfinished(paragraph)
    for tag in tags:
        if re.match(r"\{[{%]p\s", tag) and (len(tags) > 1 or rest.strip()):
            raise TemplateTagNotAlone(tag, paragraph)


def _check_loops(paragraphs: Sequence[str]) -> None:
    """Each loop ends where it may: in its own paragraph, or, where it takes paragraphs or rows, in another one."""
    open_: list[tuple[str, str, bool, int]] = []
    for at, paragraph in enumerate(paragraphs):
        for tag in _TAG.findall(paragraph):
            found = _STATEMENT.match(tag)
            word = found["word"] if found else ""
            taking = bool(found and found["taking"])
            if word in _OPENS:
                open_.append((word, tag, taking, at))
            elif word in _ENDS:
                if not open_ or open_[-1][0] != _ENDS[word]:
                    raise TemplateLoopBroken(tag, paragraph)
                _, begun, takes, where = open_.pop()
                if where != at and not (takes and taking):
                    raise TemplateLoopNeedsP(tag if takes else begun, paragraph if takes else paragraphs[where])
    if open_:
        _, tag, _, at = open_[-1]
        raise TemplateLoopBroken(tag, paragraphs[at])


def _plain(paragraph: str) -> str:
    """The paragraph's tags as the template language knows them, in straight quotes; nothing of Word's."""
    bare = _CELLS.sub(lambda found: f"{{{{ {found[2]} }}}}" if found[2] else "", paragraph)
    return _TAG.sub(lambda tag: _TAKING.sub(" ", tag[0]).translate(_STRAIGHT), bare)


def _render(text: str, paragraphs: Sequence[str], fields: dict[str, Any]) -> None:
    from jinja2 import TemplateSyntaxError, meta

    environment = sandbox()
    try:
        tree = environment.parse(text)
        for name in sorted(meta.find_undeclared_variables(tree) - fields.keys()):
            raise TemplateFieldUnknown(name, _first_with(name, paragraphs))
        environment.from_string(text).render(fields)
    except TemplateSyntaxError as fault:
        raise TemplateNotUnderstood(fault.message or "", _line(paragraphs, fault.lineno)) from None
    except FieldUndefined as fault:
        raise TemplateFieldUnknown(fault.name, _line(paragraphs, _line_of(fault))) from None
    except FAULTS as fault:
        raise TemplateNotUnderstood(str(fault), _line(paragraphs, _line_of(fault))) from None


def _line_of(fault: BaseException) -> int:
    """The template's line that the fault came from; 0 where it tells none."""
    lines = [frame.lineno for frame in traceback.extract_tb(fault.__traceback__) if frame.filename == "<template>"]
    return lines[-1] or 0 if lines else 0


def _line(paragraphs: Sequence[str], number: int) -> str:
    return paragraphs[number - 1] if 0 < number <= len(paragraphs) else ""


def _first_with(name: str, paragraphs: Sequence[str]) -> str:
    """The first paragraph with a tag that names it."""
    word = re.compile(rf"(?<![\w.]){re.escape(name)}(?!\w)")
    return next((text for text in paragraphs if any(word.search(tag) for tag in _TAG.findall(text))), "")
