"""A derivation ready to be shown, with who entered what went in; the ranking page's own tests tell the rest."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

from tests.metrics.lists_county import SEPTEMBER, Towns
from tracker.domain.scheme import Method, SchemeLine
from tracker.metrics.derivation.figures import Figure, derive
from tracker.metrics.derivation.origins import Origin
from tracker.metrics.derivation.reasoned import Input, Reasoned, reasoned
from tracker.metrics.derivation.steps import Derivation, Part, Source, Step, TargetSource
from tracker.metrics.whose import Whole

NOW = datetime.now(UTC)


def nobody(_of: Source | TargetSource) -> None:
    return None


def somebody(of: Source | TargetSource) -> Origin:
    source = "九月.xlsx" if isinstance(of, TargetSource) else ""
    return Origin(NOW, "经办甲", "enter", source, 7, Decimal(100))


def told(towns: Towns, figure: Figure = Figure.COMPLETION) -> Reasoned:
    towns.done(70)
    return reasoned("a", SEPTEMBER, derive(towns.live().table(towns.money), towns.unit["a"], figure), somebody)


def test_every_input_says_who_entered_it_and_where_it_lies(towns: Towns) -> None:
    found = told(towns)
    assert (found.figure, found.measure, found.shown) == ("70.00", "%", "70.00 %")
    month, goal = found.steps[2].inputs[0], found.steps[3].inputs[0]
    assert (month.name, month.shown, month.who, month.entry) == ("M9", "70.00", "经办甲", 7)
    assert month.told == f"{NOW.astimezone():%Y-%m-%d %H:%M} 经办甲 enter"
    assert month.place == Source(towns.unit["a"], towns.money, SEPTEMBER)
    assert (goal.name, goal.shown, goal.who) == ("Set, as entered", "100.00", "imported")
    assert goal.told.endswith("enter (from 九月.xlsx)")
    assert found.steps[2].total == "", "one number is not added up"


def test_what_the_journal_does_not_know_has_nobody(towns: Towns) -> None:
    towns.done(70)
    table = towns.live().table(towns.money)
    found = reasoned("a", SEPTEMBER, derive(table, towns.unit["a"], Figure.COMPLETION), nobody)
    assert [(each.name, each.when, each.who) for each in found.steps[2].inputs] == [("M9", "", "")]
    assert found.steps[2].inputs[0].place == Source(towns.unit["a"], towns.money, SEPTEMBER)
    assert found.steps[3].inputs == ()
    month = reasoned("c", SEPTEMBER, derive(table, Whole(None), Figure.MOM), nobody).steps[2].inputs[0]
    assert (month.shown, month.place) == ("70.00", None)


def test_another_years_day_has_its_year(towns: Towns) -> None:
    def long_ago(_of: Source | TargetSource) -> Origin:
        return Origin(datetime(2020, 3, 4, 12, tzinfo=UTC), "经办乙", "enter", "", 1, None)

    towns.done(70)
    found = reasoned("a", SEPTEMBER, derive(towns.live().table(towns.money), towns.unit["a"], Figure.CUMULATIVE), long_ago)
    assert found.steps[1].inputs[0].when == "2020-03-04"


def test_a_target_that_was_taken_away_is_nobodys(towns: Towns) -> None:
    towns.done(70)
    found = reasoned(
        "a",
        SEPTEMBER,
        derive(towns.live().table(towns.money), towns.unit["a"], Figure.TARGET),
        lambda _of: Origin(NOW, "经办甲", "remove", "", 7, None),
    )
    assert found.steps[1].inputs == ()


def test_words_are_not_parted_from_their_number() -> None:
    of = Derivation("第 3 位，共 9 位", Fraction(3), ())
    assert (reasoned("a", SEPTEMBER, of, nobody).figure, reasoned("a", SEPTEMBER, of, nobody).measure) == (of.shown, "")


def test_a_line_of_the_scheme_is_an_input_with_its_note(towns: Towns) -> None:
    line = SchemeLine(2026, None, towns.money, 10, Method.ALL_OR_NOTHING)  # type: ignore[arg-type]
    step = Step(title="lines", text="first\nsecond", parts=(Part("money", line, "6.00", "of 10"),), total="6.00")
    found = reasoned("a", SEPTEMBER, Derivation("6.00", Fraction(6), (step,)), nobody)
    assert found.steps[0].inputs == (Input("money", "6.00", "", "of 10", "money", line),)
    assert found.text.split("\n") == ["a, 2026-09: 6.00", "1. lines: first", "   second", "   money  6.00   of 10"]


def test_a_sum_of_several_is_told_in_the_text(towns: Towns) -> None:
    towns.done(30, month=SEPTEMBER.plus(-1))
    assert "   In all  100.00" in told(towns).text.split("\n")
