from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.exchange.scores.conftest import Scored
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme
from tracker.exchange.scores.against import SideBySide, against_csv, against_json, against_text, side_by_side_of
from tracker.metrics.scoring.book_scores import NoScheme
from tracker.store.scheme_faults import SchemeRefused
from tracker.store.scheme_versions import scheme_of, set_scheme
from tracker.store.schemes import set_scheme_lines

JANUARY = Month(2026, 1)


def put(county: Scored, **fields: object) -> None:
    """From February on the first line is by these."""
    old = scheme_of(county.book, JANUARY)
    assert old is not None
    lines = [replace(line, from_month=2) for line in old.lines]
    with county.book.change("scheme"):
        set_scheme(county.book, Scheme(2026, 2, (replace(lines[0], **fields), *lines[1:])))  # type: ignore[arg-type]


def of(county: Scored, group: str | None = "乡镇", against: Month = JANUARY) -> SideBySide:
    return side_by_side_of(county.book, county.live, against, group, today=date(2026, 3, 9))


def test_the_table_has_both_scores_and_the_moves(county: Scored) -> None:
    put(county, method=Method.PER_ITEM, cap=None, each=Decimal(5))
    lines = "".join(against_text(of(county))).splitlines()
    assert lines[0] == "2026-02  Score, against the scheme of 2026-01"
    assert [line.split() for line in lines[3:]] == [
        ["1", "城关镇", "30.50", "25.50", "1"],
        ["2", "青石镇", "22.88", "10.17", "2"],
        ["3", "白河镇", "0.00", "-", "-", "-"],
    ]


def test_csv_and_json_carry_the_same(county: Scored) -> None:
    put(county, points=Decimal(1))
    shown = of(county, None)
    rows = list(csv.DictReader("".join(against_csv(shown)).splitlines()))
    told = json.loads("".join(against_json(shown)))
    assert (told["month"], told["against"]) == ("2026-02", "2026-01")
    flat = [(group, unit) for group, units in told["scores"].items() for unit in units]
    assert [(row["group"], row["unit"], row["rank"]) for row in rows] == [
        (group, unit["unit"], "" if unit["rank"] is None else str(unit["rank"])) for group, unit in flat
    ]
    first = flat[0][1]
    assert first["score"] == pytest.approx(float(rows[0]["score"]), abs=0.005)
    assert first["score_against"] == pytest.approx(float(rows[0]["score_against"]), abs=0.005)
    assert flat[-1][1] == {"unit": "U6", "name": "开发区", "score": None, "rank": None} | dict.fromkeys(
        ("score_against", "rank_against", "places")
    )


def test_a_month_without_a_scheme_or_with_one_that_cannot_work_is_refused(county: Scored) -> None:
    with pytest.raises(NoScheme, match="2025-12"):
        of(county, against=Month(2025, 12))
    old = scheme_of(county.book, JANUARY)
    assert old is not None
    with county.book.change("break"):
        set_scheme_lines(county.book, 2026, [replace(old.lines[0], cap=None)])
    with pytest.raises(SchemeRefused, match="“cap” is missing"):
        of(county)
