"""The cards as PDF: whole, tagged, archivable, the same bytes again, and nothing outside of its place."""

from __future__ import annotations

import datetime
import io
from contextlib import closing
from dataclasses import replace
from decimal import Decimal

import pypdf
import pytest
from pypdf.generic import DictionaryObject

from tests.reports.conftest import DAY, RARE, Sample, poppler, text_of
from tracker.domain.period import Month
from tracker.domain.target import Target
from tracker.domain.unit import UnitId
from tracker.metrics.scoring.book_scores import scores_if_any
from tracker.metrics.shown import document_date, live_of
from tracker.reports.faces import Faces
from tracker.reports.ranking_sheet import Imprint
from tracker.reports.typesetting import Typesetter
from tracker.reports.unit_card.content import Name, UnitCard
from tracker.reports.unit_card.layout import HEAD_HEIGHT, MOST_TAGGED, cards_drawing, lay_out_card
from tracker.reports.unit_card.measures import USABLE, CardMeasures
from tracker.reports.unit_card.page_fit import DENSITIES, tables_that_fit
from tracker.reports.unit_card.unit_card import unit_cards
from tracker.store.months import MonthState, set_state
from tracker.store.publications import publish
from tracker.store.targets import set_target
from tracker.store.units import update_unit

LONG = "云山县人力资源和社会保障局就业服务中心（含劳动监察大队）驻开发区"
OTHER_DAY = datetime.date(2026, 12, 1)


@pytest.fixture
def cards(sample: Sample) -> tuple[UnitCard, ...]:
    return unit_cards(sample.live, scores_if_any(sample.book, sample.live, today=DAY), imprint=sample.imprint)


def set_cards(setter: Typesetter, *cards: UnitCard) -> bytes:
    (document,) = setter.set(cards_drawing(cards))
    return document


def many(card: UnitCard, count: int, amount: str = "") -> UnitCard:
    """The card with so many indicators of long names, and figures of that length."""
    name = Name("实际到位省外境内资金（含战略性新兴产业）", "亿元")
    progress, months, needs = card.progress_rows[0], card.months_rows[0], card.needs_rows[0]
    if amount:
        progress = replace(progress, amounts=(amount, amount, amount, progress.amounts[3]))
        months = replace(months, values=(amount,) * 12)
        needs = replace(needs, missing=amount, monthly=amount, mean=amount)
    return replace(
        card,
        progress_rows=tuple(replace(progress, of=name) for _ in range(count)),
        months_rows=tuple(replace(months, of=name) for _ in range(count)),
        needs_rows=tuple(replace(needs, of=name) for _ in range(count)),
    )


@pytest.mark.usefixtures("chinese")
def test_everything_of_the_card_is_on_its_page(cards: tuple[UnitCard, ...], setter: Typesetter) -> None:
    text = text_of(set_cards(setter, cards[0])).replace(" ", "").replace("\n", "")
    for part in cards[0].texts():
        if part not in (cards[0].page_of, "", *(cards[0].chart.told if cards[0].chart else "",)):
            assert part.replace(" ", "") in text, part


def test_each_card_begins_on_a_page_and_counts_its_own(cards: tuple[UnitCard, ...], setter: Typesetter) -> None:
    pages = text_of(set_cards(setter, many(cards[0], 40), cards[1])).replace(" ", "").split("\f")
    numbers = [page[page.index("第", page.rindex("共") - 6) :].split("\n")[0] for page in pages]
    first = next(at for at, page in enumerate(pages) if cards[1].name in page.split("\n")[1])
    assert first > 2
    assert [number[: number.index("页/")] for number in numbers[:first]] == [f"第{at}" for at in range(1, first + 1)]
    assert all(f"共{first}页" in number for number in numbers[:first])
    assert "第1页" in numbers[first]
    assert pages[1].strip().startswith("指标年度目标当月")  # the table's head repeats


@pytest.mark.parametrize("count", [1, 3, 5, 6, 7, 8, 9, 10, 11])
def test_a_card_is_set_as_roomily_as_it_is_one_page(
    cards: tuple[UnitCard, ...], faces: Faces, setter: Typesetter, count: int
) -> None:
    parts = cards[0].progress_rows, cards[0].months_rows, cards[0].needs_rows
    progress, months, needs = ((rows * 2)[:count] for rows in parts)
    card = replace(cards[0], progress_rows=progress, months_rows=months, needs_rows=needs)
    tables, density = tables_that_fit(card, CardMeasures.of(faces), above=HEAD_HEIGHT)
    assert len(tables.progress["rows"]) == count
    assert len(text_of(set_cards(setter, card)).split("\f")) == (1 if count <= 10 else 2)
    assert (density is DENSITIES[0]) == (count <= 5 or count > 10), "where it takes two pages anyway, they are roomy"


def test_the_samples_cards_are_a_page_each(cards: tuple[UnitCard, ...], setter: Typesetter) -> None:
    assert len(text_of(set_cards(setter, *cards)).split("\f")) == len(cards)


def test_the_cards_are_archivable_and_say_what_they_are(cards: tuple[UnitCard, ...], setter: Typesetter) -> None:
    reader = pypdf.PdfReader(io.BytesIO(set_cards(setter, cards[0])))
    root = reader.trailer["/Root"]
    assert isinstance(root, DictionaryObject)
    assert reader.metadata is not None
    assert cards[0].name in str(reader.metadata.title)
    assert reader.metadata.author == cards[0].office
    assert str(root["/Lang"]).lower().startswith("zh")
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"  # type: ignore[index]
    xmp = root["/Metadata"].get_data().decode()  # type: ignore[union-attr]
    assert "<pdfaid:part>2</pdfaid:part>" in xmp
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in xmp
    assert [entry.title for entry in reader.outline if not isinstance(entry, list)] == [cards[0].name]  # type: ignore[union-attr]


def test_all_type_of_the_cards_is_embedded(cards: tuple[UnitCard, ...], setter: Typesetter) -> None:
    lines = poppler("pdffonts", set_cards(setter, cards[0]), "-").splitlines()[2:]
    assert len(lines) == 4
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in lines)


def test_a_screen_reader_finds_the_tables_and_the_charts_words(cards: tuple[UnitCard, ...], setter: Typesetter) -> None:
    chart = cards[0].chart
    assert chart is not None
    kinds, told = _tags(set_cards(setter, cards[0]))
    assert {"/Table", "/TH", "/TD", "/H1", "/H2", "/Figure"} <= kinds
    assert chart.told in told


def _tags(pdf: bytes) -> tuple[set[str], list[str]]:
    """The kinds of the elements of the PDF's structure, and the words that stand for figures."""
    kinds: set[str] = set()
    told: list[str] = []

    def walk(node: object) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, DictionaryObject):
            kinds.add(str(node.get("/S", "")))
            if "/Alt" in node:
                told.append(str(node["/Alt"]))
            walk(node.get("/K"))

    walk(pypdf.PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]
    return kinds, told


def test_many_cards_carry_no_tags(cards: tuple[UnitCard, ...]) -> None:
    assert cards_drawing(cards).tagged
    assert not cards_drawing([cards[0]] * (MOST_TAGGED + 1)).tagged


@pytest.mark.parametrize("amount", ["", "123.45", "13,238,327.64", "99,999,999,999.999999"])
def test_tables_are_as_wide_as_the_paper_and_their_figures_as_their_columns(
    cards: tuple[UnitCard, ...], faces: Faces, amount: str
) -> None:
    measures = CardMeasures.of(faces)
    drawn = lay_out_card(many(cards[0], 3, amount), measures)
    for table in (drawn["progress"], *drawn["months"], drawn["needs"]):
        assert sum(table["widths"]) == pytest.approx(USABLE)
        assert min(table["widths"]) >= 0
    assert [len(part["heads"]) for part in drawn["months"]] == ([13] if len(amount) < 9 else [7, 7])
    size, column = drawn["months"][0]["size"], drawn["months"][0]["widths"][1]
    assert measures.regular.em(amount or "未报") * size <= column


def test_long_names_and_rare_characters_are_printed_whole(sample: Sample, setter: Typesetter) -> None:
    with sample.book.change("rename"):
        update_unit(sample.book, sample.unit["城关镇"], name=LONG)
        update_unit(sample.book, sample.unit["云溪镇"], name=f"{RARE}镇")
    cards = unit_cards(sample.live, None, imprint=sample.imprint, groups=[sample.group["一类乡镇"]])
    text = text_of(set_cards(setter, *cards)).replace("\n", "").replace(" ", "")
    assert LONG in text
    assert f"{RARE}镇" in text


def test_a_published_months_card_prints_the_same_for_ever(sample: Sample, setter: Typesetter) -> None:
    with sample.book.change("publish"):
        set_state(sample.book, Month(2026, 9), MonthState.OPEN)
        publish(sample.book, Month(2026, 9), today=DAY)
    unit = sample.unit["云溪镇"]
    first = _published(sample, setter, unit)
    with sample.book.change("change"):
        update_unit(sample.book, unit, name="另一个镇")
        set_target(sample.book, Target(2026, unit, sample.indicator["SWZJ"], Decimal(99)))
    assert _published(sample, setter, unit) == first


def _published(sample: Sample, setter: Typesetter, unit: UnitId) -> bytes:
    with closing(live_of(sample.book, Month(2026, 9))) as live:
        scores = scores_if_any(sample.book, live, today=OTHER_DAY)
        dated = document_date(sample.book, live.month, OTHER_DAY)
        return set_cards(setter, *unit_cards(live, scores, imprint=Imprint.of(live.book, dated), units=[unit]))
