"""Files as units of the small county send them, and the page 收表 with such a batch on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tracker.exchange.submissions.sheet import SentFile, Sheet
from tracker.ui.main_window import MainWindow
from tracker.ui.models.intake_planning import Asked, plan_anew
from tracker.ui.models.intake_sources import Source
from tracker.ui.views.intake_view import IntakeView

DIGEST = "ab" * 32


def sent(unit: str, *rows: Sequence[str], name: str = "", month: str = "2026年9月", heads: Sequence[str] = ("当月",)) -> SentFile:
    """A unit's form with those rows."""
    width = 1 + len(heads)
    lines = [["填报单位：", unit], [month], ["指标", *heads], *map(list, rows)]
    texts = tuple(tuple((line + [""] * width)[:width]) for line in lines)
    return SentFile(name or f"{unit}.xlsx", DIGEST, None, (Sheet("Sheet1", texts),))


def broken(name: str = "broken.xlsx") -> SentFile:
    """A file that could not be read."""
    return SentFile(name, DIGEST, fault="It is damaged or was cut short on its way. Ask for it again.")


def sources(*files: SentFile) -> list[Source]:
    """The files, each from a path of its own."""
    return [Source(Path("/sent") / file.name, file.name, (file,)) for file in files]


def a_batch() -> tuple[SentFile, ...]:
    """One that is clear, two that contradict each other, one with a word that is not known, one that is broken."""
    return (
        sent("Ashby", ("Funds", "1.5"), ("Projects", "4")),
        sent("Birch", ("Funds", "3.22"), ("Projects", "2")),
        sent("Birch", ("Funds", "3.72"), ("Projects", "2"), name="Birch (2).xlsx"),
        sent("Cedar", ("Funds", "2"), ("Projects", "#REF!"), ("Patents", "7")),
        broken(),
    )


def show_batch(window: MainWindow, *files: SentFile) -> IntakeView:
    """The page with those files on it, held against the open book."""
    page = window.turn_to("intake")
    assert isinstance(page, IntakeView)
    session, batch = window.session, page.batch
    assert session.book is not None
    batch.add(sources(*files))
    batch.show(plan_anew(Asked(0, session.book.path, session.month, batch.files, batch.told)).plan)
    page.deeds.planned.emit()
    return page
