from __future__ import annotations

import pytest

from tests.store.county import SEPTEMBER
from tracker.domain.office_text import OfficeText, OfficeTextKind
from tracker.domain.period import Month
from tracker.store.book import Book
from tracker.store.faults import TextUnusable
from tracker.store.months import MonthState, set_state
from tracker.store.office_texts import office_text, office_texts, set_office_text, text_before

NUMBER, PROBLEMS, NEXT_STEPS = OfficeTextKind.NUMBER, OfficeTextKind.PROBLEMS, OfficeTextKind.NEXT_STEPS


def write(book: Book, text: str, month: Month = SEPTEMBER, kind: OfficeTextKind = PROBLEMS) -> None:
    with book.change("write"):
        set_office_text(book, OfficeText(month, kind, text))


def test_a_text_is_kept_for_its_month_and_kind(book: Book) -> None:
    write(book, "项目少。")
    write(book, "第3期", kind=NUMBER)
    assert office_text(book, SEPTEMBER, PROBLEMS) == "项目少。"
    assert office_text(book, SEPTEMBER, NUMBER) == "第3期"
    assert office_text(book, SEPTEMBER, NEXT_STEPS) == office_text(book, Month(2026, 8), PROBLEMS) == ""


def test_a_text_is_replaced_and_taken_away(book: Book) -> None:
    write(book, "项目少。")
    write(book, "项目不多。")
    assert office_texts(book) == [OfficeText(SEPTEMBER, PROBLEMS, "项目不多。")]
    write(book, " \n")
    assert office_texts(book) == []


def test_lines_end_alike_and_blanks_at_the_end_go(book: Book) -> None:
    write(book, "　　一是项目少。\r\n\r\n二是进度慢。\r三是\u2028服务差。 \n\n")
    assert office_text(book, SEPTEMBER, PROBLEMS) == "　　一是项目少。\n\n二是进度慢。\n三是\n服务差。"


def test_the_same_text_again_changes_nothing(book: Book) -> None:
    write(book, "项目少。")
    write(book, "项目少。\n")
    book.undo()
    assert office_texts(book) == []


def test_texts_come_by_month(book: Book) -> None:
    write(book, "九月")
    write(book, "八月", Month(2026, 8))
    write(book, "加快。", Month(2026, 8), NEXT_STEPS)
    assert [(str(one.month), one.kind) for one in office_texts(book)] == [
        ("2026-08", NEXT_STEPS),
        ("2026-08", PROBLEMS),
        ("2026-09", PROBLEMS),
    ]


def test_the_latest_text_before_is_found_over_gaps_and_the_turn_of_the_year(book: Book) -> None:
    write(book, "旧", Month(2025, 11))
    write(book, "新", Month(2025, 12))
    write(book, "九月")
    assert text_before(book, SEPTEMBER, PROBLEMS) == OfficeText(Month(2025, 12), PROBLEMS, "新")
    assert text_before(book, Month(2025, 11), PROBLEMS) is None
    assert text_before(book, SEPTEMBER, NEXT_STEPS) is None


def test_texts_of_a_published_month_can_still_be_written(book: Book) -> None:
    with book.change("publish"):
        set_state(book, SEPTEMBER, MonthState.PUBLISHED)
    write(book, "项目少。")
    assert office_text(book, SEPTEMBER, PROBLEMS) == "项目少。"
    book.undo()
    assert office_text(book, SEPTEMBER, PROBLEMS) == ""


def test_a_kind_that_is_not_known_here_is_left_alone(book: Book) -> None:
    with book.change("newer"):
        book.write("INSERT INTO office_text (month, kind, text) VALUES (202609, 'praise', '好')")
    assert office_texts(book) == []


def test_half_a_character_is_refused(book: Book) -> None:
    with pytest.raises(TextUnusable):
        write(book, "\ud800")
