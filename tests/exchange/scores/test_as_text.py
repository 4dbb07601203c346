from collections.abc import Callable

from tests.exchange.scores.conftest import Scored
from tracker.exchange.scores.as_text import scores_text


def test_the_table_reads_like_the_sheet_and_says_what_each_line_is(county: Scored, golden: Callable[[str, str], None]) -> None:
    golden("scores-table.txt", "".join(scores_text(county.scores())))


def test_what_is_added_has_a_column_where_there_is_any(county: Scored) -> None:
    county.deduct()
    lines = "".join(scores_text(county.scores("乡镇"))).splitlines()
    assert lines[1].split() == ["Rank", "Move", "Unit", "Score", "Added", "(1)", "(2)"]
    assert lines[4].split() == ["2", "-1", "青石镇", "8.67", "-1.50", "6.67", "-"]


def test_columns_of_lines_for_other_groups_are_left_out(county: Scored) -> None:
    header = "".join(scores_text(county.scores("乡镇"))).splitlines()[1]
    assert header.split() == ["Rank", "Move", "Unit", "Score", "(1)", "(2)"]
