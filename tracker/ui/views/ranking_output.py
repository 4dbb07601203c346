"""What goes out of the ranking page: the clipboard's table and picture, the PDF, the print preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from tracker.domain.unit import GroupId, UnitId
from tracker.errors import TrackerError
from tracker.i18n import tr
from tracker.store import settings
from tracker.ui import places
from tracker.ui.dialogs.message import tell, tell_result
from tracker.ui.file_names import file_name
from tracker.ui.models.ranking_board import SCORE
from tracker.ui.models.ranking_lines import Line, LineKind
from tracker.ui.models.ranking_text import html, tab_separated
from tracker.ui.tasks import Progress
from tracker.ui.views.ranking_documents import shown_sheet, shown_workbook
from tracker.ui.widgets.ranking_bar import Deed
from tracker.ui.widgets.ranking_picture import Caption, draw_picture

if TYPE_CHECKING:
    from tracker.ui.dialogs.preview_contents import Content
    from tracker.ui.views.ranking_view import RankingView


class RankingOutput:
    """Does what the page's buttons at the right promise; faults are told."""

    def __init__(self, view: RankingView) -> None:
        self._view = view

    def deeds(self) -> list[Deed]:
        """The buttons."""
        return [
            Deed(tr("Copy picture"), "image", tr("The whole table as a picture, for a chat group"), self.copy_picture),
            Deed(tr("Copy table"), "copy", tr("The whole table with its header, for WPS and Excel"), self.copy_table),
            Deed(tr("Excel file"), "table", tr("The ranking as a workbook with live formulas"), self.save_workbook),
            Deed(tr("Print"), "printer", tr("Print preview"), self.preview),
        ]

    def copy_table(self) -> None:
        """Put the whole table on the clipboard."""
        self._copy(self._view.model.lines())

    def copy_selection(self) -> None:
        """Put the chosen rows on the clipboard, with the header; the whole table where none is chosen."""
        self._copy(self._view.table.selected_lines() or self._view.model.lines())

    def _copy(self, lines: Sequence[Line]) -> None:
        columns = self._view.model.columns
        data = QMimeData()
        data.setText(tab_separated(lines, columns))
        data.setHtml(html(lines, columns, title=f"{self.title} {self.subtitle}"))
        QGuiApplication.clipboard().setMimeData(data)
        self._view.session.say(tr("{lines} rows copied; paste them in WPS or Excel.", lines=len(lines)))

    def copy_picture(self) -> None:
        """Put the table on the clipboard as a picture."""
        view, board = self._view, self._view.model.board
        if board is None or view.live is None:
            return
        told = board.notes(view.choice.group, view.live.units)
        office = settings.office(view.live.book)
        caption = Caption(self.title, f"{self.subtitle}   {office}".rstrip(), board.legend(view.model.columns), told)
        try:
            picture = draw_picture(view.model, caption)
        except TrackerError as error:
            tell(view.window(), str(error))
            return
        QGuiApplication.clipboard().setImage(picture)
        view.session.say(tr("Picture copied; paste it in the chat."))

    def preview(self) -> None:
        """Open the print preview of what is shown: an indicator's ranking, or the scores."""
        from tracker.ui.dialogs.preview_contents import Content

        board = self._view.model.board
        if board is not None:
            self._preview(Content.SCORES if board.about == SCORE else Content.RANKING, group=self._view.choice.group)

    def preview_card(self) -> None:
        """Open the print preview of the current unit's card; the first one's where none is current."""
        from tracker.ui.dialogs.preview_contents import Content

        view = self._view
        lines = [line for line in (view.table.current_line(), *view.model.lines()) if line is not None]
        unit = next((UnitId(line.place.id) for line in lines if line.place.kind is LineKind.UNIT), None)
        if unit is not None:
            self._preview(Content.CARDS, units=(unit,))

    def preview_cards(self) -> None:
        """Open the print preview of the cards of all units that are shown."""
        from tracker.ui.dialogs.preview_contents import Content

        self._preview(Content.CARDS, group=self._view.choice.group)

    def _preview(self, content: Content, *, group: GroupId | None = None, units: tuple[UnitId, ...] = ()) -> None:
        from tracker.ui.dialogs.print_preview import Of, PrintPreview  # QtPdf: only when something is printed

        view = self._view
        if view.live is None or not view.live.indicators:
            return
        lead = view.shown.indicator.id if view.shown is not None else view.live.indicators[0].id
        dialog = PrintPreview(view.session, lead=lead, group=group, parent=view.window(), of=Of(content, units))
        dialog.exec()
        dialog.deleteLater()

    def save_pdf(self) -> None:
        """Ask for a file and save what is shown as the paper has it."""
        path = self._ask_where(tr("Save PDF"), "pdf", tr("PDF (*.pdf)"))
        if path is not None:
            self.write_pdf(path)

    def save_workbook(self) -> None:
        """Ask for a file and save what is shown as a workbook."""
        path = self._ask_where(tr("Save as Excel"), "xlsx", tr("Excel (*.xlsx)"))
        if path is not None:
            self.write_workbook(path)

    def _ask_where(self, heading: str, ending: str, kinds: str) -> Path | None:
        view = self._view
        folder = view.session.book.path.parent if view.session.book is not None else places.documents()
        asked = folder / (file_name(f"{self.title} {self.subtitle}") + f".{ending}")
        chosen, _kind = QFileDialog.getSaveFileName(view.window(), heading, str(asked), kinds)
        return Path(chosen) if chosen else None

    def write_pdf(self, path: Path) -> None:
        """Typeset what is shown in the background and save it; says where it lies."""
        from tracker.reports.typesetting import write_pdf

        try:
            sheet = shown_sheet(self._view)
        except TrackerError as error:
            tell(self._view.window(), str(error))
            return
        if sheet is not None:
            self._run(tr("Making the PDF"), lambda _progress: write_pdf(sheet, path), tr("The PDF is saved."), path)

    def write_workbook(self, path: Path) -> None:
        """Write what is shown as a workbook and say where it lies."""
        from tracker.reports.document_file import save

        try:
            content = shown_workbook(self._view)
        except TrackerError as error:
            tell(self._view.window(), str(error))
            return
        if content is not None:
            self._run(tr("Writing the workbook"), lambda _progress: save(content, path), tr("The workbook is saved."), path)

    def _run(self, label: str, work: Callable[[Progress], None], done: str, path: Path) -> None:
        task = self._view.session.tasks.run(label, work)
        task.returned.connect(lambda _none: tell_result(self._view.window(), done, path))
        task.failed.connect(lambda error: tell(self._view.window(), str(error)))

    @property
    def title(self) -> str:
        """What the table is of: 实际到位省外资金（亿元）."""
        board = self._view.model.board
        return "" if board is None else board.title

    @property
    def subtitle(self) -> str:
        """Whose and when: 一类乡镇 2026年9月."""
        board, group = self._view.model.board, self._view.choice.group
        if board is None:
            return ""
        name = next((known.name for known in board.roster.groups if known.id == group), tr("Whole county"))
        return tr("{group}, {year}-{number:02d}", group=name, year=board.month.year, number=board.month.number)
