"""What can go wrong when a document is made or saved; all of it is a ReportError."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path

from tracker.domain.period import Month
from tracker.errors import ReportError
from tracker.i18n import tr


class NoIndicatorToPrint(ReportError):
    def __init__(self) -> None:
        super().__init__(tr("There is no indicator to print. Add one first."))


class NoUnitToPrint(ReportError):
    def __init__(self, month: Month) -> None:
        super().__init__(tr("No unit is listed in {month}. Add units first, or choose another month or group.", month=month))


class FontsMissing(ReportError):
    """`names` are the files that are not in `folder` or cannot be read."""

    def __init__(self, names: Sequence[str], folder: Path) -> None:
        remedy = tr("Run “make setup” in the source folder, or install the program again.")
        missing = tr(", ").join(names)
        super().__init__(
            tr("Chinese fonts are missing in {folder}: {names}. {remedy}", folder=folder, names=missing, remedy=remedy)
        )


class FontUnknown(ReportError):
    """`said` is the typesetter's own word."""

    def __init__(self, said: str) -> None:
        super().__init__(tr("The document was not made: a font would have been replaced by another one ({said}).", said=said))


class CharacterMissing(ReportError):
    """`character` is the one that no font has, `text` what it stands in."""

    def __init__(self, character: str, text: str) -> None:
        self.character, self.text = character, text
        super().__init__(
            tr(
                "“{text}” cannot be printed: no font has its character “{character}” (U+{code}). Write it another way.",
                text=text.encode("utf-8", "replace").decode("utf-8"),
                character=character if character.isprintable() else " ",
                code=f"{ord(character):04X}",
            )
        )


class DocumentNotSaved(ReportError):
    def __init__(self, path: Path, fault: OSError) -> None:
        super().__init__(tr("{path} could not be saved. {reason}", path=path, reason=_reason(path, fault)))


def _reason(path: Path, fault: OSError) -> str:
    """What stood in the way and what to do about it."""
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EBUSY):
        if path.exists():
            return tr("It is open in another program, or you may not write there. Close it there, or choose another name.")
        return tr("You may not write in that folder. Choose another one.")
    known = {
        errno.EISDIR: tr("There is a folder of that name. Choose another name."),
        errno.ENOENT: tr("The folder does not exist. Make it first, or choose another one."),
        errno.ENOTDIR: tr("The folder does not exist. Make it first, or choose another one."),
        errno.ENOSPC: tr("The disk is full. Free some space, or choose another disk."),
        getattr(errno, "EDQUOT", errno.ENOSPC): tr("The disk is full. Free some space, or choose another disk."),
        errno.EROFS: tr("The disk is write-protected. Choose another one."),
        errno.ENAMETOOLONG: tr("The name is too long. Choose a shorter one."),
    }
    return known.get(fault.errno or 0) or tr("The system says: {said}.", said=fault.strerror or str(fault))
