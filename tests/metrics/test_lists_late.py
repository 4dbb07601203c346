from __future__ import annotations

from datetime import date

from tests.metrics.lists_county import SEPTEMBER, Towns
from tracker.metrics.lists_late import late_list
from tracker.metrics.reporting import month_reports
from tracker.store.reports import set_arrival


def test_who_has_not_reported_comes_first_then_the_latest(towns: Towns) -> None:
    towns.done(1, 1, 1, 1)
    with towns.book.change("arrive"):
        for code, day in (("a", 5), ("b", 6), ("c", 9)):
            set_arrival(towns.book, towns.unit[code], SEPTEMBER, date(2026, 10, day))
    today = date(2026, 10, 12)
    found = late_list(month_reports(towns.book, towns.live(), today=today), today=today)
    assert [(one.unit.code, one.received and one.received.day, one.days, one.running) for one in found.units] == [
        *(("e", None, 7, 1), ("s", None, 7, 1)),
        *(("c", 9, 4, 1), ("b", 6, 1, 1)),
    ]
    assert found.rule == "The report of 2026-09 was due by 10-05."
