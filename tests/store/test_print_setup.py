from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from tests.store.county import County
from tracker.domain.period import Month
from tracker.domain.print_setup import USUAL_SIGNATURES, Paper, PrintSetup, SheetColumn
from tracker.store import indicators, list_names, settings
from tracker.store import print_setup as stored
from tracker.store.print_setup import check, print_setup, set_print_setup
from tracker.store.print_setup_faults import (
    BraceAlone,
    ColumnIsTwice,
    NoColumnToPrint,
    PlaceholderUnknown,
    TextTooLong,
    TooManySignatures,
)
from tracker.store.publications import frozen, publish

OTHER = PrintSetup(
    columns=(SheetColumn.CUMULATIVE, SheetColumn.SHARE, SheetColumn.LIGHT, SheetColumn.RANK),
    indicators=("QY", "SWZJ"),
    total_first=True,
    paper=Paper.A3,
    portrait=True,
    title="{县}{年}年{月}月排名表",
    title_of_one="{县}{指标}排名表",
    subtitle="（{制表单位}）",
    signatures=("制表人：{制表人}", "局长："),
    title_face="方正小标宋简体",
    body_face="宋体",
)


def kept(county: County) -> list[str]:
    rows = county.book.rows("SELECT key FROM setting WHERE key LIKE 'print%' ORDER BY key")
    return [str(key) for (key,) in rows]


def test_what_nobody_has_set_is_as_usual(county: County) -> None:
    assert print_setup(county.book) == PrintSetup()
    assert print_setup(county.book).signatures == USUAL_SIGNATURES


def test_a_set_up_is_kept_taken_back_and_undone(county: County) -> None:
    book = county.book
    with book.change("set up"):
        set_print_setup(book, OTHER)
    assert print_setup(book) == OTHER
    assert len(kept(county)) == 11
    with book.change("as usual"):
        set_print_setup(book, PrintSetup())
    assert kept(county) == []
    book.undo()
    assert print_setup(book) == OTHER
    book.undo()
    assert print_setup(book) == PrintSetup()


def test_a_sheet_may_be_without_signatures(county: County) -> None:
    with county.book.change("none"):
        set_print_setup(county.book, PrintSetup(signatures=()))
    assert print_setup(county.book).signatures == ()


def test_what_another_program_wrote_counts_as_not_set(county: County) -> None:
    book = county.book
    with book.change("another program"):
        settings.put(book, stored.COLUMNS, "rank target target beauty")
        settings.put(book, stored.PAPER, "a7")
        settings.put(book, stored.SIGNATURES, "{")
        settings.put(book, list_names.PRINTED, '{"a": 1}')
    told = print_setup(book)
    assert told.columns == (SheetColumn.RANK, SheetColumn.TARGET)
    assert (told.paper, told.indicators, told.signatures) == (Paper.FITTING, (), ())
    with book.change("another program"):
        settings.put(book, stored.COLUMNS, "beauty")
        settings.put(book, list_names.PRINTED, '["QY", 7]')
    assert print_setup(book) == PrintSetup(indicators=("QY",), signatures=())


def test_the_indicators_follow_when_their_codes_change(county: County) -> None:
    book = county.book
    with book.change("set up"):
        set_print_setup(book, PrintSetup(indicators=("QY", "SWZJ")))
    with book.change("recode"):
        indicators.update_indicator(book, county.money, code="ZJ")
    assert print_setup(book).indicators == ("QY", "ZJ")


@pytest.mark.parametrize(
    ("changes", "fault", "said"),
    [
        ({"columns": ()}, NoColumnToPrint, "Tick one"),
        ({"columns": (SheetColumn.RANK, SheetColumn.LIGHT)}, NoColumnToPrint, "Tick one"),
        ({"columns": (SheetColumn.YOY, SheetColumn.YOY)}, ColumnIsTwice, "yoy"),
        ({"title": "{县名}排名表"}, PlaceholderUnknown, "Title of a sheet of several indicators: “{县名}” stands for nothing"),
        ({"title_of_one": "{县"}, BraceAlone, "Title of a sheet of one indicator: the brace “{”"),
        ({"subtitle": "县}"}, BraceAlone, "Line under the title"),
        (
            {"signatures": ("制表：{谁}",)},
            PlaceholderUnknown,
            "Signatures: “{谁}” stands for nothing. There are",
        ),
        ({"signatures": ("签：",) * 7}, TooManySignatures, "at most 6"),
        ({"title": "长" * 121}, TextTooLong, "longer than 120"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_where_and_what(
    county: County, changes: dict[str, object], fault: type[Exception], said: str
) -> None:
    wrong = replace(PrintSetup(), **changes)  # type: ignore[arg-type]
    with pytest.raises(fault, match=said.replace("{", r"\{")):
        check(wrong)
    with pytest.raises(fault), county.book.change("set up"):
        set_print_setup(county.book, wrong)
    assert print_setup(county.book) == PrintSetup()


def test_a_published_month_keeps_the_set_up_it_was_published_with(county: County) -> None:
    book, march = county.book, Month(2026, 3)
    with book.change("set up"):
        set_print_setup(book, OTHER)
    with book.change("publish"):
        publish(book, march, today=datetime.date(2026, 4, 2))
    with book.change("another"):
        set_print_setup(book, PrintSetup(total_first=True))
    past = frozen(book, march)
    assert past is not None
    assert print_setup(past) == OTHER
    past.close()
