"""What stands under the ranking's table: the marks with their words, the notes below; painted, on screen and in a picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.models.ranking_notes import LegendItem
from tracker.ui.theme import dp
from tracker.ui.theme_colors import Colors
from tracker.ui.widgets import marks

MARGIN, TOP, LINE = 16, 8, 20
MARK, APART, WIDE_APART = 20, 14, 26


class RankingFoot(QWidget):
    """Legend and notes, as high as their words need at the width there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[LegendItem] = []
        self._notes: list[str] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """All that is said, line by line."""
        return "\n".join([tr(", ").join(item.text for item in self._items), *self._notes])

    def tell(self, items: Sequence[LegendItem], notes: Sequence[str]) -> None:
        """Show these."""
        self._items, self._notes = list(items), list(notes)
        self.setAccessibleName(tr("Legend and notes"))
        self.setAccessibleDescription(self.words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return foot_height(self._items, self._notes, width)

    def sizeHint(self) -> QSize:
        return QSize(dp(480), self.heightForWidth(max(self.width(), dp(320))))

    def minimumSizeHint(self) -> QSize:
        return QSize(dp(200), dp(TOP + LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_foot(painter, self.rect(), self._items, self._notes)


class FootArea(QScrollArea):
    """Holds the foot, no higher than a fifth of the page: in a low window the rows come first, and the notes scroll."""

    def __init__(self, foot: RankingFoot) -> None:
        super().__init__()
        self.setWidget(foot)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        foot.setAutoFillBackground(False)
        self._page = 0

    def fit(self, page: int) -> None:
        """Take the height that the words need, or a fifth of a page that high."""
        self._page = page
        foot = self.widget()
        needed = foot.heightForWidth(self.viewport().width())
        foot.setMinimumHeight(needed)
        self.setFixedHeight(min(needed, max(dp(TOP + LINE), page // 5)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit(self._page)


def foot_height(items: Sequence[LegendItem], notes: Sequence[str], width: int) -> int:
    """How high legend and notes are at that width."""
    flow = _flow(items, width)
    bottom = flow[-1][1].y() + dp(LINE) if flow else dp(TOP)
    return bottom + sum(height for _, height in _paragraphs(notes, width)) + dp(TOP)


def draw_foot(
    painter: QPainter, rect: QRect, items: Sequence[LegendItem], notes: Sequence[str], colors: Colors | None = None
) -> None:
    """Paint legend and notes into `rect`, in the scheme's colours or the ones given."""
    shown = colors if colors is not None else theme.colors()
    painter.save()
    painter.translate(rect.topLeft())
    painter.setFont(_font())
    bottom = dp(TOP)
    for item, place in _flow(items, rect.width()):
        _draw_item(painter, item, place, shown)
        bottom = place.y() + dp(LINE)
    painter.setPen(shown.text2)
    for text, height in _paragraphs(notes, rect.width()):
        room = QRect(dp(MARGIN), bottom, rect.width() - dp(2 * MARGIN), height)
        painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        bottom += height
    painter.restore()


def _draw_item(painter: QPainter, item: LegendItem, place: QPoint, colors: Colors) -> None:
    x, middle = place.x(), place.y() + dp(LINE) / 2
    centre = QPointF(x + dp(MARK) / 2 - dp(2), middle)
    if item.mark in ("green", "yellow", "red"):
        marks.draw_light(painter, centre, item.mark, colors)
    elif item.mark:
        marks.draw_move(painter, centre + QPointF(dp(1), 0), up=item.mark == "up", color=colors.text2)
    painter.setPen(colors.text2)
    left = x + (dp(MARK) if item.mark else 0)
    painter.drawText(
        QRect(left, place.y(), 4096, dp(LINE)), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, item.text
    )


def _flow(items: Sequence[LegendItem], width: int) -> list[tuple[LegendItem, QPoint]]:
    """The items one after the other, in a new line where one does not fit."""
    metrics, found = QFontMetrics(_font()), []
    x, y = dp(MARGIN), dp(TOP)
    for at, item in enumerate(items):
        wide = metrics.horizontalAdvance(item.text) + (dp(MARK) if item.mark else 0)
        if x > dp(MARGIN) and x + wide > width - dp(MARGIN):
            x, y = dp(MARGIN), y + dp(LINE)
        found.append((item, QPoint(x, y)))
        following = items[at + 1].mark if at + 1 < len(items) else ""
        x += wide + dp(APART if _akin(item.mark, following) else WIDE_APART)
    return found


def _akin(mark: str, following: str) -> bool:
    """Whether two marks belong together and stand close."""
    moves = ("up", "down")
    return bool(mark) and bool(following) and (mark in moves) == (following in moves)


def _paragraphs(notes: Sequence[str], width: int) -> list[tuple[str, int]]:
    """Each note, numbered where there are several, and how high it is."""
    metrics, room = QFontMetrics(_font()), QRect(0, 0, max(1, width - dp(2 * MARGIN)), 10_000)
    numbered = [f"{number}. {note}" for number, note in enumerate(notes, 1)] if len(notes) > 1 else list(notes)
    flags = Qt.TextFlag.TextWordWrap.value
    return [(text, max(dp(LINE), metrics.boundingRect(room, flags, text).height() + dp(2))) for text in numbered]


def _font() -> QFont:
    return theme.font(12)
