"""The words of headings and labels that tell what a column, a row or a whole sheet holds.

Chinese here is data: what units write over and beside their figures.
"""

from __future__ import annotations

import re
from enum import StrEnum

from tracker.domain.parsing_width import fold


class Basis(StrEnum):
    """What a figure counts: its month alone, or January to its month."""

    MONTH = "month"
    CUMULATIVE = "cumulative"


_RANGE = "[-—~～至到]"
_CUMULATIVE = re.compile(
    rf"累计|年初至|今年以来|截至|截止|本年完成|1月?{_RANGE}(?:[0-9]{{1,2}}|本)月|一{_RANGE}[一二三四五六七八九十]+月"
)
_MONTH = re.compile("当月|本月|本期|月度|单月|月报数")
_OTHER_THINGS = re.compile(
    "目标|任务|计划|去年|上年|同期|上月|同比|环比|增长|增幅|增减|增速|完成率|占比|比重|比例|位次|排名|名次|排位|备注|序号|说明|超欠|序时|进度|得分|分值|"
    "上期|前期|期初|年初[数值]|基数|缺口|差额|剩余|尚[缺需]|未完成|预计|联系|日期|时间|完成百分|完成%|是否|原因"
)
_TOTALS = re.compile("(?:合|总|小)计|(?:全县|全市|全区)(?:合计|总计)?|县合计|平均(?:数|值)?")
_NOTES = re.compile(
    "注[:0-9]|备注[:]|说明[:]|填[报表制]|制表|审核|审签|签发|负责人|经办|统计员|联系|报送[人时日]|盖章|日期|时间|电话|单位负责|主要领导|分管领导|(?:计量)?单位[:]|数据截"
)
_MEASURE_HEADING = re.compile("计量单位|单位|计算单位|度量单位")
_SENDER = re.compile(
    r"(?:(?:填报|报送|上报|编报|汇报)(?:单位|乡镇|部门)|单位(?:名称|全称)|(?:所属)?乡镇(?:街道)?|报送人单位)(?:名称|全称)?(?:\([^)]*\))?:?(.*)"
)
_FILLED_ON = re.compile(r"(?:(?:填[报表制]|制表|报送|上报|打印)(?:时间|日期|日|截止)|截止(?:时间|日期)?)[:]?\S*")
_CAPTION = re.compile("(?:报表|填报|报告|报送|上报|制表|统计|所属|数据)?(?:(?:月份|年月|期间|所属期|时间|日期):?|期(?::|$)).*")
_MEASURE_LINE = re.compile("(?:金额|计量|数据)?单位:.*")
_BRACKETED = re.compile(r"[(\[【<]([^()\[\]【】<>]*)[)\]】>]")
_NUMBERING = re.compile(
    r"(?:[0-9]{1,2}(?:[.、)](?![0-9])|\.[0-9]{1,2}[.、]?)|\([0-9一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|[①-⑳]|其中[:、]?|#|[-*·•])"
)
_NUMBER = re.compile(r"[-+(]?[0-9][0-9,.]*%?\)?")


def bare(text: str) -> str:
    """The text without what only looks: width, spaces, line ends."""
    return "".join(fold(text).split()).replace("：", ":")


def basis_of(text: str) -> Basis | None:
    """What the heading says its figures count; None where it does not say."""
    words = bare(text)
    if _CUMULATIVE.search(words):
        return Basis.CUMULATIVE
    return Basis.MONTH if _MONTH.search(words) else None


def is_another_thing(text: str) -> bool:
    """Whether the heading names something else than figures of this year: a target, last year's, a rate, a remark."""
    return _OTHER_THINGS.search(bare(text)) is not None


def is_total(text: str) -> bool:
    """Whether a row's or a column's name says that it adds up the others."""
    words = _BRACKETED.sub("", bare(text))
    return _TOTALS.fullmatch(words) is not None or words.endswith(("小计", "合计", "总计"))


def is_note(text: str) -> bool:
    """Whether the words beside a row are a note or a signature, not a name."""
    return _NOTES.match(bare(text)) is not None or bare(text) in {"注", "备注", "说明"}


def is_measure_heading(text: str) -> bool:
    """Whether the column under it gives the units of measure."""
    return _MEASURE_HEADING.fullmatch(bare(text)) is not None


def sender_in(text: str) -> str | None:
    """The name behind “填报单位：”, "" where it stands in the next cell; None where the text says nothing of the kind."""
    found = _SENDER.fullmatch(bare(text))
    return None if found is None else found[1].strip(":")


def is_caption(text: str) -> bool:
    """Whether the text says something of the whole sheet: 报表月份, 填报时间, 报告期, 单位：万元."""
    return _CAPTION.fullmatch(bare(text)) is not None or _MEASURE_LINE.fullmatch(bare(text)) is not None


def without_filled_on(text: str) -> str:
    """The text without the day on which it was filled in, which is not the month that it is about."""
    return _FILLED_ON.sub("", bare(text))


def in_brackets(text: str) -> list[str]:
    """What stands in brackets in the text."""
    return _BRACKETED.findall(bare(text))


def name_forms(text: str) -> tuple[str, ...]:
    """What a label may name, the fullest first: as it stands, without its number in front, without brackets at its end."""
    whole = bare(text)
    forms = [whole]
    for _ in range(3):
        numbered = _NUMBERING.match(forms[-1])
        if numbered is None or numbered.end() == len(forms[-1]):
            break
        forms.append(forms[-1][numbered.end() :])
    forms += [shorter for form in forms if (shorter := _BRACKETED.sub("", form).rstrip(":")) not in forms]
    return tuple(dict.fromkeys(form for form in forms if form))


def is_number(text: str) -> bool:
    """Whether the text is nothing but a number: no name, no heading."""
    return _NUMBER.fullmatch(bare(text)) is not None
