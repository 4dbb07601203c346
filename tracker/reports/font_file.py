"""A font file read as far as fitting needs: which characters a face has, and how wide they are.

Written out here because a general font library takes half a second to load four Chinese faces, and this a millisecond. The tables
are those of the OpenType specification: name, head, hhea, hmtx, cmap (formats 4 and 12).
"""

from __future__ import annotations

import bisect
import mmap
import struct
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

Bytes = bytes | mmap.mmap

Tables = dict[str, tuple[int, int]]
"""Where each table lies in the file: tag → (offset, length)."""

Runs = tuple[Sequence[int], Sequence[int], Sequence[int]]
"""The first characters, the last characters and the first glyphs of runs."""

FAMILY_NAMES = (1, 16)
BOLD_FROM = 600
"""The weight from which a face counts as bold (400 is regular, 700 bold)."""


@dataclass(frozen=True)
class Face:
    """One face. `families` are its names in all languages; `starts`, `ends`, `glyphs` describe runs of consecutive characters.

    `place` is its place in a collection, 0 in a plain font.
    """

    path: Path
    families: frozenset[str]
    units_per_em: int
    advances: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    glyphs: Sequence[int]
    place: int = 0
    bold: bool = False

    @property
    def family(self) -> str:
        """One of its names, always the same."""
        return min(self.families)

    def glyph(self, character: str) -> int:
        """The character's glyph; 0 where the face has none."""
        code = ord(character)
        run = bisect.bisect_right(self.starts, code) - 1
        if run < 0 or code > self.ends[run]:
            return 0
        return self.glyphs[run] + code - self.starts[run]

    def has(self, character: str) -> bool:
        """Whether the face has the character."""
        return self.glyph(character) != 0

    def advance(self, character: str) -> float:
        """The character's width in em; that of an ideograph where the face has none."""
        glyph = self.glyph(character)
        if not glyph:
            return 1.0
        return self.advances[min(glyph, len(self.advances) - 1)] / self.units_per_em

    def width(self, text: str, size: float) -> float:
        """The width of one line of text set at `size` pt, in pt."""
        return sum(self.advance(character) for character in text) * size


def read_face(path: Path, family: str | None = None) -> Face | None:
    """The face of that family in the file (any family: the first one), None where there is none; raises OSError, ValueError."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        try:
            for place, offset in enumerate(_faces(data)):
                tables = _tables(data, offset)
                families = _families(data, tables["name"][0])
                if family is None or family in families:
                    return replace(_face(path, data, tables, families), place=place)
        except (struct.error, KeyError, IndexError) as fault:
            raise ValueError(f"{path}: {fault}") from fault
    return None


def families_of(path: Path) -> list[frozenset[str]]:
    """The names of each face in the file, without reading what else is in it; raises OSError, ValueError."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        try:
            return [_families(data, _tables(data, offset)["name"][0]) for offset in _faces(data)]
        except (struct.error, KeyError, IndexError) as fault:
            raise ValueError(f"{path}: {fault}") from fault


def _faces(data: Bytes) -> tuple[int, ...]:
    """Where the faces of a collection begin; a plain font has one, at 0."""
    if data[:4] != b"ttcf":
        return (0,)
    (count,) = struct.unpack_from(">L", data, 8)
    return struct.unpack_from(f">{count}L", data, 12)


def _tables(data: Bytes, offset: int) -> Tables:
    (count,) = struct.unpack_from(">H", data, offset + 4)
    records = (struct.unpack_from(">4s4xLL", data, offset + 12 + 16 * at) for at in range(count))
    return {tag.decode("latin-1"): (start, length) for tag, start, length in records}


def _families(data: Bytes, name: int) -> frozenset[str]:
    count, strings = struct.unpack_from(">HH", data, name + 2)
    found = set()
    for at in range(count):
        platform, _, _, kind, length, start = struct.unpack_from(">6H", data, name + 6 + 12 * at)
        if platform in (0, 3) and kind in FAMILY_NAMES:
            begin = name + strings + start
            found.add(data[begin : begin + length].decode("utf-16-be", "replace"))
    return frozenset(found)


def _face(path: Path, data: Bytes, tables: Tables, families: frozenset[str]) -> Face:
    (units_per_em,) = struct.unpack_from(">H", data, tables["head"][0] + 18)
    (metrics,) = struct.unpack_from(">H", data, tables["hhea"][0] + 34)
    advances = _numbers("H", data, tables["hmtx"][0], 2 * metrics)[::2]
    return Face(path, families, units_per_em, advances, *_runs(data, tables["cmap"][0]), bold=_is_bold(data, tables))


def _is_bold(data: Bytes, tables: Tables) -> bool:
    """Whether the face says that it is bold; one without such a table does not."""
    if "OS/2" not in tables:
        return False
    (weight,) = struct.unpack_from(">H", data, tables["OS/2"][0] + 4)
    return bool(weight >= BOLD_FROM)


def _numbers(kind: str, data: Bytes, start: int, count: int) -> array[int]:
    """`count` unsigned big-endian numbers of 16 ("H") or 32 bits ("I")."""
    numbers = array(kind)
    numbers.frombytes(data[start : start + count * numbers.itemsize])
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _runs(data: Bytes, cmap: int) -> Runs:
    """The runs of the face's fullest Unicode map, in the order of the characters."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    offsets = {}
    for at in range(count):
        platform, _, offset = struct.unpack_from(">HHL", data, cmap + 4 + 8 * at)
        if platform in (0, 3):
            (kind,) = struct.unpack_from(">H", data, cmap + offset)
            offsets[kind] = cmap + offset
    if 12 in offsets:
        (groups,) = struct.unpack_from(">L", data, offsets[12] + 12)
        flat = _numbers("I", data, offsets[12] + 16, 3 * groups)
        return flat[::3], flat[1::3], flat[2::3]
    runs = _short_runs(data, offsets[4]) if 4 in offsets else []
    return [run[0] for run in runs], [run[1] for run in runs], [run[2] for run in runs]


def _short_runs(data: Bytes, start: int) -> list[tuple[int, int, int]]:
    """The runs of a format 4 map, in which a segment may name its glyphs one by one."""
    segments = struct.unpack_from(">H", data, start + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", data, start + 14)
    starts = struct.unpack_from(f">{segments}H", data, start + 16 + 2 * segments)
    deltas = struct.unpack_from(f">{segments}H", data, start + 16 + 4 * segments)
    places = start + 16 + 6 * segments
    ranges = struct.unpack_from(f">{segments}H", data, places)
    runs = []
    for at in range(segments):
        if not ranges[at]:
            for first, last in _unwrapped(starts[at], ends[at], deltas[at]):
                runs.append((first, last, (first + deltas[at]) & 0xFFFF))
            continue
        for code in range(starts[at], min(ends[at], 0xFFFE) + 1):
            (glyph,) = struct.unpack_from(">H", data, places + 2 * at + ranges[at] + 2 * (code - starts[at]))
            if glyph:
                runs.append((code, code, (glyph + deltas[at]) & 0xFFFF))
    return runs


def _unwrapped(first: int, last: int, delta: int) -> list[tuple[int, int]]:
    """The segment cut where its glyph numbers pass 65,535 and begin again at 0."""
    turn = 0x10000 - delta
    if first < turn <= last:
        return [(first, turn - 1), (turn, last)]
    return [(first, last)]
