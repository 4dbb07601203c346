"""The style under everything: Fusion, with a focus ring outside the controls and combo boxes drawn by the tokens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)
from shiboken6 import isValid

RING = 2
GAP = 1
FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
INDICATORS = (
    QStyle.PixelMetric.PM_IndicatorWidth,
    QStyle.PixelMetric.PM_IndicatorHeight,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
)
BODY = 13
"""The type's size in px at 100 %."""
FIELD_HEIGHT = 28
FIELDS = (QStyle.ContentsType.CT_SpinBox, QStyle.ContentsType.CT_ComboBox)
"""Boxes that are as high as a line to type in."""
TIP_AFTER = 400
"""Milliseconds until the pointer at rest is told something."""


class OfficeStyle(QProxyStyle):
    """Fusion; the ring of the focus is 2 px of accent, 1 px outside the control (see FocusRing)."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_ToolTip_WakeUpDelay:
            return TIP_AFTER
        return super().styleHint(hint, option, widget, returnData)

    def pixelMetric(self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None) -> int:
        """Boxes and circles to tick grow with the words beside them."""
        if metric in INDICATORS:
            return round(14 * scale_of(widget))
        return super().pixelMetric(metric, option, widget)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        /,
        widget: QWidget | None = None,
    ) -> QSize:
        """Boxes are as high as the lines to type in beside them."""
        made = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type] # there may be no widget
        return made.expandedTo(QSize(0, round(FIELD_HEIGHT * scale_of(widget)))) if kind in FIELDS else made

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.PrimitiveElement.PE_FrameFocusRect and ringed(widget):
            return
        if element == QStyle.PrimitiveElement.PE_IndicatorCheckBox:
            draw_check_box(painter, option)
            return
        if element == QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            draw_radio(painter, option)
            return
        super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == QStyle.ComplexControl.CC_ComboBox:
            draw_combo(painter, option, widget)
            return
        super().drawComplexControl(control, option, painter, widget)


def scale_of(widget: QWidget | None) -> float:
    """How much larger than at 100 % the widget is, by its type; 1 where it has none of its own."""
    size = -1 if widget is None else widget.font().pixelSize()
    return size / BODY if size > 0 else 1


def draw_ring(painter: QPainter, rect: QRect, palette: QPalette) -> None:
    """A 2-px accent outline just inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = RING / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), 6, 6)
    painter.restore()


def draw_combo(painter: QPainter, option: QStyleOptionComplex, widget: QWidget | None = None) -> None:
    """The frame of a combo box: base fill, a control's outline, a chevron at the right."""
    rect: QRect = option.rect  # type: ignore[attr-defined]
    palette: QPalette = option.palette  # type: ignore[attr-defined]
    state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    over = bool(state & QStyle.StateFlag.State_MouseOver) and bool(state & QStyle.StateFlag.State_Enabled)
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.setPen(palette.color(QPalette.ColorRole.Accent if over else QPalette.ColorRole.Dark))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    scale = scale_of(widget)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.ButtonText), 1.5 * scale))
    draw_chevron(painter, QPointF(rect.right() - 11 * scale, rect.center().y() + 0.5), size=8 * scale)
    painter.restore()


def draw_check_box(painter: QPainter, option: QStyleOption) -> None:
    """A square with a control's outline, a tick in it when checked, a dash when some are."""
    rect: QRect = option.rect  # type: ignore[attr-defined]
    palette: QPalette = option.palette  # type: ignore[attr-defined]
    state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    enabled = bool(state & QStyle.StateFlag.State_Enabled)
    over = enabled and bool(state & QStyle.StateFlag.State_MouseOver)
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.setPen(palette.color(QPalette.ColorRole.Accent if over else QPalette.ColorRole.Dark))
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent if enabled else QPalette.ColorRole.Dark), 2))
    side = box.width()
    if state & QStyle.StateFlag.State_On:
        tick = [QPointF(0.22, 0.52), QPointF(0.42, 0.72), QPointF(0.78, 0.28)]
        painter.drawPolyline(QPolygonF([box.topLeft() + point * side for point in tick]))
    elif state & QStyle.StateFlag.State_NoChange:
        painter.drawLine(box.topLeft() + QPointF(0.25, 0.5) * side, box.topLeft() + QPointF(0.75, 0.5) * side)
    painter.restore()


def draw_radio(painter: QPainter, option: QStyleOption) -> None:
    """A circle with a control's outline, a dot in it when chosen."""
    rect: QRect = option.rect  # type: ignore[attr-defined]
    palette: QPalette = option.palette  # type: ignore[attr-defined]
    state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    enabled = bool(state & QStyle.StateFlag.State_Enabled)
    over = enabled and bool(state & QStyle.StateFlag.State_MouseOver)
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.setPen(palette.color(QPalette.ColorRole.Accent if over else QPalette.ColorRole.Dark))
    circle = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawEllipse(circle)
    if state & QStyle.StateFlag.State_On:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Accent if enabled else QPalette.ColorRole.Dark))
        painter.drawEllipse(circle.center(), circle.width() * 0.28, circle.width() * 0.28)
    painter.restore()


def draw_chevron(painter: QPainter, centre: QPointF, *, size: float = 8, closed: bool = False) -> None:
    """An open "v" of that width with the painter's pen; `closed` turns it to the right, as a folded group shows it."""
    reach, depth = size / 2, size / 4
    if closed:
        points = [QPointF(-depth, -reach), QPointF(depth, 0), QPointF(-depth, reach)]
    else:
        points = [QPointF(-reach, -depth), QPointF(0, depth), QPointF(reach, -depth)]
    painter.drawPolyline(QPolygonF([centre + point for point in points]))


def ringed(widget: QObject | None) -> bool:
    """Whether the ring goes round this widget: buttons and combo boxes; a grid shows its current cell instead."""
    return isinstance(widget, (QAbstractButton, QComboBox)) and not isinstance(widget.parent(), QAbstractItemView)


class FocusRing(QObject):
    """Keeps one ring round the control that has the focus."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: Ring | None = None
        app.focusChanged.connect(self._move)

    def _move(self, _old: QWidget | None, now: QWidget | None) -> None:
        ring, self._ring = self._ring, None
        if ring is not None and isValid(ring):
            ring.let_go()
        if now is not None and ringed(now):
            self._ring = Ring(now)


class Ring(QWidget):
    """Lies over the control's window, a little larger than the control, and follows it; lets the mouse through."""

    def __init__(self, control: QWidget) -> None:
        # The window is not kept: a dialog's last reference would go with the ring, and the dialog in the midst of the ring's end.
        super().__init__(control.window())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._control = control
        self._followed: list[QWidget] = []
        step: QWidget | None = control
        while step is not None and step is not control.window():
            step.installEventFilter(self)
            self._followed.append(step)
            step = step.parentWidget()
        self._place()

    def let_go(self) -> None:
        """Follow nothing any more, and vanish."""
        for widget in self._followed:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._followed.clear()
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in FOLLOWED and self._followed:
            self._place()
        return False

    def _place(self) -> None:
        reach = RING + GAP
        origin = self._control.mapTo(self._control.window(), QPoint(0, 0))
        self.setGeometry(QRect(origin, self._control.size()).adjusted(-reach, -reach, reach, reach))
        self.setVisible(self._control.isVisible())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_ring(painter, self.rect(), self.palette())
        painter.end()
