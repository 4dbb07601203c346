"""版式: how the office wants its ranking sheets printed, with the page at its side as it becomes."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from tracker.domain.print_setup import PrintSetup
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.reports.chosen_faces import missing_families
from tracker.reports.imprint import Imprint
from tracker.reports.ranking_sheet import ranking_sheet
from tracker.reports.sheet import RankingSheet
from tracker.reports.typesetting import pdf
from tracker.store.print_setup import check, print_setup, set_print_setup
from tracker.ui.dialogs.print_setup_form import PrintSetupForm
from tracker.ui.models.print_words import missing_text
from tracker.ui.printing import open_pdf, page_layout, render
from tracker.ui.session import Session
from tracker.ui.tasks import Task
from tracker.ui.theme import dp
from tracker.ui.widgets.building import column, label, room_for, row, scrolled
from tracker.ui.widgets.dialog_buttons import settings_buttons
from tracker.ui.widgets.first_page import FirstPage
from tracker.ui.widgets.notice import Notice

SETTLED = 200
"""Milliseconds without a further change before the page is set anew."""
FORM, SIZE = 460, (1200, 760)


@dataclass(frozen=True, slots=True)
class Shown:
    """The first page as a picture, the paper's name, how many pages there are, and the faces that this machine lacks."""

    page: QImage
    paper: str
    pages: int
    missing: list[str]


class PrintSetupDialog(QDialog):
    """Asks for the set-up; in a book that can only be read it shows it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ranked, book = session.ranked, session.book
        assert ranked is not None
        assert book is not None
        self._session, self._live, self._read_only = session, ranked, not session.writable
        self._imprint = Imprint.of(book, datetime.datetime.now().astimezone().date())
        self.form = PrintSetupForm(session.live.indicators if session.live is not None else ())
        self.page = FirstPage(tr("The sheet's first page"))
        self.state, self.missing, self.fault = label(), Notice(), Notice("bad")
        self.buttons = settings_buttons(read_only=self._read_only)
        self._soon = QTimer(self, singleShot=True, interval=SETTLED)
        self._setting: Task[Shown] | None = None
        self._lay_out()
        self.form.show_setup(self._imprint.setup)
        self.form.setEnabled(not self._read_only)
        self._connect()
        self.form.setFocus()
        self._follow()

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Print set-up"))
        self.resize(room_for(self, *SIZE))
        area = scrolled(self.form)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(dp(FORM))
        right = column(gap=dp(8))
        right.addWidget(self.page, 1)
        right.addWidget(self.state)
        right.addWidget(self.missing)
        body = row(gap=dp(16))
        body.addWidget(area)
        body.addLayout(right, 1)
        kept = label(
            tr("Kept in the book, for all who print from it. Published months keep the set-up they had."), name="note", wraps=True
        )
        outer = column(self, margin=dp(16), gap=dp(12))
        outer.addLayout(body, 1)
        outer.addWidget(self.fault)
        foot = row(gap=dp(16))
        foot.addWidget(kept, 1)
        foot.addWidget(self.buttons)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self.form.changed.connect(self._follow)
        self._soon.timeout.connect(self._set_page)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        usual = self.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        if usual is not None:
            usual.clicked.connect(self._take_usual)

    def _take_usual(self) -> None:
        self.form.show_setup(PrintSetup())
        self._follow()

    @property
    def asked(self) -> PrintSetup:
        """What the fields say now."""
        return self.form.setup

    def _follow(self) -> None:
        """Say what is wrong with the fields, or have the page follow them."""
        said = self._fault()
        self.fault.tell(said)
        save = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        if save is not None:
            save.setEnabled(not said)
        if not said:
            self._soon.start()

    def _fault(self) -> str:
        if self.form.none_chosen:
            return tr("No indicator is ticked. Tick at least one.")
        try:
            check(self.asked)
        except TrackerError as error:
            return str(error)
        return ""

    def _set_page(self) -> None:
        """Make the content here, where the book is, and the page in the background."""
        try:
            sheet = self._sheet()
        except TrackerError as error:
            self._refuse(error)
            return
        if self._setting is not None:
            self._setting.cancel()  # overtaken
        room = self.page.room
        self._setting = self._session.tasks.run(tr("Setting the sheet"), lambda _: _shown(sheet, room), quiet=True)
        self._setting.returned.connect(self._show)
        self._setting.failed.connect(self._refuse)

    def _sheet(self) -> RankingSheet:
        setup = self.asked
        return ranking_sheet(self._live, imprint=replace(self._imprint, setup=setup, paper=setup.paper))

    def _show(self, shown: Shown) -> None:
        self._setting = None
        self.page.show_page(shown.page)
        self.state.setText(tr("{paper}, {pages} pages", paper=shown.paper, pages=shown.pages))
        self.missing.tell(missing_text(shown.missing))

    def _refuse(self, error: TrackerError) -> None:
        self._setting = None
        self.page.show_page(QImage())
        self.state.setText("")
        self.missing.tell("")
        self.fault.tell(str(error))

    def done(self, result: int) -> None:
        self._soon.stop()
        if self._setting is not None:
            self._setting.cancel()
        super().done(result)


def _shown(sheet: RankingSheet, room: QSize) -> Shown:
    document = open_pdf(pdf(sheet))
    size = document.pagePointSize(0).toSize().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    name = page_layout(document, 0).pageSize().name()
    return Shown(render(document, 0, size), name, document.pageCount(), missing_families(sheet))


def choose_print_setup(session: Session, parent: QWidget | None) -> bool:
    """Ask for the set-up and store it as one change; whether it is another one now."""
    book = session.book
    if book is None or session.ranked is None:
        return False
    before = print_setup(book)
    dialog = PrintSetupDialog(session, parent)
    wanted = dialog.asked if dialog.exec() == QDialog.DialogCode.Accepted and session.writable else before
    dialog.deleteLater()
    if wanted == before:
        return False
    with book.change(tr("Print set-up")):
        set_print_setup(book, wanted)
    return True
