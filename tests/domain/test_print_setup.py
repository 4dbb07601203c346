from __future__ import annotations

import pytest

from tracker.domain.print_setup import fill, unknown_placeholders

WORDS = {"县": "云山县", "年": "2026", "月": "9"}


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("{县}{年}年1-{月}月排名表", []),
        ("没有括号", []),
        ("｛县｝排名表", []),
        ("{县名}{年}{ 月 }", ["县名"]),
        ("{}", [""]),
        ("{县", ["{"]),
        ("县}", ["}"]),
        ("{{县}}", ["{", "}"]),
    ],
)
def test_what_stands_for_nothing_is_found(text: str, unknown: list[str]) -> None:
    assert unknown_placeholders(text) == unknown


def test_placeholders_are_filled_in_either_kind_of_braces() -> None:
    assert fill("｛县｝{年}年{ 月 }月", WORDS) == "云山县2026年9月"
    assert fill("{县名}", WORDS) == "{县名}"
