"""Whether a result speaks of the amounts before it: 其中云溪镇完成率80% says nothing of what the whole county has done.

Chinese here is data: verbs of results, and words that name nobody.
"""

from __future__ import annotations

import re

from tracker.domain.proof.period import PERIOD
from tracker.domain.proof.runs import Run

_VERB = re.compile(
    "完成|达成|占|为|达|实现|相当|超|[高低快慢优好短]于|[高快慢]出?|领先|落后|滞后|欠|短|差|同比|环比|同期|[比较]|上年|去年|净?增|多|上升|提高|负增长"
    "|减|少|下?降|下滑|回落|年初|年度|全年|调整|预算|任务|目标|计划"
)
_NOBODY = re.compile(
    "其中|[全本我][省市州县区国年]|分别|累计|总体|实际|已|共|均|也|其|并|且|各|仅|和|与|及|[、:(]|投资|资金|项目|总额|总量|[当本]月|上个?月|[今本当]年|上期|目前"
)
_ENOUGH = 4


def speaks_of(clause: str, *runs: Run) -> bool:
    """Whether the clause of a result names nobody, or somebody whose name stands with one of the runs."""
    subject = _NOBODY.sub("", PERIOD.sub("", _VERB.split(clause, maxsplit=1)[0]))
    return not subject or any(subject[-_ENOUGH:] in run.lead for run in runs)
