"""Where a jump in the entry grid leads: to a unit, to an indicator, or to the cell where they meet, in the month in view."""

from __future__ import annotations

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.metrics.live import Live
from tracker.ui.models.columns import Part, typed_part
from tracker.ui.models.entry_choice import Choice
from tracker.ui.models.entry_spot import Spot


def destination(
    live: Live, choice: Choice, now: Spot | None, *, unit: UnitId | None, indicator: IndicatorId | None
) -> Spot | None:
    """The typed cell of the unit and the indicator; for a None the one of `now` stands in. None where there is no such cell."""
    units = {one.id: one for one in live.units if one.listed_in(live.month)}
    indicators = {one.id: one for one in live.indicators}
    wanted = indicator or (now.indicator if now is not None else None) or next(iter(indicators), None)
    if wanted not in indicators:
        return None
    part = typed_part(indicators[wanted], choice.entered_by) or Part.CUMULATIVE
    if unit is not None:
        return Spot(unit, wanted, live.month, part, units[unit].group) if unit in units else None
    return Spot(now.unit, wanted, live.month, part, now.group) if now is not None else None
