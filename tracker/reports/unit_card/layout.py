"""What the card's template draws, as JSON: sizes and widths that its texts need, lines broken; lengths in pt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tracker.reports.drawing import Drawing
from tracker.reports.faces import Faces
from tracker.reports.unit_card.chart_layout import lay_out_chart
from tracker.reports.unit_card.content import UnitCard
from tracker.reports.unit_card.measures import BOTTOM, HEIGHT, SIDES, TOP, USABLE, WIDTH, CardMeasures
from tracker.reports.unit_card.page_fit import tables_that_fit
from tracker.reports.wording import tr

TEMPLATE = "unit_card.typ"
NAME_SIZES = (22.0, 20.0, 18.0, 16.0, 14.0)
WHAT_SIZE, RIGHT_SIZE, NAME_GAPS = 13.0, 12.0, 30.0
FIGURE_SIZES = (24.0, 21.0, 18.0, 15.0)
LABEL_SIZE, UNIT_SIZE, FIGURE_GAP, WIDEST_LABEL = 9.0, 10.0, 28.0, 150.0
HEAD_HEIGHT, LABEL_PITCH = 64.0, 11.0
"""The head with labels of one line, and what each further line of them takes."""
STACKED = 24.0
"""What a name on lines of its own takes more."""
MOST_TAGGED = 60
"""Of more cards than that the tags for screen readers would be most of the file."""


def cards_drawing(cards: Sequence[UnitCard]) -> Drawing:
    """The cards as one document, each from a page of its own on, with its own page numbers."""
    first = cards[0]
    title = f"{first.name}{first.what}" if len(cards) == 1 else first.what
    titled = tr("{title} ({period})", title=title, period=first.period)

    def inputs(faces: Faces) -> Mapping[str, object]:
        return {"cards": _lay_out(cards, faces, titled)}

    texts = tuple(dict.fromkeys(text for card in cards for text in card.texts()))
    faces = {"title_face": first.title_face, "body_face": first.body_face}
    return Drawing(TEMPLATE, (titled, *texts), first.date, inputs, tagged=len(cards) <= MOST_TAGGED, **faces)


def _lay_out(cards: Sequence[UnitCard], faces: Faces, title: str) -> dict[str, Any]:
    measures, date = CardMeasures.of(faces), cards[0].date
    return {
        "language": "zh",
        "title": title,
        "office": cards[0].office,
        "date": [date.year, date.month, date.day],
        "families": {"text": list(dict.fromkeys([faces.text.family, faces.sans.family])), "serif": [faces.serif.family]},
        "paper": {"width": WIDTH, "height": HEIGHT, "sides": SIDES, "top": TOP, "bottom": BOTTOM},
        "cards": [lay_out_card(card, measures) for card in cards],
    }


def lay_out_card(card: UnitCard, measures: CardMeasures) -> dict[str, Any]:
    """The drawing of one card, as roomy as one page allows."""
    title = _title(card, measures)
    labels = [_label(one.label, measures) for one in card.figures]
    above = HEAD_HEIGHT + (STACKED if title["stacked"] else 0.0) + LABEL_PITCH * (max(map(len, labels), default=1) - 1)
    tables, density = tables_that_fit(card, measures, above=above)
    return {
        **title,
        "what": card.what,
        "right": _right(card),
        "figures": [{"label": _label(one.label, measures), "value": one.value, "unit": one.unit} for one in card.figures],
        "figure_size": _figure_size(card, measures),
        "pace": card.pace,
        "gap": density.gap,
        "progress": tables.progress,
        "months": tables.months,
        "chart": None if card.chart is None else lay_out_chart(card.chart, measures, density.plot),
        "needs": tables.needs,
        "notes": card.notes,
        "footer": {"left": card.office, "page_of": card.page_of, "right": card.date_made},
    }


def _right(card: UnitCard) -> str:
    return f"{card.period}\u3000{card.group}"


def _beside_name(card: UnitCard, measures: CardMeasures) -> float:
    """What stands on the line of the unit's name."""
    return measures.serif.em(card.what) * WHAT_SIZE + measures.serif.em(_right(card)) * RIGHT_SIZE + NAME_GAPS


def _title(card: UnitCard, measures: CardMeasures) -> dict[str, Any]:
    """The unit's name at the largest size at which it is one line; a very long one stands above what is else beside it."""
    ruler, beside = measures.serif_bold, USABLE - _beside_name(card, measures)
    for size in NAME_SIZES[:-1]:
        if ruler.em(card.name) * size <= beside:
            return {"name": [card.name], "name_size": size, "stacked": False}
    size = next((size for size in NAME_SIZES if ruler.em(card.name) * size <= USABLE), NAME_SIZES[-1])
    return {"name": ruler.wrap(card.name, USABLE / size), "name_size": size, "stacked": True}


def _label(label: str, measures: CardMeasures) -> list[str]:
    """What a head figure is of, in lines."""
    return measures.regular.wrap(label, WIDEST_LABEL / LABEL_SIZE)


def _figure_size(card: UnitCard, measures: CardMeasures) -> float:
    """The size at which the head figures stand side by side, the pace beside them."""
    room = USABLE - measures.regular.em(card.pace) * UNIT_SIZE

    def needed(size: float) -> float:
        return sum(
            max(
                measures.regular.widest(_label(one.label, measures)) * LABEL_SIZE,
                measures.bold.em(one.value) * size + (measures.regular.em(one.unit) + 0.4) * UNIT_SIZE,
            )
            + FIGURE_GAP
            for one in card.figures
        )

    return next((size for size in FIGURE_SIZES if needed(size) <= room), FIGURE_SIZES[-1])
