from __future__ import annotations

import datetime
from datetime import date
from decimal import Decimal

import pytest

from tests.store.county import SEPTEMBER, County
from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.errors import TooManyDecimals
from tracker.store import check, figures, indicators, months, units
from tracker.store.corrections import Corrected, CorrectedFigure, Correction, correct, corrections
from tracker.store.faults import MonthIsPublished, StillUsed, UnknownUnit
from tracker.store.month_faults import MonthIsNotPublished, NothingToCorrect, ReasonIsBlank
from tracker.store.publications import publish


@pytest.fixture
def published(county: County) -> County:
    """城关镇's money is 7 in September, which is published."""
    county.put("7", typed="=3+4", note="checked")
    with county.book.change("publish"):
        publish(county.book, SEPTEMBER, today=date(2026, 10, 10))
    county.book.forget_steps()
    return county


def correct_to(county: County, *given: Corrected, reason: str = "a slip") -> Correction:
    with county.book.change("correct"):
        correction = correct(county.book, SEPTEMBER, given, reason)
    county.book.forget_steps()
    return correction


def test_a_correction_changes_the_figures_and_not_what_was_published(published: County) -> None:
    before = datetime.datetime.now(datetime.UTC)
    correction = correct_to(published, (published.chengguan, published.money, Decimal("8.5")), reason=" a slip ")
    assert (correction.month, correction.number, correction.reason, correction.by) == (
        SEPTEMBER,
        1,
        "a slip",
        published.book.user,
    )
    assert before <= correction.at <= datetime.datetime.now(datetime.UTC)
    assert correction.figures == (CorrectedFigure(published.chengguan, published.money, Decimal(7), Decimal("8.5")),)
    assert published.stored() == published.figure("8.5", note="checked")
    with published.past() as past:
        assert [figure.value for figure in figures.figures(past)] == [Decimal(7)]
    assert months.state(published.book, SEPTEMBER) is months.MonthState.PUBLISHED
    assert check.check(published.book) == []


def test_corrections_are_numbered_and_listed_in_order(published: County) -> None:
    first = correct_to(published, (published.chengguan, published.money, Decimal(8)))
    second = correct_to(
        published, (published.chengguan, published.money, None), (published.qingshi, published.signed, Decimal(0))
    )
    assert corrections(published.book, SEPTEMBER) == [first, second]
    assert second.number == 2
    assert [(figure.old, figure.new) for figure in second.figures] == [(Decimal(8), None), (None, Decimal(0))]
    assert corrections(published.book, SEPTEMBER.plus(1)) == []


def test_a_figure_that_is_right_already_is_left_out_and_the_last_word_on_one_counts(published: County) -> None:
    place = published.qingshi, published.money
    correction = correct_to(
        published, (published.chengguan, published.money, Decimal("7.00")), (*place, Decimal(1)), (*place, Decimal(2))
    )
    assert correction.figures == (CorrectedFigure(*place, None, Decimal(2)),)


def test_what_is_no_correction(published: County) -> None:
    right = (published.chengguan, published.money, Decimal(7))
    with pytest.raises(NothingToCorrect):
        correct_to(published, right)
    with pytest.raises(NothingToCorrect):
        correct_to(published)
    with pytest.raises(ReasonIsBlank):
        correct_to(published, (published.chengguan, published.money, Decimal(8)), reason="\n")
    with pytest.raises(MonthIsNotPublished), published.book.change("correct"):
        correct(published.book, SEPTEMBER.plus(1), [right], "a slip")
    with pytest.raises(TooManyDecimals):
        correct_to(published, (published.chengguan, published.money, Decimal("8.123")))
    with pytest.raises(UnknownUnit):
        correct_to(published, (UnitId(99), IndicatorId(published.money), Decimal(1)))
    assert corrections(published.book, SEPTEMBER) == []


def test_a_correction_that_is_not_forgotten_is_not_undone_either(published: County) -> None:
    with published.book.change("correct"):
        correct(published.book, SEPTEMBER, [(published.chengguan, published.money, Decimal(8))], "a slip")
    with pytest.raises(MonthIsPublished):
        published.book.undo()
    assert published.stored() == published.figure("8", note="checked")


def test_what_was_corrected_cannot_be_removed(published: County) -> None:
    correct_to(published, (published.qingshi, published.signed, Decimal(1)))
    correct_to(published, (published.qingshi, published.signed, None))
    with pytest.raises(StillUsed, match=r"was corrected.*last month"), published.book.change("remove"):
        units.remove_unit(published.book, published.qingshi)
    with pytest.raises(StillUsed, match=r"was corrected.*end of the list"), published.book.change("remove"):
        indicators.remove_indicator(published.book, published.signed)
