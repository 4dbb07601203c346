import pytest

from tracker.domain.proof.plain_text import plain_text
from tracker.domain.proof.role import Role
from tracker.domain.proof.runs import paragraphs
from tracker.domain.proof.sentence import parts_of


def roles(text: str) -> list[Role]:
    return [part.role for paragraph in paragraphs(plain_text(text).text) for part in parts_of(paragraph)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("实际到位资金20亿元", Role.DONE),
        ("一般公共预算收入完成20亿元", Role.DONE),
        ("年度目标任务已完成20亿元", Role.DONE),
        ("投资计划完成20亿元", Role.DONE),
        ("今年新增20个", Role.DONE),
        ("工业增加值20亿元", Role.DONE),
        ("与去年同期相比到位资金20亿元", Role.DONE),
        ("同比增长到20亿元", Role.DONE),
        ("同期到位20亿元", Role.DONE),
        ("较大事故20起", Role.DONE),
        ("年度目标20亿元", Role.TARGET),
        ("(占年初预算20亿元", Role.TARGET),
        ("年度计划完成投资20亿元", Role.TARGET),
        ("下达指标20个", Role.TARGET),
        ("上年同期20亿元", Role.BASE),
        ("比去年同期的20亿元", Role.BASE),
        ("去年全年完成20亿元", Role.BASE),
        ("同比增收20亿元", Role.RISE),
        ("比上年同期增加收入20亿元", Role.RISE),
        ("净增20个", Role.RISE),
        ("较上年同期减少事故20起", Role.FALL),
        ("减收20亿元", Role.FALL),
        ("占全县总量20亿元的5%", Role.WHOLE),
        ("增长20%", Role.RATE),
        ("20-30亿元", None),
        ("约20亿元", Role.OTHER),
        ("20亿元以上", Role.OTHER),
        ("20多个", Role.OTHER),
        ("5亿元-20亿元", Role.OTHER),
        ("利润-20亿元", Role.OTHER),
        ("计划总投资20亿元", Role.OTHER),
        ("比年初20亿元", Role.OTHER),
        ("短收20亿元", Role.OTHER),
        ("三增20亿元", Role.OTHER),
        ("去年同期增收较多的几个乡镇收入20亿元", Role.OTHER),
    ],
)
def test_the_words_beside_an_amount_say_what_it_is(text: str, role: Role | None) -> None:
    read = roles(text)
    expected = [] if role is None else [role, Role.RATE] if role is Role.WHOLE else [role]
    assert read[-len(expected) or None :] == expected
