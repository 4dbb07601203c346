"""The small chart beside the number that is told of: drawn in the background when the number has stayed, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tracker.errors import TrackerError
from tracker.ui import theme
from tracker.ui.models.drawn_chart import Room
from tracker.ui.models.small_chart import ChartMemory, SmallWanted, chart_of_number, small_chart, small_wanted
from tracker.ui.theme import dp
from tracker.ui.widgets.small_chart import HEIGHT, WIDTH, SmallChart

if TYPE_CHECKING:
    from tracker.ui.models.drawn_chart import DrawnChart
    from tracker.ui.models.ranking_columns import Column
    from tracker.ui.models.ranking_lines import Line
    from tracker.ui.tasks import Progress, Task
    from tracker.ui.views.ranking_view import RankingView

    Drawn = tuple[SmallWanted, DrawnChart | None]

PAUSE = 250
"""Milliseconds that a number must be told of before its chart is drawn; what draws is loaded no earlier."""


class RankingChart(QObject):
    """Follows what the panel tells of; nothing is drawn or kept for a panel that is closed."""

    def __init__(self, view: RankingView, picture: SmallChart) -> None:
        super().__init__(view)
        self._view = view
        self.picture = picture
        self.memory = ChartMemory()
        self._asked: SmallWanted | None = None
        self._drawing: Task[Drawn | None] | None = None
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._draw)
        picture.opened.connect(self._open)

    @property
    def is_drawing(self) -> bool:
        """Whether the chart of the number is being drawn, or waits for its turn."""
        return self._drawing is not None

    def follow(self, number: tuple[Line, Column] | None) -> None:
        """Show the chart of the number: at once where it is kept, else soon."""
        asked = self._wanted(number)
        if asked is not None and asked == self._asked:
            return
        self._overtake()
        self._asked = asked
        if asked is None:
            self.picture.show_chart(None)
        elif asked in self.memory:
            self.picture.show_chart(self.memory.get(asked))
        else:
            self.picture.wait()
            self._later.start()

    def drop(self) -> None:
        """The panel is closed: give up what is being drawn, and let go of what was."""
        self._overtake()
        self._asked = None
        self.memory.clear()
        self.picture.show_chart(None)

    def _wanted(self, number: tuple[Line, Column] | None) -> SmallWanted | None:
        view = self._view
        book, live, board = view.session.book, view.session.live, view.model.board
        if number is None or book is None or live is None or board is None:
            return None
        choice = chart_of_number(board, *number)
        scale = self.picture.devicePixelRatioF() * dp(1000) / 1000
        room = Room(WIDTH, HEIGHT, scale, theme.colors() is theme.DARK, is_small=True)
        return None if choice is None else small_wanted(book, live, choice, room)

    def _overtake(self) -> None:
        self._later.stop()
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None

    def _draw(self) -> None:
        asked = self._asked
        if asked is None:
            return

        def work(progress: Progress) -> Drawn | None:
            progress(0, 1)  # what was overtaken before its turn is not drawn
            try:
                return asked, small_chart(asked)
            except TrackerError:  # the book cannot be read for a moment
                return None

        self._drawing = self._view.session.tasks.run("", work, quiet=True)
        self._drawing.returned.connect(self._take)  # a method's connection ends with its view, which may be gone by then

    def _take(self, drawn: Drawn | None) -> None:
        """Keep what was drawn and show it; None takes the picture away, until the number is told of again."""
        self._drawing = None
        if drawn is None:
            self.follow(None)
            return
        asked, chart = drawn
        self.memory.keep(asked, chart)
        if asked == self._asked:
            self.picture.show_chart(chart)

    def _open(self) -> None:
        if self._asked is not None:
            self._view.chart_requested.emit(self._asked.wanted.choice)
