"""The lists in the bulletin: whom they name, whom they spare and why, and that they say nothing where there is nothing."""

from contextlib import closing
from decimal import Decimal

import pytest

from tests.reports.bulletin.conftest import Made
from tests.reports.conftest import DAY, Sample
from tracker.domain.exemption import Exemption
from tracker.domain.figure import Figure
from tracker.domain.indicator import Direction
from tracker.domain.list_rules import ListRules, ZeroRule
from tracker.domain.period import Month
from tracker.metrics.lists_month import ByWhat, month_lists
from tracker.metrics.shown import live_of
from tracker.reports.bulletin.content import Bulletin
from tracker.reports.bulletin.month_bulletin import month_bulletin
from tracker.store.corrections import correct
from tracker.store.exemptions import exempt
from tracker.store.figures import set_figure
from tracker.store.indicators import update_indicator
from tracker.store.list_rules import set_list_rules
from tracker.store.months import MonthState, published, set_state
from tracker.store.publications import publish
from tracker.store.units import update_unit

SEPTEMBER = Month(2026, 9)


def lists(bulletin: Bulletin) -> list[str]:
    """The paragraphs of the lists' chapter, none where there is none."""
    return [
        paragraph.text
        for chapter in bulletin.chapters
        if chapter.heading.endswith("红黑榜情况")
        for paragraph in chapter.paragraphs
    ]


def spare(sample: Sample, name: str, reason: str) -> None:
    with sample.book.change("exempt"):
        exempt(sample.book, Exemption(sample.unit[name], None, Month(2026, 1), Month(2026, 12), reason))


def test_each_list_names_its_units_by_group_with_their_completion(made: Made) -> None:
    red, black, running = lists(made("SWZJ"))
    assert red.startswith("按实际到位省外资金完成率由高到低排名，居本组前3位且达到序时进度、列入红榜的有6家：")
    assert "：一类乡镇的柳林镇（86.45%）、" in red
    assert black.startswith("居本组后3位且落后序时进度、列入黑榜的有3家：")
    assert black.endswith("：一类乡镇的龙泉镇（67.79%）；二类乡镇的双河乡（66.82%）、小㙦乡（64.75%）。")
    assert running == "连续2次及以上居本组后3位的有2家：龙泉镇（连续9次）、小㙦乡（连续9次）。"


def test_groups_may_name_different_numbers_of_units(made: Made, sample: Sample) -> None:
    with sample.book.change("rules"):
        set_list_rules(sample.book, ListRules(size=1, sizes={sample.group["二类乡镇"]: 2}, reviews=3))
    red, black, running = lists(made("SWZJ"))
    assert (
        "居本组规定位次（一类乡镇前1位、二类乡镇前2位、街道前1位、园区前1位、县直单位前1位）且达到序时进度、列入红榜的有3家"
        in red
    )
    assert "规定位次（一类乡镇后1位、二类乡镇后2位、" in black
    assert running.startswith("连续3次及以上居本组规定位次")


def test_who_is_exempt_is_spared_with_the_reason_and_not_named_as_staying_behind(made: Made, sample: Sample) -> None:
    spare(sample, "龙泉镇", "遭受洪灾。")
    _, black, running = lists(made("SWZJ"))
    assert "列入黑榜的有2家：二类乡镇的双河乡（66.82%）、小㙦乡（64.75%）。龙泉镇不列入黑榜（遭受洪灾）。" in black
    assert running == "连续2次及以上居本组后3位的有1家：小㙦乡（连续9次）。"


def test_who_has_fulfilled_is_never_black(made: Made, sample: Sample) -> None:
    with sample.book.change("more"):
        set_state(sample.book, SEPTEMBER, MonthState.OPEN)
        for unit in sample.live.roster.units:
            set_figure(sample.book, Figure(unit.id, sample.indicator["SWZJ"], SEPTEMBER, Decimal(500 + unit.id)))
    _, black, *_ = lists(made("SWZJ"))
    assert "列入黑榜" not in black.replace("不列入黑榜", "")
    assert black.endswith("已完成年度目标任务，不列入黑榜。")


def test_what_should_stay_low_has_its_own_words(made: Made, sample: Sample) -> None:
    said = "".join(lists(made("TS")))
    assert "且未超序时进度、列入红榜" in said
    assert "且高于序时进度、列入黑榜" in said


def test_without_a_pace_the_target_counts(made: Made, sample: Sample) -> None:
    from tracker.domain.target import Target
    from tracker.store.targets import set_target

    with sample.book.change("targets for a level"):
        for unit in sample.live.roster.units:
            set_target(sample.book, Target(2026, unit.id, sample.indicator["ZT"], Decimal(6)))
    said = "".join(lists(made("ZT")))
    assert "且达到目标任务、列入红榜" in said
    assert "且未完成目标任务、列入黑榜" in said
    with sample.book.change("lower is better"):
        update_indicator(sample.book, sample.indicator["ZT"], direction=Direction.LOWER)
    said = "".join(lists(made("ZT")))
    assert "且未超控制数、列入红榜" in said
    assert "且超出控制数、列入黑榜" in said


def test_a_ratio_has_no_lists_but_may_have_those_who_stay_behind(made: Made) -> None:
    assert all(text.startswith("连续2次及以上") for text in lists(made("KGL")))


def test_where_there_is_no_list_there_is_no_chapter(made: Made, sample: Sample) -> None:
    for name in ("龙泉镇", "双河乡", "小㙦乡", "白马乡", "长岭乡"):
        with sample.book.change("one unit a group"):
            update_unit(sample.book, sample.unit[name], valid_to=Month(2026, 8))
    for number in range(1, 10):
        sample.clear("QY", Month(2026, number))
    assert lists(made("QY")) == []


def test_a_list_without_a_red_one_tells_what_it_goes_by(made: Made, sample: Sample) -> None:
    sample.live.show(Month(2026, 1))
    black, *_ = lists(made("SWZJ"))
    assert black.startswith("按实际到位省外资金完成率由高到低排名，居本组后3位且落后序时进度、列入黑榜的有5家：")


def test_a_lagging_indicators_lists_are_those_of_its_own_month(made: Made, sample: Sample) -> None:
    before = lists(made("SWZJ"))
    sample.clear("SWZJ", SEPTEMBER)
    assert "龙泉镇（连续8次）、小㙦乡（连续8次）" in lists(made("SWZJ", "WZ"))[-1]
    assert before[-1].endswith("龙泉镇（连续9次）、小㙦乡（连续9次）。")


def test_a_published_review_counts_as_it_was_published_though_it_was_corrected(sample: Sample, chinese: None) -> None:
    book, unit, money = sample.book, sample.unit["龙泉镇"], sample.indicator["SWZJ"]
    august = Month(2026, 8)
    with book.change("publish, correct, publish"):
        set_state(book, SEPTEMBER, MonthState.OPEN)
        if august not in published(book):
            publish(book, august, today=DAY)
        correct(book, august, [(unit, money, Decimal(50))], "a slip")
        set_figure(book, Figure(unit, money, SEPTEMBER, Decimal(-49)))
        publish(book, SEPTEMBER, today=DAY)
    with closing(live_of(book, SEPTEMBER)) as live:
        running = lists(month_bulletin(live, imprint=sample.imprint, indicators=[money]))[-1]
        shown = month_lists(book, live, ByWhat(money), today=DAY)
    assert "龙泉镇（连续9次）" in running
    assert shown is not None
    assert [(one.unit.name, len(one.reviews)) for one in shown.running.units] == [("龙泉镇", 9), ("小㙦乡", 9)]


def test_a_county_of_one_group_names_no_groups(made: Made, sample: Sample) -> None:
    for unit in sample.live.units:
        with sample.book.change("one group"):
            update_unit(sample.book, unit.id, group=sample.group["街道"])
    red, *_ = lists(made("SWZJ"))
    assert "列入红榜的有3家：西城街道（87.33%）、" in red


@pytest.mark.parametrize(("month", "named"), [(6, True), (10, False)])
def test_zero_reports_follow_the_offices_rules_where_it_has_some(made: Made, sample: Sample, month: int, named: bool) -> None:
    with sample.book.change("rules"):
        set_list_rules(sample.book, ListRules(zero=(ZeroRule(sample.indicator["TC"], month),)))
    (chapter,) = [chapter for chapter in made("SWZJ", "TC").chapters if chapter.heading.endswith("零报告及报送情况")]
    said = "".join(paragraph.text for paragraph in chapter.paragraphs)
    assert ("截至6月底，新投产亿元以上项目零报告" in said) == named
    assert "9月报表" in said
