"""台账属性: what the book is called, which office keeps it, who is working, and what ranks compare."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from tracker.i18n import tr
from tracker.store import settings
from tracker.store.book import Book
from tracker.ui import theme
from tracker.ui.widgets.building import column, named


@dataclass(frozen=True, slots=True)
class BookProperties:
    """What the office sets for its book; `clerk` is the name under which the journal records changes from now on."""

    title: str
    office: str
    clerk: str
    rank_what_is_printed: bool


def properties_of(book: Book) -> BookProperties:
    """The book's properties as they are stored."""
    return BookProperties(settings.title(book), settings.office(book), settings.clerk(book), settings.rank_what_is_printed(book))


def store_properties(book: Book, new: BookProperties) -> None:
    """Store what differs, as one change."""
    with book.change(tr("Book properties")):
        settings.set_title(book, new.title)
        settings.set_office(book, new.office)
        settings.set_clerk(book, new.clerk)
        settings.set_rank_what_is_printed(book, new.rank_what_is_printed)


class BookPropertiesDialog(QDialog):
    """Asks for the properties; in a book that can only be read it shows them."""

    def __init__(self, parent: QWidget | None, now: BookProperties, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Book properties"))
        self.title = named(QLineEdit(now.title), tr("Title"))
        self.office = named(QLineEdit(now.office), tr("Office"))
        self.clerk = named(QLineEdit(now.clerk), tr("Clerk"))
        self.clerk.setPlaceholderText(tr("Recorded with every change, beside the computer's user"))
        self.printed = QCheckBox(tr("Rank what is printed: figures that print the same share a rank"))
        self.printed.setChecked(now.rank_what_is_printed)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Close if read_only else kinds.Ok | kinds.Cancel)
        for kind, words in ((kinds.Ok, tr("Save")), (kinds.Cancel, tr("Cancel")), (kinds.Close, tr("Close"))):
            button = self.buttons.button(kind)
            if button is not None:
                button.setText(words)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        for field in (self.title, self.office, self.clerk):
            field.setReadOnly(read_only)
        self.printed.setEnabled(not read_only)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(theme.dp(16))
        form.setVerticalSpacing(theme.dp(12))
        form.addRow(tr("Title"), self.title)
        form.addRow(tr("Office"), self.office)
        form.addRow(tr("Clerk"), self.clerk)
        form.addRow(tr("Ranks"), self.printed)
        outer = column(self, margin=theme.dp(20), gap=theme.dp(16))
        outer.addLayout(form)
        outer.addWidget(self.buttons)
        self.setMinimumWidth(theme.dp(520))

    @property
    def asked(self) -> BookProperties:
        """What the fields say now."""
        title, office, clerk = (field.text().strip() for field in (self.title, self.office, self.clerk))
        return BookProperties(title, office, clerk, self.printed.isChecked())
