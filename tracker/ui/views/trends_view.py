"""趋势: one chart of the month, chosen at the side, drawn in the background; its figures can be pointed at and opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tracker.domain.indicator import IndicatorId
from tracker.domain.unit import Unit, UnitId
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.reports.charts.chart import ChartChoice, ChartKind
from tracker.reports.charts.marks import Mark
from tracker.store.figures import first_month, last_month
from tracker.ui import theme
from tracker.ui.models.chart_marks import rows_of
from tracker.ui.models.drawn_chart import DrawnChart, Room, Wanted, drawn_chart
from tracker.ui.models.trend_choice import Asked, TrendChoice
from tracker.ui.months import month_text, span_text
from tracker.ui.page import Fact, Page, Status
from tracker.ui.session import Session
from tracker.ui.theme import dp
from tracker.ui.views.trends_output import TrendsOutput
from tracker.ui.widgets.building import column, label, row, scrolled, tool_button
from tracker.ui.widgets.chart_picture import ChartPicture
from tracker.ui.widgets.empty_page import EmptyPage
from tracker.ui.widgets.total_row import Fill
from tracker.ui.widgets.trend_side import TrendSide

if TYPE_CHECKING:
    from tracker.metrics.live import Live
    from tracker.store.changed import Changed
    from tracker.ui.tasks import Task

SETTLED = 120
"""Milliseconds without a further change of the window's size before the chart is drawn anew."""
SIDE, NARROW_SIDE, NARROW = 208, 184, 1000
LEAST_HEIGHT = 420
KIND = "trends/kind"


class TrendsView(Page):
    """What is chosen lasts while the page lives; the kind of chart is remembered."""

    reads = frozenset(
        {
            "setting",
            "unit_group",
            "unit",
            "indicator",
            "target",
            "plan_share",
            "figure",
            "month_state",
            "publication",
            "correction",
        }
    )

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.choice = TrendChoice(_kind(session.settings.text(KIND)))
        self._drawing: Task[DrawnChart] | None = None
        self.side = TrendSide()
        self.side_area = scrolled(self.side)
        self.heading = label(name="chartTitle", wraps=True)
        self.picture = ChartPicture()
        self.area = scrolled(self.picture)
        self.refusal = label(wraps=True)
        self.output = TrendsOutput(self)
        self.copy_button = tool_button(tr("Copy"), tip=tr("The chart as a picture, for a chat group"), icon="copy")
        self.save_button = tool_button(tr("Save as picture…"), tip=tr("PNG for printing, SVG or PDF to enlarge"), icon="image")
        self.empty = EmptyPage("", tr("Go to entry"))
        self._right, self._stack = QStackedWidget(), QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=SETTLED)
        self._lay_out()
        self._connect()
        self.begin_at(self.picture)

    def _lay_out(self) -> None:
        head = QWidget()
        line = row(head, gap=dp(8))
        line.setContentsMargins(dp(16), dp(12), dp(16), dp(6))
        line.addWidget(self.heading, 1)
        for button in (self.copy_button, self.save_button):
            button.setProperty("role", "outlined")
            line.addWidget(button)
        refused = QWidget()
        told = column(refused, margin=dp(16))
        told.addWidget(self.refusal)
        told.addStretch(1)
        self._right.addWidget(self.area)
        self._right.addWidget(refused)
        chart = QWidget()
        below = column(chart)
        below.addWidget(head)
        below.addWidget(self._right, 1)
        both = QWidget()
        beside = row(both)
        for part in (self.side_area, Fill("line2", width=1)):
            beside.addWidget(part)
        beside.addWidget(chart, 1)
        self._stack.addWidget(both)
        self._stack.addWidget(self.empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._stack)
        self._take_measures()

    def _take_measures(self) -> None:
        self.heading.setFont(theme.font(16, bold=True))
        self.side_area.setFixedWidth(dp(SIDE if self.width() >= dp(NARROW) else NARROW_SIDE))

    def _connect(self) -> None:
        self.side.chosen.connect(self._choose)
        self.copy_button.clicked.connect(lambda _on: self.output.copy())
        self.save_button.clicked.connect(lambda _on: self.output.ask_and_save())
        self.picture.pointed.connect(self._tell_status)
        self.picture.opened.connect(self._open)
        self.picture.sought.connect(lambda x, y: self.area.ensureVisible(x, y, 0, dp(48)))
        self.empty.asked.connect(lambda: self.figure_requested.emit(None, None))
        self._soon.timeout.connect(self._draw)
        self.area.viewport().installEventFilter(self)

    def title(self) -> str:
        return tr("Trends")

    @property
    def shown(self) -> DrawnChart | None:
        """The chart in view; None while there is none."""
        return self.picture.chart

    def refresh(self, changed: Changed | None) -> None:
        book = self.session.book
        if book is None:
            self._tell_empty(tr("No book is open."))
            return
        first, last = first_month(book), last_month(book)
        if first is None or first == last:
            self._tell_empty(tr("At least two months’ figures are needed."))
            return
        try:
            live = self.session.ranked
        except TrackerError as error:  # what is kept of a published month is damaged
            self._tell_empty(str(error))
            return
        if live is not None:
            self._stack.setCurrentIndex(0)
            self._offer(live)
            self._draw()

    def _offer(self, live: Live) -> None:
        """Show what the month has to choose from; what it has not is no longer chosen."""
        choice, groups = self.choice, live.roster.groups
        if choice.indicator not in {one.id for one in live.indicators}:
            choice = replace(choice, indicator=live.indicators[0].id if live.indicators else None)
        if choice.group not in {one.id for one in groups}:
            choice = replace(choice, group=None)
        group = choice.group_among(groups)
        units = [unit for unit in live.roster.units if group in (None, unit.group)]
        if choice.unit not in {unit.id for unit in units}:
            choice = replace(choice, unit=None)
        self.choice = choice
        self.side.offer(choice, live.indicators, groups, units)

    def _choose(self, choice: TrendChoice) -> None:
        if choice.kind is not self.choice.kind:
            self.session.settings.set_text(KIND, choice.kind.value)
        self.choice = choice
        self.refresh(None)

    @property
    def wanted(self) -> Wanted | None:
        """The chart that is chosen; None without a book."""
        book, live = self.session.book, self.session.live
        if book is None or live is None:
            return None
        return Wanted(book.path, self.session.month, self.choice.chart(), live.target_set)

    def _draw(self) -> None:
        """Have the chart drawn as large as there is room; what was being drawn is overtaken."""
        wanted = self.wanted
        if wanted is None or not self.isVisible() or self._stack.currentIndex():
            return
        self._soon.stop()
        if self._drawing is not None:
            self._drawing.cancel()
        if self.shown is None:
            self.heading.setText(tr("Drawing the chart…"))
        room = self._room()
        self._drawing = self.session.tasks.run("", lambda _progress: drawn_chart(wanted, room), quiet=True)
        self._drawing.returned.connect(self._show)
        self._drawing.failed.connect(lambda error: self._refuse(str(error)))

    def _room(self) -> Room:
        port, zoom = self.area.viewport(), dp(1000) / 1000
        scale = self.devicePixelRatioF() * zoom
        height = max(port.height() / zoom, LEAST_HEIGHT)
        return Room(max(port.width() / zoom, 480.0), height, scale, theme.colors() is theme.DARK)

    def _show(self, chart: DrawnChart) -> None:
        if self.wanted is None or chart.wanted.path != self.wanted.path:
            return  # of a book that was closed meanwhile
        self.heading.setText(chart.title)
        self._right.setCurrentIndex(0)
        self.picture.show_chart(chart)
        self._enable(True)
        self._tell_status(self.picture.mark)

    def _refuse(self, sentence: str) -> None:
        """Say why there is no such chart, and leave the side to choose another."""
        self.picture.show_chart(None)
        self.heading.setText("")
        self.refusal.setText(sentence)
        self._right.setCurrentIndex(1)
        self._enable(False)

    def _tell_empty(self, sentence: str) -> None:
        self.picture.show_chart(None)
        self.empty.tell(sentence)
        self._stack.setCurrentIndex(1)
        self._enable(False)

    def _enable(self, on: bool) -> None:
        for button in (self.copy_button, self.save_button):
            button.setEnabled(on)
        if not on:
            self.status_changed.emit(None)
        self.commands_changed.emit()

    def _tell_status(self, mark: Mark | None) -> None:
        """What is pointed at, else which month it is."""
        if mark is None or self.shown is None:
            self.status_changed.emit(Status(month_text(self.session.month)))
            return
        name = self.shown.look.name(mark.subject.name)
        facts = tuple(Fact(words, figure) for words, figure in rows_of(mark)[:3])
        self.status_changed.emit(Status(f"{name} · {span_text(mark.month)}", facts))

    def _open(self, mark: Mark) -> None:
        """Go to the figure in the grid of its month."""
        self.session.set_month(mark.month)
        self.figure_requested.emit(mark.subject.unit_id, mark.indicator.id)

    @property
    def commands(self) -> Mapping[str, Callable[[], None]]:
        return {"copy": self.output.copy}

    def can(self, command: str) -> bool:
        return self.shown is not None

    def jump_to(self, unit: UnitId | None, indicator: IndicatorId | None) -> bool:
        found = self._listed(unit)
        if unit is not None and found is None:
            return False
        if found is not None:
            self.choice = self.choice.with_unit(found.id, found.group)
        if indicator is not None:
            self.choice = replace(self.choice, indicator=indicator)
        kind = self.choice.kind
        if found is not None and not (self.choice.asks(Asked.UNIT) or self.choice.asks(Asked.UNITS)):
            kind = ChartKind.PACE
        self._choose(replace(self.choice, kind=kind))
        return True

    def show_choice(self, wanted: ChartChoice) -> None:
        """Show that chart."""
        self._choose(self.choice.turned_to(wanted))

    def _listed(self, unit: UnitId | None) -> Unit | None:
        live = self.session.live
        return None if live is None else next((one for one in live.roster.units if one.id == unit), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._soon.start()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._take_measures()
            self._soon.start()

    def showEvent(self, event: object) -> None:
        self._soon.start()  # the size may be another one since

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colors().base)


def _kind(text: str) -> ChartKind:
    return ChartKind(text) if text in {kind.value for kind in ChartKind} else ChartKind.PACE
