"""The first step to a new book: what it is called, whose it is, where its file lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFormLayout, QLineEdit, QPushButton, QWidget

from tracker.i18n import tr
from tracker.ui import theme
from tracker.ui.file_names import SUFFIX, file_name
from tracker.ui.widgets.building import column, label, named, row


class NameStep(QWidget):
    """The title follows the county that is chosen, and the file the title, until somebody writes one of them."""

    def __init__(self, folder: Path, *, year: int) -> None:
        super().__init__()
        self._folder, self._year = folder, year
        self._titled_by_hand = self._named_by_hand = False
        self.title = named(QLineEdit(tr("Investment promotion {year}", year=year)), tr("Title"))
        self.office = named(QLineEdit(), tr("Office"))
        self.office.setPlaceholderText(tr("Printed at the foot of every sheet"))
        self.file = named(QLineEdit(), tr("File"))
        self.browse = QPushButton(tr("Browse…"))
        self.browse.setAutoDefault(False)
        self._lay_out()
        self.title.textEdited.connect(self._keep_title)
        self.file.textEdited.connect(self._keep_name)
        self.browse.clicked.connect(self._ask_for_file)
        self._name_file()
        self.title.selectAll()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.dp(16))
        form.setVerticalSpacing(theme.dp(12))
        form.addRow(tr("Title"), self.title)
        form.addRow(tr("Office"), self.office)
        line = row(gap=theme.dp(8))
        line.addWidget(self.file, 1)
        line.addWidget(self.browse)
        form.addRow(tr("File"), line)
        outer = column(self, gap=theme.dp(16))
        outer.addLayout(form)
        words = tr("Units, indicators and targets come next. All of them may be left out now and set up later.")
        outer.addWidget(label(words, name="note", wraps=True))
        outer.addStretch(1)
        self.setFocusProxy(self.title)

    @property
    def path(self) -> Path:
        """Where the book is to lie."""
        path = Path(self.file.text().strip())
        return path if path.suffix == SUFFIX or not path.name else path.with_name(path.name + SUFFIX)

    def mistake(self) -> str:
        """What is wrong with the fields, a sentence; "" where nothing is."""
        if not self.title.text().strip():
            return tr("Give the book a title.")
        if not self.file.text().strip():
            return tr("Choose where to keep the book's file.")
        if not self.path.parent.is_dir():
            return tr("There is no folder {folder}.", folder=self.path.parent)
        return tr("{file} exists already. Choose another name, or open it.", file=self.path) if self.path.exists() else ""

    def suggest(self, county: str) -> None:
        """Name the book after a county."""
        if not self._titled_by_hand:
            self.title.setText(tr("{county}: investment promotion {year}", county=county, year=self._year))
            self._name_file()

    def _keep_title(self) -> None:
        self._titled_by_hand = True
        self._name_file()

    def _name_file(self) -> None:
        if not self._named_by_hand:
            self.file.setText(str(self._folder / (file_name(self.title.text()) + SUFFIX)))

    def _keep_name(self) -> None:
        self._named_by_hand = True

    def _ask_for_file(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(
            self, tr("Where to keep the book's file"), self.file.text(), tr("Books (*.tracker)")
        )
        if chosen:
            self.file.setText(chosen)
            self._named_by_hand = True
