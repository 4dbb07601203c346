"""The files behind the paths that were given: files as they are, folders with all they hold, packages with their members."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePath, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from tracker.exchange.submissions.faults import LARGEST, MOST_FILES, Fault, FileUnreadable

WORKBOOK_PARTS = frozenset({"xl/workbook.xml", "xl/workbook.bin", "content.xml", "mimetype"})
_PASSED_OVER = ("~$", ".", "__MACOSX", "Thumbs.db", "desktop.ini")
"""How names begin of what spreadsheets and systems leave beside the files that people mean."""
_ENCRYPTED, _UTF_8 = 0x1, 0x800


@dataclass(frozen=True, slots=True)
class Arrived:
    """One file: its name in the batch, its bytes or why there are none, and when it was last saved."""

    name: str
    content: bytes = b""
    modified: datetime | None = None
    fault: Fault | None = None


def listed(paths: Iterable[Path]) -> list[tuple[str, Path]]:
    """The files of those paths, each once, folders searched through; each with a name that tells it from the others."""
    found: dict[Path, str] = {}
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.is_file() and not _is_passed_over(file.relative_to(path).parts))
            for file in sorted(inside, key=in_order):
                found.setdefault(file.resolve(), file.relative_to(path).as_posix())
        else:
            found.setdefault(path.resolve() if path.exists() else path, path.name)
    named: dict[str, Path] = {}
    for path, name in found.items():
        named[free_name(name, path, named)] = path
    return list(named.items())


def free_name(name: str, path: Path, taken: Container[str]) -> str:
    """The name where it is not taken, else with the folder's before it, else with a number."""
    free, number = name, 1
    while free in taken:
        free = f"{path.parent.name}/{name}" if number == 1 else f"{name} ({number})"
        number += 1
    return free


def in_order(path: PurePath) -> tuple[PurePath, str, str]:
    """What sorts files by: a report before its second version, 城关镇.xlsx before 城关镇(改).xlsx."""
    return path.parent, path.stem, path.suffix


def arrived(path: Path, name: str) -> Iterator[Arrived]:
    """What the file holds: itself, or the members of a package; what cannot be had carries its fault."""
    if not path.is_file():  # also a pipe or a device, which never ends
        yield Arrived(name, fault=Fault.UNREACHABLE)
        return
    try:
        if path.stat().st_size > LARGEST * 2**20:
            yield Arrived(name, fault=Fault.TOO_LARGE)
            return
        content = path.read_bytes()
        modified = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        yield Arrived(name, fault=Fault.UNREACHABLE)
        return
    package = _package(content)
    if package is None:
        yield Arrived(name, content, modified)
        return
    try:
        yield from _members(package, name)
    except FileUnreadable as error:
        yield Arrived(name, fault=error.fault)


def _package(content: bytes) -> ZipFile | None:
    """The content as a package of files; None where it is a workbook (which is one as well), or none."""
    if not content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    try:
        package = ZipFile(io.BytesIO(content))
    except (BadZipFile, OSError, ValueError):
        return None
    return None if WORKBOOK_PARTS & set(package.namelist()) else package


def _members(package: ZipFile, name: str) -> Iterator[Arrived]:
    files = [member for member in package.infolist() if not member.is_dir()]
    meant = [(file, own) for file in files if not _is_passed_over((own := member_name(file)).split("/"))]
    if len(meant) > MOST_FILES:
        raise FileUnreadable(Fault.TOO_MANY_FILES)
    if sum(file.file_size for file, _ in meant) > LARGEST * 10 * 2**20:
        raise FileUnreadable(Fault.TOO_LARGE_INSIDE)
    often: Counter[str] = Counter()
    for file, own in sorted(meant, key=lambda one: in_order(PurePosixPath(one[1]))):
        often[own] += 1
        own += f" ({often[own]})" if often[own] > 1 else ""
        yield _member(package, file, f"{name} › {own}")


def _member(package: ZipFile, file: ZipInfo, name: str) -> Arrived:
    if file.flag_bits & _ENCRYPTED:
        return Arrived(name, fault=Fault.PROTECTED)
    if file.file_size > LARGEST * 2**20:
        return Arrived(name, fault=Fault.TOO_LARGE)
    try:
        with package.open(file) as stream:  # never unpacked to a place that its name chooses
            content = stream.read(LARGEST * 2**20 + 1)
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return Arrived(name, fault=Fault.DAMAGED)
    if len(content) > LARGEST * 2**20:
        return Arrived(name, fault=Fault.TOO_LARGE)
    if _package(content) is not None:
        return Arrived(name, fault=Fault.PACKED_TWICE)
    return Arrived(name, content, _saved(file))


def member_name(file: ZipInfo) -> str:
    """The member's name; Chinese systems pack GBK names without saying so. A name that leads elsewhere keeps its last part."""
    name = file.filename
    if not file.flag_bits & _UTF_8:
        try:
            name = name.encode("cp437").decode("gb18030")
        except (UnicodeEncodeError, UnicodeDecodeError):
            name = file.filename
    parts = [part for part in name.replace("\\", "/").split("/") if part]
    return parts[-1] if ".." in parts or ":" in name or name.startswith("/") else "/".join(parts)


def _saved(file: ZipInfo) -> datetime | None:
    try:
        return datetime(*file.date_time).astimezone(UTC)
    except ValueError:
        return None


def _is_passed_over(parts: Iterable[str]) -> bool:
    return any(part.startswith(_PASSED_OVER) for part in parts)
