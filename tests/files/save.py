"""Save a book of the current schema for the tests to come: `python -m tests.files.save`, once for each released schema."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from tracker.domain.adjustment import Adjustment
from tracker.domain.exemption import Exemption
from tracker.domain.figure import Figure
from tracker.domain.indicator import Direction, EnteredBy, Kind, RankBy
from tracker.domain.office_text import OfficeText, OfficeTextKind
from tracker.domain.period import Month
from tracker.domain.scheme import Method, Scheme, SchemeLine, Terms
from tracker.domain.sender_word import SenderWord, WordKind
from tracker.domain.target import PlanShare, Target, TargetSet
from tracker.store import (
    acceptances,
    adjustments,
    corrections,
    exemptions,
    figures,
    groups,
    indicators,
    journal,
    office_texts,
    plans,
    publications,
    reports,
    reverting,
    scheme_versions,
    schemes,
    sender_words,
    sent_files,
    settings,
    targets,
    units,
)
from tracker.store.acceptances import Acceptance
from tracker.store.book import Book
from tracker.store.migrations import STEPS
from tracker.store.sent_files import SentFileRecord


def fill(book: Book) -> None:
    """Put something of everything into the book, in changes of their own, a revert and, at the end, an undo and a redo."""
    with book.change("设置"):
        settings.set_office(book, "招商局")
        settings.set_clerk(book, "李会计")
        settings.set_rank_what_is_printed(book, printed=True)
    with book.change("新建单位"):
        towns, parks = groups.add_group(book, "乡镇", sort=1), groups.add_group(book, "园区", sort=2)
        chengguan = units.add_unit(book, code="U01", name="城关镇", group=towns, sort=1)
        baihe = units.add_unit(
            book, code="U02", name="白河乡", group=towns, sort=2, valid_to=Month(2026, 6), merged_into=chengguan
        )
        park = units.add_unit(book, code="U03", name="经济开发区", group=parks, sort=3, valid_from=Month(2025, 5))
    with book.change("新建指标"):
        money = indicators.add_indicator(
            book,
            code="SWZJ",
            name="实际到位省外资金",
            unit="亿元",
            decimals=2,
            sort=1,
            entered_by=EnteredBy.CUMULATIVE,
            definition="到账为准",
        )
        signed = indicators.add_indicator(book, code="QY", name="新签约项目", unit="个", decimals=0, sort=2)
        started = indicators.add_indicator(
            book, code="KG", name="新开工项目", unit="个", decimals=0, sort=3, rank_by=RankBy.CUMULATIVE
        )
        talks = indicators.add_indicator(book, code="ZT", name="在谈项目", unit="个", decimals=0, sort=4, kind=Kind.STOCK)
        indicators.add_indicator(
            book, code="TS", name="企业投诉", unit="件", decimals=0, sort=5, direction=Direction.LOWER, rank_by=RankBy.YOY
        )
        indicators.add_indicator(
            book,
            code="KGL",
            name="开工率",
            unit="%",
            decimals=2,
            sort=6,
            kind=Kind.RATIO,
            numerator=started,
            denominator=signed,
            factor=Decimal(100),
        )
    with book.change("下达任务"):
        targets.set_target(book, Target(2026, chengguan, money, Decimal("30.5")))
        targets.set_target(book, Target(2026, chengguan, money, Decimal(35), TargetSet.STRETCH))
        targets.set_target(book, Target(2026, None, money, Decimal(100)))
        plans.set_plan_share(book, PlanShare(2026, money, 1, Decimal("0.05")))
        plans.set_plan_share(book, PlanShare(2026, money, 2, Decimal("0.12")))
        bonus = SchemeLine(2026, None, money, Decimal(30), Method.PROPORTIONAL_BONUS, bonus=Decimal("0.1"), bonus_cap=Decimal(3))
        steps = SchemeLine(
            2026, towns, money, Decimal(15), Method.TIERS, tiers=((Decimal("0.8"), Decimal(100)), (Decimal("0.5"), Decimal(75)))
        )
        schemes.set_scheme_lines(book, 2026, [bonus, steps])
    with book.change("7月起新办法"):
        later = SchemeLine(2026, None, money, Decimal(40), Method.PROPORTIONAL, cap=Decimal("1.2"), from_month=7)
        terms = Terms(total=Decimal(40), late=Decimal(1), missing=Decimal(1), most=Decimal(5))
        scheme_versions.set_scheme(book, Scheme(2026, 7, (later,), terms))
        adjustments.add_adjustment(book, Adjustment(park, Month(2026, 6), Decimal("1.5"), "省级表彰", "云政发〔2026〕3号"))
        exemptions.exempt(book, Exemption(chengguan, money, Month(2026, 7), Month(2026, 8), "受灾"))
    for number in range(18):
        month = Month(2025, 4).plus(number)
        with book.change(f"录入 {month} 数据"):
            figures.set_figure(book, Figure(chengguan, money, month, Decimal(number) / 4 - 1, str(number)))
            figures.set_figure(book, Figure(park, signed, month.plus(1), Decimal(number % 3)))
            if month <= Month(2026, 6):
                figures.set_figure(book, Figure(baihe, talks, month, Decimal(7)))
    with book.change("报送"):
        reports.set_arrival(book, chengguan, Month(2026, 8), date(2026, 9, 4))
        figures.set_figure(book, Figure(chengguan, signed, Month(2026, 8), Decimal(3), source="城关镇8月.xlsx › 表1!C7"))
        acceptances.accept(book, Acceptance(chengguan, signed, Month(2026, 8), "jump", Decimal(3), "已电话核实"))
    with book.change("填写通报"):
        office_texts.set_office_text(book, OfficeText(Month(2026, 8), OfficeTextKind.NUMBER, "〔2026〕8号"))
        office_texts.set_office_text(
            book, OfficeText(Month(2026, 8), OfficeTextKind.PROBLEMS, "一是项目储备不足。\n二是部分单位报送不及时。")
        )
        office_texts.set_office_text(book, OfficeText(Month(2026, 8), OfficeTextKind.INDICATORS, "QY\nSWZJ"))
    with book.change("导入"):
        sender_words.explain_word(book, SenderWord(WordKind.UNIT, "城关", "U01"))
        sender_words.explain_word(book, SenderWord(WordKind.INDICATOR, "到位资金", "SWZJ", chengguan))
        sent_files.note_file(book, SentFileRecord("城关镇8月.xlsx", sha256(b"8").hexdigest(), date(2026, 9, 4), kept=True), b"8")
    with book.change("发布 2026-08"):
        publications.publish(book, Month(2026, 8), today=date(2026, 9, 8))
    with book.change("更正 2026-08"):
        corrections.correct(book, Month(2026, 8), [(chengguan, signed, Decimal(4))], "笔误")
    with book.change("改联系人"):
        units.update_unit(book, park, contact="王主任 13800000000")
    reverting.revert_entry(book, journal.entries(book)[-1].id)
    with book.change("录入 9月数据"):
        figures.set_figure(book, Figure(chengguan, money, Month(2026, 9), Decimal("34.22"), "34.22亿元", "已核对"))
        figures.set_figure(book, Figure(park, money, Month(2026, 9), None, "三十多"))
    book.undo()
    book.redo()


if __name__ == "__main__":
    target = Path(__file__).with_name(f"schema-{len(STEPS)}.tracker")
    with Book.create(target, title="云山县", language="zh_CN") as made:  # refuses to overwrite a released one
        fill(made)
