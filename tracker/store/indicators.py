"""The indicators (指标) that are reported or computed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from tracker.domain.amount import PLACES, from_millionths
from tracker.domain.indicator import Direction, EnteredBy, Indicator, IndicatorId, Kind, RankBy
from tracker.errors import TooManyDecimals
from tracker.i18n import tr
from tracker.store.bounds import position_of
from tracker.store.faults import (
    CodeIsTaken,
    DecimalsOutOfRange,
    KindIsFixed,
    NameIsTaken,
    RatioIncomplete,
    RatioOfRatio,
    StillUsed,
    UnknownIndicator,
)
from tracker.store.list_names import indicator_recoded
from tracker.store.texts import decimal_text, name_of, storable

if TYPE_CHECKING:
    from tracker.store.book import Book

_FIELDS = (
    "code",
    "name",
    "unit",
    "decimals",
    "kind",
    "direction",
    "rank_by",
    "entered_by",
    "numerator",
    "denominator",
    "factor",
    "sort",
    "definition",
)
_COLUMNS = ", ".join(_FIELDS)
_USED_IN_RATIO = "SELECT 1 FROM indicator WHERE numerator = ?1 OR denominator = ?1"


class RuleFields(TypedDict, total=False):
    """How an indicator counts; what Indicator's fields of these names say."""

    kind: Kind
    direction: Direction
    rank_by: RankBy
    entered_by: EnteredBy
    numerator: IndicatorId | None
    denominator: IndicatorId | None
    factor: Decimal
    sort: int
    definition: str


class IndicatorFields(RuleFields, total=False):
    """What `update_indicator` can change."""

    code: str
    name: str
    unit: str
    decimals: int


def indicators(book: Book) -> list[Indicator]:
    """All indicators by their position."""
    return [_indicator(row) for row in book.rows(f"SELECT id, {_COLUMNS} FROM indicator ORDER BY sort, id")]


def indicator(book: Book, indicator_id: IndicatorId) -> Indicator:
    """One indicator; raises UnknownIndicator."""
    row = book.row(f"SELECT id, {_COLUMNS} FROM indicator WHERE id = ?", (indicator_id,))
    if not row:
        raise UnknownIndicator
    return _indicator(row)


def add_indicator(book: Book, *, code: str, name: str, unit: str, decimals: int, **fields: Unpack[RuleFields]) -> IndicatorId:
    """A new indicator, a flow where nothing else is said.

    Raises NameIsBlank, CodeIsTaken, NameIsTaken, DecimalsOutOfRange, RatioIncomplete, RatioOfRatio, UnknownIndicator.
    """
    new = _valid(book, Indicator(IndicatorId(0), code, name, unit, decimals, **fields))
    marks = ", ".join("?" * len(_FIELDS))
    return IndicatorId(book.write(f"INSERT INTO indicator ({_COLUMNS}) VALUES ({marks})", _values(new)))


def update_indicator(book: Book, indicator_id: IndicatorId, **fields: Unpack[IndicatorFields]) -> None:
    """Change some fields of an indicator; raises as `add_indicator`.

    Also raises TooManyDecimals where a stored figure has more than the new decimals, KindIsFixed where it cannot become a ratio.
    """
    old = indicator(book, indicator_id)
    new = _valid(book, replace(old, **fields))
    if new.kind is Kind.RATIO and old.kind is not Kind.RATIO:
        _check_can_become_ratio(book, old)
    if new.decimals < old.decimals:
        finer = book.row(
            "SELECT value FROM figure WHERE indicator_id = ? AND value % ? <> 0", (indicator_id, 10 ** (PLACES - new.decimals))
        )
        if finer:
            raise TooManyDecimals(from_millionths(finer[0]), new.decimals)
    assignments = ", ".join(f"{field} = ?" for field in _FIELDS)
    book.write(f"UPDATE indicator SET {assignments} WHERE id = ?", (*_values(new), indicator_id))
    indicator_recoded(book, old.code, new.code)


def remove_indicator(book: Book, indicator_id: IndicatorId) -> None:
    """Remove an indicator with its pace plans, accepted hints and exemptions.

    Raises StillUsed while figures, corrections, targets, ratios or the scheme hang on it.
    """
    name = indicator(book, indicator_id).name
    if book.row("SELECT 1 FROM figure WHERE indicator_id = ?", (indicator_id,)):
        raise StillUsed(name, uses=tr("it has figures"), way_out=tr("Clear its figures first."))
    if book.row("SELECT 1 FROM correction_figure WHERE indicator_id = ?", (indicator_id,)):
        raise StillUsed(
            name, uses=tr("a published figure of it was corrected"), way_out=tr("Move it to the end of the list instead.")
        )
    if book.row("SELECT 1 FROM target WHERE indicator_id = ?", (indicator_id,)):
        raise StillUsed(name, uses=tr("it has targets"), way_out=tr("Remove its targets first."))
    if book.row(_USED_IN_RATIO, (indicator_id,)):
        raise StillUsed(name, uses=tr("a ratio is computed from it"), way_out=tr("Remove that ratio first."))
    if book.row("SELECT 1 FROM scheme_line WHERE indicator_id = ?", (indicator_id,)):
        raise StillUsed(name, uses=tr("the scheme has lines for it"), way_out=tr("Remove those lines first."))
    book.write("DELETE FROM plan_share WHERE indicator_id = ?", (indicator_id,))
    book.write("DELETE FROM acceptance WHERE indicator_id = ?", (indicator_id,))
    book.write("DELETE FROM exemption WHERE indicator_id = ?", (indicator_id,))
    book.write("DELETE FROM indicator WHERE id = ?", (indicator_id,))


def _check_can_become_ratio(book: Book, old: Indicator) -> None:
    for statement in (
        "SELECT 1 FROM figure WHERE indicator_id = ?1",
        "SELECT 1 FROM target WHERE indicator_id = ?1",
        _USED_IN_RATIO,
    ):
        if book.row(statement, (old.id,)):
            raise KindIsFixed(old.name)


def _valid(book: Book, new: Indicator) -> Indicator:
    new = replace(new, code=name_of(new.code), name=name_of(new.name), sort=position_of(new.sort))
    new = replace(new, unit=storable(new.unit), definition=storable(new.definition))
    if book.row("SELECT 1 FROM indicator WHERE code = ? AND id <> ?", (new.code, new.id)):
        raise CodeIsTaken(new.code)
    if book.row("SELECT 1 FROM indicator WHERE name = ? AND id <> ?", (new.name, new.id)):
        raise NameIsTaken(new.name)
    if not 0 <= new.decimals <= PLACES:
        raise DecimalsOutOfRange(new.decimals)
    parts = [part for part in (new.numerator, new.denominator) if part is not None]
    if len(parts) != (2 if new.kind is Kind.RATIO else 0):
        raise RatioIncomplete(new.name)
    for part in parts:
        if part == new.id or indicator(book, part).kind is Kind.RATIO:
            raise RatioOfRatio(new.name)
    return new


def _indicator(row: tuple[Any, ...]) -> Indicator:
    id_, code, name, unit, decimals, kind, direction, rank_by, entered_by, numerator, denominator, factor, sort, definition = row
    return Indicator(
        id=id_,
        code=code,
        name=name,
        unit=unit,
        decimals=decimals,
        kind=Kind(kind),
        direction=Direction(direction),
        rank_by=RankBy(rank_by),
        entered_by=EnteredBy(entered_by),
        numerator=numerator,
        denominator=denominator,
        factor=Decimal(factor),
        sort=sort,
        definition=definition,
    )


def _values(new: Indicator) -> tuple[object, ...]:
    return tuple(decimal_text(new.factor) if field == "factor" else getattr(new, field) for field in _FIELDS)
