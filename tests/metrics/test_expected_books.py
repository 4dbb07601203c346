"""Every row, total and rank of the shared books equals what exact fractions gave."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from tracker.domain.period import Month
from tracker.domain.target import TargetSet
from tracker.exchange.data_folder import load
from tracker.metrics.live import Live
from tracker.store.book import Book

AMOUNTS = ("target", "month_value")
RATES = ("cumulative", "completion", "pace", "gap", "yoy", "mom", "share")
RANKS = ("rank", "rank_change")


@pytest.fixture(params=["book1", "book2", "book3"])
def expected_book(request: pytest.FixtureRequest, shared_data: Path, tmp_path: Path) -> Iterator[tuple[Book, dict[str, object]]]:
    folder = shared_data / "books" / request.param
    with Book.create(tmp_path / "book.tracker") as book:
        load(book, folder)
        yield book, json.loads((folder / "expected.json").read_text("utf-8"))


def same(mine: Decimal | Fraction | int | None, theirs: float | None) -> bool:
    if mine is None or theirs is None:
        return mine is theirs
    return float(mine) == pytest.approx(theirs, rel=1e-12, abs=1e-12)


def differences(mine: object, theirs: dict[str, object], where: tuple[object, ...]) -> list[tuple[object, ...]]:
    known = [name for name in (*AMOUNTS, *RATES, *RANKS) if name in theirs]
    return [(*where, name, getattr(mine, name), theirs[name]) for name in known if not same(getattr(mine, name), theirs[name])]  # type: ignore[arg-type]


def test_every_row_and_total_is_as_exact_fractions_give_it(expected_book) -> None:  # type: ignore[no-untyped-def]
    book, expected = expected_book
    live = Live(book)
    code = {indicator.code: indicator.id for indicator in live.indicators}
    wrong: list[tuple[object, ...]] = []
    compared = 0
    for month, sets in expected.items():
        for target_set in TargetSet:
            live.show(Month.parse(month), target_set)
            for indicator, content in sets[target_set].items():
                table = live.table(code[indicator])
                rows = {row.unit.code: row for row in table.rows}
                assert set(rows) == {row["unit"] for row in content["rows"]}
                for row in content["rows"]:
                    wrong += differences(rows[row["unit"]], row, (month, target_set, indicator, row["unit"]))
                totals = {total.group.name if total.group else "": total for total in table.totals}
                assert set(totals) == {total["group"] for total in content["totals"]}
                for total in content["totals"]:
                    wrong += differences(totals[total["group"]], total, (month, target_set, indicator, total["group"]))
                compared += len(rows)
    live.close()
    assert wrong == []
    assert compared > 2000
