"""Read what is aimed at and how it counts: targets.csv, plan.csv and scheme.csv."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from tracker.domain.amount import PLACES
from tracker.domain.indicator import Kind
from tracker.domain.scheme import EFFICACY_BASES, Method
from tracker.domain.target import TargetSet
from tracker.exchange.data_folder.cells import Cells
from tracker.exchange.data_folder.directory import Directory, each_row, first_of, refuse_indicator, refuse_unit
from tracker.exchange.data_folder.rows import PlanRow, SchemeRow, TargetRow
from tracker.exchange.data_folder.tables import PLAN, SCHEME, TARGETS
from tracker.exchange.problems import Findings
from tracker.i18n import tr


def read_targets(folder: Path, directory: Directory, findings: Findings) -> tuple[TargetRow, ...]:
    """The targets of targets.csv in its order; those that cannot be taken are among the findings."""
    seen: dict[object, int] = {}
    targets = []
    for cells in each_row(folder, TARGETS, findings):
        unit, indicator = cells.text("unit"), _indicator(cells, directory)
        if unit and unit not in directory.units:
            refuse_unit(cells, "unit", unit, directory)
        if indicator and directory.indicators[indicator].kind is Kind.RATIO:
            what = tr("“{code}” is a ratio: it is computed and has no target.", code=indicator)
            cells.refuse("indicator", what, tr("Remove the row."))
        value = cells.amount("value", PLACES)
        row = TargetRow(cells.year("year"), unit, indicator, value, cells.choice("set", TargetSet, TargetSet.ASSIGNED))
        if cells.sound and first_of(seen, (row.year, row.unit, row.indicator, row.set), cells):
            targets.append(row)
    return tuple(targets)


def read_plan(folder: Path, directory: Directory, findings: Findings) -> tuple[PlanRow, ...]:
    """The shares of plan.csv in its order; those that cannot be taken are among the findings."""
    seen: dict[object, int] = {}
    plan = []
    for cells in each_row(folder, PLAN, findings):
        month = cells.whole("month", 1, 12) if cells.needed("month") else None
        share = cells.exact("share") if cells.needed("share") else None
        if share is not None and not 0 <= share <= 1:
            what = tr("{share} is no share of the year's target.", share=format(share, "f"))
            cells.refuse("share", what, tr("Write a number from 0 to 1."))
        year, indicator = cells.year("year"), _indicator(cells, directory)
        if month is not None and share is not None and cells.sound and first_of(seen, (year, indicator, month), cells):
            plan.append(PlanRow(year, indicator, month, share))
    return tuple(plan)


def read_scheme(folder: Path, directory: Directory, groups: frozenset[str] | None, findings: Findings) -> tuple[SchemeRow, ...]:
    """The lines of scheme.csv in its order, one that stands twice twice; those that cannot be taken are among the findings.

    `groups` are the names there are, None where they cannot be told.
    """
    scheme = []
    for cells in each_row(folder, SCHEME, findings):
        group = cells.text("group")
        if group and groups is not None and group not in groups:
            what = tr("There is no group “{name}”.", name=group)
            cells.refuse("group", what, tr("Correct it, or leave it empty for every group."))
        row = _scheme_row(cells, group, _indicator(cells, directory))
        if row and cells.sound:
            scheme.append(row)
    return tuple(scheme)


def _scheme_row(cells: Cells, group: str, indicator: str) -> SchemeRow | None:
    year = cells.year("year")
    points = cells.exact("points") if cells.needed("points") else None
    method = cells.choice("method", Method, Method.PROPORTIONAL) if cells.needed("method") else None
    basis = cells.text("basis")
    if basis and basis not in EFFICACY_BASES:
        cells.refuse_choice("basis", basis, EFFICACY_BASES)
    if points is not None and points < 0:
        cells.refuse("points", tr("Full points cannot be negative."), tr("Write 0 or more."))
    cap, bonus, bonus_cap, step, floor, each = (
        cells.exact(name) for name in ("cap", "bonus", "bonus_cap", "step", "floor", "each")
    )
    tiers: tuple[tuple[Decimal, Decimal], ...] = cells.pairs("tiers")
    from_month = cells.whole("from_month", 1, 12)
    if points is None or method is None:
        return None
    from_month = None if from_month == 1 else from_month
    return SchemeRow(year, group, indicator, points, method, cap, bonus, bonus_cap, step, floor, each, tiers, basis, from_month)


def _indicator(cells: Cells, directory: Directory) -> str:
    """The indicator's code; "" with a finding where it is empty or unknown."""
    code = cells.needed("indicator")
    if code and code not in directory.indicators:
        refuse_indicator(cells, "indicator", code, directory)
        return ""
    return code
