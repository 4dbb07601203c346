"""Books with random content, made through the store, and what a book holds in codes, to compare."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from tracker.domain.adjustment import Adjustment
from tracker.domain.exemption import Exemption
from tracker.domain.figure import Figure
from tracker.domain.indicator import Direction, EnteredBy, Kind, RankBy
from tracker.domain.office_text import OfficeText, OfficeTextKind
from tracker.domain.period import Month
from tracker.domain.scheme import Method, SchemeLine, Terms
from tracker.domain.target import PlanShare, Target, TargetSet
from tracker.store import (
    adjustments,
    exemptions,
    figures,
    groups,
    indicators,
    months,
    office_texts,
    plans,
    scheme_versions,
    schemes,
    settings,
    targets,
    units,
)
from tracker.store.book import Book

# What spreadsheets, quoting and Chinese names make hard; no half characters and no NUL, which the store refuses.
TEXTS = st.text(
    st.one_of(
        st.sampled_from('",;\r\n\t =+-@\'亿镇㙟𬒗ﾡ１\u00a0\u3000\u2028\ufeff"'), st.characters(exclude_categories=["Cs", "Cc"])
    ),
    max_size=12,
)
NAMES = TEXTS.map(str.strip).filter(bool)
MONTHS = st.builds(Month, st.integers(2023, 2027), st.integers(1, 12))
EXACT = st.decimals(min_value=0, max_value=1000, places=4)


def amounts(decimals: int) -> st.SearchStrategy[Decimal]:
    """Amounts with at most so many decimals, as large as they may be."""
    return st.integers(-(10 ** (11 + decimals)) + 1, 10 ** (11 + decimals) - 1).map(
        lambda number: Decimal(number).scaleb(-decimals)
    )


def fill(book: Book, data: st.DataObject) -> None:
    """Put a random county into a blank book."""
    draw = data.draw
    with book.change("fill"):
        for key in (settings.TITLE, settings.OFFICE, settings.CLERK, settings.LANGUAGE, "of the future"):
            settings.put(book, key, draw(TEXTS))
        settings.set_rank_what_is_printed(book, draw(st.booleans()))
        for kind in OfficeTextKind:
            office_texts.set_office_text(book, OfficeText(draw(MONTHS), kind, draw(TEXTS)))
        group_ids = [
            groups.add_group(book, name, sort=draw(st.integers(-2, 3)))
            for name in draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
        ]
        unit_ids = _add_units(book, data, group_ids)
        indicator_ids = _add_indicators(book, data)
        if indicator_ids:
            _add_goals(book, data, unit_ids=unit_ids, indicator_ids=indicator_ids, group_ids=group_ids)
        if indicator_ids and unit_ids:
            _add_figures(book, data, unit_ids=unit_ids, indicator_ids=indicator_ids)
            _add_judgement(book, data, unit_ids=unit_ids, indicator_ids=indicator_ids)
        for month in draw(st.sets(MONTHS, max_size=3)):
            months.set_state(book, month, months.MonthState.PUBLISHED)


def _add_units(book: Book, data: st.DataObject, group_ids: list[Any]) -> list[Any]:
    ids: list[Any] = []
    for code in data.draw(st.lists(NAMES, max_size=6, unique=True)):
        first, last = data.draw(st.none() | MONTHS), data.draw(st.none() | MONTHS)
        if first and last and last < first:
            first, last = last, first
        into = data.draw(st.sampled_from([None, *ids])) if last else None
        group, sort = data.draw(st.sampled_from(group_ids)), data.draw(st.integers(-3, 5))
        name = data.draw(NAMES)
        listed: units.PlaceFields = {"valid_from": first, "valid_to": last, "merged_into": into}
        contact = data.draw(TEXTS)
        added = units.add_unit(book, code=code, name=name, group=group, sort=sort, contact=contact, **listed)
        ids.append(added)
    return ids


def _add_indicators(book: Book, data: st.DataObject) -> list[Any]:
    draw = data.draw
    ids: list[Any] = []
    codes, names = (draw(st.lists(NAMES, min_size=5, max_size=5, unique=True)) for _ in range(2))
    for code, name in list(zip(codes, names, strict=True))[: draw(st.integers(0, 5))]:
        kind = draw(st.sampled_from([Kind.FLOW, Kind.STOCK, Kind.RATIO] if ids else [Kind.FLOW, Kind.STOCK]))
        parts = (
            {} if kind is not Kind.RATIO else {"numerator": draw(st.sampled_from(ids)), "denominator": draw(st.sampled_from(ids))}
        )
        added = indicators.add_indicator(
            book,
            code=code,
            name=name,
            unit=draw(TEXTS),
            decimals=draw(st.integers(0, 6)),
            kind=kind,
            direction=draw(st.sampled_from(Direction)),
            rank_by=draw(st.sampled_from(RankBy)),
            entered_by=draw(st.sampled_from(EnteredBy)),
            factor=draw(EXACT),
            sort=draw(st.integers(-3, 5)),
            definition=draw(TEXTS),
            **parts,
        )
        if kind is not Kind.RATIO:
            ids.append(added)
    return ids


def _add_goals(book: Book, data: st.DataObject, *, unit_ids: list[Any], indicator_ids: list[Any], group_ids: list[Any]) -> None:
    draw = data.draw
    years, chosen = st.integers(2024, 2027), st.sampled_from(indicator_ids)
    for _ in range(draw(st.integers(0, 4))):
        owner, target_set = draw(st.sampled_from([None, *unit_ids])), draw(st.sampled_from(TargetSet))
        targets.set_target(book, Target(draw(years), owner, draw(chosen), draw(amounts(6)), target_set))
    for _ in range(draw(st.integers(0, 3))):
        share = draw(st.decimals(0, 1, places=6))
        plans.set_plan_share(book, PlanShare(draw(years), draw(chosen), draw(st.integers(1, 12)), share))
    for year in draw(st.sets(years, max_size=2)):
        lines = draw(st.lists(_lines(year, group_ids, indicator_ids), max_size=3))
        schemes.set_scheme_lines(book, year, lines)


def _lines(year: int, group_ids: list[Any], indicator_ids: list[Any]) -> st.SearchStrategy[SchemeLine]:
    tiers = st.lists(st.tuples(EXACT, EXACT), max_size=3, unique=True).map(lambda pairs: tuple(sorted(pairs, reverse=True)))
    return st.builds(
        SchemeLine,
        st.just(year),
        st.sampled_from([None, *group_ids]),
        st.sampled_from(indicator_ids),
        EXACT,
        st.sampled_from(Method),
        *[st.none() | EXACT] * 6,
        tiers=tiers,
        basis=st.sampled_from([None, "cumulative", "completion", "yoy"]),
        from_month=st.sampled_from([1, 1, 7, 12]),
    )


def _add_judgement(book: Book, data: st.DataObject, *, unit_ids: list[Any], indicator_ids: list[Any]) -> None:
    draw, texts = data.draw, TEXTS.map(str.strip).filter(bool)
    for year, month in {(line.year, line.from_month) for line in schemes.scheme_lines(book)}:
        terms = Terms(draw(st.none() | EXACT), draw(EXACT), draw(EXACT), draw(st.none() | EXACT))
        scheme_versions.set_terms(book, year, month, terms)
    for _ in range(draw(st.integers(0, 3))):
        points = draw(EXACT.filter(bool)) * draw(st.sampled_from([1, -1]))
        adjustments.add_adjustment(
            book, Adjustment(draw(st.sampled_from(unit_ids)), draw(MONTHS), points, draw(texts), draw(texts))
        )
    for _ in range(draw(st.integers(0, 3))):
        first, last = sorted((draw(MONTHS), draw(MONTHS)))
        indicator = draw(st.sampled_from([None, *indicator_ids]))
        exemptions.exempt(book, Exemption(draw(st.sampled_from(unit_ids)), indicator, first, last, draw(texts)))


def _add_figures(book: Book, data: st.DataObject, *, unit_ids: list[Any], indicator_ids: list[Any]) -> None:
    decimals = {indicator.id: indicator.decimals for indicator in indicators.indicators(book)}
    for _ in range(data.draw(st.integers(0, 8))):
        indicator = data.draw(st.sampled_from(indicator_ids))
        value = data.draw(st.none() | amounts(decimals[indicator]))
        place = data.draw(st.sampled_from(unit_ids)), indicator, data.draw(MONTHS)
        figures.set_figure(book, Figure(*place, value, data.draw(TEXTS), data.draw(TEXTS)))


def picture(book: Book) -> dict[str, Any]:
    """All that a book holds but ids and journal, through the store's own functions."""
    group_name = {group.id: group.name for group in groups.groups(book)}
    unit_code = {unit.id: unit.code for unit in units.units(book)} | {None: None}
    indicator_code = {indicator.id: indicator.code for indicator in indicators.indicators(book)} | {None: None}
    return {
        "settings": sorted(book.rows("SELECT key, value FROM setting")),
        "groups": [(group.name, group.sort) for group in groups.groups(book)],
        "units": [
            replace(unit, id=0, group=group_name[unit.group], merged_into=unit_code[unit.merged_into])
            for unit in units.units(book)
        ],
        "indicators": [
            replace(one, id=0, numerator=indicator_code[one.numerator], denominator=indicator_code[one.denominator])
            for one in indicators.indicators(book)
        ],
        "targets": sorted(
            (target.year, unit_code[target.unit] or "", indicator_code[target.indicator], target.value, target.set)
            for target in targets.targets(book)
        ),
        "plan": sorted((share.year, indicator_code[share.indicator], share.month, share.share) for share in plans.plan(book)),
        "scheme": [
            replace(line, group=group_name.get(line.group), indicator=indicator_code[line.indicator])
            for line in schemes.scheme_lines(book)
        ],
        "figures": sorted(
            (
                unit_code[figure.unit],
                indicator_code[figure.indicator],
                figure.month,
                repr(figure.value),
                figure.typed,
                figure.note,
            )
            for figure in figures.figures(book)
        ),
        "terms": scheme_versions.terms(book),
        "adjustments": [replace(one, id=0, unit=unit_code[one.unit]) for one in adjustments.adjustments(book)],
        "exemptions": [
            replace(one, id=0, unit=unit_code[one.unit], indicator=indicator_code[one.indicator])
            for one in exemptions.exemptions(book)
        ],
        "texts": office_texts.office_texts(book),
        "published": months.published(book),
    }
