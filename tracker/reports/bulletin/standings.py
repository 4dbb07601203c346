"""The groups in the bulletin: each group's units in rank order by the leading indicator, and who has no place and why."""

from __future__ import annotations

from tracker.domain.indicator import Kind, RankBy
from tracker.domain.unit import Group
from tracker.metrics.table import IndicatorTable
from tracker.reports.bulletin.content import Paragraph
from tracker.reports.bulletin.numerals import in_brackets
from tracker.reports.bulletin.places import basis, standings
from tracker.reports.note_lists import listed
from tracker.reports.wording import one_line, tr


def group_paragraphs(lead: IndicatorTable) -> list[Paragraph]:
    """A paragraph for every group that has a listed unit; （一）一类乡镇。 leads it."""
    said = [
        Paragraph(_group(lead, group), tr("{number}{group}.", number=in_brackets(at), group=one_line(group.name)))
        for at, group in enumerate(lead.roster.groups, start=1)
    ]
    return said if len(said) > 1 else [Paragraph(paragraph.text) for paragraph in said]


def _group(lead: IndicatorTable, group: Group) -> str:
    indicator = lead.indicator
    rows = [row for row in lead.rows if row.unit.group == group.id]
    said = standings(rows, indicator)
    first = tr("{basis}, {places}.", basis=basis(indicator), places=said) if said else ""
    unranked = [row for row in rows if row.rank is None]
    held = indicator.kind is not Kind.RATIO and indicator.rank_by is RankBy.COMPLETION
    without = [one_line(row.unit.name) for row in unranked if held and "no_target" in row.flags]
    others = [one_line(row.unit.name) for row in unranked if not (held and "no_target" in row.flags)]
    name = one_line(indicator.name)
    if without and len(without) == len(rows):
        return first + tr("No unit has a target for {indicator}.", indicator=name)
    if without:
        first += tr("{units}: without a target for {indicator}, not ranked.", units=listed(without), indicator=name)
    if others:
        first += tr("{units}: nothing to rank by in {indicator}.", units=listed(others), indicator=name)
    return first
