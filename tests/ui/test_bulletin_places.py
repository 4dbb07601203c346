"""Names in a bulletin's text that lead to their figures."""

from __future__ import annotations

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import UnitId
from tracker.ui.models.bulletin_places import Names, Piece

FUNDS, PROJECTS = IndicatorId(1), IndicatorId(2)
NAMES = Names({"云溪镇": UnitId(1), "云溪镇工业园": UnitId(2), "": UnitId(9)}, {"到位资金": FUNDS, "到位资金项目": PROJECTS})


def test_a_unit_leads_to_the_indicator_that_the_sentence_speaks_of() -> None:
    text = "云溪镇靠前；到位资金落后的有2家：云溪镇工业园、云溪镇。"
    assert list(NAMES.pieces(text)) == [
        Piece("云溪镇", UnitId(1)),
        Piece("靠前；"),
        Piece("到位资金", indicator=FUNDS),
        Piece("落后的有2家："),
        Piece("云溪镇工业园", UnitId(2), FUNDS),
        Piece("、"),
        Piece("云溪镇", UnitId(1), FUNDS),
        Piece("。"),
    ]
    assert "".join(piece.text for piece in NAMES.pieces(text)) == text


def test_the_longest_name_counts_and_other_words_lead_nowhere() -> None:
    assert [piece.indicator for piece in NAMES.pieces("到位资金项目10个") if piece.leads_somewhere] == [PROJECTS]
    assert list(Names().pieces("到位资金")) == [Piece("到位资金")]
    assert list(NAMES.pieces("")) == []
