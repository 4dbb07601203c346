"""A month's bulletin as the book keeps it."""

from __future__ import annotations

from contextlib import closing

import pytest

from tests.reports.conftest import DAY, Sample
from tracker.domain.office_text import OfficeText, OfficeTextKind
from tracker.domain.period import Month
from tracker.metrics.shown import live_of
from tracker.reports.bulletin.as_text import bulletin_text
from tracker.reports.bulletin.kept import kept_bulletin, kept_indicators, kept_words
from tracker.reports.bulletin.month_bulletin import OfficeWords
from tracker.store.indicators import update_indicator
from tracker.store.office_texts import set_office_text
from tracker.store.publications import publish

SEPTEMBER = Month(2026, 9)


def write(sample: Sample, kind: OfficeTextKind, text: str, month: Month = SEPTEMBER) -> None:
    with sample.book.change("write"):
        set_office_text(sample.book, OfficeText(month, kind, text))


def codes(sample: Sample) -> list[str]:
    by_id = {id_: code for code, id_ in sample.indicator.items()}
    return [by_id[one] for one in kept_indicators(sample.book, sample.live)]


def test_the_words_are_the_months_own(sample: Sample) -> None:
    write(sample, OfficeTextKind.PROBLEMS, "旧问题。", Month(2026, 8))
    write(sample, OfficeTextKind.NUMBER, "第9期")
    write(sample, OfficeTextKind.NEXT_STEPS, "加快。")
    assert kept_words(sample.book, SEPTEMBER) == OfficeWords("第9期", "", "加快。")


def test_without_a_choice_all_indicators_are_told(sample: Sample) -> None:
    assert codes(sample) == list(sample.indicator)


def test_a_choice_is_in_force_until_a_later_month_has_another(sample: Sample) -> None:
    write(sample, OfficeTextKind.INDICATORS, "QY\nSWZJ", Month(2026, 8))
    assert codes(sample) == ["QY", "SWZJ"]
    write(sample, OfficeTextKind.INDICATORS, "WZ")
    assert codes(sample) == ["WZ"]
    sample.live.show(Month(2026, 8))
    assert codes(sample) == ["QY", "SWZJ"]


def test_what_is_gone_is_left_out_of_the_choice(sample: Sample) -> None:
    write(sample, OfficeTextKind.INDICATORS, "GONE\nSWZJ")
    assert codes(sample) == ["SWZJ"]
    write(sample, OfficeTextKind.INDICATORS, "GONE")
    assert codes(sample) == list(sample.indicator)


@pytest.mark.usefixtures("chinese")
def test_a_published_months_figures_stay_while_the_offices_words_can_be_mended(sample: Sample) -> None:
    write(sample, OfficeTextKind.INDICATORS, "QY")
    with sample.book.change("publish"):
        publish(sample.book, SEPTEMBER, today=DAY)
    before = text(sample)
    with sample.book.change("later"):
        update_indicator(sample.book, sample.indicator["QY"], name="别的名称")
    assert text(sample) == before
    write(sample, OfficeTextKind.PROBLEMS, "项目少。")
    assert text(sample) == before.replace("\n\n　　附件", "\n　　六、存在问题\n　　项目少。\n\n　　附件")


def text(sample: Sample) -> str:
    with closing(live_of(sample.book, SEPTEMBER)) as live:
        return bulletin_text(kept_bulletin(sample.book, live, today=DAY))


@pytest.mark.usefixtures("chinese")
def test_words_that_are_still_being_typed_can_be_given(sample: Sample) -> None:
    write(sample, OfficeTextKind.PROBLEMS, "项目少。")
    told = bulletin_text(kept_bulletin(sample.book, sample.live, today=DAY, words=OfficeWords(problems="项目不多。")))
    assert "项目不多。" in told
    assert "项目少。" not in told
