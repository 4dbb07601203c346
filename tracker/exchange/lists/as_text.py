"""The lists as text for the terminal: each under its name and rule, a unit a line with its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.exchange.text_table import aligned
from tracker.i18n import tr
from tracker.metrics.lists_month import MonthLists
from tracker.metrics.lists_named import NamedList, named_lists

_TEXTS = range(4)
_GROUP = 1


def lists_text(lists: MonthLists) -> Iterator[str]:
    """The lines, each with its line end."""
    basis = tr("Composite score") if lists.scores is not None else lists.lead.indicator.name
    yield tr("{month}  Lists by {basis}", month=lists.month, basis=basis) + "\n"
    for of in named_lists(lists):
        yield "\n"
        yield tr("[{list}] {rule}", list=tr("{list} {count}", list=of.title, count=of.count), rule=of.rule).strip() + "\n"
        if of.nobody:
            yield of.nobody + "\n"
        yield from _named(of)


def _named(of: NamedList) -> Iterator[str]:
    lines = [[tr("Unit"), tr("Group"), tr("Finding"), tr("Evidence")]]
    lines += [[one.name, "" if one.unit is None else one.group.name, one.verdict, one.evidence] for one in of.named]
    if of.named:
        yield from aligned(lines, texts=_TEXTS, may_go=(_GROUP,))
