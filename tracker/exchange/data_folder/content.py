"""Everything that a data folder holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.exchange.data_folder.figures import PackedFigures
from tracker.exchange.data_folder.judgement import Judgement
from tracker.exchange.data_folder.rows import IndicatorRow, Package, PlanRow, SchemeRow, TargetRow, TextRow, UnitRow


@dataclass(frozen=True, slots=True)
class Content:
    """A whole folder. Units, indicators and scheme lines are in their order.

    `indicator_places`: in which row of its file each indicator stands, where it was read from one.
    """

    package: Package
    units: tuple[UnitRow, ...]
    indicators: tuple[IndicatorRow, ...]
    targets: tuple[TargetRow, ...]
    plan: tuple[PlanRow, ...]
    scheme: tuple[SchemeRow, ...]
    figures: PackedFigures
    judgement: Judgement = field(default_factory=Judgement)
    texts: tuple[TextRow, ...] = ()
    indicator_places: Mapping[str, int] = field(default_factory=dict)
