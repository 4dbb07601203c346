"""The bar over the paper: which page of how many, the zoom, and what it follows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from tracker.i18n import tr
from tracker.ui.dialogs.preview_paper import Fit, PaperView
from tracker.ui.dialogs.preview_saving import page_picture
from tracker.ui.icons import icon
from tracker.ui.theme import dp
from tracker.ui.widgets.flow_layout import FlowBar


class PreviewBar(FlowBar):
    """Buttons that steer a PaperView and show how it stands; `state` says what the paper is, or why there is none."""

    def __init__(self, paper: PaperView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        self.before = _icon_button("caret-left", tr("Previous page"), lambda: paper.go_to(paper.page - 1))
        self.page = QLabel()
        self.after = _icon_button("caret-right", tr("Next page"), lambda: paper.go_to(paper.page + 1))
        self.smaller = _icon_button("magnifying-glass-minus", tr("Smaller"), lambda: paper.zoom_by(-1))
        self.zoom = QLabel()
        self.larger = _icon_button("magnifying-glass-plus", tr("Larger"), lambda: paper.zoom_by(1))
        self.across = _choice(tr("Fit the width"), lambda: paper.follow(Fit.WIDTH))
        self.whole = _choice(tr("Whole page"), lambda: paper.follow(Fit.PAGE))
        self.copy = _icon_button("image", tr("Copy the page as a picture"), self._copy_page)
        self.state = QLabel()
        self._lay_out()
        paper.page_changed.connect(self.tell)
        paper.zoom_changed.connect(self.tell)
        self.tell()

    def _lay_out(self) -> None:
        self.zoom.setMinimumWidth(dp(44))
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.state.setWordWrap(True)
        steering = (self.before, self.page, self.after, self.smaller, self.zoom, self.larger, self.across, self.whole)
        for widget in (*steering, self.copy):
            self.flow.addWidget(widget)
        self.flow.push()
        self.flow.addWidget(self.state)

    def _copy_page(self) -> None:
        """Put the page in view on the clipboard."""
        if self._paper.document is not None:
            QGuiApplication.clipboard().setImage(page_picture(self._paper.document, self._paper.page))
            self.state.setText(tr("Picture copied; paste it in the chat."))

    def tell(self) -> None:
        """Show how the paper stands now."""
        paper = self._paper
        count = paper.page_count
        self.page.setText(tr("Page {page} of {pages}", page=min(paper.page + 1, count), pages=count))
        self.before.setEnabled(paper.page > 0)
        self.after.setEnabled(paper.page + 1 < count)
        self.copy.setEnabled(count > 0)
        self.zoom.setText(f"{round(paper.zoom * 100)}%")
        self.across.setChecked(paper.fit is Fit.WIDTH)
        self.whole.setChecked(paper.fit is Fit.PAGE)


def _icon_button(name: str, tip: str, call: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setIconSize(QSize(dp(18), dp(18)))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda _checked=False: call())
    return button


def _choice(text: str, call: Callable[[], None]) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda _checked=False: call())
    return button
