from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.metrics.conftest import SmallCounty
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.metrics.derivation.origins import origin_of
from tracker.metrics.derivation.steps import Source, TargetSource
from tracker.store.figures import set_figure
from tracker.store.publications import publication, publish

SEPTEMBER = Month(2026, 9)


def test_a_figure_is_from_its_newest_change_with_what_it_came_from(county: SmallCounty) -> None:
    source = Source(county.unit["a"], county.indicator["money"], SEPTEMBER)
    assert origin_of(county.book, source) is None
    county.report("a", "money", "2026-09", "3")
    with county.book.change("import"):
        set_figure(county.book, Figure(source.unit, source.indicator, SEPTEMBER, Decimal(4), source="九月.xlsx"))
    found = origin_of(county.book, source)
    assert found is not None
    assert (found.label, found.source) == ("import", "九月.xlsx")
    assert found.name


def test_a_published_month_has_what_stood_there_when_it_was_published(county: SmallCounty) -> None:
    source = Source(county.unit["a"], county.indicator["money"], Month(2026, 8))
    county.report("a", "money", "2026-08", "3")
    with county.book.change("publish"):
        publish(county.book, SEPTEMBER, today=date(2026, 10, 8))
    first, published = origin_of(county.book, source), publication(county.book, SEPTEMBER)
    county.report("a", "money", "2026-08", "4")
    assert published is not None
    assert origin_of(county.book, source, until=published.at) == first
    later = origin_of(county.book, source)
    assert first is not None
    assert later is not None
    assert later.entry > first.entry


def test_a_target_is_from_its_newest_change_too(county: SmallCounty) -> None:
    county.aim("a", "money", "9")
    found = origin_of(county.book, TargetSource(2026, county.unit["a"], county.indicator["money"], TargetSet.ASSIGNED, 2))
    assert found is not None
    assert (found.label, found.source, found.value) == ("target", "", 9)
