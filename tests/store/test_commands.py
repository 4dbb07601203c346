"""Every command of the nouns: act, undo, redo, and the book is exactly what it was, row ids included."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from tests.store.county import SEPTEMBER, County, contents
from tracker.domain.adjustment import Adjustment, AdjustmentId
from tracker.domain.exemption import Exemption, ExemptionId
from tracker.domain.figure import Figure
from tracker.domain.indicator import Direction, Kind
from tracker.domain.office_text import OfficeText, OfficeTextKind
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine, Terms
from tracker.domain.sender_word import SenderWord, WordKind
from tracker.domain.target import PlanShare, Target, TargetSet
from tracker.store import (
    acceptances,
    adjustments,
    exemptions,
    figures,
    groups,
    indicators,
    journal,
    months,
    office_texts,
    plans,
    reports,
    scheme_drafts,
    scheme_versions,
    schemes,
    sender_words,
    sent_files,
    settings,
    targets,
    units,
)
from tracker.store.acceptances import Acceptance
from tracker.store.sent_files import SentFileRecord

Command = Callable[[County], object]

COMMANDS: dict[str, Command] = {
    "add_group": lambda c: groups.add_group(c.book, "园区", sort=3),
    "update_group": lambda c: groups.update_group(c.book, c.towns, name="一类乡镇", sort=9),
    "remove_group": lambda c: groups.remove_group(c.book, groups.groups(c.book)[-1].id),
    "add_unit": lambda c: units.add_unit(c.book, code="U9", name="白河镇", group=c.towns, sort=9, valid_from=Month(2026, 5)),
    "update_unit": lambda c: units.update_unit(c.book, c.qingshi, valid_to=SEPTEMBER, merged_into=c.chengguan, code="X"),
    "remove_unit": lambda c: units.remove_unit(c.book, c.yunfeng),
    "add_indicator": lambda c: indicators.add_indicator(
        c.book, code="ZT", name="在谈项目", unit="个", decimals=0, kind=Kind.STOCK
    ),
    "update_indicator": lambda c: indicators.update_indicator(
        c.book, c.money, direction=Direction.LOWER, decimals=4, definition="x"
    ),
    "remove_indicator": lambda c: indicators.remove_indicator(c.book, c.rate),
    "set_target": lambda c: targets.set_target(c.book, Target(2027, c.chengguan, c.money, Decimal("30.5"), TargetSet.STRETCH)),
    "replace_target": lambda c: targets.set_target(c.book, Target(2026, c.chengguan, c.money, Decimal(99))),
    "remove_target": lambda c: targets.remove_target(c.book, year=2026, unit=None, indicator=c.money),
    "set_plan_share": lambda c: plans.set_plan_share(c.book, PlanShare(2026, c.money, 1, Decimal("0.5"))),
    "remove_plan_share": lambda c: plans.remove_plan_share(c.book, 2026, c.money, 1),
    "remove_plan": lambda c: plans.remove_plan(c.book, 2026, c.money),
    "set_figure": lambda c: figures.set_figure(c.book, c.figure("12.5", typed="12.5")),
    "replace_figure": lambda c: figures.set_figure(c.book, c.figure("-3", month=Month(2026, 8))),
    "clear_figure": lambda c: figures.set_figure(c.book, c.figure(None, month=Month(2026, 8))),
    "set_figures": lambda c: figures.set_figures(
        c.book, [c.figure("1"), c.figure(None, month=Month(2026, 8)), c.figure(None, typed="?")]
    ),
    "set_note": lambda c: figures.set_note(c.book, c.chengguan, c.money, Month(2026, 8), note="checked"),
    "remove_note": lambda c: figures.set_note(c.book, c.chengguan, c.money, Month(2026, 7), note=""),
    "publish": lambda c: months.set_state(c.book, SEPTEMBER, months.MonthState.PUBLISHED),
    "set_scheme_lines": lambda c: schemes.set_scheme_lines(
        c.book, 2026, [SchemeLine(2026, None, c.money, Decimal(20), Method.PACE, cap=Decimal(1))]
    ),
    "note_arrival": lambda c: reports.note_arrival(c.book, c.qingshi, SEPTEMBER, date(2026, 10, 3)),
    "set_arrival": lambda c: reports.set_arrival(c.book, c.chengguan, SEPTEMBER, date(2026, 10, 4)),
    "remove_arrival": lambda c: reports.set_arrival(c.book, c.chengguan, Month(2026, 8), None),
    "set_deadline_day": lambda c: reports.set_deadline_day(c.book, 8),
    "accept": lambda c: acceptances.accept(c.book, Acceptance(c.qingshi, c.money, SEPTEMBER, "jump", None, "checked")),
    "withdraw": lambda c: acceptances.withdraw(c.book, Acceptance(c.chengguan, c.money, Month(2026, 8), "jump", None, "")),
    "set_scheme": lambda c: scheme_versions.set_scheme(
        c.book,
        Scheme(
            2026,
            7,
            (SchemeLine(2026, None, c.money, Decimal(20), Method.PACE, cap=Decimal(1), from_month=7),),
            Terms(total=Decimal(20), late=Decimal(1), most=Decimal(5)),
        ),
    ),
    "remove_scheme": lambda c: scheme_versions.remove_scheme(c.book, 2026, 1),
    "set_terms": lambda c: scheme_versions.set_terms(c.book, 2026, 1, Terms(missing=Decimal(1))),
    "remove_terms": lambda c: scheme_versions.set_terms(c.book, 2026, 1, Terms()),
    "add_adjustment": lambda c: adjustments.add_adjustment(
        c.book, Adjustment(c.qingshi, Month(2026, 10), Decimal("-0.5"), "通报批评", "云政办〔2026〕8号")
    ),
    "update_adjustment": lambda c: adjustments.update_adjustment(
        c.book, Adjustment(c.qingshi, Month(2026, 10), Decimal(3), "市级表彰", "云政发〔2026〕4号", AdjustmentId(1))
    ),
    "keep_draft": lambda c: scheme_drafts.keep_draft(c.book, Scheme(2026, 3, (), Terms(total=Decimal(100)))),
    "drop_draft": lambda c: scheme_drafts.drop_draft(c.book, 2026, 4),
    "remove_adjustment": lambda c: adjustments.remove_adjustment(c.book, AdjustmentId(1)),
    "exempt": lambda c: exemptions.exempt(c.book, Exemption(c.qingshi, c.money, SEPTEMBER, SEPTEMBER, "受灾")),
    "end_exemption": lambda c: exemptions.end_exemption(c.book, ExemptionId(1)),
    "set_office_text": lambda c: office_texts.set_office_text(
        c.book, OfficeText(SEPTEMBER, OfficeTextKind.PROBLEMS, "一是项目少。")
    ),
    "replace_office_text": lambda c: office_texts.set_office_text(
        c.book, OfficeText(Month(2026, 8), OfficeTextKind.NUMBER, "第9期")
    ),
    "remove_office_text": lambda c: office_texts.set_office_text(c.book, OfficeText(Month(2026, 8), OfficeTextKind.NUMBER, "")),
    "explain_word": lambda c: sender_words.explain_word(c.book, SenderWord(WordKind.BASIS, "完成数", "month", c.qingshi)),
    "explain_word_anew": lambda c: sender_words.explain_word(c.book, SenderWord(WordKind.UNIT, "城关", "U02")),
    "forget_word": lambda c: sender_words.forget_word(c.book, SenderWord(WordKind.UNIT, "城关", "U01")),
    "note_file": lambda c: sent_files.note_file(c.book, SentFileRecord("甲.xlsx", "0" * 64, date(2026, 10, 3), kept=False)),
    "set_title": lambda c: settings.set_title(c.book, "青云县"),
    "set_office": lambda c: settings.set_office(c.book, "招商局"),
    "set_bulletin_template": lambda c: settings.set_bulletin_template(c.book, "0" * 64),
    "set_clerk": lambda c: settings.set_clerk(c.book, ""),
    "set_rank_what_is_printed": lambda c: settings.set_rank_what_is_printed(c.book, True),
}


@pytest.fixture
def full(county: County) -> County:
    """A county with something of everything."""
    with county.book.change("fill"):
        groups.add_group(county.book, "县直单位", sort=9)
        targets.set_target(county.book, Target(2026, county.chengguan, county.money, Decimal(10)))
        targets.set_target(county.book, Target(2026, None, county.money, Decimal(50)))
        plans.set_plan_share(county.book, PlanShare(2026, county.money, 1, Decimal("0.1")))
        plans.set_plan_share(county.book, PlanShare(2026, county.rate, 1, Decimal("0.1")))
        figures.set_figure(county.book, county.figure("7", month=Month(2026, 8)))
        figures.set_figure(county.book, county.figure("7", month=Month(2026, 7), note="late"))
        schemes.set_scheme_lines(
            county.book, 2026, [SchemeLine(2026, county.towns, county.money, Decimal(30), Method.PROPORTIONAL)]
        )
        scheme_versions.set_terms(county.book, 2026, 1, Terms(total=Decimal(30), late=Decimal(1), missing=Decimal(1)))
        scheme_drafts.keep_draft(county.book, Scheme(2026, 4, (), Terms(late=Decimal(1))))
        adjustments.add_adjustment(
            county.book, Adjustment(county.chengguan, Month(2026, 8), Decimal(2), "省级表彰", "云政发〔2026〕3号")
        )
        sender_words.explain_word(county.book, SenderWord(WordKind.UNIT, "城关", "U01"))
        exemptions.exempt(county.book, Exemption(county.chengguan, None, Month(2026, 1), Month(2026, 12), "新设"))
        office_texts.set_office_text(county.book, OfficeText(Month(2026, 8), OfficeTextKind.NUMBER, "第8期"))
        settings.set_clerk(county.book, "李会计")
        reports.set_arrival(county.book, county.chengguan, Month(2026, 8), date(2026, 9, 5))
        acceptances.accept(county.book, Acceptance(county.chengguan, county.money, Month(2026, 8), "jump", Decimal(7), "called"))
    return county


@pytest.mark.parametrize("name", COMMANDS)
def test_act_undo_redo_undo(full: County, name: str) -> None:
    book, before = full.book, contents(full.book)
    with book.change(name):
        COMMANDS[name](full)
    after = contents(book)
    assert after != before
    assert book.undo() == name
    assert contents(book) == before
    assert book.redo() == name
    assert contents(book) == after
    assert book.undo() == name
    assert contents(book) == before
    assert journal.verify(book) is None


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_is_given_up_leaves_nothing(full: County, name: str) -> None:
    before = contents(full.book)

    def give_up() -> None:
        with full.book.change(name):
            COMMANDS[name](full)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        give_up()
    assert contents(full.book) == before


def test_all_commands_one_after_another_and_back(full: County) -> None:
    states = [contents(full.book)]
    for name, command in COMMANDS.items():
        with full.book.change(name):
            command(full)
        if (now := contents(full.book)) != states[-1]:
            states.append(now)
    for state in reversed(states[:-1]):
        full.book.undo()
        assert contents(full.book) == state
    for state in states[1:]:
        full.book.redo()
        assert contents(full.book) == state
    assert journal.verify(full.book) is None


def test_every_command_of_every_noun_is_among_them() -> None:
    told = {"figures": figures, "groups": groups, "indicators": indicators, "months": months, "plans": plans, "schemes": schemes}
    told |= {"scheme_versions": scheme_versions, "adjustments": adjustments, "exemptions": exemptions}
    told |= {"acceptances": acceptances, "reports": reports, "settings": settings, "targets": targets, "units": units}
    commands = {
        name
        for module in told.values()
        for name in vars(module)
        if name.startswith(("add_", "update_", "remove_", "set_")) and vars(module)[name].__module__ == module.__name__
    }
    assert commands - COMMANDS.keys() == {"set_state"}  # called "publish" above


def test_a_figure_of_its_own_row_comes_back_under_its_old_id(full: County) -> None:
    figure_of = Figure(full.chengguan, full.money, Month(2026, 8), None)
    with full.book.change("clear"):
        figures.set_figure(full.book, figure_of)
    with full.book.change("another"):
        figures.set_figure(full.book, Figure(full.qingshi, full.money, Month(2026, 8), Decimal(1)))
    full.book.undo()
    full.book.undo()
    assert full.book.row("SELECT id FROM figure WHERE month = 202608") == (1,)
