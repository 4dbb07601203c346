"""The text of a .docx file: its paragraphs in order, those of tables and text boxes too, deleted text left out.

Read with the standard library: whatever another program has put into the package beside the text cannot stand in the way.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from tracker.exchange.proof.errors import DocumentDamaged, DocumentOfAnotherKind, DocumentTooLarge

LARGEST_UNPACKED = 100
"""Megabytes that the text's part may unpack to: a small file must not fill the memory."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARAGRAPH = f"{_WORD}p"
_CHARACTERS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
# What was moved away stands in the file still; a fallback repeats a text box for older programs; properties hold tab stops.
_LEFT_OUT = {f"{_WORD}del", f"{_WORD}moveFrom", f"{_WORD}pPr", f"{_COMPATIBILITY}Fallback"}


def word_text(content: bytes, name: str) -> str:
    """The text, a line a paragraph; raises DocumentUnreadable."""
    try:
        part = _main_part(content, name)
        if b"<!DOCTYPE" in part:  # Word writes none: it could only blow the file up
            raise DocumentDamaged(name)
        return "\n".join(_paragraphs(part))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ElementTree.ParseError) as error:
        raise DocumentDamaged(name) from error  # RuntimeError: it is encrypted; NotImplementedError: packed in a rare way


def _main_part(content: bytes, name: str) -> bytes:
    """The XML of the document's body, which is always word/document.xml, or document2.xml in files of some exporters."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        entries = [entry for entry in package.infolist() if entry.filename.startswith("word/document")]
        parts = sorted((entry for entry in entries if entry.filename.endswith(".xml")), key=lambda entry: entry.filename)
        if not parts:
            raise DocumentOfAnotherKind(name, ".zip / .xlsx / .pptx")
        if parts[0].file_size > LARGEST_UNPACKED * 2**20:
            raise DocumentTooLarge(name, LARGEST_UNPACKED)
        return package.read(parts[0])


def _paragraphs(part: bytes) -> Iterator[str]:
    """The text of each paragraph; that of a text box comes before the paragraph that it is anchored in."""
    opened: list[list[str]] = []
    left_out = 0
    for event, element in ElementTree.iterparse(io.BytesIO(part), events=("start", "end")):
        begins = event == "start"
        if element.tag in _LEFT_OUT:
            left_out += 1 if begins else -1
        elif left_out:
            continue
        elif element.tag == _PARAGRAPH:
            if begins:
                opened.append([])
            else:
                yield "".join(opened.pop())
        elif opened and not begins:
            opened[-1].append(_text(element))
            element.clear()


def _text(element: ElementTree.Element) -> str:
    if element.tag == f"{_WORD}t":
        return element.text or ""
    return _CHARACTERS.get(element.tag, "")
