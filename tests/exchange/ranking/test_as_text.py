from collections.abc import Callable

from tracker.exchange.ranking.as_text import ranking_text
from tracker.exchange.ranking.choice import ranking_of
from tracker.exchange.text_table import width
from tracker.metrics.live import Live


def lines(live: Live, *codes: str) -> list[str]:
    return "".join(ranking_text(ranking_of(live, codes))).splitlines()


def test_the_table_reads_like_the_sheet(live: Live, golden: Callable[[str, str], None]) -> None:
    golden("ranking-table.txt", "\n".join(lines(live, "M")) + "\n")


def test_every_line_is_aligned_for_wide_characters(live: Live) -> None:
    _, header, *rows = lines(live, "M")
    end = width(header[: header.index("Target") + len("Target")])
    for row in rows:
        if "[" not in row:
            taken = 0
            for at, character in enumerate(row):
                taken += width(character)
                if taken == end:
                    assert row[at + 1 : at + 3] == "  "


def test_columns_without_a_figure_are_left_out(live: Live) -> None:
    title, header, *_ = lines(live, "R")
    assert title == "2026-02  开工率  R"
    assert header.split() == ["Rank", "Move", "Unit", "Cumulative", "Remarks"]


def test_tables_stand_apart(live: Live) -> None:
    assert lines(live, "M", "S").count("") == 1
