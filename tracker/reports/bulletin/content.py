"""The content of a bulletin (月通报): every text worded, nothing left to compute, nothing of how it is laid out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.reports.sheet import RankingSheet


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `lead` are its first words, set apart: （一）一类乡镇。"""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the text under its heading: 一、总体情况."""

    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart: what it shows in words, as a drawing whose texts are text (SVG), and as dots (PNG)."""

    description: str
    svg: bytes
    png: bytes


@dataclass(frozen=True, slots=True)
class Charts:
    """The annex of charts under its heading and title; what is written in them stands in the tables too."""

    heading: str
    title: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Bulletin:
    """From the red head to the annexes. `title` is in parts between which a line may end; `head` and `number` may be blank."""

    head: str
    number: str
    title: tuple[str, ...]
    addressees: str
    opening: str
    chapters: tuple[Chapter, ...]
    annex_lines: tuple[str, ...]
    office: str
    date: datetime.date
    dated: str
    annex_heading: str
    annex: RankingSheet
    charts: Charts | None = None
    language: str = "zh"

    @property
    def whole_title(self) -> str:
        """The title in one line."""
        return "".join(self.title)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of the chapters."""
        for chapter in self.chapters:
            yield from chapter.paragraphs

    def texts(self) -> Iterator[str]:
        """Everything that is printed, the annex too."""
        yield from (self.head, self.number, *self.title, self.addressees, self.opening)
        for chapter in self.chapters:
            yield chapter.heading
        for paragraph in self.paragraphs():
            yield from (paragraph.lead, paragraph.text)
        yield from (*self.annex_lines, self.office, self.dated, self.annex_heading)
        yield from self.annex.texts()
        if self.charts is not None:
            yield from (self.charts.heading, self.charts.title, *(picture.description for picture in self.charts.pictures))
