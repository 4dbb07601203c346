"""The bulletin's charts: of the leading indicator, in Chinese, the same for ever once the month is published."""

import struct
from contextlib import closing

import pytest

from tests.reports.bulletin.conftest import Made
from tests.reports.bulletin.test_as_pdf import set_pdf
from tests.reports.conftest import DAY, Sample, poppler, text_of
from tracker.domain.period import Month
from tracker.metrics.live import Live
from tracker.metrics.shown import live_of
from tracker.reports.bulletin import pictures as module
from tracker.reports.bulletin.kept import kept_bulletin
from tracker.reports.bulletin.pictures import month_pictures
from tracker.reports.typesetting import Typesetter
from tracker.store.book import Book
from tracker.store.publications import publish

pytestmark = pytest.mark.usefixtures("chinese")


def test_the_charts_say_what_they_show_and_their_texts_are_text_in_the_pdf(
    sample: Sample, made: Made, setter: Typesetter
) -> None:
    course, order = month_pictures(sample.live, [sample.indicator["SWZJ"]])
    assert course.description == "全县9月底完成78.97%，超序时进度3.97个百分点"
    assert order.description.startswith("17家单位中6家达到序时进度")
    document = set_pdf(setter, made("SWZJ", pictures=[course, order]))
    read = text_of(document)
    assert course.description in read
    assert order.description in read
    assert all("Noto" in line for line in poppler("pdffonts", document, "-").splitlines()[2:])
    assert "已发布" not in read


def test_the_pictures_for_word_are_sharp(sample: Sample) -> None:
    for picture in month_pictures(sample.live):
        width, _ = struct.unpack(">II", picture.png[16:24])
        assert width / (156 / 25.4) >= 200


def test_too_many_units_have_no_chart_of_their_order(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BARS", 10)
    assert len(month_pictures(sample.live)) == 1


def test_without_figures_or_indicators_there_are_no_charts(sample: Sample, tmp_path) -> None:  # type: ignore[no-untyped-def]
    for number in range(1, 10):
        sample.clear("WZ", Month(2026, number))
    assert month_pictures(sample.live, [sample.indicator["WZ"]]) == ()
    with Book.create(tmp_path / "empty.tracker") as book, closing(Live(book, month=Month(2026, 9))) as live:
        assert month_pictures(live) == ()


def test_a_published_months_pdf_is_the_same_for_ever(sample: Sample, setter: Typesetter) -> None:
    month = Month(2026, 9)

    def made_now() -> bytes:
        with closing(live_of(sample.book, month)) as live:
            return set_pdf(setter, kept_bulletin(sample.book, live, today=DAY, charts=True))

    with sample.book.change("publish"):
        publish(sample.book, month, today=DAY)
    published = made_now()
    assert "附件2" in text_of(published)
    with sample.book.change("rename"):
        sample.book.write("UPDATE unit SET name = name || '甲'")
        sample.book.write("UPDATE target SET value = value * 2")
    assert made_now() == published
