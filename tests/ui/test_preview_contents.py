"""The print preview of the scores and of the units' cards, and the score at the end of a ranking sheet."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from decimal import Decimal

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.reports.conftest import text_of
from tests.ui.preview_bench import changed, session
from tracker.domain.scheme import Method, Scheme, SchemeLine
from tracker.store.scheme_versions import set_scheme
from tracker.ui.dialogs.preview_contents import Content
from tracker.ui.dialogs.preview_options import remembered
from tracker.ui.dialogs.preview_panel import SCORE
from tracker.ui.dialogs.print_preview import Of, PrintPreview
from tracker.ui.main_window import MainWindow
from tracker.ui.session import Session

__all__ = ["session"]  # fixtures

Show = Callable[[Of], PrintPreview]


@pytest.fixture
def scored(session: Session) -> Session:
    """The county with a scheme."""
    assert session.book is not None
    assert session.live is not None
    money = next(indicator.id for indicator in session.live.indicators if indicator.code == "money")
    line = SchemeLine(2026, None, money, Decimal(100), Method.PROPORTIONAL, cap=Decimal(1))
    with session.book.change("scheme"):
        set_scheme(session.book, Scheme(2026, 1, (line,)))
    return session


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Show]:
    """Opens a preview and waits until it shows the document."""
    made: list[PrintPreview] = []

    def open_it(of: Of) -> PrintPreview:
        assert session.live is not None
        preview = PrintPreview(session, lead=session.live.indicators[0].id, of=of)
        made.append(preview)
        qtbot.addWidget(preview)
        with qtbot.waitExposed(preview):
            preview.show()
        qtbot.waitUntil(lambda: preview.document is not None, timeout=20_000)
        return preview

    yield open_it
    for preview in made:
        preview.close()


def title_of(preview: PrintPreview) -> str:
    assert preview.document is not None
    metadata = pypdf.PdfReader(io.BytesIO(preview.document)).metadata
    return str(metadata.title if metadata is not None else "")


def test_the_sheet_of_scores_has_the_fields_that_it_can_be_told(scored: Session, show: Show) -> None:
    preview = show(Of(Content.SCORES))
    assert "综合得分" in title_of(preview)
    shown = {field: field.isVisibleTo(preview) for field in (preview.panel.groups, preview.panel.paper, preview.panel.clerk)}
    assert all(shown.values())
    for field in (preview.panel.indicators, preview.panel.lead, preview.panel.score, preview.panel.units):
        assert not field.isVisibleTo(preview)


def test_a_scheme_that_is_not_there_is_told_in_the_preview(session: Session, qtbot: QtBot) -> None:
    assert session.live is not None
    preview = PrintPreview(session, lead=session.live.indicators[0].id, of=Of(Content.SCORES))
    qtbot.addWidget(preview)
    assert "no scheme" in preview.bar.state.text()
    assert not preview.print_button.isEnabled()
    preview.close()


def test_one_units_card_is_shown_and_others_are_added(scored: Session, show: Show, qtbot: QtBot) -> None:
    assert scored.live is not None
    unit = scored.live.units[1]
    preview = show(Of(Content.CARDS, (unit.id,)))
    assert unit.name in title_of(preview)
    assert "1 units" in preview.bar.state.text()
    assert preview.panel.units.summary == unit.name
    assert not preview.panel.paper.isVisibleTo(preview)
    document = changed(preview, qtbot, lambda: preview.panel.units.toggle(0))
    assert len(pypdf.PdfReader(io.BytesIO(document)).pages) == 2
    changed(preview, qtbot, lambda: preview.panel.groups.toggle(0))
    assert preview.panel.units.is_everything, "another group's units, all of them"


def test_all_cards_are_one_document(scored: Session, show: Show) -> None:
    assert scored.live is not None
    preview = show(Of(Content.CARDS))
    assert f"{len(scored.live.roster.units)} units" in preview.bar.state.text()
    assert remembered(scored.settings, scored.live.book).get("indicators") is None, "what a ranking is told is not touched"


def test_the_score_closes_a_sheet_of_several_indicators_and_may_order_it(scored: Session, show: Show, qtbot: QtBot) -> None:
    preview = show(Of(Content.RANKING))
    panel = preview.panel
    assert not panel.score.isEnabled()
    several = changed(preview, qtbot, lambda: panel.indicators.toggle(1))
    assert panel.score.isEnabled()
    assert "综合得分" in text_of(several)
    assert panel.lead.findData(SCORE) >= 0
    panel.lead.setCurrentIndex(panel.lead.findData(SCORE))
    ordered = changed(preview, qtbot, lambda: panel.lead.activated.emit(0))
    assert panel.options is not None
    assert panel.options.by_score
    assert "首列位次、升降按“综合得分”" in text_of(ordered).replace("\n", "")
    without = changed(preview, qtbot, lambda: qtbot.mouseClick(panel.score, Qt.MouseButton.LeftButton))
    assert "综合得分" not in text_of(without)
    assert panel.lead.findData(SCORE) < 0
    assert scored.live is not None
    assert remembered(scored.settings, scored.live.book)["score"] is False


def test_without_a_scheme_there_is_no_score_to_choose(session: Session, show: Show, qtbot: QtBot) -> None:
    preview = show(Of(Content.RANKING))
    changed(preview, qtbot, lambda: preview.panel.indicators.toggle(1))
    assert not preview.panel.score.isEnabled()
    assert preview.panel.options is not None
    assert preview.panel.options.score, "the wish stays for a year that has a scheme"


@pytest.mark.parametrize(("key", "units"), [("unit_card", "1 units"), ("unit_cards", "4 units")])
def test_the_menu_opens_the_cards(
    window: MainWindow, qtbot: QtBot, answer: Callable[[Callable[[QWidget], None]], list[QWidget]], key: str, units: str
) -> None:
    shown: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, PrintPreview)
        qtbot.waitUntil(lambda: dialog.document is not None, timeout=20_000)
        shown.append(dialog.bar.state.text())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    seen = answer(look)
    window.commands.action(key).trigger()
    qtbot.waitUntil(lambda: bool(seen) and not window.session.tasks.running, timeout=20_000)
    assert units in shown[0]
