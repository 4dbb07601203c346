"""The columns of the list of exemptions."""

from __future__ import annotations

from tracker.domain.exemption import Exemption
from tracker.i18n import tr
from tracker.ui.models.journal_names import Names
from tracker.ui.models.record_model import RecordColumn
from tracker.ui.months import month_text


def exemption_columns(names: Names) -> tuple[RecordColumn[Exemption], ...]:
    """Who, from which list, for which months, why."""
    return (
        RecordColumn(tr("Unit"), lambda one: names.unit(one.unit), 132, strong=True),
        RecordColumn(tr("Indicator"), lambda one: of_what(one, names), 184),
        RecordColumn(tr("In force"), months_of, 184),
        RecordColumn(tr("Reason"), lambda one: one.reason),
    )


def of_what(exemption: Exemption, names: Names) -> str:
    """The indicator's name; all of them and the score where it is for all."""
    return tr("All, and the score") if exemption.indicator is None else names.indicator(exemption.indicator)


def months_of(exemption: Exemption) -> str:
    """From the first month to the last; the month alone where they are one."""
    first, last = month_text(exemption.first), month_text(exemption.last)
    return first if first == last else tr("{first} to {last}", first=first, last=last)
