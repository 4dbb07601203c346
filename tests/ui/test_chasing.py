"""The text that reminds whoever has not reported, as it goes into a chat group."""

from datetime import date

import pytest

from tracker.domain.indicator import Indicator, IndicatorId
from tracker.domain.period import Month
from tracker.domain.unit import Group, GroupId, Unit, UnitId
from tracker.i18n import use_language
from tracker.metrics.reporting import MonthReports, Standing, UnitReport
from tracker.ui.models.chasing import chase_text

TOWNS = Group(GroupId(1), "一类乡镇", 1)
FUNDS = Indicator(IndicatorId(1), "funds", "实际利用外资", "万美元", 0)
INVESTED = Indicator(IndicatorId(2), "invested", "固定资产投资", "亿元", 2)
DUE = date(2026, 10, 5)


def report(name, standing=Standing.MISSING, *, contact="", owed=()):
    unit = Unit(UnitId(1), name, name, GroupId(1), 1, contact=contact)
    return UnitReport(unit, TOWNS, standing, None, owed, late=False, late_running=0)


def found(*reports):
    return MonthReports(Month(2026, 9), DUE, reports)


@pytest.fixture
def chinese():
    use_language("zh_CN")


MISSING = (report("竹沟乡", contact="张三 6217"), report("凤鸣街道", contact="6305"), report("县农业农村局"))


@pytest.mark.usefixtures("chinese")
def test_the_missing_are_listed_with_contacts_and_the_deadline():
    expected = "2026年9月报表还差3家：竹沟乡（联系人 张三 6217）、凤鸣街道（联系人 6305）、县农业农村局，请于10月5日前报送。"
    assert chase_text(found(*MISSING), today=DUE) == expected


@pytest.mark.usefixtures("chinese")
def test_after_the_deadline_it_says_so():
    text = chase_text(found(MISSING[2]), today=date(2026, 10, 6))
    assert text == "2026年9月报表还差1家：县农业农村局，10月5日的期限已过，请尽快报送。"


@pytest.mark.usefixtures("chinese")
def test_who_reported_in_part_is_told_what_lacks():
    part = report("石桥镇", Standing.IN_PART, owed=(FUNDS, INVESTED))
    assert chase_text(found(part), today=DUE) == "2026年9月报表另有1家未报全：石桥镇（缺 实际利用外资、固定资产投资），请补齐。"
    assert chase_text(found(MISSING[2], part), today=DUE).count("\n") == 1


def test_where_all_have_reported_there_is_nothing_to_say():
    assert chase_text(found(report("石桥镇", Standing.COMPLETE)), today=DUE) == ""


def test_it_is_told_in_english_too():
    text = chase_text(found(report("Ashby", contact="ext. 1"), report("Birch")), today=DUE)
    assert text == "2026-09: 2 forms are missing: Ashby (contact ext. 1), Birch. Please send them by 10-05."
