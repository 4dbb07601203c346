import time
from collections.abc import Callable

import pytest

from tests.domain.proof.found import found
from tracker.domain.proof import statements
from tracker.domain.proof.mends import mends
from tracker.domain.proof.plain_text import plain_text

PROSE = [
    "根据《关于印发〈云山县2026年招商引资工作要点〉的通知》（云招商〔2026〕12号）要求，现将9月份全县招商引资工作情况通报如下。",
    "9月15日上午9:30，县委常委在县行政中心3号楼602室主持召开月讲评会，32个单位的56名负责同志参加会议，会期2小时。",
    "全年共外出招商38批次，接待客商126批次、560人次，签约项目23个，其中亿元以上项目9个、5亿元以上项目3个，协议总投资87.6亿元。",
    "云溪镇居第1位，较上月前移2个位次；平安镇、石桥镇并列第3位，城关街道排名第12位，前3位和后3位的单位依次如下。",
    "联系人：张三，电话：0871-65321234，手机13888888888，传真0871-65321235，邮编650000。",
    "固定资产投资同比增长12.3%，高于全省平均水平3.1个百分点，增速居全市第4位；零售总额同比下降0.8%，降幅较上月收窄1.2个百分点。",
    "园区规划面积12.5平方公里，已建成标准厂房20万平方米，入驻企业76家，从业人员约1.2万人，亩均税收达15万元以上。",
    "“十四五”以来，全县累计实施省外资金项目210个，年均增长8%以上，三次产业占比由12:45:43调整为10:48:42。",
    "县财政安排专项资金2000万元，其中500万元用于奖补，按到位资金的3‰给予奖励，单个项目最高不超过100万元，即5%。",
    "任务未完成的单位要于10月20日前倒排工期，确保11月底前开工率达到90%，12月底完成率达到100%，力争全年增长15%左右。",
    "全县财政收入占GDP的比重为7.2%，税收占比提高2.1个百分点，工业增加值增长9.5%，占GDP的38%。",
    "会议强调，要对照年度目标任务，加快推进，实现时间过半、任务过半，8月当月完成投资3-5亿元，同比增长超6倍。",
]

HOSTILE = [
    "1",
    "111,",
    "1.",
    "1%",
    "1 ",
    " ",
    "1亿",
    "1亿2",
    "5(",
    "(",
    "-",
    "占",
    "超",
    "目标",
    "增长-",
    "比时间进度",
    "1-9月",
    "2026年",
    "5、",
    "上年同期5亿元,",
    "超序时进度5%",
    "开工9个,开工率5%,",
    "截至9月底,完成率50%,",
]


@pytest.mark.parametrize("paragraph", PROSE)
def test_prose_with_numbers_that_claim_nothing_gives_no_claim(paragraph: str) -> None:
    assert found(paragraph, 9) == []


def test_a_paragraph_of_a_bulletin_gives_all_its_claims_in_order() -> None:
    text = (
        "1-9月，全县实际到位省外资金34.22亿元，完成年度目标任务50亿元的68.44%，落后序时进度6.56个百分点，同比下降8.92%"
        "（上年同期37.57亿元）；其中工业12亿元，占35.1%。"
    )
    assert [kind for kind, _, _ in found(text)] == ["completion", "pace", "yoy"]


def test_nothing_is_read_across_cells_lines_or_sentences() -> None:
    assert found("完成20亿元\t占目标25亿元的80%") == []
    assert found("完成20亿元\n占目标25亿元的80%") == []
    assert found("完成20亿元。占目标25亿元的80%") == []


def seconds(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    work(text)
    return time.process_time() - begun


def read(text: str) -> None:
    plain = plain_text(text).text
    statements(plain)
    mends(plain)


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_time_is_in_proportion_to_the_text_whatever_stands_in_it(piece: str) -> None:
    # 32 times the text: about 32 times the time where it grows in proportion, 1000 times where it grows with the square.
    small, large = piece * (1_000 // len(piece)), piece * (32_000 // len(piece))
    assert seconds(read, large) < 250 * max(seconds(read, small), 0.002)


def test_a_million_hostile_characters_are_read_within_a_minute_of_the_processors_time() -> None:
    text = "".join(piece * (1_000_000 // len(HOSTILE) // len(piece) + 1) for piece in HOSTILE)
    assert len(text) >= 1_000_000
    assert seconds(read, text) < 60
