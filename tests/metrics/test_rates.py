"""The formulas on single numbers, and the published bulletins that exact arithmetic bears out."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.domain.amount import round_half_up
from tracker.metrics import rates


def test_nothing_reported_counts_as_zero_for_completion() -> None:
    assert rates.completion(None, 10) == 0


@pytest.mark.parametrize("target", [None, 0, -5])
def test_there_is_no_completion_without_a_target_above_zero(target: int | None) -> None:
    assert rates.completion(5, target) is None


@pytest.mark.parametrize("base", [None, 0, -1])
def test_there_is_no_growth_from_a_missing_zero_or_negative_base(base: int | None) -> None:
    assert rates.growth(5, base) is None


def test_there_is_no_growth_of_a_missing_figure() -> None:
    assert rates.growth(None, 5) is None


def test_growth_is_exact() -> None:
    assert rates.growth(1, 3) == Fraction(-2, 3)


def test_a_share_of_nothing_is_missing() -> None:
    assert rates.share(0, 0) is None
    assert rates.share(None, 3) is None
    assert rates.share(1, 3) == Fraction(1, 3)


def test_a_ratio_needs_both_sides_and_something_to_divide_by() -> None:
    factor = Decimal(100)
    assert rates.ratio(None, 3, factor) is None
    assert rates.ratio(3, None, factor) is None
    assert rates.ratio(3, 0, factor) is None
    assert rates.ratio(1, 3, factor) == Fraction(100, 3)


def test_a_printed_gap_can_be_checked_by_hand() -> None:
    done, pace = Fraction(74, 100), Fraction(8, 12)
    assert rates.printed_gap(done, pace) == Decimal("7.33")
    assert rates.gap(done, pace) == Fraction(22, 3)
    assert rates.printed_gap(None, pace) is None
    assert rates.gap(done, None) is None


SCALE = 10**6


def _recomputed(case: dict[str, object]) -> Decimal | None:
    """The case's figure by the program's own formulas, from the inputs printed beside it."""
    inputs: dict[str, object] = case["inputs"]  # type: ignore[assignment]
    decimals: int = case["decimals"]  # type: ignore[assignment]
    number = {name: Fraction(str(value)) for name, value in inputs.items()}
    whole = {name: int(value * SCALE) for name, value in number.items()}
    match case["kind"]:
        case "completion":
            done = rates.completion(whole["cumulative"], int(whole["target"] * number.get("target_multiplier", 1)))
            return done and rates.printed_percent(done, decimals)
        case "share":
            part = rates.share(whole["part"], whole["whole"])
            return part and rates.printed_percent(part, decimals)
        case "yoy":
            change = number.get("change", Fraction(0)) * number.get("change_multiplier", 1)
            base = number["last_year"] if "last_year" in number else number["current"] - change
            grown = rates.growth(whole["current"], int(base * SCALE))
            return grown and rates.printed_percent(grown, decimals)
        case "pace" if "rate_published" in number:
            return rates.printed_gap(number["rate_published"] / 100, number["month"] / 12, decimals)
        case _:
            return round_half_up(number["target"] * number["month"] / 12 - number["cumulative"], decimals)


def test_published_figures_that_exact_arithmetic_bears_out_are_reproduced(shared_data) -> None:  # type: ignore[no-untyped-def]
    cases = [
        case
        for case in json.loads((shared_data / "published.json").read_text("utf-8"))
        if case["kind"] != "table" and case["agrees"]
    ]
    assert len(cases) == 143
    wrong = {case["id"]: str(_recomputed(case)) for case in cases if _recomputed(case) != Decimal(case["published"])}
    assert wrong == {}
