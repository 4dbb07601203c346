"""The office's Word template on the page 通报: replaced, saved to be edited, given back, its fields explained."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.reports.document_file import save
from tracker.ui.dialogs.message import tell, tell_result
from tracker.ui.dialogs.template_fields import TemplateFieldsDialog
from tracker.ui.models.bulletin_template import read_template, template_in_force

if TYPE_CHECKING:
    from tracker.ui.views.bulletin_view import BulletinView


class BulletinTemplate:
    """What the menu 模板 offers; faults are told, and name the field."""

    def __init__(self, view: BulletinView) -> None:
        self._view = view

    def deeds(self) -> list[tuple[str, Callable[[], None], bool]]:
        """What is offered now: words, call, whether it makes sense."""
        book = self._view.session.book
        writable = self._view.session.writable
        return [
            (tr("Replace the template…"), self.ask_and_replace, writable),
            (tr("Save the template to edit it…"), self.ask_and_save, book is not None),
            (tr("Back to the usual template"), self.give_back, writable and self._is_own()),
            (tr("Fields of the template"), self.explain, True),
        ]

    def _is_own(self) -> bool:
        from tracker.reports.bulletin.template import template_of

        book = self._view.session.book
        return book is not None and template_of(book) is not None

    def ask_and_replace(self) -> None:
        """Ask for a template and keep it in the book."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self._view.window(), tr("Replace the template"), str(self._view.session.folder()), tr("Word (*.docx)")
        )
        if chosen:
            self.replace(Path(chosen))

    def replace(self, path: Path) -> None:
        """Try the template in the background, then keep it; one that cannot make a bulletin is refused, with what is wrong."""
        task = self._view.session.tasks.run(tr("Trying the template"), lambda _progress: read_template(path))
        task.returned.connect(self._keep)
        task.failed.connect(lambda error: tell(self._view.window(), tr("{name} was not taken.", name=path.name), str(error)))

    def _keep(self, content: bytes | None) -> None:
        from tracker.reports.bulletin.template import set_template

        book = self._view.session.book
        if book is None:
            return
        try:
            with book.change(tr("Template of the bulletin")):
                set_template(book, content)
        except TrackerError as error:
            tell(self._view.window(), str(error))
            return
        said = tr("The bulletin is made by this template from now on.") if content else tr("The usual template is back.")
        self._view.session.say(said)

    def give_back(self) -> None:
        """Make the bulletin by the program's own template again."""
        self._keep(None)

    def ask_and_save(self) -> None:
        """Ask for a file and save the template that is used now."""
        asked = self._view.session.folder() / f"{tr('Template of the bulletin')}.docx"
        chosen, _kind = QFileDialog.getSaveFileName(self._view.window(), tr("Save the template"), str(asked), tr("Word (*.docx)"))
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Save the template that is used now, to be edited in WPS or Word and taken back."""
        book = self._view.session.book
        if book is None:
            return
        try:
            save(template_in_force(book), path)
        except TrackerError as error:
            tell(self._view.window(), str(error))
        else:
            tell_result(self._view.window(), tr("The template is saved. Edit it, then replace the template by it."), path)

    def explain(self) -> None:
        """Show the fields."""
        dialog = TemplateFieldsDialog(self._view.window())
        dialog.exec()
        dialog.deleteLater()
