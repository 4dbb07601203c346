"""Write resources/divisions from the public list of townships: `python tools/make_divisions.py LIST.csv`; always the same bytes.

divisions.txt.xz has a line for each county (code, province, city, county, then its townships, tab-separated). initials.txt has a
line for each letter: the characters of all these names whose reading begins with it. Qt's collator (ICU, with Unicode's order by
pinyin) tells a character's usual reading; the other readings that place names use are listed here.
"""

from __future__ import annotations

import csv
import lzma
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from string import ascii_uppercase

from PySide6.QtCore import QCollator, QLocale

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "divisions"
COLUMNS = ("county_code", "province", "city", "county")
LOST = {("522626", "?水街道"): "㵲水街道"}
"""What the public list could not hold: 岑巩县 lies on the 㵲水."""

UNREAD = "㐀"
"""ICU sorts what it knows no reading of from here on, behind all that it knows."""

OTHER_READINGS = {
    "B": "柏泌蕃",
    "C": "重长朝曾枞藏传单澄",
    "F": "番",
    "G": "涡盖",
    "H": "行会虹巷",
    "K": "会",
    "L": "乐六",
    "M": "泌",
    "P": "番堡陂埔",
    "Q": "铅覃",
    "S": "单莘厦宿什歙",
    "T": "洞覃",
    "W": "尉㵲",
    "X": "厦行宿歙浚解巷莘降",
    "Y": "乐尉蔚铅燕",
    "Z": "重长曾朝枞藏",
}
"""By letter, the characters that names of places read so, beside or against their usual reading."""


def main() -> None:
    counties = read(Path(sys.argv[1]))
    lines = ["\t".join((*county, *towns)) for county, towns in counties.items()]
    text = "".join(line + "\n" for line in lines)
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "divisions.txt.xz").write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
    (FOLDER / "initials.txt").write_text(initials(text), encoding="utf-8", newline="\n")
    print(f"{len(lines)} counties, {sum(map(len, counties.values()))} townships")


def read(path: Path) -> dict[tuple[str, ...], list[str]]:
    """Each county's townships, in the order of the file."""
    found: dict[tuple[str, ...], list[str]] = {}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            code, province, city, county = (row[column] for column in COLUMNS)
            town = LOST.get((code, row["town"]), row["town"])
            # "河南省-省直辖县级行政区划": counties that stand directly under their province
            found.setdefault((code, province, city.removeprefix(province + "-"), county), []).append(town)
    return found


def initials(text: str) -> str:
    """The lines of initials.txt for the characters in `text`."""
    characters = {character for character in text if unicodedata.category(character) == "Lo"}
    read_so = by_usual_reading(characters)
    for letter, some in OTHER_READINGS.items():
        read_so[letter] |= characters & set(some)
    unread = characters.difference(*read_so.values())
    if unread:
        raise SystemExit(f"no reading is known of {''.join(sorted(unread))}: put them among OTHER_READINGS")
    return "".join(f"{letter} {''.join(sorted(some))}".rstrip() + "\n" for letter, some in read_so.items())


def by_usual_reading(characters: Iterable[str]) -> dict[str, set[str]]:
    """The characters by the letter of the bucket that ICU sorts them into; a bucket begins at U+FDD0 and its letter."""
    collator = QCollator(QLocale("zh_CN"))
    found: dict[str, set[str]] = {letter: set() for letter in ascii_uppercase}
    for character in characters:
        if collator.compare(character, UNREAD) < 0:
            found[max(letter for letter in ascii_uppercase if collator.compare("\ufdd0" + letter, character) <= 0)].add(character)
    return found


if __name__ == "__main__":
    main()
