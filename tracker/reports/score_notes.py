"""The notes under the scores: the scheme's rules, ranks, what forms cost, points by hand, what does not count for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.domain.adjustment import Adjustment
from tracker.domain.amount import format_number
from tracker.domain.period import Month
from tracker.domain.scheme import SchemeLine
from tracker.domain.unit import GroupId
from tracker.metrics.scoring.award import Award, Remark
from tracker.metrics.scoring.score import SCORE_DECIMALS, Score, ScoreTable
from tracker.reports.note_lists import MOST_NAMES, Printed, listed
from tracker.reports.ranking_notes import late_reports, mergers, month_text, target_set
from tracker.reports.scheme_wording import rule_text
from tracker.reports.score_lines import PointsColumn, full_text
from tracker.reports.wording import tr


@dataclass(frozen=True)
class Scored:
    """What the notes are about: the scores of the printed units, the columns, and the figures that the points come from."""

    table: ScoreTable
    columns: Sequence[PointsColumn]
    scores: Sequence[Score]
    printed: Printed


def score_notes(scored: Scored) -> tuple[str, ...]:
    """The notes in order, without those that have nothing to tell."""
    makers: tuple[Callable[[Scored], str], ...] = (
        _rules,
        _ranks,
        _forms,
        _by_hand,
        _not_counted,
        _without_figure,
        lambda scored: late_reports(scored.printed),
        lambda scored: mergers(scored.printed),
    )
    return tuple(text for text in (make(scored) for make in makers) if text)


def _rules(scored: Scored) -> str:
    return rules_note(scored.table, scored.columns) + target_set(scored.printed)


def rules_note(table: ScoreTable, columns: Sequence[PointsColumn]) -> str:
    """Every line of the scheme: its full points and its method; lines of one method are named together."""
    groups = {of.group.id: of.group.name for of in table.groups}
    by_rule: dict[str, list[str]] = {}
    for column in columns:
        for line in column.lines:
            by_rule.setdefault(rule_text(line, column.indicator), []).append(_line(column, line, groups))
    rules = [tr("{lines}: {rule}", lines=listed(lines), rule=rule) for rule, lines in by_rule.items()]
    scheme = table.scheme
    since = tr(" in force since month {month}", month=scheme.from_month) if scheme.from_month > 1 else ""
    return tr("Scores by the scheme of {year}{since}. {rules}.", year=scheme.year, since=since, rules=tr("; ").join(rules))


def _line(column: PointsColumn, line: SchemeLine, groups: Mapping[GroupId, str]) -> str:
    told = tr("{indicator} {points} points", indicator=column.indicator.name, points=full_text(line.points))
    return told if line.group is None else tr("{line} ({group})", line=told, group=groups[line.group])


def _ranks(scored: Scored) -> str:
    compared = tr("compared as printed") if scored.printed.as_printed else tr("compared unrounded")
    said = tr("Ranks are within the group, by score, highest first, {compared}; equal ones are shared.", compared=compared)
    if scored.printed.compared:
        said += tr("▲ up, ▽ down, against {month}.", month=month_text(scored.printed.month.plus(-1)))
    return said


def _forms(scored: Scored) -> str:
    """What late and missing forms cost by the scheme's terms, and whom."""
    terms = scored.table.scheme.terms
    if not terms.late and not terms.missing:
        return ""
    costs = [tr("each late form costs {points}", points=full_text(terms.late))] if terms.late else []
    costs += [tr("each missing form costs {points}", points=full_text(terms.missing))] if terms.missing else []
    costs += [tr("at most {points} in the year", points=full_text(terms.most))] if terms.most is not None else []
    said = tr("Monthly forms: {costs}.", costs=tr(", ").join(costs))
    charged = [(score.unit.name, score.forms) for score in scored.scores if score.forms is not None]
    late = [_months_of(name, forms.late) for name, forms in charged if forms.late]
    missing = [_months_of(name, forms.missing) for name, forms in charged if forms.missing]
    said += tr("Late: {units}.", units=_some(late)) if late else ""
    return said + (tr("Missing: {units}.", units=_some(missing)) if missing else "")


def _months_of(name: str, months: Sequence[Month]) -> str:
    return tr("{unit} ({months})", unit=name, months=listed([month_text(month) for month in months]))


def _by_hand(scored: Scored) -> str:
    """Every entry that was made by hand, with its reason and its document."""
    entries = [_entry(score.unit.name, entry) for score in scored.scores for entry in score.by_hand]
    return tr("Points given or taken: {entries}.", entries=tr("; ").join(entries)) if entries else ""


def _entry(name: str, entry: Adjustment) -> str:
    points = format_number(Fraction(entry.points), SCORE_DECIMALS, signed=True)
    return tr("{unit} {points} ({reason}, {document})", unit=name, points=points, reason=entry.reason, document=entry.document)


def _not_counted(scored: Scored) -> str:
    """For whom a line does not count, and what becomes of the score then."""
    without, undue = _units_by_line(scored, Remark.NO_TARGET), _units_by_line(scored, Remark.NO_PACE)
    other = any(column.award(score) is None for column in scored.columns for score in scored.scores)
    if not without and not undue:
        return tr("“-” is for other groups.") if other else ""
    said = tr("“-” does not count for the unit: its score is what it got of the full points that count, scaled to the whole.")
    said += tr("No target for it: {units}.", units=without) if without else ""
    return said + (tr("Nothing due yet: {units}.", units=undue) if undue else "")


def _without_figure(scored: Scored) -> str:
    units = _units_by_line(scored, Remark.NO_FIGURE)
    return tr("No figure or rank to count: {units}.", units=units) if units else ""


def _units_by_line(scored: Scored, remark: Remark) -> str:
    """The units with that remark, named by indicator; indicators with the same units together."""
    by_units: dict[tuple[str, ...], list[str]] = {}
    for column in scored.columns:
        awards = ((score.unit.name, column.award(score)) for score in scored.scores)
        units = tuple(name for name, award in awards if _has(award, remark))
        if units:
            by_units.setdefault(units, []).append(column.indicator.name)
    parts = (
        tr("{indicators} ({units})", indicators=listed(tuple(dict.fromkeys(indicators))), units=_everybody(scored, units))
        for units, indicators in by_units.items()
    )
    return tr("; ").join(parts)


def _has(award: Award | None, remark: Remark) -> bool:
    return award is not None and award.remark is remark


def _everybody(scored: Scored, units: Sequence[str]) -> str:
    if len(units) == len(scored.scores) > 1:
        return tr("all {count} units", count=len(units))
    return _some(units)


def _some(names: Sequence[str]) -> str:
    """The names, the last ones only counted where there are too many."""
    if len(names) <= MOST_NAMES:
        return listed(names)
    return tr("{units} and others, {count} in all", units=listed(names[:MOST_NAMES]), count=len(names))
