"""The formulas of points, method by method: domain.md's table once more, in the reader's own program.

A line's parameters are cells of the sheet of rules, a unit's figures cells of the sheet of figures. What does not count for a
unit is "-".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tracker.domain.scheme import Method
from tracker.reports.workbook.formulas import DUST, MISSING


@dataclass(frozen=True, slots=True)
class Rule:
    """The cells of a line's parameters; `tiers` are pairs (from which, value), highest first."""

    full: str
    cap: str
    bonus: str
    bonus_cap: str
    step: str
    floor: str
    each: str
    tiers: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Figures:
    """The cells of a unit's figures of the line's indicator; "0" for one that the sheet does not have.

    `compared` is what efficacy compares, `group` the range of it over the unit's group, `scale` how large 1 is there.
    """

    target: str
    done: str
    completion: str
    pace: str
    rank: str
    compared: str
    group: str
    scale: int


def points(method: Method, rule: Rule, figures: Figures, *, needs_target: bool) -> str:
    """The formula of a unit's points by one line."""
    gives = _GIVES[method](rule, figures)
    known = [f"N({figures.target})>0"] if needs_target else []
    known += [f"N({figures.pace})>0"] if method is Method.PACE else []
    if not known:
        return f"={gives}"
    condition = known[0] if len(known) == 1 else f"AND({','.join(known)})"
    return f"=IF({condition},{gives},{MISSING})"


def _proportional(rule: Rule, figures: Figures) -> str:
    return f"{rule.full}*MIN(N({figures.completion}),{rule.cap})"


def _bonus(rule: Rule, figures: Figures) -> str:
    done = f"N({figures.completion})"
    each = _highest(rule.tiers, lambda least: f"{figures.target}>={least}", rule.bonus or "0")
    return f"IF({done}<1,{rule.full}*{done},{rule.full}+MIN(({done}-1)*100*{each},{rule.bonus_cap}))"


def _pace(rule: Rule, figures: Figures) -> str:
    return f"{rule.full}*MIN(N({figures.completion})/{figures.pace},{rule.cap})"


def _efficacy(rule: Rule, figures: Figures) -> str:
    low, high, own = f"MIN({figures.group})", f"MAX({figures.group})", figures.compared
    between = f"{rule.full}*(60+40*({own}-{low})/({high}-{low}))/100"
    return f"IF(ISNUMBER({own}),IF({high}-{low}<={figures.scale}*{DUST},{rule.full},{between}),0)"


def _rank_points(rule: Rule, figures: Figures) -> str:
    return f"IF(ISNUMBER({figures.rank}),MAX({rule.full}-{rule.step}*({figures.rank}-1),{rule.floor}),0)"


def _tiers(rule: Rule, figures: Figures) -> str:
    percent = _highest(rule.tiers, lambda least: f"N({figures.completion})+{DUST}>={least}", "0")
    return f"{rule.full}*{percent}/100"


def _per_item(rule: Rule, figures: Figures) -> str:
    return f"MIN({rule.each}*N({figures.done}),{rule.full})"


def _all_or_nothing(rule: Rule, figures: Figures) -> str:
    return f"IF(N({figures.completion})+{DUST}>=1,{rule.full},0)"


def _highest(tiers: Sequence[tuple[str, str]], reached: Callable[[str], str], otherwise: str) -> str:
    """The value of the highest tier that is reached."""
    found = otherwise
    for least, value in reversed(tiers):
        found = f"IF({reached(least)},{value},{found})"
    return found


_GIVES: Mapping[Method, Callable[[Rule, Figures], str]] = {
    Method.PROPORTIONAL: _proportional,
    Method.PROPORTIONAL_BONUS: _bonus,
    Method.PACE: _pace,
    Method.EFFICACY: _efficacy,
    Method.RANK_POINTS: _rank_points,
    Method.TIERS: _tiers,
    Method.PER_ITEM: _per_item,
    Method.ALL_OR_NOTHING: _all_or_nothing,
}
