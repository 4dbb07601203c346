"""The country's counties with their townships, as the program carries them: province → city → county → towns, and search.

Reading takes some hundredths of a second and is done when first asked for.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from tracker.resources import resource

MOST_FOUND = 60


@dataclass(frozen=True, slots=True)
class County:
    """A county, city district or the like with its towns; `city` is "" where it stands directly under its province."""

    code: str
    province: str
    city: str
    name: str
    towns: tuple[str, ...]

    @property
    def path(self) -> str:
        """Its name behind those of province and city."""
        return " ".join(filter(None, (self.province, self.city, self.name)))


@dataclass(frozen=True, slots=True)
class Found:
    """What a search has found: a county, or with `town` one of its towns."""

    county: County
    town: str = ""


class Divisions:
    """All counties, in the order of their codes; `initials` has for each letter the characters whose reading begins with it."""

    def __init__(self, counties: Sequence[County], initials: dict[str, str]) -> None:
        self.counties = tuple(counties)
        self._initials = initials

    @property
    def provinces(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(county.province for county in self.counties))

    def cities(self, province: str) -> tuple[str, ...]:
        """The cities of a province; "" stands for the counties directly under it."""
        return tuple(dict.fromkeys(county.city for county in self.counties if county.province == province))

    def of_city(self, province: str, city: str) -> tuple[County, ...]:
        """The counties of a city."""
        return tuple(county for county in self.counties if (county.province, county.city) == (province, city))

    def find(self, text: str, *, most: int = MOST_FOUND) -> list[Found]:
        """Counties and towns by parts of their names, or by initials in pinyin (yxz finds 云溪镇), at most so many.

        Of several words each must be somewhere in a county's path, or all but the last in the path and that one in a town's name.
        Counties come first, and first of them those whose own name begins with the last word, then those whose city's does.
        """
        words = [self._pattern(word) for word in text.split()]
        return list(islice(self._matches(words), most)) if words else []

    def _matches(self, words: list[re.Pattern[str]]) -> Iterator[Found]:
        *others, last = words
        near = [county for county in self.counties if all(word.search(county.path) for word in others)]
        found = [county for county in near if last.search(county.path)]
        yield from map(Found, sorted(found, key=lambda county: _distance(county, last)))
        towns = [Found(county, town) for county in near for town in county.towns if last.search(town)]
        yield from sorted(towns, key=lambda hit: last.match(hit.town) is None)

    def _pattern(self, word: str) -> re.Pattern[str]:
        """What the word stands for: each letter also for every character that is read so."""
        return re.compile(
            "".join(
                f"[{letter}{self._initials.get(letter.upper(), '')}]"
                if letter.isalpha() and letter.isascii()
                else re.escape(letter)
                for letter in word
            )
        )


def _distance(county: County, word: re.Pattern[str]) -> int:
    """How far from the beginning of the county's own name the word is found."""
    names = (county.name, county.city, county.province)
    return next((at for at, name in enumerate(names) if word.match(name)), len(names))


@cache
def divisions() -> Divisions:
    """What is carried, read once."""
    text = lzma.decompress(resource("divisions", "divisions.txt.xz").read_bytes()).decode()
    cells = (line.split("\t") for line in text.splitlines())
    counties = [County(code, province, city, name, tuple(towns)) for code, province, city, name, *towns in cells]
    letters = resource("divisions", "initials.txt").read_text(encoding="utf-8").splitlines()
    return Divisions(counties, {line[0]: line[1:].strip() for line in letters})
