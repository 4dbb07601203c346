"""The lists as words for a chat group: each list in a paragraph, its rule, and who is on it with the evidence, group by group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from tracker.domain.period import Month
from tracker.i18n import tr
from tracker.metrics.lists_named import Named
from tracker.ui.models.lists_lines import ListLine, heading_text
from tracker.ui.months import month_text


def lists_text(lines: Sequence[ListLine], month: Month) -> str:
    """All of it under the month's name."""
    told = [tr("{month} lists", month=month_text(month))]
    for _, of in groupby(lines, key=lambda line: id(line.of)):
        told += _list(list(of))
    return "\n".join(told)


def _list(lines: Sequence[ListLine]) -> Iterable[str]:
    yield ""
    yield tr("[{list}] {rule}", list=heading_text(lines[0].of), rule=lines[0].of.rule).strip()
    for number, line in enumerate((line for line in lines if not line.is_heading), start=1):
        yield line.said if line.named is None else _named(number, line.named)


def _named(number: int, of: Named) -> str:
    said = {"number": number, "unit": of.name, "verdict": of.verdict, "evidence": of.evidence}
    if of.unit is None:
        return tr("{number}. {unit}: {verdict}; {evidence}", **said)
    return tr("{number}. {unit} ({group}), {verdict}: {evidence}", group=of.group.name, **said)
