import json
from hashlib import sha256

import pytest

from tracker.domain.form_mark import HEAD, VERSION, FormCell, FormMark, mark_of, rows_of
from tracker.domain.period import Month

MARK = FormMark("0" * 32, "U01", Month(2026, 9), "月报表", (FormCell("SWZJ", 5, 6), FormCell("GTZ", 6, 7, is_cumulative=True)))


def rows_with(told: str) -> list[list[str]]:
    return [[HEAD], [told], [sha256(told.encode()).hexdigest()]]


def test_a_mark_comes_back_as_it_was_written():
    assert mark_of(rows_of(MARK)) == MARK
    assert mark_of([*rows_of(MARK), ["more"]]) == MARK


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [[HEAD], []],
        [["another"], *rows_of(MARK)[1:]],
        [[HEAD], [rows_of(MARK)[1][0].replace("2026-09", "2026-08")], rows_of(MARK)[2]],
        rows_with("no JSON"),
        rows_with("7"),
        rows_with(json.dumps([VERSION, "", "U01", "2026-13", "表", []])),
        rows_with(json.dumps([VERSION + 1, "", "U01", "2026-09", "表", []])),
    ],
)
def test_what_is_no_mark_or_was_altered_or_is_of_a_later_version_is_none(rows):
    assert mark_of(rows) is None
