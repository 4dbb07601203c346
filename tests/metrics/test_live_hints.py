"""The hints in memory follow every change, and are what looking at everything anew gives."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.metrics.conftest import SmallCounty
from tracker.domain.figure import Figure
from tracker.domain.hint import Hint, HintRules, Rule
from tracker.domain.indicator import IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import UnitId
from tracker.metrics import live_hints
from tracker.metrics.live import Live
from tracker.metrics.live_hints import LiveHints
from tracker.store.acceptances import Acceptance, accept
from tracker.store.figures import set_figure, set_figures
from tracker.store.hint_rules import set_hint_rules
from tracker.store.units import update_unit

SEPTEMBER = Month(2026, 9)


@pytest.fixture
def live(county: SmallCounty) -> Iterator[Live]:
    found = Live(county.book, month=SEPTEMBER)
    yield found
    found.close()


@pytest.fixture
def found(county: SmallCounty, live: Live) -> Iterator[LiveHints]:
    made = LiveHints(county.book, live)
    yield made
    made.close()


def anew(county: SmallCounty, month: Month = SEPTEMBER) -> list[Hint]:
    """What a book just opened says."""
    live = Live(county.book, month=month)
    hints = LiveHints(county.book, live)
    said = hints.hints()
    hints.close()
    live.close()
    return said


def type_text(county: SmallCounty, unit: str, indicator: str, typed: str) -> None:
    """Enter what cannot be read."""
    with county.book.change("type"):
        set_figure(county.book, Figure(county.unit[unit], county.indicator[indicator], SEPTEMBER, None, typed))


def rules_of(hints: list[Hint]) -> list[Rule]:
    return [hint.rule for hint in hints]


def test_a_hint_comes_with_the_figure_and_goes_with_it(county: SmallCounty, found: LiveHints) -> None:
    for month in range(1, 9):
        county.report("c", "money", f"2026-0{month}", "2.00" if month % 2 else "2.20")
    assert found.hints() == []
    county.report("c", "money", "2026-09", "21.00")
    (hint,) = found.hints()
    assert (hint.rule, hint.value, hint.suggestion) == (Rule.SLIP, Decimal(21), Decimal("2.1"))
    assert found.of(county.unit["c"], county.indicator["money"]) == (hint,)
    assert found.of(county.unit["a"], county.indicator["money"]) == ()
    county.book.undo()
    assert found.hints() == []


def test_a_change_of_an_earlier_month_is_a_change_of_the_history(county: SmallCounty, found: LiveHints) -> None:
    for month in range(1, 10):
        county.report("c", "money", f"2026-0{month}", "2.00" if month % 2 else "2.20")
    assert found.hints() == []
    for month in range(1, 9):
        county.report("c", "money", f"2026-0{month}", "0.20" if month % 2 else "0.22")
    assert rules_of(found.hints()) == [Rule.SLIP]


def test_a_month_that_is_too_old_or_yet_to_come_changes_nothing(county: SmallCounty, found: LiveHints) -> None:
    county.report("c", "money", "2026-09", "-1")
    before = found.hints()
    county.report("c", "money", "2024-08", "5")
    county.report("c", "money", "2026-10", "-5")
    assert found.hints() == before == anew(county)


def test_blanks_are_told_from_the_units_first_figure_on(county: SmallCounty, found: LiveHints) -> None:
    for indicator in ("money", "count", "level"):
        county.report("c", indicator, "2026-08", "3")
    assert found.hints() == []
    county.report("c", "money", "2026-09", "3")
    assert rules_of(found.hints()) == [Rule.BLANK, Rule.BLANK]
    type_text(county, "c", "count", "some")
    assert sorted(rules_of(found.hints())) == [Rule.BLANK, Rule.UNREADABLE]
    county.report("c", "money", "2026-09", None)
    assert sorted(rules_of(found.hints())) == [Rule.BLANK, Rule.BLANK, Rule.UNREADABLE]
    county.report("c", "count", "2026-09", None)
    assert found.hints() == anew(county) == []


def test_a_note_alone_is_no_report(county: SmallCounty, found: LiveHints) -> None:
    county.report("c", "money", "2026-08", "3")
    with county.book.change("note"):
        set_figure(county.book, Figure(county.unit["c"], county.indicator["count"], SEPTEMBER, None, note="comes late"))
    assert found.hints() == []


def test_a_ratio_is_looked_at_again_with_its_parts(county: SmallCounty, found: LiveHints) -> None:
    county.report("c", "count", "2026-09", "3")
    county.report("c", "worse", "2026-09", "3")
    assert found.hints() == []
    county.report("c", "count", "2026-08", "1")
    assert rules_of(found.hints()) == [Rule.PERCENT]


def test_a_merged_units_figure_is_its_heirs_history(county: SmallCounty, found: LiveHints) -> None:
    for month in (1, 2, 3, 4, 5, 6, 9):
        county.report("a", "money", f"2026-0{month}", "2.00")
    assert found.hints() == []
    for month in range(1, 7):
        county.report("b", "money", f"2026-0{month}", "20.00" if month % 2 else "18.00")
    assert rules_of(found.hints()) == rules_of(anew(county)) == [Rule.SLIP]


def test_units_that_are_not_listed_have_no_hints(county: SmallCounty, found: LiveHints) -> None:
    with county.book.change("end"):
        update_unit(county.book, county.unit["d"], valid_to=Month(2026, 8))
    type_text(county, "d", "money", "?")
    assert found.hints() == anew(county) == []


def test_another_month_has_other_hints(county: SmallCounty, live: Live, found: LiveHints) -> None:
    county.report("c", "money", "2026-08", "-1")
    assert found.hints() == []
    live.show(Month(2026, 8))
    assert rules_of(found.hints()) == [Rule.NEGATIVE]


def test_hints_come_in_the_order_of_the_grid(county: SmallCounty, live: Live, found: LiveHints) -> None:
    for unit, indicator in (("d", "money"), ("c", "level"), ("a", "count"), ("c", "money")):
        county.report(unit, indicator, "2026-09", "-1")
    codes = {unit.id: unit.code for unit in live.units}
    assert [codes[hint.unit] for hint in found.hints()] == ["a", "c", "c", "d"]
    assert [hint.indicator for hint in found.hints()][1:3] == [county.indicator["money"], county.indicator["level"]]


def test_the_offices_rules_count_as_soon_as_they_are_stored(county: SmallCounty, found: LiveHints) -> None:
    county.report("c", "money", "2026-09", "-1")
    assert rules_of(found.hints()) == [Rule.NEGATIVE]
    quiet = HintRules(off=frozenset({Rule.NEGATIVE, Rule.FALL}))
    assert found.hints(quiet) == []
    assert rules_of(found.hints()) == [Rule.NEGATIVE]
    with county.book.change("rules"):
        set_hint_rules(county.book, quiet)
    assert found.hints() == []
    assert found.rules == quiet


def test_a_large_import_is_looked_at_as_a_whole(county: SmallCounty, found: LiveHints, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_hints, "MANY", 2)
    assert found.hints() == []
    with county.book.change("import"):
        set_figures(
            county.book,
            [Figure(county.unit[unit], county.indicator["money"], SEPTEMBER, Decimal(-1)) for unit in "acd"],
        )
    assert rules_of(found.hints()) == [Rule.NEGATIVE] * 3


def test_hints_that_are_closed_follow_no_longer(county: SmallCounty, live: Live) -> None:
    hints = LiveHints(county.book, live)
    hints.close()
    county.report("c", "money", "2026-09", "-1")
    assert hints.hints() == anew(county)  # computed when asked for, not before
    county.report("c", "money", "2026-09", "1")
    assert rules_of(hints.hints()) == [Rule.NEGATIVE]


AMOUNTS = st.none() | st.sampled_from(["0", "1", "1.1", "2", "20", "-1", "0.1", "30000"])
EDITS = st.lists(
    st.tuples(
        st.sampled_from("abcde"),
        st.sampled_from(["money", "count", "level", "worse"]),
        st.sampled_from([Month(2024, 8), *(SEPTEMBER.plus(back) for back in range(-8, 2))]),
        AMOUNTS | st.just("?"),
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS, asked=st.sets(st.integers(0, 39)), undone=st.integers(0, 5))
def test_after_any_edits_the_hints_are_those_of_a_book_opened_anew(
    county: SmallCounty, edits: list[tuple[str, str, Month, str | None]], asked: set[int], undone: int
) -> None:
    live = Live(county.book, month=SEPTEMBER)
    hints = LiveHints(county.book, live)
    for at, (unit, indicator, month, text) in enumerate(edits):
        value = None if text in (None, "?") else Decimal(text if indicator == "money" else text.partition(".")[0])
        place = UnitId(county.unit[unit]), IndicatorId(county.indicator[indicator])
        with county.book.change("edit"):
            set_figure(county.book, Figure(*place, month, value, "?" if text == "?" else ""))
        if at in asked:
            hints.hints()
    for _ in range(undone):
        if county.book.undo_label == "edit":
            county.book.undo()
    assert hints.hints() == anew(county)
    hints.close()
    live.close()


def accept_all(county: SmallCounty, found: LiveHints, note: str = "asked") -> None:
    """Accept what is open."""
    with county.book.change("accept"):
        for hint in found.open():
            accept(county.book, Acceptance(hint.unit, hint.indicator, hint.month, hint.rule, hint.value, note))


def test_an_accepted_hint_is_open_again_when_its_figure_changes_and_accepted_when_it_comes_back(
    county: SmallCounty, found: LiveHints
) -> None:
    county.report("c", "money", "2026-09", "-1")
    accept_all(county, found)
    (hint,) = found.hints()
    said = found.acceptance(hint)
    assert said is not None
    assert (said.note, found.open()) == ("asked", [])
    county.report("c", "money", "2026-09", "-2")
    assert rules_of(found.open()) == [Rule.NEGATIVE]
    assert found.acceptance(found.hints()[0]) is None
    county.book.undo()
    assert found.open() == []
    county.book.undo()
    assert rules_of(found.open()) == [Rule.NEGATIVE]
    county.book.redo()
    assert found.open() == []


def test_what_was_accepted_of_a_ratio_counts_while_it_is_shown_the_same(county: SmallCounty, found: LiveHints) -> None:
    county.report("c", "count", "2026-09", "4")
    county.report("c", "worse", "2026-09", "3")
    accept_all(county, found)
    assert found.open() == []
    county.report("c", "count", "2026-09", "5")
    assert rules_of(found.open()) == [Rule.PERCENT]


def test_another_rule_on_the_same_figure_is_not_accepted_with_it(county: SmallCounty, found: LiveHints) -> None:
    county.report("c", "money", "2026-09", "-1")
    accept_all(county, found)
    assert found.open(HintRules(off=frozenset({Rule.NEGATIVE})))[0].rule is Rule.FALL


def test_another_months_acceptances_are_its_own(county: SmallCounty, live: Live, found: LiveHints) -> None:
    county.report("c", "money", "2026-08", "-1")
    county.report("c", "money", "2026-09", "-1")
    accept_all(county, found)
    live.show(Month(2026, 8))
    assert rules_of(found.open()) == [Rule.NEGATIVE]
