"""What can be wrong with an office's Word template; each fault names what it is about and where it stands."""

from __future__ import annotations

from tracker.errors import ReportError
from tracker.i18n import tr

LONGEST = 40
"""So many characters of a paragraph are shown: enough to find it."""


class BulletinTemplateBroken(ReportError):
    """The template cannot make a bulletin. `paragraph` is the text of the one at fault, "" where none can be named."""

    def __init__(self, said: str, paragraph: str = "") -> None:
        self.paragraph = paragraph
        shown = paragraph if len(paragraph) <= LONGEST else f"{paragraph[:LONGEST]}…"
        super().__init__(tr("{said} It stands in the paragraph “{text}”.", said=said, text=shown) if shown else said)


class TemplateIsNotWord(BulletinTemplateBroken):
    def __init__(self) -> None:
        super().__init__(tr("This is not a Word document (.docx). Open the template in WPS or Word and save it as .docx."))


class TemplateFieldUnknown(BulletinTemplateBroken):
    """`name` is the field that does not exist."""

    def __init__(self, name: str, paragraph: str) -> None:
        self.name = name
        super().__init__(tr("There is no field “{name}”.", name=name), paragraph)


class TemplateTagUnfinished(BulletinTemplateBroken):
    def __init__(self, paragraph: str) -> None:
        super().__init__(tr("A field is begun but not ended, or ended but not begun."), paragraph)


class TemplateBracesAreWide(BulletinTemplateBroken):
    def __init__(self, paragraph: str) -> None:
        super().__init__(tr("The braces are full-width ones. Switch the keyboard to English and type them anew."), paragraph)


class TemplateTagNotAlone(BulletinTemplateBroken):
    """`tag` is one that takes its whole paragraph away."""

    def __init__(self, tag: str, paragraph: str) -> None:
        self.tag = tag
        super().__init__(tr("“{tag}” must stand in a paragraph of its own.", tag=tag), paragraph)


class TemplateLoopNeedsP(BulletinTemplateBroken):
    """`tag` begins or ends a loop over paragraphs without saying so."""

    def __init__(self, tag: str, paragraph: str) -> None:
        self.tag = tag
        said = tr("“{tag}” spans several paragraphs: it must be written with a p, such as “{example}”.", tag=tag, example="{%p")
        super().__init__(said, paragraph)


class TemplateLoopBroken(BulletinTemplateBroken):
    """`tag` ends what was not begun, or begins what is not ended."""

    def __init__(self, tag: str, paragraph: str) -> None:
        self.tag = tag
        super().__init__(tr("“{tag}” has no counterpart: each for needs its endfor, each if its endif.", tag=tag), paragraph)


class TemplateNotUnderstood(BulletinTemplateBroken):
    """`said` is what the template language says of it."""

    def __init__(self, said: str, paragraph: str) -> None:
        super().__init__(tr("This cannot be read as a field ({said}).", said=said), paragraph)
