"""Units' cards as a workbook: a sheet a unit, and behind them the ranking whose figures their cells refer to."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.domain.print_setup import PrintSetup
from tracker.domain.unit import GroupId, Unit, UnitId
from tracker.metrics.live import Live
from tracker.metrics.scoring.score import ScoreTable
from tracker.reports.errors import NoIndicatorToPrint, NoUnitToPrint
from tracker.reports.imprint import Imprint
from tracker.reports.ranking_sheet import ranking_sheet
from tracker.reports.titles import period, place_and_subject
from tracker.reports.wording import one_line, tr
from tracker.reports.workbook.card_sheet import Behind, CardSheet
from tracker.reports.workbook.office_workbook import office_workbook
from tracker.reports.workbook.ranking_table import RankingTable

LONGEST_NAME = 31
"""Characters that a sheet's name may have."""

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


def card_workbook_bytes(
    live: Live,
    scores: ScoreTable | None,
    *,
    imprint: Imprint,
    units: Sequence[UnitId] = (),
    groups: Sequence[GroupId] = (),
) -> bytes:
    """The workbook of the cards of the month that `live` shows; no units or groups mean all of them.

    A card's completion, gap, growth, rank and what is missing follow from the figures on the sheet behind, where a unit is ranked
    among its group by formulas. The same content on the same day gives the same bytes. Raises NoIndicatorToPrint, NoUnitToPrint.
    """
    if not live.indicators:
        raise NoIndicatorToPrint
    shown = [unit for unit in live.roster.units if (not units or unit.id in units) and (not groups or unit.group in groups)]
    if not shown:
        raise NoUnitToPrint(live.month)
    usual = PrintSetup(title_face=imprint.setup.title_face, body_face=imprint.setup.body_face)
    indicators = [indicator.id for indicator in live.indicators]
    sheet = ranking_sheet(live, imprint=replace(imprint, title="", setup=usual), indicators=indicators)
    what = tr("{subject}: progress card", subject=place_and_subject(imprint.book_title)[1])
    into = io.BytesIO()
    with office_workbook(into, f"{period(live.month)} {what}", imprint) as formats:
        behind = tr("Figures behind")
        cards = [formats.workbook.add_worksheet(name) for name in _names(shown, taken=behind)]
        worksheet = formats.workbook.add_worksheet(behind)
        written = RankingTable(live, sheet, worksheet, formats, usual).write(indicators, ())
        known = Behind(behind, written, sheet)
        for card, unit in zip(cards, shown, strict=True):
            score = None if scores is None else scores.by_unit.get(unit.id)
            CardSheet(live, card, formats, known).write(unit, f"{one_line(unit.name)} {period(live.month)} {what}", score)
    return into.getvalue()


def _names(units: Sequence[Unit], *, taken: str) -> Iterator[str]:
    """A name for each unit's sheet: its own, short enough and like no other."""
    used = {taken.casefold()}
    for unit in units:
        plain = _NOT_IN_NAMES.sub(" ", one_line(unit.name)).strip() or unit.code
        name, number = plain[:LONGEST_NAME], 1
        while name.casefold() in used:
            number += 1
            name = f"{plain[: LONGEST_NAME - len(str(number)) - 1]} {number}"
        used.add(name.casefold())
        yield name
