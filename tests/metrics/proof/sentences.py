"""Sentences as bulletins word them, made from figures: what the proof-reader must find in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

Case = dict[str, Any]

COMPLETION = (
    "1-{month}月,全县{what}完成{cumulative},完成年度目标任务{target}的{rate}%。",
    "截至{month}月底,{what}{cumulative},占年初预算{target}的{rate}%,居全市第3位。",
    "{what}年度计划{target},已完成{cumulative},完成率{rate}%。",
    "全年目标任务{target}。1-{month}月,{what}累计完成{cumulative},完成年度目标任务的{rate}%。",
    "元至{month}月份,{what}完成{cumulative},为年度预算{target}的{rate}%,形势较好。",
    "{what}累计完成 {cumulative}，占年度计划（{target}）的 {rate}％；",
    "今年下达任务{target},截至{month}月末,{what}到位{cumulative},完成进度为{rate}%。",
)
PACE = (
    "1-{month}月,{what}完成年度计划的{completion}%,{verb}序时进度{gap}个百分点。",
    "截至{month}月底,{what}完成率{completion}%,{verb}时间进度{gap}个百分点,同比增长3%。",
    "元至{month}月份,{what}完成全年任务的{completion}%,同比增长5.1%,比平均进度{quick}了{gap}个百分点。",
    "1—{month}月份，{what}完成年度投资计划的{completion}％，{verb}进度{gap}％。",
    "截止{month}月末,{what}完成年度预算的{completion}%,{short}平均进度{gap}个百分点。",
)
CHANGE = (
    "{what}完成{current},同比{grow}收{change},{rise}{rate}%。",
    "{what}{current},比上年同期{add}{change},{rise}{rate}%,占年初预算1000000000万元的0.1%。",
    "{what}为{current},占全部的20%,同比{rise}{rate}%,{grow}收{change}。",
    "{what} {current}，较上年同期{add} {change}，{rise} {rate}％；",
)
LAST_YEAR = (
    "{what}完成{current},比上年同期{last_year}{rise}{rate}%。",
    "{what}完成{current}(上年同期{last_year}),同比{rise}{rate}%。",
    "上年同期为{last_year}。{what}完成{current},上年同期为{last_year},同比{rise}{rate}%。",
)
SHARE = (
    "{what}{part},占总量{whole}的{rate}%。",
    "1-{month}月,总量{whole},其中{what}{part},占比{rate}%。",
    "总量{whole},其中:{what}{part},占{rate}%。",
    "{what}{part},占全市{whole}的比重为{rate}%,同比提高2个百分点。",
    "总量为{whole},其中{what}为{part},占总量的{rate}%。",
)


@dataclass(frozen=True)
class Made:
    """A sentence, the claim that stands in it, and what the claim was made from: value and step of each input, in one unit."""

    text: str
    kind: str
    inputs: dict[str, tuple[Fraction, Fraction]]
    published: str
    result_unit: str = ""


def sentences(case: Case) -> Iterator[Made]:
    """All sentences of a case of the published figures."""
    case = {**case, "what": case["what"].removeprefix("开工数占年度计划")}
    yield from {"completion": _completion, "pace": _pace, "yoy": _yoy, "share": _share}[case["kind"]](case)


COUNTED = {"个", "件", "项", "户", "起", "座", "人", "套"}
SCALES = {"万": 10**4, "亿": 10**8, "万亿": 10**12}


def factor_of(unit: str) -> int:
    """How many of the base unit the unit is: 10000 for 万元."""
    return next((SCALES[scale] for scale in ("万亿", "万", "亿") if unit.startswith(scale)), 1)


def printed(number: str, unit: str) -> tuple[Fraction, Fraction]:
    """The value of a printed number in the unit's base, and the step in which it was rounded: 0 for what was counted."""
    factor = factor_of(unit)
    places = len(number.partition(".")[2])
    counted = unit in COUNTED and not places
    return Fraction(number) * factor, Fraction(0) if counted else Fraction(factor, 10**places)


def _filled(
    kind: str, templates: tuple[str, ...], amounts: dict[str, tuple[str, str]], case: Case, **words: str
) -> Iterator[Made]:
    inputs = {name: printed(*amount) for name, amount in amounts.items()}
    shown = {name: number.lstrip("-") + unit for name, (number, unit) in amounts.items()}
    for template in templates:
        text = template.format(**{**shown, "month": case["month"], "what": case["what"], **words})
        yield Made(text, kind, inputs, case["published"])


def _completion(case: Case) -> Iterator[Made]:
    units = case["unit"].split("/")
    amounts = {name: (case["inputs"][name], unit) for name, unit in zip(("cumulative", "target"), (units * 2)[:2], strict=True)}
    return _filled("completion", COMPLETION, amounts, case, rate=case["published"])


def _pace(case: Case) -> Iterator[Made]:
    inputs, behind = case["inputs"], case["published"].startswith("-")
    if "rate_published" not in inputs:
        template = "1-{month}月,{what}完成{cumulative},占年预算{target}的9%,短平均进度9个百分点,短收{amount}。"
        amounts = {name: (inputs[name], case["unit"]) for name in ("cumulative", "target")}
        behind_case = {**case, "published": "-" + case["published"]}
        yield from (
            replace(made, result_unit=case["unit"])
            for made in _filled("pace", (template,), amounts, behind_case, amount=case["published"] + case["unit"])
        )
        return
    words = {"verb": "落后", "quick": "慢", "short": "短"} if behind else {"verb": "超", "quick": "快", "short": "超"}
    amounts = {"completion": (inputs["rate_published"], "")}
    yield from _filled("pace", PACE, amounts, case, gap=case["published"].lstrip("-"), **words)


def _yoy(case: Case) -> Iterator[Made]:
    unit, other = (case["unit"].split("/") * 2)[:2]
    other = unit if other == "人" else other
    inputs = case["inputs"]
    name = "change" if "change" in inputs else "last_year"
    fall = case["published"].startswith("-")
    words = {"grow": "减", "add": "减少", "rise": "下降"} if fall else {"grow": "增", "add": "增加", "rise": "增长"}
    amounts = {"current": (inputs["current"], unit), name: (inputs[name], other)}
    templates = CHANGE if name == "change" else LAST_YEAR
    return _filled("yoy", templates, amounts, case, rate=case["published"].lstrip("-"), **words)


def _share(case: Case) -> Iterator[Made]:
    amounts = {name: (case["inputs"][name], case["unit"]) for name in ("part", "whole")}
    return _filled("share", SHARE, amounts, case, rate=case["published"])
