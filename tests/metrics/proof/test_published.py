import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.metrics.proof.oracle import verdict
from tests.metrics.proof.sentences import Made, factor_of, sentences
from tracker.metrics.proof.claim import Claim
from tracker.metrics.proof.proofreading import proofread

FIGURES = Path(__file__).resolve().parents[4] / "shared" / "data" / "published.json"


def cases() -> list[Any]:
    if not FIGURES.is_file():
        return [pytest.param({}, marks=pytest.mark.skip(reason="the published figures are not beside the project"))]
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["id"]) for case in figures if case["kind"] != "table"]


def claimed(claim: Claim) -> dict[str, Fraction]:
    """A claim's inputs in the base of their unit."""
    return {one.name: Fraction(one.value) * factor_of(one.unit) for one in claim.inputs if one.name != "month"}


def the_claim(made: Made) -> Claim:
    of_kind = [claim for claim in proofread(made.text).claims if claim.kind == made.kind]
    claims = [claim for claim in of_kind if str(claim.published) == made.published]
    assert len(claims) == 1, made.text
    return claims[0]


@pytest.mark.parametrize("case", cases())
def test_the_claim_is_found_with_its_inputs_and_the_verdict_that_they_bear_out(case: dict[str, Any]) -> None:
    for made in sentences(case):
        claim = the_claim(made)
        bears_out = verdict(made.kind, made.inputs, made.published, case["month"], factor_of(made.result_unit))
        assert claimed(claim) == {name: value for name, (value, _) in made.inputs.items()}, made.text
        assert claim.verdict == bears_out, made.text


@pytest.mark.parametrize("case", cases())
def test_the_verdict_agrees_with_how_the_published_figure_was_read(case: dict[str, Any]) -> None:
    reading = case.get("reading", "")
    for made in sentences(case):
        told = the_claim(made).verdict
        if case["agrees"]:
            assert told == "right"
        elif "rounding of the published inputs" in reading:
            assert told == "rounding"
        elif reading and "unrounded inputs" not in reading:
            assert told == "wrong", reading
        else:
            assert told == "rounding"
