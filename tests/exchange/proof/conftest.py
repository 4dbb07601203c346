"""Word files made by hand, so that what other programs write into them can be put there."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

WordFile = Callable[..., bytes]

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


@pytest.fixture
def word_file() -> WordFile:
    """`word_file(body)` is a .docx with that XML as its body; `part` is the name of its part in the package."""

    def made(body: str, part: str = "word/document.xml", before: str = "") -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("[Content_Types].xml", "<Types/>")
            package.writestr(part, f"{before}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>")
        return stream.getvalue()

    return made
