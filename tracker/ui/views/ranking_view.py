"""排名: one indicator's units in the order of their ranks, live; chosen, sorted, copied, printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.indicator import IndicatorId
from tracker.domain.target import TargetSet
from tracker.domain.unit import GroupId, UnitId
from tracker.errors import TrackerError
from tracker.i18n import mark, tr
from tracker.store.targets import target_sets
from tracker.ui import theme
from tracker.ui.context_menu import LINE
from tracker.ui.models.ranking_board import Board
from tracker.ui.models.ranking_lines import Sort
from tracker.ui.models.ranking_model import Choice, RankingModel
from tracker.ui.page import Page
from tracker.ui.session import Session
from tracker.ui.views.ranking_boards import boards_offered, chosen_board
from tracker.ui.views.ranking_needs import RankingNeeds
from tracker.ui.views.ranking_output import RankingOutput
from tracker.ui.views.ranking_reason import RankingReason
from tracker.ui.views.ranking_status import status_of
from tracker.ui.widgets.empty_page import EmptyPage
from tracker.ui.widgets.ranking_bar import RankingBar
from tracker.ui.widgets.ranking_foot import FootArea, RankingFoot
from tracker.ui.widgets.ranking_table import RankingTable, first_falling

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.metrics.table import IndicatorTable
    from tracker.store.changed import Changed

SCORED_BY = frozenset({"scheme_line", "scheme_terms", "adjustment", "report"})
ROW_MENU = ("copy", "explain", LINE, "unit_card", "unit_cards", "print")
HIDDEN, ADDED = "ranking/hidden", "ranking/added"


class RankingView(Page):
    """The page; what is chosen on it lasts while it lives, which columns are wanted is remembered."""

    reads = (
        frozenset({"setting", "unit_group", "unit", "indicator", "target", "plan_share", "figure", "publication", "exemption"})
        | SCORED_BY
    )

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._about: object = None
        settings = session.settings
        self._choice = Choice(hidden=_keys(settings.text(HIDDEN)), added=_keys(settings.text(ADDED)))
        self.model = RankingModel(self)
        self.output = RankingOutput(self)
        self.bar = RankingBar(self.output.deeds())
        self.table = RankingTable(self.model)
        self.foot = RankingFoot()
        self.foot_area = FootArea(self.foot)
        self.needs = RankingNeeds(self)
        self.reason = RankingReason(self)
        self.empty = EmptyPage("", tr("Go to entry"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.begin_at(self.table)

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.foot_area)
        column.addWidget(self.needs.panel)
        column.addStretch(0)
        ranked = QWidget()
        beside = QHBoxLayout(ranked)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(content, 1)
        beside.addWidget(self.reason.panel)
        self._stack.addWidget(ranked)
        self._stack.addWidget(self.empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.bar)
        page.addWidget(self._stack, 1)

    def _connect(self) -> None:
        bar = self.bar
        bar.indicator.picked.connect(self._choose_indicator)
        for groups in (bar.groups, bar.group_list):
            groups.picked.connect(self._choose_group)
        bar.sort.picked.connect(self._choose_sort_key)
        bar.targets.picked.connect(self._choose_targets)
        bar.column_toggled.connect(self._toggle_column)
        self.table.sort_chosen.connect(self._choose_sort)
        self.table.chosen.connect(self._tell_status)
        self.table.opened.connect(self._open)
        self.table.menu_asked.connect(lambda place: self.menu_asked.emit(place, ROW_MENU))
        self.empty.asked.connect(lambda: self.figure_requested.emit(None, None))

    def title(self) -> str:
        return tr("Ranking")

    @property
    def live(self) -> Live | None:
        """The figures that the month is ranked by."""
        return self.session.ranked

    @property
    def shown(self) -> IndicatorTable | None:
        """The indicator's table in view; None while there is nothing to rank, or the scores are shown."""
        return self.model.table

    @property
    def choice(self) -> Choice:
        return self._choice

    def refresh(self, changed: Changed | None) -> None:
        try:
            live = self.live
            board = chosen_board(self.session.book, live, self._about)
        except TrackerError as error:  # what is kept of a published month is damaged; a scheme cannot work
            self._show_empty(str(error))
            return
        if live is None or board is None:
            self._show_empty(tr("There are no units or no indicators yet."))
            return
        self._about = board.about
        if self._choice.group is not None and all(group.id != self._choice.group for group in board.roster.groups):
            self._choice = replace(self._choice, group=None)
        if changed is None or changed.tables & {"target", "indicator", "unit", "unit_group", "scheme_line"}:
            self._offer(live, board)
        if not board.has_figures:
            self._show_empty(tr("Month {number} has no figures yet.", number=board.month.number))
            return
        self._show(board, live=changed is not None)

    def _show(self, board: Board, *, live: bool = False) -> None:
        """Bring the board into view; `live` lights up the ranks that moved."""
        self.model.show(board, self._choice, live=live)
        self._stack.setCurrentIndex(0)
        self.bar.enable_deeds(True)
        self._offer_columns()
        units = self.live.units if self.live is not None else ()
        self.foot.tell(board.legend(self.model.columns), board.notes(self._choice.group, units))
        self.foot_area.fit(self.height())
        self.needs.follow()
        self.reason.follow()
        self._tell_status()
        self.commands_changed.emit()

    def _show_empty(self, sentence: str) -> None:
        self.model.show(None, self._choice)
        self.empty.tell(sentence)
        self._stack.setCurrentIndex(1)
        self.bar.enable_deeds(False)
        self.status_changed.emit(None)
        self.commands_changed.emit()

    def _offer(self, live: Live, board: Board) -> None:
        bar = self.bar
        bar.indicator.offer(boards_offered(live), board.about)
        groups: list[tuple[object, str]] = [(group.id, group.name) for group in board.roster.groups]
        bar.offer_groups([(None, tr("Whole county")), *groups], self._choice.group)
        book = self.session.book
        sets = target_sets(book, live.month.year) if book is not None and board.has_targets else frozenset()
        bar.offer_targets([(one, tr(SETS[one])) for one in TargetSet if one in sets], live.target_set)

    def _offer_columns(self) -> None:
        every, sort = self.model.all_columns, self.model.sort_by
        shown = {column.key for column in self.model.columns}
        self.bar.offer_columns(
            [(column.key, column.title, column.key in shown) for column in every if column.optional and column.title]
        )
        key = sort.key if sort is not None else ""
        self.bar.sort.offer([(column.key, column.title.removesuffix(" %")) for column in every if column.value is not None], key)
        self.bar.fold()

    def _choose_indicator(self, about: object) -> None:
        self._about = about
        self.refresh(None)

    def _choose_group(self, group: GroupId | None) -> None:
        self._choice = replace(self._choice, group=group)
        self.refresh(None)

    def _choose_targets(self, chosen: TargetSet) -> None:
        if self.session.live is not None:
            self.session.live.show(target_set=chosen)  # what a published month is ranked by follows
            self.refresh(None)

    def _choose_sort_key(self, key: str) -> None:
        """By a column of the list: the order in which a click on its header begins."""
        board = self.model.board
        if board is not None:
            natural = board.order
            column = next(column for column in self.model.all_columns if column.key == key)
            wanted = Sort(key, first_falling(column, natural))
            self._choose_sort(None if wanted == natural else wanted)

    def _choose_sort(self, sort: Sort | None) -> None:
        self._choice = replace(self._choice, sort=sort)
        if self.model.board is not None:
            self._show(self.model.board)

    def _toggle_column(self, key: str, wanted: bool) -> None:
        usual = next(column.shown for column in self.model.all_columns if column.key == key)
        hidden, added = self._choice.hidden - {key}, self._choice.added - {key}
        if wanted and not usual:
            added |= {key}
        elif usual and not wanted:
            hidden |= {key}
        self._choice = replace(self._choice, hidden=hidden, added=added)
        self.session.settings.set_text(HIDDEN, " ".join(sorted(hidden)))
        self.session.settings.set_text(ADDED, " ".join(sorted(added)))
        if self.model.board is not None:
            self._show(self.model.board)

    def _open(self, unit: UnitId) -> None:
        table = self.shown
        self.figure_requested.emit(unit, None if table is None else table.indicator.id)

    def _tell_status(self) -> None:
        self.status_changed.emit(status_of(self.model, self.table.current_line(), self.table.selected_lines()))

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        output = self.output
        return {
            "copy": output.copy_selection,
            "select_all": self.table.selectAll,
            "explain": self.reason.turn,
            "print_preview": output.preview,
            "print": output.preview,
            "save_pdf": output.save_pdf,
            "unit_card": output.preview_card,
            "unit_cards": output.preview_cards,
        }

    def can(self, command: str) -> bool:
        return self.model.board is not None

    def jump_to(self, unit: UnitId | None, indicator: IndicatorId | None) -> bool:
        live = self.live
        if live is None or (indicator is not None and indicator not in [about for about, _ in boards_offered(live)]):
            return False
        if indicator is not None and indicator != self._about:
            self._choose_indicator(indicator)
        if unit is None:
            return self.model.board is not None
        board = self.model.board
        if board is not None and self.model.row_of_unit(unit) is None and board.row(unit) is not None:
            self._choose_group(None)
        return self.table.choose_unit(unit)

    def set_density(self, compact: bool) -> None:
        self.table.set_compact(compact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.foot_area.fit(event.size().height())
        self.needs.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colors().base)


SETS = {TargetSet.ASSIGNED: mark("Assigned"), TargetSet.STRETCH: mark("Stretch")}


def _keys(text: str) -> frozenset[str]:
    return frozenset(text.split())
