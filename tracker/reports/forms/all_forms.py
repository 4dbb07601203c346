"""The forms of a month for all units, as files: each complete or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from tracker.domain.unit import Unit, UnitId
from tracker.metrics.live import Live
from tracker.reports.document_file import folder_made, plain_name, save
from tracker.reports.forms.content import unit_form
from tracker.reports.forms.workbook import form_workbook
from tracker.reports.wording import tr

Told = Callable[[int, int], None]


def form_name(live: Live, unit: Unit) -> str:
    """The name of a unit's form: 2026年9月 城关镇 报表.xlsx."""
    month = live.month
    name = tr("{unit}, month {month} of {year}, report", year=month.year, month=month.number, unit=unit.name)
    return plain_name(name) + ".xlsx"


def write_forms(
    live: Live, folder: Path, told: Told | None = None, *, wanted: Collection[UnitId] | None = None
) -> Iterator[Path]:
    """Write the form of each unit that is listed in the month, or of the `wanted` ones; gives each file as it is written, and
    `told` how many are done.

    Raises DocumentNotSaved; what is written by then stays.
    """
    folder_made(folder)
    units = [unit for unit in live.units if unit.listed_in(live.month) and (wanted is None or unit.id in wanted)]
    for done, unit in enumerate(units):
        if told is not None:
            told(done, len(units))
        path = folder / form_name(live, unit)
        save(form_workbook(unit_form(live, unit)), path)
        yield path
