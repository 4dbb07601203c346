"""The parts of the page 本月, filled from what is known of the month."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from tracker.domain.amount import format_number
from tracker.i18n import tr
from tracker.metrics.reporting import Standing
from tracker.metrics.row import Row
from tracker.ui.models.chasing import day_text
from tracker.ui.models.home_month import HomeMonth
from tracker.ui.models.report_columns import deadline_text
from tracker.ui.months import span_text
from tracker.ui.views import home_columns as columns
from tracker.ui.widgets.section import Look, Section

if TYPE_CHECKING:
    from tracker.metrics.live import Live

SHOWN = 5
"""So many lines of what may be long; the link leads to all."""


class HomeSections:
    """Eight parts, each a Section."""

    def __init__(self) -> None:
        self._group_names: dict[int, str] = {}
        titled = Look(headed=True)
        ends = columns.ends_columns(None)
        moves = columns.move_columns(self._group_of)
        self.reports = Section(tr("Reported"), columns.group_columns(), empty=tr("No unit is listed in this month."))
        self.chase = Section(tr("To remind"), columns.chase_columns(), empty=tr("Nobody has to be reminded."))
        self.checks = Section(tr("To check"), columns.check_columns(), empty=tr("Nothing has to be checked."), look=Look(row=46))
        self.county = Section(tr("The county"), columns.county_columns(), empty="", look=titled)
        self.ends = Section(tr("First and last"), ends, empty=tr("Nothing can be ranked yet."), look=titled)
        self.moves = Section(tr("Changes of rank"), moves, empty=tr("Nobody's rank has changed."))
        self.named = Section(tr("To be named"), columns.named_columns(), empty="")
        self.recent = Section(tr("Latest changes"), columns.recent_columns(), empty="")
        self.reports.set_link(tr("Details"))
        self.county.set_link(tr("Ranking"))
        self.recent.set_link(tr("Journal"))

    def show_month(self, month: HomeMonth, live: Live, *, today: datetime.date) -> None:
        """Show the month in every part."""
        self._group_names = {group.id: group.name for group in live.groups}
        self._show_reports(month, today)
        self._show_checks(month)
        self._show_county(month)
        self._show_ends(month)
        self._show_moves(month)
        self._show_named(month)
        self.recent.show_records(month.recent)

    def _group_of(self, row: Row) -> str:
        return self._group_names.get(row.unit.group, "")

    def _show_reports(self, month: HomeMonth, today: datetime.date) -> None:
        found = month.reports
        missing = found.standing(Standing.MISSING)
        sent = len(found.standing(Standing.COMPLETE)) + len(found.standing(Standing.IN_PART))
        left = deadline_text(found, today)  # once it is over, the day itself stands in the list that the heading opens
        due = (
            tr("deadline {left}", left=left)
            if today > found.deadline
            else tr("Due by {day}, {left}", day=day_text(found.deadline), left=left)
        )
        self.reports.tell(tr("Reported {sent}/{of}", sent=sent, of=len(found.reports)), due)
        self.reports.show_records(month.groups)
        self.chase.tell(tr("To remind: {count}", count=len(missing)))
        self.chase.set_link(tr("Copy the reminder") if missing else "")
        self.chase.show_records(missing)

    def _show_checks(self, month: HomeMonth) -> None:
        self.checks.tell(tr("To check: {count}", count=len(month.checks)))
        self.checks.set_link(tr("One by one F8") if month.checks else "")
        self.checks.show_records(month.checks[:SHOWN])

    def _show_county(self, month: HomeMonth) -> None:
        pace = next((line.total.pace for line in month.county if line.total.pace is not None), None)
        told = "" if pace is None else tr("upright line: pace {pace} %", pace=format_number(pace * 100, 2))
        self.county.tell(tr("The county, {span}", span=span_text(month.reports.month)), told)
        self.county.show_records(month.county)

    def _show_ends(self, month: HomeMonth) -> None:
        lead = month.lead
        told = "" if lead is None else f"{lead.name} · {columns.ranked_measure(lead)}"
        self.ends.tell(tr("First and last"), told)
        self.ends.model.columns = tuple(columns.ends_columns(lead))
        self.ends.show_records(columns.ends_lines(month.ends))

    def _show_moves(self, month: HomeMonth) -> None:
        before = month.reports.month.plus(-1).number
        self.moves.tell(
            tr("Changes of rank"), tr("since month {number}", number=before) if month.reports.month.number > 1 else ""
        )
        self.moves.set_link(tr("All {count}", count=len(month.moved)) if len(month.moved) > SHOWN else "")
        self.moves.show_records(month.moved[:SHOWN])

    def _show_named(self, month: HomeMonth) -> None:
        self.named.show_records(month.named)
        self.named.setVisible(bool(month.named))
