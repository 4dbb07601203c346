from decimal import Decimal

import pytest

from tracker.ui.paste_way import AS_IT_IS, ONLY_VALUES, PasteWay, Target, Worked, worked

EMPTY = Target("亿元", 2, None, unreadable=False)
FILLED = Target("亿元", 2, Decimal("0.10"), unreadable=False)
UNREAD = Target("亿元", 2, None, unreadable=True)
ADD, SKIP = PasteWay(add=True), PasteWay(skip_blanks=True)


@pytest.mark.parametrize(
    ("way", "text", "target", "what"),
    [
        (AS_IT_IS, "=1+2", EMPTY, Worked("=1+2")),
        (AS_IT_IS, "", FILLED, Worked("")),
        (ONLY_VALUES, "=1+2", EMPTY, Worked("3")),
        (ONLY_VALUES, "2000万", EMPTY, Worked("0.2")),
        (ONLY_VALUES, "about 3", EMPTY, Worked("about 3")),
        (ONLY_VALUES, "—", FILLED, Worked("—")),
        (SKIP, " ", FILLED, Worked(None)),
        (SKIP, "5", FILLED, Worked("5")),
        (ADD, "0.20", FILLED, Worked("0.3")),
        (ADD, "=0.1*2", FILLED, Worked("0.3")),
        (ADD, "1,000", EMPTY, Worked("1000")),
        (ADD, "(0.1)", FILLED, Worked("0")),
        (ADD, "", FILLED, Worked(None)),
        (ADD, "—", FILLED, Worked(None)),
        (ADD, "about 3", FILLED, Worked(None, lost=True)),
        (ADD, "3", UNREAD, Worked(None, lost=True)),
    ],
)
def test_each_way_makes_of_a_text_what_it_says(way: PasteWay, text: str, target: Target, what: Worked) -> None:
    assert worked(way, text, target) == what


def test_a_block_is_turned_only_where_that_is_asked_for() -> None:
    block = [["1", "2", "3"], ["4", "5", "6"]]
    assert PasteWay(transpose=True).turned(block) == [["1", "4"], ["2", "5"], ["3", "6"]]
    assert AS_IT_IS.turned(block) == block
