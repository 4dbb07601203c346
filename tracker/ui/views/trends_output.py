"""What goes out of the page 趋势: the chart with its title on the clipboard, or as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from tracker.i18n import tr
from tracker.reports.document_file import save
from tracker.ui.dialogs.message import tell, tell_result
from tracker.ui.file_names import file_name
from tracker.ui.models.drawn_chart import Wanted, chart_file, chart_picture

if TYPE_CHECKING:
    from tracker.ui.views.trends_view import TrendsView

ENDINGS = ("png", "svg", "pdf")


class TrendsOutput:
    """Draws for others than the screen, in the background; faults are told."""

    def __init__(self, view: TrendsView) -> None:
        self._view = view

    def copy(self) -> None:
        """Put the chart on the clipboard as a picture."""
        wanted = self._view.wanted
        if wanted is not None and self._view.shown is not None:
            task = self._view.session.tasks.run(tr("Drawing the chart…"), lambda _progress: chart_picture(wanted))
            task.returned.connect(self._put)
            task.failed.connect(lambda error: tell(self._view.window(), str(error)))

    def _put(self, picture: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(picture))
        self._view.session.say(tr("Picture copied; paste it in the chat."))

    def ask_and_save(self) -> None:
        """Ask for a file and save the chart there."""
        wanted, shown = self._view.wanted, self._view.shown
        if wanted is None or shown is None:
            return
        kinds = [tr("Picture (*.png)"), tr("Drawing (*.svg)"), tr("PDF (*.pdf)")]
        asked = self._view.session.folder() / f"{file_name(shown.title)}.png"
        heading = tr("Save as picture")
        chosen, kind = QFileDialog.getSaveFileName(self._view.window(), heading, str(asked), ";;".join(kinds))
        if chosen:
            self.write(wanted, self._with_ending(Path(chosen), kinds.index(kind) if kind in kinds else 0))

    def write(self, wanted: Wanted, path: Path) -> None:
        """Draw the chart as what the file's name ends in, save it and say where it lies."""
        form = path.suffix.lower().lstrip(".")
        task = self._view.session.tasks.run(tr("Drawing the chart…"), lambda _progress: save(chart_file(wanted, form), path))
        task.returned.connect(lambda _none: tell_result(self._view.window(), tr("The chart is saved."), path))
        task.failed.connect(lambda error: tell(self._view.window(), str(error)))

    @staticmethod
    def _with_ending(path: Path, kind: int) -> Path:
        """The path with the ending of the chosen kind where it has none of them."""
        known = path.suffix.lower().lstrip(".") in ENDINGS
        return path if known else path.with_name(f"{path.name}.{ENDINGS[kind]}")
