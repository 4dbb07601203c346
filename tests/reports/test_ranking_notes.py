"""The notes say what a reader must know to check the table by hand."""

from decimal import Decimal

import pytest

from tests.reports.conftest import Sample
from tracker.domain.figure import Figure
from tracker.domain.period import Month
from tracker.reports.note_lists import MOST_NAMES
from tracker.store.figures import set_figure
from tracker.store.settings import set_rank_what_is_printed
from tracker.store.units import add_unit

pytestmark = pytest.mark.usefixtures("chinese")


def note(sample: Sample, *codes: str, holding: str, groups: tuple[str, ...] = ()) -> str:
    found = [text for text in sample.sheet(*codes, groups=groups).notes if holding in text]
    assert len(found) == 1, found
    return found[0]


def test_the_pace_is_told_with_its_sum(sample: Sample) -> None:
    assert note(sample, "SWZJ", holding="序时进度") == "序时进度 75.00%（9÷12）；超欠序时 = 完成率 − 序时进度，单位为个百分点。"


def test_an_indicator_with_its_own_plan_is_named(sample: Sample) -> None:
    told = note(sample, "SWZJ", "KG", holding="计划")
    assert told.startswith("序时进度 75.00%（9÷12）；新开工亿元以上项目的序时进度按计划为 78.00%；")
    assert note(sample, "KG", holding="计划").startswith("新开工亿元以上项目的序时进度按计划为 78.00%；")


def test_without_targets_no_pace_is_told(sample: Sample) -> None:
    assert not [text for text in sample.sheet("ZT", "KGL").notes if "序时" in text]


def test_how_places_are_given(sample: Sample) -> None:
    told = note(sample, "SWZJ", "WZ", holding="分组内")
    assert told == (
        "位次在分组内按完成率由高到低排列，按未经四舍五入的数值比较，相同的并列。"
        "首列位次、升降按“实际到位省外资金”。▲升 ▽降，与8月位次比较。"
    )


def test_indicators_that_are_ranked_otherwise_are_named(sample: Sample) -> None:
    told = note(sample, *sample.indicator, holding="分组内")
    assert "固定资产投资按同比由高到低" in told
    assert "在谈项目按当月数由高到低" in told
    assert "企业投诉按完成率由低到高" in told
    assert "项目开工率按比率由高到低" in told


def test_a_book_that_ranks_what_is_printed_says_so(sample: Sample) -> None:
    with sample.book.change("as printed"):
        set_rank_what_is_printed(sample.book, True)
    assert "按印出的数值比较" in note(sample, "SWZJ", holding="分组内")


def test_january_compares_with_no_month(sample: Sample) -> None:
    sample.live.show(Month(2026, 1))
    assert "▲" not in note(sample, "SWZJ", holding="分组内")


def test_who_has_no_target_is_named_by_indicator(sample: Sample) -> None:
    assert note(sample, "SWZJ", "WZ", holding="未下达").endswith("实际利用外资（长岭乡、小㙦乡、县工信局）。")
    assert note(sample, "WZ", holding="未下达").endswith("（按完成率排名的不排位）：长岭乡、小㙦乡、县工信局。")


def test_who_is_late_is_named_with_how_it_counts(sample: Sample) -> None:
    told = note(sample, "SWZJ", "WZ", "QY", holding="未报")
    assert (
        told
        == "9月未报、按此前已报累计计算的：实际到位省外资金、新签约亿元以上项目（白马乡）；实际利用外资（白马乡、云峰街道）。"
    )


def test_a_unit_without_a_target_that_never_reports_is_not_late(sample: Sample) -> None:
    assert "长岭乡" not in note(sample, "WZ", holding="未报")


def test_a_unit_without_any_figure_counts_as_zero(sample: Sample) -> None:
    for number in range(1, 10):
        sample.clear("QY", Month(2026, number), ["龙泉镇"])
    told = note(sample, "QY", holding="尚无数")
    assert told.endswith("本年尚无数（有目标的完成率按 0 计算）：龙泉镇。")


def test_an_indicator_that_lags_is_as_of_its_own_month(sample: Sample) -> None:
    sample.clear("WZ", Month(2026, 9))
    assert note(sample, "SWZJ", "WZ", holding="尚未上报").startswith("9月尚未上报，实际利用外资为截至8月的累计。")


def test_an_empty_year_names_all_units_at_once(sample: Sample) -> None:
    for number in range(1, 10):
        sample.clear("QY", Month(2026, number))
    assert "全部17家" in note(sample, "QY", holding="尚无数")


def test_a_stock_without_a_figure_is_not_ranked(sample: Sample) -> None:
    assert note(sample, "SWZJ", "ZT", holding="不参加排名") == "9月没有数、不参加排名的：在谈项目（白马乡）。"


def test_a_merger_is_told_while_its_figures_count(sample: Sample) -> None:
    assert note(sample, "SWZJ", holding="可比口径") == "竹沟乡于2026年6月底并入双河乡，历史、目标和上年基数合并计算（可比口径）。"
    assert not [text for text in sample.sheet("SWZJ", groups=["街道"]).notes if "可比口径" in text]
    sample.live.show(Month(2026, 6))
    assert not [text for text in sample.sheet("SWZJ").notes if "可比口径" in text]
    sample.live.show(Month(2028, 6))
    assert not [text for text in sample.sheet("SWZJ").notes if "可比口径" in text]


def test_the_countys_own_target_and_the_sum_stand_side_by_side(sample: Sample) -> None:
    told = note(sample, "SWZJ", "WZ", holding="本级目标")
    assert told == "全县合计按本级目标计算完成率：实际到位省外资金150.00亿元（各单位目标合计162.00亿元）。"


def test_groups_that_are_not_listed_but_counted_are_named(sample: Sample) -> None:
    assert (
        note(sample, "SWZJ", holding="未列出", groups=("一类乡镇", "街道")) == "全县合计含未列出的二类乡镇、园区、县直单位9家。"
    )


def test_a_long_list_of_names_ends_with_its_count(sample: Sample) -> None:
    with sample.book.change("many"):
        for number in range(MOST_NAMES + 5):
            unit = add_unit(sample.book, code=f"N{number}", name=f"新{number}村", group=sample.group["街道"])
            set_figure(sample.book, Figure(unit, sample.indicator["SWZJ"], Month(2026, 9), Decimal(1)))
    assert f"等{MOST_NAMES + 5}家" in note(sample, "SWZJ", holding="未下达")
