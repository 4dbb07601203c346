"""新建台账: what the book is called, whose it is, where its file lies, and which indicators it starts with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from tracker.i18n import mark, tr
from tracker.ui import theme
from tracker.ui.widgets.building import column, label, named, row

SUFFIX = ".tracker"
TEMPLATES = (
    ("investment", mark("Investment promotion: outside funds, foreign capital, signed and started projects …")),
    ("blank", mark("Blank: no indicators yet")),
)


@dataclass(frozen=True, slots=True)
class NewBook:
    """What was asked for; `template` is "investment" or "blank"."""

    path: Path
    title: str
    office: str
    template: str


class NewBookDialog(QDialog):
    """Asks for a new book; `asked` has the answer once it was accepted."""

    def __init__(self, parent: QWidget | None, folder: Path, *, year: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New book"))
        self._folder = folder
        self.title = named(QLineEdit(tr("Investment promotion {year}", year=year)), tr("Title"))
        self.office = named(QLineEdit(), tr("Office"))
        self.office.setPlaceholderText(tr("Printed at the foot of every sheet"))
        self.file = named(QLineEdit(), tr("File"))
        self.browse = QPushButton(tr("Browse…"))
        self.browse.setAutoDefault(False)
        self._named_by_hand = False
        self.templates = QButtonGroup(self)
        self.mistake = label(name="mistake", wraps=True)
        self.buttons = self._make_buttons()
        self._lay_out()
        self.title.textEdited.connect(self._name_file)
        self.file.textEdited.connect(self._keep_name)
        self.browse.clicked.connect(self._ask_for_file)
        self._name_file()
        self.title.selectAll()
        self.setMinimumWidth(theme.dp(560))

    def _make_buttons(self) -> QDialogButtonBox:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.button(kinds.Ok).setText(tr("Make the book"))
        buttons.button(kinds.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

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
        choices = column(gap=theme.dp(8))
        for position, (_name, text) in enumerate(TEMPLATES):
            button = QRadioButton(tr(text))
            button.setChecked(position == 0)
            self.templates.addButton(button, position)
            choices.addWidget(button)
        form.addRow(tr("Indicators"), choices)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(16))
        outer.addLayout(form)
        outer.addWidget(self.mistake)
        outer.addWidget(self.buttons)

    @property
    def asked(self) -> NewBook:
        """What the fields say now."""
        template = TEMPLATES[self.templates.checkedId()][0]
        path = Path(self.file.text().strip())
        if path.suffix != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        return NewBook(path, self.title.text().strip(), self.office.text().strip(), template)

    def accept(self) -> None:
        mistake = self._find_mistake()
        self.mistake.setText(mistake)
        if not mistake:
            super().accept()

    def _find_mistake(self) -> str:
        if not self.title.text().strip():
            return tr("Give the book a title.")
        if not self.file.text().strip():
            return tr("Choose where to keep the book's file.")
        path = self.asked.path
        if not path.parent.is_dir():
            return tr("There is no folder {folder}.", folder=path.parent)
        return tr("{file} exists already. Choose another name, or open it.", file=path) if path.exists() else ""

    def _name_file(self) -> None:
        """The file is named after the title until somebody names it."""
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


def file_name(title: str) -> str:
    """The title without what a file's name may not hold on Windows."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", title).strip(" .") or tr("Book")
