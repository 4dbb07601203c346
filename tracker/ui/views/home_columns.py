"""The columns of the parts of the page 本月."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.amount import MISSING, decimals_of, format_number
from tracker.domain.hint import Level
from tracker.domain.indicator import Indicator, Kind, RankBy
from tracker.i18n import tr
from tracker.metrics.ends import GroupEnds
from tracker.metrics.lights import light_text
from tracker.metrics.rates import printed_gap
from tracker.metrics.reporting import Standing, UnitReport
from tracker.metrics.row import Row
from tracker.store.journal import Entry
from tracker.ui.models.home_month import Check, CountyLine, GroupReports, Named
from tracker.ui.models.journal_model import when_text
from tracker.ui.models.record_model import RecordColumn
from tracker.ui.models.report_columns import running_text
from tracker.ui.widgets import home_marks

LIGHT_COLORS = {"green": "good", "yellow": "warn", "red": "bad", None: "text2"}


def _quiet(_record: object) -> str:
    return "text2"


def group_columns() -> list[RecordColumn[GroupReports]]:
    """A group, a square a unit, how many have reported."""

    def count(group: GroupReports) -> str:
        return f"{_whole(group)}/{len(group.reports)}"

    def color(group: GroupReports) -> str:
        return "text" if _whole(group) == len(group.reports) else "warn"

    return [
        RecordColumn(tr("Group"), lambda group: group.group.name, 92),
        RecordColumn(tr("Reported"), _missing_names, draw=home_marks.draw_squares),
        RecordColumn(tr("Count"), count, 56, numeric=True, color=color),
    ]


def _whole(group: GroupReports) -> int:
    return sum(report.standing is Standing.COMPLETE for report in group.reports)


def _missing_names(group: GroupReports) -> str:
    """Who of the group is not through yet."""
    names = [report.unit.name for report in group.reports if report.standing is not Standing.COMPLETE]
    return tr("still without: {names}", names=tr(", ").join(names)) if names else tr("Complete")


def chase_columns() -> list[RecordColumn[UnitReport]]:
    """Whom to remind, whom to call, how late it is."""
    return [
        RecordColumn(tr("Unit"), lambda report: report.unit.name, 96, strong=True),
        RecordColumn(tr("Contact"), lambda report: report.unit.contact, color=_quiet),
        RecordColumn(tr("In time"), running_text, 112, color=lambda report: "warn" if report.late_running > 1 else "text2"),
    ]


def check_columns() -> list[RecordColumn[Check]]:
    """Whose figure, and what is odd with it."""
    return [
        RecordColumn(tr("Kind"), _check_kind, 30, draw=home_marks.draw_check),
        RecordColumn(tr("Cell"), home_marks.check_words, draw=home_marks.draw_check_words),
    ]


def _check_kind(check: Check) -> str:
    return tr("Unreadable") if check.hint.level is Level.UNREADABLE else tr("Hint")


def county_columns() -> list[RecordColumn[CountyLine]]:
    """The county's figures of an indicator, its bar and its light."""
    return [
        RecordColumn(
            tr("Indicator"), lambda line: tr("{indicator} {unit}", indicator=line.indicator.name, unit=line.indicator.unit)
        ),
        RecordColumn(tr("To date"), _cumulative, 76, numeric=True),
        RecordColumn(tr("Year's target"), _target, 76, numeric=True, color=_quiet),
        RecordColumn(tr("Completion %"), _completion, 72, numeric=True, strong=True),
        RecordColumn(tr("Pace"), _pace, 88, draw=home_marks.draw_county_bar),
        RecordColumn(tr("Light"), _light_words, 30, draw=home_marks.draw_county_light),
        RecordColumn(tr("Gap"), _gap, 66, numeric=True, color=lambda line: LIGHT_COLORS[line.light]),
    ]


def _cumulative(line: CountyLine) -> str:
    return format_number(line.total.cumulative, line.indicator.decimals) or MISSING


def _target(line: CountyLine) -> str:
    target = line.total.target
    return MISSING if target is None else format_number(target, max(line.indicator.decimals, decimals_of(target)))


def _percent(value: Fraction | None) -> str:
    return MISSING if value is None else format_number(value * 100, 2)


def _completion(line: CountyLine) -> str:
    return _percent(line.total.completion)


def _pace(line: CountyLine) -> str:
    return "" if line.total.completion is None or line.total.pace is None else tr("Pace {pace} %", pace=_percent(line.total.pace))


def _gap(line: CountyLine) -> str:
    gap = printed_gap(line.total.completion, line.total.pace)
    return MISSING if gap is None else format_number(gap, 2, signed=True)


def _light_words(line: CountyLine) -> str:
    return "" if line.light is None else light_text(line.light, line.light_rule, line.indicator.direction)


@dataclass(frozen=True, slots=True)
class EndsLine:
    """A line of the first and last: the group where it begins, who is first, who is last."""

    group: str
    first: Row | None
    last: Row | None


def ends_lines(ends: tuple[GroupEnds, ...]) -> list[EndsLine]:
    """As many lines a group as the longer of its two lists."""
    lines = []
    for group in ends:
        for at in range(max(len(group.first), len(group.last))):
            first = group.first[at] if at < len(group.first) else None
            last = group.last[at] if at < len(group.last) else None
            lines.append(EndsLine(group.group.name if at == 0 else "", first, last))
    return lines


FIRST_COLUMNS, LAST_COLUMNS = range(1, 4), range(4, 7)
"""Where the first stand in `ends_columns`, and the last."""


def ends_columns(indicator: Indicator | None) -> list[RecordColumn[EndsLine]]:
    """The group; place, name and figure of one of the first and of one of the last."""

    def figure(row: Row) -> str:
        return ranked_figure(row, indicator)

    def of(row: Callable[[EndsLine], Row | None], words: Callable[[Row], str]) -> Callable[[EndsLine], str]:
        return lambda line: "" if (found := row(line)) is None else words(found)

    columns: list[RecordColumn[EndsLine]] = [RecordColumn(tr("Group"), lambda line: line.group, 92, strong=True)]
    for row, title in ((lambda line: line.first, tr("First")), (lambda line: line.last, tr("Last"))):
        columns += [
            RecordColumn(title, of(row, lambda found: str(found.rank)), 40, numeric=True, color=_quiet),
            RecordColumn("", of(row, lambda found: found.unit.name), 0),
            RecordColumn("", of(row, figure), 84, numeric=True),
        ]
    return columns


def ranked_measure(indicator: Indicator) -> str:
    """What `ranked_figure` is measured in, in words."""
    if indicator.kind is Kind.RATIO or indicator.rank_by is RankBy.CUMULATIVE:
        return tr("to date, {unit}", unit=indicator.unit)
    return tr("completion %") if indicator.rank_by is RankBy.COMPLETION else tr("growth on last year %")


def ranked_figure(row: Row, indicator: Indicator | None) -> str:
    """What the row is ranked by, as it is printed."""
    if indicator is None:
        return ""
    if indicator.kind is Kind.RATIO or indicator.rank_by is RankBy.CUMULATIVE:
        return format_number(row.cumulative, indicator.decimals) or MISSING
    return _percent(row.completion if indicator.rank_by is RankBy.COMPLETION else row.yoy)


def move_columns(group_of: Callable[[Row], str]) -> list[RecordColumn[Row]]:
    """How far, who, of which group, from which place to which."""
    return [
        RecordColumn(tr("Change"), _move_words, 56, draw=home_marks.draw_row_move),
        RecordColumn(tr("Unit"), lambda row: row.unit.name, strong=True),
        RecordColumn(tr("Group"), group_of, 88, color=_quiet),
        RecordColumn(tr("Place"), _places, 104, numeric=True),
    ]


def _move_words(row: Row) -> str:
    change = row.rank_change or 0
    return tr("up {places}", places=change) if change > 0 else tr("down {places}", places=-change)


def _places(row: Row) -> str:
    rank = row.rank or 0
    return tr("no. {before} → {rank}", before=rank + (row.rank_change or 0), rank=rank)


def named_columns() -> list[RecordColumn[Named]]:
    """Why, and who."""
    return [
        RecordColumn(tr("Why"), lambda named: named.why, 156, color=_quiet),
        RecordColumn(tr("Who"), lambda named: tr(", ").join(unit.name for unit in named.units) or tr("nobody")),
    ]


def recent_columns() -> list[RecordColumn[Entry]]:
    """When, who, what."""
    return [
        RecordColumn(tr("When"), lambda entry: when_text(entry.at)[5:], 96, color=_quiet),
        RecordColumn(tr("What was done"), lambda entry: f"{entry.person} {entry.label}"),
    ]
