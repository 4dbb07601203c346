"""The bulletin's text, from the sample county and from what makes months unusual."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.reports.bulletin.conftest import Made
from tests.reports.conftest import DAY, Sample
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.domain.target import Target
from tracker.metrics.live import Live
from tracker.metrics.shown import live_of
from tracker.reports.bulletin.as_text import bulletin_text
from tracker.reports.bulletin.content import Bulletin
from tracker.reports.bulletin.month_bulletin import OfficeWords, month_bulletin
from tracker.reports.bulletin.numerals import before_chapter
from tracker.reports.errors import NoIndicatorToPrint
from tracker.reports.ranking_sheet import Imprint
from tracker.store import groups, reports
from tracker.store.book import Book
from tracker.store.figures import set_figure
from tracker.store.months import MonthState, set_state
from tracker.store.publications import publish
from tracker.store.targets import set_target
from tracker.store.units import update_unit

Golden = Callable[[str, str], None]


def chapter(bulletin: Bulletin, heading: str) -> list[str]:
    """The chapter's paragraphs."""
    found = next(chapter for chapter in bulletin.chapters if chapter.heading.endswith(heading))
    return [paragraph.lead + paragraph.text for paragraph in found.paragraphs]


def test_the_sample_countys_bulletin_reads_as_it_should(made: Made, golden: Golden) -> None:
    words = OfficeWords("云招组办〔2026〕19号", "项目落地偏慢。\n\n个别单位报送不及时。", "倒排工期，挂图作战。")
    golden("bulletin.txt", bulletin_text(made(words=words)))


def test_what_the_office_numbers_is_led_by_its_heading(made: Made) -> None:
    typed = "（一）压实责任。各单位一把手负总责。\n（二）强化调度。\n一是抓签约。"
    bulletin = made("SWZJ", words=OfficeWords(next_steps=typed))
    (found,) = [one for one in bulletin.chapters if one.heading.endswith("下步工作要求")]
    assert [(one.lead, one.text) for one in found.paragraphs] == [
        ("（一）压实责任。", "各单位一把手负总责。"),
        ("", "（二）强化调度。"),
        ("", "一是抓签约。"),
    ]


def test_january_speaks_of_one_month(made: Made, sample: Sample, golden: Golden) -> None:
    sample.live.show(Month(2026, 1))
    golden("bulletin-january.txt", bulletin_text(made("SWZJ", "QY")))


def test_an_indicator_that_lags_carries_its_own_months(made: Made, sample: Sample) -> None:
    sample.clear("WZ", Month(2026, 9))
    money, foreign = chapter(made("SWZJ", "WZ"), "总体情况")
    assert money.startswith("1-9月，全县实际到位省外资金")
    assert foreign.startswith("1-8月，全县实际利用外资")
    assert "截至8月底，序时进度为66.67%，实际利用外资落后" in chapter(made("SWZJ", "WZ"), "序时进度情况")[1]


def test_a_ratio_lags_with_what_it_is_made_of(made: Made, sample: Sample) -> None:
    sample.clear("KG", Month(2026, 9))
    assert chapter(made("SWZJ", "KGL"), "总体情况")[1].startswith("1-8月，全县项目开工率")


def test_a_month_in_which_nobody_reported_anything_lags_behind_nothing(made: Made, sample: Sample) -> None:
    for code in sample.indicator.keys() - {"KGL"}:
        sample.clear(code, Month(2026, 9))
    assert all("1-9月" in text or "截至9月底" in text for text in chapter(made(), "总体情况"))


def test_what_was_never_reported_is_said_to_be_missing(made: Made, sample: Sample) -> None:
    for number in range(1, 10):
        sample.clear("WZ", Month(2026, number))
    bulletin = made("SWZJ", "WZ")
    assert chapter(bulletin, "总体情况")[1] == "1-9月，全县尚无实际利用外资数据。"
    assert any("今年以来未报实际利用外资的有" in text for text in chapter(bulletin, "零报告及报送情况"))


def test_units_without_a_target_have_no_place(made: Made) -> None:
    places = chapter(made("WZ"), "各单位完成情况")
    assert places[1].endswith("长岭乡、小㙦乡无实际利用外资年度目标任务，不参与排名。")


def test_late_reporters_are_named_and_those_who_never_came(made: Made, sample: Sample) -> None:
    month, late = Month(2026, 9), sample.unit["城关镇"]
    with sample.book.change("arrivals"):
        for unit in sample.unit.values():
            reports.set_arrival(sample.book, unit, month, DAY)
        reports.set_arrival(sample.book, late, month, DAY.replace(day=9))
    assert chapter(made("SWZJ"), "零报告及报送情况")[-1] == "9月报表逾期报送（截止2026年10月5日）的有1家：城关镇。"
    with sample.book.change("in time"):
        reports.set_arrival(sample.book, late, month, DAY)
    assert chapter(made("SWZJ"), "零报告及报送情况")[-1] == "9月报表各单位均按时报送。"


def test_unusual_groups_are_addressed_as_the_units_concerned(made: Made, sample: Sample) -> None:
    assert made("SWZJ").addressees == "各乡镇、街道、园区、县直单位："
    with sample.book.change("rename"):
        groups.update_group(sample.book, sample.group["街道"], name="甲组")
    assert made("SWZJ").addressees == "各有关单位："


def test_all_that_is_read_is_among_the_texts_to_print(made: Made) -> None:
    bulletin = made("SWZJ", words=OfficeWords("云招组办〔2026〕19号"))
    printed = "".join(bulletin.texts()).replace("　", "")
    lines = bulletin_text(bulletin).replace("　", "").splitlines()
    assert all(line in printed for line in lines)
    assert bulletin.annex.total is not None
    assert all(cell in printed for cell in bulletin.annex.total.cells)


def test_an_office_without_a_name_signs_with_the_date_alone(sample: Sample, chinese: None) -> None:
    bulletin = month_bulletin(sample.live, imprint=replace(sample.imprint, office=""))
    assert bulletin.head == ""
    assert bulletin_text(bulletin).endswith("排名表\n\n2026年10月2日\n")


def test_where_all_keep_the_pace_it_is_said(made: Made, sample: Sample) -> None:
    with sample.book.change("more"):
        set_state(sample.book, Month(2026, 9), MonthState.OPEN)
        for unit in sample.live.roster.units:
            set_figure(sample.book, Figure(unit.id, sample.indicator["SWZJ"], Month(2026, 9), Decimal(500)))
    assert chapter(made("SWZJ"), "序时进度情况") == ["各单位均达到序时进度。"]


def test_a_group_that_has_nothing_to_rank_says_why(made: Made, sample: Sample) -> None:
    month, dues = Month(2026, 9), [sample.unit["县工信局"], sample.unit["县商务局"]]
    sample.clear("ZT", month, ["县工信局"])
    assert chapter(made("ZT"), "各单位完成情况")[-1].endswith("县工信局的在谈项目无可比数据，不参与排名。")
    with sample.book.change("no targets"):
        for unit in dues:
            set_target(sample.book, Target(2026, unit, sample.indicator["SWZJ"], Decimal(0)))
    assert chapter(made("SWZJ"), "各单位完成情况")[-1] == "（五）县直单位。各单位均无实际到位省外资金年度目标任务。"


def test_a_county_of_one_group_needs_no_numbers(made: Made, sample: Sample) -> None:
    for unit in sample.live.units:
        with sample.book.change("one group"):
            update_unit(sample.book, unit.id, group=sample.group["街道"])
    (only,) = chapter(made("SWZJ"), "各单位完成情况")
    assert only.startswith("按实际到位省外资金完成率由高到低排名，前三位依次是")


def test_a_published_months_bulletin_stays_as_it_was_published(sample: Sample, chinese: None) -> None:
    month = Month(2026, 9)
    with sample.book.change("publish"):
        publish(sample.book, month, today=DAY)
    with closing(live_of(sample.book, month)) as before:
        published = bulletin_text(month_bulletin(before, imprint=sample.imprint))
    with sample.book.change("another target"):
        set_target(sample.book, Target(2026, sample.unit["城关镇"], sample.indicator["SWZJ"], Decimal(1)))
    with closing(live_of(sample.book, month)) as after:
        assert bulletin_text(month_bulletin(after, imprint=sample.imprint)) == published


def test_a_book_without_indicators_has_no_bulletin(tmp_path, chinese) -> None:  # type: ignore[no-untyped-def]
    with Book.create(tmp_path / "empty.tracker") as book:
        live = Live(book, month=Month(2026, 9))
        with pytest.raises(NoIndicatorToPrint):
            month_bulletin(live, imprint=Imprint("云山县", "", DAY))
        live.close()


@pytest.mark.parametrize(("number", "said"), [(1, "一、"), (10, "十、"), (12, "十二、"), (20, "二十、"), (35, "三十五、")])
def test_chapters_are_numbered_in_chinese(number: int, said: str) -> None:
    assert before_chapter(number) == said
