"""怎么算: how an indicator counts, in sentences made from its rules."""

from __future__ import annotations

from tracker.domain.amount import format_number, plain
from tracker.domain.indicator import Direction, EnteredBy, Indicator, Kind, RankBy
from tracker.i18n import mark, tr
from tracker.metrics.live import Live

_RANKED = {
    RankBy.COMPLETION: mark("Ranked by completion"),
    RankBy.CUMULATIVE: mark("Ranked by the figure to date"),
    RankBy.YOY: mark("Ranked by growth over last year"),
}


def how_it_counts(indicator: Indicator, live: Live, *, group: str) -> tuple[str, ...]:
    """Kind, what it is added to, rank, decimals, how it is entered: a sentence each."""
    better = tr("higher is better") if indicator.direction is Direction.HIGHER else tr("lower is better")
    ranked = tr("{ranked}; {better}.", ranked=tr(_RANKED[indicator.rank_by]), better=better)
    if indicator.kind is Kind.RATIO:
        return _kind(indicator, live), ranked
    added = tr("Counts in the subtotal of {group}, the county total and the ranking.", group=group) if group else ""
    entered = _entered(indicator) if indicator.kind is Kind.FLOW else ""
    return tuple(filter(None, (_kind(indicator, live), added, ranked, _decimals(indicator), entered)))


def _kind(indicator: Indicator, live: Live) -> str:
    if indicator.kind is Kind.FLOW:
        return tr("A flow: the months add up to the figure to date.")
    if indicator.kind is Kind.STOCK:
        return tr("A stock: the level at the month's end; the months are not added.")
    names = {one.id: one.name for one in live.indicators}
    top, bottom = (names.get(side, "") if side is not None else "" for side in (indicator.numerator, indicator.denominator))
    if indicator.factor == 1:
        return tr("A ratio: {top} ÷ {bottom}, both to date; a group's is made of its sums.", top=top, bottom=bottom)
    factor = format(plain(indicator.factor), "f")
    return tr(
        "A ratio: {top} ÷ {bottom} × {factor}, both to date; a group's is made of its sums.",
        top=top,
        bottom=bottom,
        factor=factor,
    )


def _decimals(indicator: Indicator) -> str:
    if not indicator.decimals:
        return tr("Whole numbers only.")
    return tr("At most {count} decimals.", count=format_number(indicator.decimals, 0))


def _entered(indicator: Indicator) -> str:
    if indicator.entered_by is EnteredBy.MONTH:
        return tr("The month's own figure is typed, the one to date follows.")
    return tr("The figure to date is typed, the month's own one follows.")
