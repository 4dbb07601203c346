"""What a printed amount is by the words beside it: what was done, a target, last year's, a change, a whole, or no input at all.

Chinese here is data: the words of phrasing that bulletins share.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from tracker.domain.proof.runs import Run


class Role(Enum):
    """DONE is an amount that no word makes anything else: what was reached. A part is held against a WHOLE. OTHER is no input."""

    DONE = auto()
    TARGET = auto()
    BASE = auto()
    RISE = auto()
    FALL = auto()
    WHOLE = auto()
    RATE = auto()
    OTHER = auto()


RISING = "增长|增加|增收|增支|净增加?|多收|多完成|上升|提高|增"
FALLING = "负增长|下降|减少|减收|减支|少收|少完成|降低|下滑|回落|减|降"
_BASE = "(?:上年|去年|上一年)(?:全年|同期|同月)?|上月|上个月"

_NOT_EXACT_BEFORE = re.compile("(?:(?<![签合契])约|近|超|逾|超过|突破|不足|不到|至少|最[高低大小多少]|人均|每|平均|前|后)$")
_NOT_EXACT_AFTER = re.compile("余|多|几|及?以[上下内外]|左右|上下|[-~—至到][0-9]|以上")
_BETWEEN = re.compile("[-~—至]")

_TARGET = re.compile(
    ".*(?:目标|任务|计划|(?<!公共)(?<!一般)(?<!基金)(?<!经营)预算(?![收支内外单])|(?:年度|全年|下达|计划)指标)(?P<after>.{0,14})$"
)
_REACHED = re.compile("完成|已|累计|实际(?:为|达|是)|实现|达到|情况|到位$")
_PLANNED = re.compile("(?<!投资)计划(?:完成|到位|实现).{0,8}$")
_TOTAL = re.compile("总投资(?:额|规模)?(?:为|达)?$")

_COMPARED = re.compile(f"(?P<base>{_BASE})?(?(base)|(?:同比|环比|同期))(?P<after>.{{0,20}})$")
_OTHERWISE_COMPARED = re.compile("(?<![占同环])比(?![重例上去同])|较(?![上去同大好高强])")
_CHANGED = re.compile(f"(?:(?P<fall>{FALLING})|(?P<rise>{RISING}))(?:了|额|为|额为)?$")
_CHANGED_NOUN = re.compile(f"^(?:(?P<fall>{FALLING})|(?P<rise>{RISING}))(?![到至长加了])[^到至为达了]{{0,8}}$")
_AGAINST_PACE = re.compile("(?:超收|短收|进度)(?:了|为)?$")
_UP_TO = re.compile("[到至]$")
_SET_AGAINST = re.compile("相比|比较|持平|基础上")
_SHORT = re.compile("(?:^|[^净])[增减降]$")


def role_of(run: Run) -> Role:
    """The role of a run by its own words; what stands in its neighbours is looked at by those who look for claims."""
    if _NOT_EXACT_AFTER.match(run.trail) or _NOT_EXACT_BEFORE.search(run.clause) or _BETWEEN.fullmatch(run.lead):
        return Role.OTHER
    if run.last.is_rate:
        return Role.RATE
    if any(quantity.is_negative for quantity in run.quantities):
        return Role.OTHER
    return _of_clause(run.clause)


def _of_clause(clause: str) -> Role:
    if target := _TARGET.search(clause):
        if not _REACHED.search(target["after"]) or _PLANNED.search(clause):
            return Role.OTHER if _TOTAL.search(clause) else Role.TARGET
    elif compared := _COMPARED.search(clause):
        return _of_comparison(compared["after"], named=bool(compared["base"]))
    if _OTHERWISE_COMPARED.search(clause) or _AGAINST_PACE.search(clause):
        return Role.OTHER
    changed = _CHANGED.search(clause)
    if changed is None or clause.endswith("新增"):
        return Role.DONE
    if _SHORT.search(clause):
        return Role.OTHER  # 三增, 应减: not certain
    return Role.FALL if changed["fall"] else Role.RISE


def _of_comparison(after: str, *, named: bool) -> Role:
    """The role by what stands between last year's name, or 同比, and the amount: nothing, a change, or a change up to it."""
    if _SET_AGAINST.search(after) or _UP_TO.search(after):
        return Role.DONE
    changed = _CHANGED.search(after) or _CHANGED_NOUN.search(after)
    if changed:
        return Role.FALL if changed["fall"] else Role.RISE
    if re.search(f"{FALLING}|{RISING}", after):
        return Role.OTHER
    return Role.BASE if named else Role.DONE
