from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tests.metrics.lists_county import SEPTEMBER, Towns
from tracker.domain.adjustment import Adjustment
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.metrics.derivation.scores import derive_score
from tracker.metrics.derivation.steps import Derivation
from tracker.metrics.scoring.forms import Forms
from tracker.metrics.scoring.month_scores import Beside, score_table


def derived(towns: Towns, beside: Beside | None = None, *, items: int = 10) -> Derivation:
    live = towns.live()
    lines = (
        SchemeLine(2026, None, towns.signed, Decimal(items), Method.PER_ITEM, each=Decimal(1)),
        SchemeLine(2026, None, towns.signed, Decimal(30), Method.ALL_OR_NOTHING),
    )
    table = score_table(live, Scheme(2026, 1, lines if items else lines[1:]), beside=beside)
    score = table.by_unit[towns.unit["a"]]
    found = derive_score(score, {indicator.id: indicator for indicator in live.indicators})
    assert found.exact == score.value
    return found


def told(derivation: Derivation) -> list[str]:
    return [f"{step.title}: {step.text}" for step in derivation.steps]


def test_a_score_tells_its_lines_and_how_they_are_scaled(towns: Towns) -> None:
    towns.done(6, of=towns.signed)
    found = derived(towns)
    assert (found.shown, found.exact) == ("24.00", 24)
    assert told(found)[1:] == [
        "Substituted: 6 ÷ 10 × 40 = 24, shown rounded once, half up: 24.00.",
        "Points of the lines: 6.00 of 10.00 points",
    ]
    assert [(part.name, part.shown, part.note) for part in found.steps[2].parts] == [
        *(("signed", "6.00", "of 10"), ("signed", "—", "does not count")),
    ]


def test_what_is_beside_the_lines_is_told(towns: Towns) -> None:
    towns.done(6, of=towns.signed)
    entry = Adjustment(towns.unit["a"], SEPTEMBER, Decimal("0.5"), "表彰", "3号")
    forms = {towns.unit["a"]: Forms((Month(2026, 3), Month(2026, 5)), (), Fraction(-2))}
    found = derived(towns, Beside([entry], forms))
    assert told(found)[1].startswith("Substituted: 6 ÷ 10 × 40 − 1.5 = 22.5,")
    assert told(found)[3:] == [
        "By hand: +0.50: 表彰 (3号)",
        "Monthly forms: −2.00: late 2026-03, 2026-05; missing none",
    ]
    assert " + 0.5 = " in told(derived(towns, Beside([entry])))[1]


def test_without_a_line_that_counts_there_is_no_score(towns: Towns) -> None:
    found = derived(towns, items=0)
    assert (found.shown, found.exact) == ("—", None)
    assert told(found)[1] == "No figure: No line of the scheme counts for the unit."
