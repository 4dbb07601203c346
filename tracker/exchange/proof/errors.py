"""Why a document's text cannot be read; all of it is an ExchangeError, each with what to do instead."""

from __future__ import annotations

from tracker.errors import ExchangeError
from tracker.i18n import tr


class DocumentUnreadable(ExchangeError):
    """The document gives no text."""


class DocumentNotOpened(DocumentUnreadable):
    def __init__(self, name: str, reason: str) -> None:
        super().__init__(tr("{name} could not be opened: {reason}.", name=name, reason=reason))


class DocumentTooLarge(DocumentUnreadable):
    def __init__(self, name: str, megabytes: int) -> None:
        super().__init__(
            tr("{name} is larger than {megabytes} MB: no bulletin is. Choose another file.", name=name, megabytes=megabytes)
        )


class DocumentTooLong(DocumentUnreadable):
    def __init__(self, name: str, characters: int) -> None:
        super().__init__(
            tr(
                "{name} is too long: {characters} characters may be read at most. Choose another file.",
                name=name,
                characters=characters,
            )
        )


class DocumentOfAnotherKind(DocumentUnreadable):
    """`kind` is what the file is, such as "PDF"."""

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(
            tr(
                "{name} is a {kind} file, which is not read here. Save the bulletin as .docx or as .txt, or copy its text.",
                name=name,
                kind=kind,
            )
        )


class DocumentDamaged(DocumentUnreadable):
    def __init__(self, name: str) -> None:
        super().__init__(tr("{name} is no sound .docx file. Open it in Word or WPS and save it again.", name=name))


class DocumentIsNoText(DocumentUnreadable):
    def __init__(self, name: str) -> None:
        super().__init__(tr("{name} is not text in UTF-8 or GB18030. Save it as .txt in UTF-8.", name=name))
