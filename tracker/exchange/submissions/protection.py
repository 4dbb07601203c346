"""Whether a workbook that cannot be read is protected by a password: the reader tells that of some kinds only."""

from __future__ import annotations

import io
from zipfile import BadZipFile, ZipFile

from tracker.exchange.submissions.error_cells import compound_stream, records

_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_FILE_PASS = 0x002F
"""The record of an .xls after which everything is encrypted (FilePass, MS-XLS 2.4.117)."""
_MANIFEST, _ENCRYPTION = "META-INF/manifest.xml", b"encryption-data"


def is_protected(content: bytes, *, packed: bool) -> bool:
    """Whether the .xlsx, .xls, .et or .ods asks for a password before it shows anything."""
    try:
        return _package_is(content) if packed else _compound_is(content)
    except (BadZipFile, OSError, ValueError):
        return False


def _package_is(content: bytes) -> bool:
    package = ZipFile(io.BytesIO(content))
    return _MANIFEST in package.namelist() and _ENCRYPTION in package.read(_MANIFEST)


def _compound_is(content: bytes) -> bool:
    return _ENCRYPTED_PACKAGE in content or any(kind == _FILE_PASS for kind, _ in records(compound_stream(content), 0))
